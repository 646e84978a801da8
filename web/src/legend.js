// The legend of the time line: the kinds and statuses that there are in it.
import { create } from "d3-selection";
import { make } from "./island.js";
import { kinds, shape, statuses, strokes } from "./shapes.js";

function sign(kind, status, disputed) {
  const svg = create("svg").attr("viewBox", "-11 -11 22 22").attr("width", 18).attr("height", 18).attr("aria-hidden", "true").attr("class", `mark-of ${status}`);
  if (disputed) svg.append("circle").attr("class", "doubt").attr("r", 10);
  svg.append("path").attr("class", "shape").attr("d", shape(kind));
  if (strokes(status)) svg.append("path").attr("class", "stroke").attr("d", strokes(status));
  return svg.node();
}

// legend lists them, each with its sign.
export function legend(contacts, words) {
  const has = (name, value) => contacts.some((c) => c[name] === value);
  const items = [
    ...kinds.filter((k) => has("kind", k)).map((k) => [sign(k, "any"), words(`kind-${k}`)]),
    ...statuses.filter((s) => has("status", s)).map((s) => [sign("call", s), words(`status-${s}`)]),
    ...(has("disputed", true) ? [[sign("call", "any", true), words("disputed")]] : []),
  ];
  return make("ul", "legend", ...items.map((item) => make("li", "", ...item)));
}
