// Dates as a language writes them. All are days, so that the time zone is always UTC.

const formats = new Map();

function format(language, options) {
  const key = language + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language || undefined, { timeZone: "UTC", ...options }));
  return formats.get(key);
}

// daysText writes one day or several, "2025-09-18" each, both ends included.
export function daysText(from, to, language) {
  const f = format(language, { day: "numeric", month: "short", year: "numeric" });
  const [a, b] = [new Date(`${from}T00:00:00Z`), new Date(`${to ?? from}T00:00:00Z`)];
  return from === to || !to ? f.format(a) : f.formatRange(a, b);
}

// tickText writes a mark of a time axis: a year where one begins, else a month, else a
// day; the first one of the axis with its year.
export function tickText(date, first, language) {
  const january = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  if (first && !january) return format(language, { ...(date.getUTCDate() > 1 && { day: "numeric" }), month: "short", year: "numeric" }).format(date);
  if (date.getUTCDate() > 1) return format(language, { day: "numeric", month: "short" }).format(date);
  if (date.getUTCMonth() > 0) return format(language, { month: "short" }).format(date);
  return format(language, { year: "numeric" }).format(date);
}

// monthText writes a month, "2025-09".
export function monthText(month, language) {
  return format(language, { month: "short", year: "numeric" }).format(new Date(`${month}-01T00:00:00Z`));
}
