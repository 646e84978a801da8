// sorted puts rows in the order of their keys, texts as a reader of the language expects
// them and numbers by their value. Equal rows keep their order in either direction, and
// rows without a key come last.
export function sorted(rows, key, descending, language) {
  const collator = new Intl.Collator(language || undefined, { numeric: true, sensitivity: "base" });
  const keyed = rows.map((row) => [key(row), row]);
  keyed.sort(([a], [b]) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    const order = collator.compare(a, b);
    return descending ? -order : order;
  });
  return keyed.map(([, row]) => row);
}
