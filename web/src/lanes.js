// lanes gives each mark the lowest lane in which it overlaps no earlier one. Marks are
// [left, right] in pixels, in the order of left; gap is what must lie between two. Lane 0
// is the one beside the axis.
export function lanes(marks, gap) {
  const ends = [];
  return marks.map(([left, right]) => {
    let lane = ends.findIndex((end) => end + gap <= left);
    if (lane < 0) lane = ends.length;
    ends[lane] = right;
    return lane;
  });
}

// laneHeight is how far lanes are apart, in pixels, so that they fit into a height as
// well as may be: never less than least, whatever that takes.
export function laneHeight(count, height, least, most) {
  return Math.max(least, Math.min(most, height / Math.max(1, count)));
}

// day is the time at which a day, "2025-09-18", begins.
export const day = (s) => Date.parse(`${s}T00:00:00Z`);

// placed makes contacts ready to be drawn: those with a day, in the order of their days,
// with these as times (UTC) from the start of the first to the end of the last. The same
// contacts give the same order.
export function placed(contacts) {
  return contacts
    .map((c) => ({ ...c, start: day(c.from), end: day(c.to ?? c.from) + 864e5, sides: c.sides ?? [] }))
    .filter((c) => Number.isFinite(c.start) && Number.isFinite(c.end))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

// extent is the time that contacts lie in, with room at both sides; today is in it when
// it is near, so that what lies ahead is told from what is past.
export function extent(contacts, today) {
  const first = Math.min(...contacts.map((c) => c.start));
  const last = Math.max(...contacts.map((c) => c.end));
  const room = Math.max((last - first) * 0.03, 5 * 864e5);
  const near = Number.isFinite(today) && today > first - 4 * room && today < last + 4 * room;
  return [Math.min(first, near ? today : first) - room, Math.max(last, near ? today : last) + room];
}
