// A control for a stretch of time: contacts by month as bars, and a slider for the first
// and the last month. It goes with the form that has the same as days.
import { create } from "d3-selection";
import { monthText } from "./dates.js";
import { make } from "./island.js";
import { lastDay, months, within } from "./months.js";

// range draws the control, or returns null when the days give nothing to choose from.
// changed(from, to) is called with days, "" where the page came with none, when the reader
// has chosen.
export function range(days, form, words, changed) {
  const list = months(days ?? []);
  if (list.length < 2) return null;
  const language = document.documentElement.lang;
  const most = Math.max(...list.map((m) => m.contacts));
  const svg = create("svg").attr("viewBox", `0 0 ${list.length} 100`).attr("preserveAspectRatio", "none").attr("class", "months").attr("aria-hidden", "true");
  const bars = svg.selectAll("rect").data(list).join("rect")
    .attr("x", (m, i) => i + 0.08).attr("width", 0.84).attr("y", (m) => 100 - (100 * m.contacts) / most).attr("height", (m) => (100 * m.contacts) / most);
  const input = (name) => form?.elements.namedItem(name);
  const slider = (name, value) => {
    const s = make("input");
    Object.assign(s, { type: "range", min: 0, max: list.length, step: 1, value, ariaLabel: words(name) });
    return s;
  };
  const [first, last] = within(list, input("from")?.value, input("to")?.value);
  // Their places are those between the bars: from stands before its month, to behind it.
  const [from, to] = [slider("from", first), slider("to", last + 1)];
  const said = make("output", "chosen");

  function show() {
    const [a, b] = [from.valueAsNumber, to.valueAsNumber - 1];
    bars.attr("class", (m, i) => (i >= a && i <= b ? "in" : "out"));
    from.ariaValueText = monthText(list[a].month, language);
    to.ariaValueText = monthText(list[b].month, language);
    said.value = a === b ? from.ariaValueText : `${from.ariaValueText} – ${to.ariaValueText}`;
  }

  let waiting;
  function moved(event) {
    // There is a month between the ends at least: one takes the other along.
    if (event.target === from) {
      from.value = Math.min(from.valueAsNumber, list.length - 1);
      to.value = Math.max(to.valueAsNumber, from.valueAsNumber + 1);
    } else {
      to.value = Math.max(to.valueAsNumber, 1);
      from.value = Math.min(from.valueAsNumber, to.valueAsNumber - 1);
    }
    show();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // The whole of it is what the page came with.
      const whole = from.valueAsNumber === 0 && to.valueAsNumber === list.length;
      const a = whole ? input("from")?.defaultValue ?? "" : `${list[from.valueAsNumber].month}-01`;
      const b = whole ? input("to")?.defaultValue ?? "" : lastDay(list[to.valueAsNumber - 1].month);
      if (input("from")) input("from").value = a;
      if (input("to")) input("to").value = b;
      changed(a, b);
    }, 250);
  }
  from.addEventListener("input", moved);
  to.addEventListener("input", moved);
  show();
  return make("div", "range", said, make("div", "track", svg.node(), from, to));
}
