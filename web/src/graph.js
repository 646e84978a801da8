// The network as a graph that is drawn: where its parties stand, how large they are, what
// their lines look like. The data is
// {nodes: [{id, name, type, contacts}], edges: [{from, to, contacts, held, planned, denied, disputed, first, last}]}.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

// graphOf makes a graph with a place for each party. The same data gives the same places:
// parties start on a circle in the order of their ids and are drawn together by what was
// between them. The picture is stretched in width so many times. Parties of before stay
// where they were.
export function graphOf(data, stretch, before) {
  const graph = new Graph({ type: "undirected", multi: false });
  const nodes = [...data.nodes].sort(byId);
  const most = Math.max(1, ...nodes.map((n) => n.contacts));
  nodes.forEach((n, i) => {
    const angle = (2 * Math.PI * i) / nodes.length;
    const known = before?.hasNode(n.id) ? before.getNodeAttributes(n.id) : null;
    graph.addNode(n.id, {
      ...n, kind: n.type, type: "circle", label: n.name, size: nodeSize(n.contacts, most), fixed: known !== null,
      x: known ? known.x / stretch : 100 * Math.cos(angle), y: known?.y ?? 100 * Math.sin(angle),
    });
  });
  const edges = [...data.edges].sort((a, b) => (a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1));
  for (const e of edges) {
    if (!graph.hasNode(e.from) || !graph.hasNode(e.to) || e.from === e.to || graph.hasEdge(e.from, e.to)) continue;
    graph.addEdge(e.from, e.to, { ...e, type: stroke(e), size: edgeSize(e.contacts), weight: 1 + Math.log2(Math.max(1, e.contacts)), tone: tone(e) });
  }
  layout(graph);
  graph.updateEachNodeAttributes((_, n) => ({ ...n, x: n.x * stretch }));
  return graph;
}

function byId(a, b) {
  return a.id < b.id ? -1 : 1;
}

function layout(graph) {
  if (graph.order < 2 || graph.everyNode((_, n) => n.fixed)) return;
  forceAtlas2.assign(graph, {
    iterations: graph.order > 800 ? 120 : graph.order > 250 ? 250 : 500,
    settings: { ...forceAtlas2.inferSettings(graph.order), gravity: 4 / graph.order, strongGravityMode: true, scalingRatio: 12, edgeWeightInfluence: 1, adjustSizes: graph.order < 200, barnesHutOptimize: graph.order > 400, slowDown: 5 },
  });
}

// nodeSize is the radius of a party in pixels: its area goes by its contacts.
export const nodeSize = (contacts, most) => 4 + 15 * Math.sqrt(contacts / most);

// edgeSize is the width of a line in pixels.
export const edgeSize = (contacts) => Math.min(7, 1 + 0.8 * Math.log2(1 + contacts));

// tone is what a line is told by: that accounts differ, that something was held, or else
// that all of it is planned, or denied.
export function tone(edge) {
  if (edge.disputed) return "disputed";
  if (edge.held) return "held";
  if (edge.planned) return "planned";
  return edge.denied ? "denied" : "held";
}

// stroke is how the line is drawn, which tells the same without colours: what is only
// planned is dashed, what is only denied is dotted.
export const stroke = (edge) => ({ planned: "dashed", denied: "dotted" })[tone(edge)] ?? "line";

// ranked are the parties by their contacts, the most first.
export const ranked = (data) => [...data.nodes].sort((a, b) => b.contacts - a.contacts || byId(a, b));

// found are the parties whose names have a text in them, whatever its case and accents.
export function found(nodes, text) {
  const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const wanted = plain(text.trim());
  return nodes.filter((n) => plain(n.name).includes(wanted));
}

// pairOf is the id of two parties in the address of their page.
export const pairOf = (edge) => [edge.from, edge.to].sort().map(encodeURIComponent).join("-");
