// The time line of contacts: a mark per contact, its kind by shape and its status by fill
// and strokes, in as many lanes as it takes. The data is a list of
// {id, title, kind, status, from, to, disputed, sides, href}. data-from and data-to are the
// first and the last day that it shows, where these are not those of the contacts.
import { axisBottom } from "d3-axis";
import { scaleUtc } from "d3-scale";
import { create } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { daysText, tickText } from "./dates.js";
import { button, calm, islands, make, tip, walk, wheelIsMeant } from "./island.js";
import { day, extent, laneHeight, lanes, placed } from "./lanes.js";
import { legend } from "./legend.js";
import { shape, strokes } from "./shapes.js";

const tall = 190; // the height of the marks, in pixels, unless there are too many for it
const edge = 16; // what is kept free at both sides
const foot = 26; // the height of the axis

// asThePageSays gives a contact the title and the sides that the page itself has for it,
// where it lists it: they are in the language of the page, and a page about two parties
// does not name them again.
function asThePageSays(c) {
  const link = document.querySelector(`main a.contact[href="${CSS.escape(c.href)}"]`);
  const sides = [...(link?.closest("li, tr")?.querySelectorAll("a.party") ?? [])].map((side) => side.textContent.trim());
  if (link) return { ...c, title: link.textContent.trim(), sides };
  return c.sides.every((side) => c.title.includes(side)) ? { ...c, sides: [] } : c; // told once is enough
}

islands("timeline", (element, data, words) => {
  const contacts = placed(data).map(asThePageSays);
  if (!contacts.length) {
    element.hidden = true;
    return;
  }
  draw(element, contacts, words);
});

