// Dates as the pages write them: in English the day first, 18 Sep 2025. All but times are
// days, so that their time zone is always UTC.

const formats = new Map();

function format(language, options) {
  const key = language + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, writer(language, { timeZone: "UTC", ...options }));
  return formats.get(key);
}

function writer(language, options) {
  const f = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language || undefined, options);
  const plain = (s) => (language === "en" ? s.replaceAll("Sept", "Sep") : s).replace(/(\d)\s*–\s*(\d)/g, "$1–$2");
  return { format: (d) => plain(f.format(d)), formatRange: (a, b) => plain(f.formatRange(a, b)) };
}

// timeText writes a moment in the reader's own time zone.
export const timeText = (date, language) => writer(language, { dateStyle: "medium", timeStyle: "short" }).format(date);

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
