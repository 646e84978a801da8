// wordsOf reads the anchor of words in a document, #w120-145, half open bytes of its text;
// null when an anchor is none of these.
export function wordsOf(hash) {
  const [, start, end] = /^#w(\d{1,9})-(\d{1,9})$/.exec(hash) ?? [];
  return Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

// byteRange finds the characters (UTF-16 units, half open) of a text that lie in the bytes
// from start to end of it in UTF-8, as far as they lie in it; null when none does.
export function byteRange(text, start, end) {
  let bytes = 0;
  let units = 0;
  let first = -1;
  for (const character of text) {
    if (bytes >= end) break;
    if (first < 0 && bytes >= start) first = units;
    bytes += utf8Length(character.codePointAt(0));
    units += character.length;
  }
  return first < 0 || first === units ? null : { start: first, end: units };
}

function utf8Length(point) {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
