// months counts contacts by month, "2025-09", from the first month that has one to the
// last, those without any among them. days are {day, contacts}, in any order.
export function months(days) {
  const count = new Map();
  for (const { day, contacts } of days) count.set(day.slice(0, 7), (count.get(day.slice(0, 7)) ?? 0) + contacts);
  const all = [...count.keys()].sort();
  const out = [];
  for (let month = all[0]; month && month <= all.at(-1); month = next(month)) out.push({ month, contacts: count.get(month) ?? 0 });
  return out;
}

function next(month) {
  const [year, m] = month.split("-").map(Number);
  return m === 12 ? `${String(year + 1).padStart(4, "0")}-01` : `${String(year).padStart(4, "0")}-${String(m + 1).padStart(2, "0")}`;
}

// lastDay is the last day of a month.
export function lastDay(month) {
  const [year, m] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, m, 0)).getUTCDate()).padStart(2, "0")}`;
}

// within are the places of the first and the last month that an interval of days touches;
// what is not given is open.
export function within(list, from, to) {
  const first = from ? list.findIndex((m) => m.month >= from.slice(0, 7)) : 0;
  const last = to ? list.findLastIndex((m) => m.month <= to.slice(0, 7)) : list.length - 1;
  return [first < 0 ? list.length - 1 : first, Math.max(0, last)];
}