function draw(element, contacts, words) {
  const language = document.documentElement.lang;
  const today = Date.parse(`${element.dataset.today}T12:00:00Z`);
  const svg = create("svg").attr("class", "timeline").attr("role", "group").attr("aria-label", words("label"));
  const frame = make("div", "drawing", svg.node());
  const box = tip(frame);
  const axis = svg.append("g").attr("class", "axis");
  const now = svg.append("g").attr("class", "today");
  now.append("line");
  now.append("text").attr("y", 14).text(words("today"));
  const marks = svg.append("g").selectAll("a").data(contacts).join("a")
    .attr("href", (c) => c.href)
    .attr("tabindex", (c, i) => (i ? -1 : 0))
    .attr("aria-label", (c) => [c.title, when(c), c.sides.join(" – "), words(`status-${c.status}`), c.disputed ? words("disputed") : ""].filter(Boolean).join(", "))
    .attr("class", (c) => `mark-of ${c.status}${c.disputed ? " disputed" : ""}`);
  marks.append("line").attr("class", "lasting");
  const signs = marks.append("g");
  signs.filter((c) => c.disputed).append("circle").attr("class", "doubt").attr("r", 10.5);
  signs.append("path").attr("class", "shape").attr("d", (c) => shape(c.kind));
  signs.filter((c) => strokes(c.status)).append("path").attr("class", "stroke").attr("d", (c) => strokes(c.status));

  const { from, to } = element.dataset;
  const full = scaleUtc().domain(from && to ? [day(from), day(to) + 864e5] : extent(contacts, today));
  const days = (full.domain()[1] - full.domain()[0]) / 864e5;
  let width = 0;
  let scale = full;
  let transform = zoomIdentity;
  const place = new Map(); // where the mark of a contact stands

  function when(c) {
    return daysText(c.from, c.to, language);
  }

  // paint puts everything where it belongs at the present zoom.
  function paint() {
    scale = transform.rescaleX(full);
    const spans = contacts.map((c) => {
      const left = scale(c.start);
      // A day has its mark in its middle; what lasts longer has it where it begins.
      const long = c.end - c.start > 864e5;
      const at = long ? left : scale((c.start + c.end) / 2);
      return [at - 8, long ? Math.max(scale(c.end), at + 8) : at + 8];
    });
    const lane = lanes(spans, 3);
    const count = Math.max(...lane) + 1;
    const step = laneHeight(count, tall - 24, 12, 22);
    const height = Math.max(72, count * step + 24) + foot;
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    contacts.forEach((c, i) => place.set(c, [spans[i][0] + 8, height - foot - 14 - lane[i] * step, spans[i][1]]));
    const size = Math.min(1, step / 15);
    signs.attr("transform", (c) => `translate(${place.get(c)[0]},${place.get(c)[1]}) scale(${size})`);
    marks.select(".lasting")
      .attr("x1", (c) => place.get(c)[0]).attr("x2", (c) => place.get(c)[2])
      .attr("y1", (c) => place.get(c)[1]).attr("y2", (c) => place.get(c)[1])
      .attr("visibility", (c) => (c.end - c.start > 864e5 ? null : "hidden"));
    const oneDay = scale(864e5) - scale(0);
    const ticks = scale.ticks(Math.max(2, Math.min(10, width / 90))).filter((d) => d % 864e5 === 0);
    // A tick is where a day begins; where each day has one, its name stands below the day.
    const aside = ticks[1] - ticks[0] === 864e5 ? oneDay / 2 : 0;
    const named = ticks.filter((d) => scale(d) + aside > 34 && scale(d) + aside < width - 30);
    axis.attr("transform", `translate(0,${height - foot})`)
      .call(axisBottom(scale).tickValues(named).tickSizeOuter(0).tickFormat((d, i) => tickText(d, i === 0, language)))
      .selectAll("text").attr("x", aside);
    const x = scale(today);
    now.attr("visibility", x > 0 && x < width ? null : "hidden");
    now.select("line").attr("x1", x).attr("x2", x).attr("y1", 18).attr("y2", height - foot);
    now.select("text").attr("x", x);
  }

  const zoomed = zoom().scaleExtent([1, Math.max(1, days / 3)])
    .filter((event) => (event.type === "wheel" ? wheelIsMeant(event, element) : !event.button))
    .on("zoom", (event) => {
      transform = event.transform;
      box.hide();
      paint();
    });
  const moving = () => (calm() ? svg : svg.transition().duration(250));
  const focused = () => contacts[marks.nodes().indexOf(document.activeElement)];
  const by = (k) => moving().call(zoomed.scaleBy, k, place.get(focused()) ?? null);
  const whole = () => moving().call(zoomed.transform, zoomIdentity);
  const bar = make("div", "tools", button("+", words("zoom-in"), () => by(2)), button("−", words("zoom-out"), () => by(0.5)), button("⤢", words("zoom-all"), whole));

  function tell(event, c) {
    const [x, y] = place.get(c);
    const below = frame.clientWidth / width;
    box.show(x * below, y * below, [["title", c.title], ["", when(c)], ["", c.sides.join(" – ")], [`status ${c.status}`, words(`status-${c.status}`)], ["doubt", c.disputed ? words("disputed") : ""]]);
  }
  marks.on("mouseenter", tell).on("mouseleave", () => box.hide()).on("blur", () => box.hide()).on("focus", (event, c) => {
    const x = scale(c.start);
    if (x < edge || x > width - edge) svg.call(zoomed.translateBy, (width / 2 - x) / transform.k, 0);
    tell(event, c);
  });
  walk(svg.node(), () => marks.nodes(), { "+": () => by(2), "=": () => by(2), "-": () => by(0.5), 0: whole, Escape: () => box.hide() });

  element.replaceChildren(make("div", "over", legend(contacts, words), bar), frame);
  svg.call(zoomed).on("dblclick.zoom", null);
  new ResizeObserver(() => {
    if (frame.clientWidth === width || !frame.clientWidth) return;
    width = frame.clientWidth;
    full.range([edge, width - edge]);
    zoomed.extent([[0, 0], [width, tall]]).translateExtent([[0, 0], [width, tall]]);
    svg.call(zoomed.transform, zoomIdentity);
  }).observe(frame);
}
