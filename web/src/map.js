// The map of places where contacts took place: land without borders, and a circle per
// place. It shows no borders because it takes no side on where they run.
import { geoGraticule10, geoPath } from "d3-geo";
import { create } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { feature } from "topojson-client";
import coarse from "world-atlas/land-110m.json";
import { daysText } from "./dates.js";
import { located, named, projectionFor, radius, view } from "./globe.js";
import { button, calm, islands, make, tip, walk, wheelIsMeant } from "./island.js";

let land = coarse;
const near = 2.5; // the zoom from which on finer coasts are worth their half a megabyte
const finer = () => import("world-atlas/land-50m.json").then((m) => { land = m.default; }, () => {}); // else the coarse ones do

islands("map", (element, data, words) => {
  const places = located(data.places);
  if (!places.length) {
    element.hidden = true;
    return;
  }
  draw(element, places, words);
});

function draw(element, places, words) {
  const most = places[0].contacts;
  const svg = create("svg").attr("class", "map").attr("role", "group").attr("aria-label", words("label"));
  const frame = make("div", "drawing", svg.node());
  const box = tip(frame);
  const ground = svg.append("g").attr("aria-hidden", "true");
  const [sphere, lines, coast] = ["sphere", "graticule", "land"].map((c) => ground.append("path").attr("class", c));
  const when = (p) => (p.last ? words("last").replace("{date}", daysText(p.last, p.last, document.documentElement.lang)) : "");
  const marks = svg.append("g").selectAll("a").data(places).join("a")
    .attr("href", (p) => p.href).attr("tabindex", (p, i) => (i ? -1 : 0))
    .attr("aria-label", (p) => [p.name, words("contacts", p.contacts), when(p)].filter(Boolean).join(", "));
  const circles = marks.append("circle");
  const names = svg.append("g").attr("aria-hidden", "true").selectAll("text").data(places).join("text").attr("dy", ".35em").text((p) => p.name);

  let width = 0;
  let height = 0;
  let transform = zoomIdentity;
  let projection;
  let asked = false; // for finer coasts
  let points = []; // where the places are on the whole map
  let lengths = []; // how long their names are
  const size = (p) => radius(p.contacts, most, width);
  const at = (i) => transform.apply(points[i]);

  function paint() {
    ground.attr("transform", transform);
    marks.attr("transform", (p, i) => `translate(${at(i)})`);
    if (transform.k > near && !asked) {
      asked = true;
      finer().then(coasts);
    }
    const room = named(places.map((p, i) => [...at(i), size(p), lengths[i]]), 14, width);
    names.attr("visibility", (p, i) => (room[i] ? null : "hidden")).attr("transform", (p, i) => room[i] && `translate(${at(i)[0] + room[i][0]},${at(i)[1] + room[i][1]})`);
  }

  function coasts() {
    coast.attr("d", geoPath(projection)(feature(land, land.objects.land)));
  }

  const zoomed = zoom().scaleExtent([1, 40])
    .filter((event) => (event.type === "wheel" ? wheelIsMeant(event, element) : !event.button))
    .on("zoom", (event) => {
      transform = event.transform;
      box.hide();
      paint();
    });
  const moving = () => (calm() ? svg : svg.transition().duration(300));
  const focused = () => marks.nodes().indexOf(document.activeElement);
  const by = (k) => moving().call(zoomed.scaleBy, k, focused() < 0 ? null : at(focused()));
  const whole = () => moving().call(zoomed.transform, zoomIdentity);
  const bar = make("div", "tools", button("+", words("zoom-in"), () => by(2)), button("−", words("zoom-out"), () => by(0.5)), button("⤢", words("zoom-all"), whole));

  const number = (p) => places.indexOf(p);
  function tell(event, p) {
    const [x, y] = at(number(p));
    box.show(x, y - size(p) / 2, [["title", p.name], ["", words("contacts", p.contacts)], ["soft", when(p)]]);
  }
  marks.on("mouseenter", tell).on("mouseleave", () => box.hide()).on("blur", () => box.hide()).on("focus", (event, p) => {
    const [x, y] = at(number(p));
    if (x < 20 || x > width - 20 || y < 20 || y > height - 20) svg.call(zoomed.translateBy, (width / 2 - x) / transform.k, (height / 2 - y) / transform.k);
    tell(event, p);
  });
  walk(svg.node(), () => marks.nodes(), { "+": () => by(2), "=": () => by(2), "-": () => by(0.5), 0: whole, Escape: () => box.hide() });

  element.replaceChildren(frame);
  frame.append(bar);
  svg.call(zoomed).on("dblclick.zoom", null);
  new ResizeObserver(() => {
    if (frame.clientWidth === width || !frame.clientWidth) return;
    width = frame.clientWidth;
    height = Math.max(260, Math.round(width * 0.51));
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    projection = projectionFor(width, height);
    const path = geoPath(projection);
    sphere.attr("d", path({ type: "Sphere" }));
    lines.attr("d", path(geoGraticule10()));
    coasts();
    circles.attr("r", size);
    lengths = names.nodes().map((name) => name.getComputedTextLength());
    points = places.map((p) => projection([p.lon, p.lat]));
    zoomed.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
    const { k, x, y } = view(points, width, height, 6);
    svg.call(zoomed.transform, zoomIdentity.translate(x, y).scale(k));
  }).observe(frame);
}
