// The drawing of the network: parties on a canvas, what is told of the one that is pointed
// at, all of them as links, the control of time.
import Sigma from "sigma";
import { colours as read, mix } from "./colours.js";
import { daysText } from "./dates.js";
import { found, graphOf, pairOf, ranked } from "./graph.js";
import { button, calm, load, make, nameOf, walk, wheelIsMeant } from "./island.js";
import { labels } from "./labels.js";
import { range } from "./range.js";
import { lines } from "./strokes.js";

// draw fills the island.
export function draw(element, data, words) {
  data = withNames(data);
  const scale = Math.max(0.5, Math.min(1, element.clientWidth / 900)); // of circles, on small screens
  const stretch = Math.max(1, Math.min(1.6, (element.clientWidth - 272) / 600));
  let graph = graphOf(data, stretch);
  let near = null; // the party that is pointed at, and its neighbours
  let line = null; // the line that is pointed at
  let colours = read(element);

  const stage = make("div", "stage");
  Object.assign(stage, { tabIndex: 0, role: "group", ariaLabel: words("label") });
  const told = make("p", "told", words("hint"));
  const nothing = make("p", "nothing", words("empty"));
  const list = make("ul", "parties");
  const search = make("input");
  Object.assign(search, { type: "search", ariaLabel: words("search"), placeholder: words("search") });
  const drawing = make("div", "drawing", stage, nothing, told);
  const aside = make("div", "beside", search, list);
  const form = document.getElementById(element.dataset.form);
  const time = range(data.days, form, words, chosen);
  const tones = make("ul", "legend", ...["held", "planned", "denied", "disputed"].filter((t) => graph.someEdge((_, e) => e.tone === t)).map((t) => make("li", `line ${t}`, words(`edge-${t}`))));
  const bar = make("div", "tools");
  element.replaceChildren(make("div", "over", tones, bar), make("div", "both", drawing, aside), ...(time ? [time] : []));

  const drawers = labels(() => colours);
  const sigma = new Sigma(graph, stage, {
    enableEdgeEvents: true, enableCameraRotation: false, minCameraRatio: 0.05, maxCameraRatio: 2, zIndex: true, stagePadding: 48,
    labelSize: 13, labelRenderedSizeThreshold: 4, labelDensity: 4, labelGridCellSize: 60, minEdgeThickness: 0.7,
    edgeProgramClasses: lines, defaultDrawNodeLabel: drawers.name, defaultDrawNodeHover: drawers.pointed, nodeReducer, edgeReducer,
  });
  sigma.on("beforeRender", drawers.start);
  sigma.on("afterRender", drawers.flush);
  sigma.refresh(); // the first picture was drawn before anyone listened
  const camera = sigma.getCamera();
  const duration = () => (calm() ? 0 : 250);
  const closer = () => camera.animatedZoom({ duration: duration() });
  const farther = () => camera.animatedUnzoom({ duration: duration() });
  const whole = () => camera.animatedReset({ duration: duration() });
  bar.append(button("+", words("zoom-in"), closer), button("−", words("zoom-out"), farther), button("⤢", words("zoom-all"), whole));

  function nodeReducer(id, node) {
    const own = !node.kind || node.kind === "party" ? colours.accent : mix(colours.soft, colours.raised, 0.85);
    const size = node.size * scale;
    if (!near) return { ...node, size, color: own };
    const close = near.has(id);
    return { ...node, size, color: close ? own : mix(own, colours.raised, 0.18), label: close ? node.label : "", forceLabel: close, highlighted: id === near.of, zIndex: close ? 1 : 0 };
  }

  function edgeReducer(id, edge) {
    const base = edge.tone === "held" ? mix(colours.soft, colours.raised, 0.5) : mix(colours[edge.tone], colours.raised, 0.75);
    const close = id === line || (near && graph.extremities(id).includes(near.of));
    if (close) return { ...edge, color: edge.tone === "held" ? colours.soft : colours[edge.tone], size: edge.size + 0.8, zIndex: 1 };
    return near || line ? { ...edge, color: mix(base, colours.raised, 0.25) } : { ...edge, color: base };
  }

  // point shows a party with its neighbours and tells of it; null points at nothing.
  function point(id) {
    near = id && graph.hasNode(id) ? new Set([id, ...graph.neighbors(id)]) : null;
    if (near) near.of = id;
    line = null;
    tell(near ? ofParty(id) : [words("hint")]);
    sigma.refresh({ skipIndexation: true });
  }
  function tell(lines) {
    told.replaceChildren(...lines);
  }
  function ofParty(id) {
    const n = graph.getNodeAttributes(id);
    const partners = graph.mapEdges(id, (_, e, a, b) => ({ name: graph.getNodeAttribute(a === id ? b : a, "name"), n: e.contacts })).sort((a, b) => b.n - a.n);
    const kind = n.kind ? words(`type-${n.kind}`) : "";
    return [make("strong", "", n.name), make("span", "", [kind, words("contacts", n.contacts), words("partners", partners.length)].filter(Boolean).join(" · ")),
      make("span", "soft", partners.slice(0, 5).map((p) => `${p.name} ${p.n}`).join(", "))];
  }
  function ofLine(id) {
    const e = graph.getEdgeAttributes(id);
    const counts = ["held", "planned", "denied", "disputed"].filter((k) => e[k]).map((k) => words(k, e[k]));
    return [make("strong", "", [e.from, e.to].map((p) => graph.getNodeAttribute(p, "name")).join(" – ")), make("span", "", [words("contacts", e.contacts), ...counts].join(" · ")),
      make("span", "soft", e.first ? daysText(e.first, e.last, document.documentElement.lang) : "")];
  }

  const hrefOf = (node) => element.dataset.hrefNode.replace("{id}", encodeURIComponent(node));
  const hrefOfLine = (id) => element.dataset.hrefEdge.replace("{id}", pairOf(graph.getEdgeAttributes(id)));
  const follow = (href, event) => (event.original.ctrlKey || event.original.metaKey ? open(href, "_blank", "noopener") : location.assign(href));
  sigma.on("enterNode", ({ node }) => { point(node); stage.classList.add("pointing"); });
  sigma.on("leaveNode", () => { point(null); stage.classList.remove("pointing"); });
  sigma.on("enterEdge", ({ edge }) => { line = edge; tell(ofLine(edge)); stage.classList.add("pointing"); sigma.refresh({ skipIndexation: true }); });
  sigma.on("leaveEdge", () => { point(null); stage.classList.remove("pointing"); });
  sigma.on("clickNode", ({ node, event }) => follow(hrefOf(node), event));
  sigma.on("clickEdge", ({ edge, event }) => follow(hrefOfLine(edge), event));
  drawing.addEventListener("wheel", (event) => { if (!wheelIsMeant(event, element)) event.stopPropagation(); }, { capture: true });
  stage.addEventListener("keydown", (event) => {
    const step = 0.1 * camera.ratio;
    const move = (x, y) => camera.animate({ x: camera.x + x * step, y: camera.y + y * step }, { duration: duration() });
    const act = { "+": closer, "=": closer, "-": farther, 0: whole, ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, 1), ArrowDown: () => move(0, -1) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  // Parties by their contacts, each a link: what the pointer finds on the canvas, the
  // keyboard finds here.
  function fill() {
    const parties = found(ranked(data), search.value);
    list.replaceChildren(...parties.map((n, i) => {
      const a = make("a", "", make("span", "name", n.name), make("span", "count", String(n.contacts)));
      Object.assign(a, { href: hrefOf(n.id), tabIndex: i ? -1 : 0 });
      a.dataset.id = n.id;
      return make("li", "", a);
    }));
    nothing.hidden = data.nodes.length > 0;
  }
  const show = (id) => {
    const at = sigma.getNodeDisplayData(id);
    if (at && camera.ratio < 0.7) camera.animate({ x: at.x, y: at.y }, { duration: duration() });
    point(id);
  };
  list.addEventListener("focusin", (event) => show(event.target.dataset.id));
  list.addEventListener("mouseover", (event) => point(event.target.closest("a")?.dataset.id));
  for (const end of ["focusout", "mouseleave"]) list.addEventListener(end, () => point(null));
  walk(list, () => [...list.querySelectorAll("a")], {});
  search.addEventListener("input", () => {
    fill();
    const parties = found(data.nodes, search.value);
    point(search.value && parties.length === 1 ? parties[0].id : null);
  });
  search.addEventListener("keydown", (event) => { if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); list.querySelector("a")?.focus(); } });
  fill();

  // chosen fetches the network of another stretch of time, and what else on the page goes
  // with it: the elements marked data-refresh.
  let asked = 0;
  async function chosen(from, to) {
    const twin = new URL(element.dataset.src, location.href);
    const page = new URL(location.href);
    for (const address of [twin, page]) {
      for (const [name, value] of [["from", from], ["to", to]]) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    }
    const mine = ++asked;
    let news, html;
    try {
      news = withNames(await load(twin, element.dataset.at));
      html = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html");
    } catch {
      tell([words("failed")]);
      return;
    }
    if (mine !== asked) return; // the reader has moved on meanwhile
    data = news;
    point(null);
    graph = graphOf(data, stretch, graph);
    sigma.setGraph(graph);
    fill();
    history.replaceState(null, "", page);
    for (const old of document.querySelectorAll("[data-refresh][id]")) {
      const fresh = html.getElementById(old.id);
      if (fresh) old.replaceWith(fresh);
    }
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours = read(element); sigma.refresh(); });
}

// withNames calls the parties as the page does.
function withNames(data) {
  return { ...data, nodes: data.nodes.map((n) => ({ ...n, name: nameOf(n.id, n.name) })) };
}
