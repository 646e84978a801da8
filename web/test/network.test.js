import assert from "node:assert/strict";
import { test } from "node:test";
import { mix } from "../src/colours.js";
import { edgeSize, found, graphOf, nodeSize, pairOf, ranked, stroke, tone } from "../src/graph.js";
import { overlap } from "../src/labels.js";
import { lastDay, months, within } from "../src/months.js";

const data = {
  nodes: ["FRA", "DEU", "TUR", "EGY", "QAT"].map((id, i) => ({ id, name: `Party ${id}`, type: "state", contacts: 10 - i })),
  edges: [
    { from: "DEU", to: "FRA", contacts: 6, held: 5, planned: 1, denied: 0, disputed: 0 },
    { from: "FRA", to: "TUR", contacts: 2, held: 0, planned: 2, denied: 0, disputed: 0 },
    { from: "EGY", to: "QAT", contacts: 1, held: 0, planned: 0, denied: 1, disputed: 0 },
  ],
};
const places = (graph) => graph.mapNodes((id, n) => [id, n.x, n.y]);

test("the same network has the same picture, whatever order it comes in", () => {
  const once = graphOf(data, 1.5);
  assert.deepEqual(places(graphOf(data, 1.5)), places(once));
  assert.deepEqual(places(graphOf({ nodes: data.nodes.toReversed(), edges: data.edges.toReversed() }, 1.5)), places(once));
  for (const [id, x, y] of places(once)) assert.ok(Number.isFinite(x) && Number.isFinite(y), id);
});

test("parties with contacts stand nearer than those without", () => {
  const graph = graphOf(data, 1);
  const far = (a, b) => Math.hypot(graph.getNodeAttribute(a, "x") - graph.getNodeAttribute(b, "x"), graph.getNodeAttribute(a, "y") - graph.getNodeAttribute(b, "y"));
  assert.ok(far("DEU", "FRA") < far("DEU", "QAT"));
  assert.ok(far("EGY", "QAT") < far("EGY", "TUR"));
});

test("parties of before stay where they were", () => {
  const before = graphOf(data, 1.5);
  const more = { nodes: [...data.nodes, { id: "JOR", name: "Jordan", type: "state", contacts: 1 }], edges: [...data.edges, { from: "EGY", to: "JOR", contacts: 1, held: 1 }] };
  const after = graphOf(more, 1.5, before);
  for (const [id, x, y] of places(before)) {
    assert.ok(Math.abs(after.getNodeAttribute(id, "x") - x) < 1e-9 && Math.abs(after.getNodeAttribute(id, "y") - y) < 1e-9, id);
  }
  assert.ok(Number.isFinite(after.getNodeAttribute("JOR", "x")));
});

test("networks of nobody, of one, and with lines that lead nowhere", () => {
  assert.equal(graphOf({ nodes: [], edges: [] }, 1).order, 0);
  assert.equal(graphOf({ nodes: data.nodes.slice(0, 1), edges: [] }, 1).order, 1);
  const odd = graphOf({ nodes: data.nodes, edges: [...data.edges, data.edges[0], { from: "FRA", to: "FRA", contacts: 1 }, { from: "FRA", to: "XXX", contacts: 1 }] }, 1);
  assert.equal(odd.size, 3);
});

test("sizes grow with contacts", () => {
  assert.ok(nodeSize(1, 100) < nodeSize(50, 100) && nodeSize(50, 100) < nodeSize(100, 100));
  assert.equal(nodeSize(100, 100), 19);
  assert.ok(edgeSize(1) < edgeSize(10) && edgeSize(1e6) <= 7);
});

test("a line is told by colour and by its strokes", () => {
  assert.deepEqual(data.edges.map(tone), ["held", "planned", "denied"]);
  assert.deepEqual(data.edges.map(stroke), ["line", "dashed", "dotted"]);
  assert.equal(tone({ held: 3, disputed: 1 }), "disputed");
  assert.equal(stroke({ held: 3, disputed: 1 }), "line");
});

test("parties are listed by contacts and found by their names without accents", () => {
  const nodes = [{ id: "a", name: "Türkiye", contacts: 1 }, { id: "b", name: "Côte d’Ivoire", contacts: 3 }, { id: "c", name: "Egypt", contacts: 1 }];
  assert.deepEqual(ranked({ nodes }).map((n) => n.id), ["b", "a", "c"]);
  assert.deepEqual(found(nodes, " turk").map((n) => n.id), ["a"]);
  assert.deepEqual(found(nodes, "COTE").map((n) => n.id), ["b"]);
  assert.equal(found(nodes, "").length, 3);
});

test("a pair has one address in either direction", () => {
  assert.equal(pairOf({ from: "TUR", to: "FRA" }), "FRA-TUR");
  assert.equal(pairOf({ from: "FRA", to: "a b" }), "FRA-a%20b");
});

test("contacts by month, with the months that have none", () => {
  const days = [{ day: "2026-01-31", contacts: 2 }, { day: "2025-11-02", contacts: 1 }, { day: "2026-01-01", contacts: 3 }];
  const list = [{ month: "2025-11", contacts: 1 }, { month: "2025-12", contacts: 0 }, { month: "2026-01", contacts: 5 }];
  assert.deepEqual(months(days), list);
  assert.deepEqual(months([]), []);
  assert.deepEqual(within(list, "", ""), [0, 2]);
  assert.deepEqual(within(list, "2025-12-10", "2025-12-20"), [1, 1]);
  assert.deepEqual(within(list, "2020-01-01", "2030-01-01"), [0, 2]);
  assert.equal(lastDay("2024-02"), "2024-02-29");
  assert.equal(lastDay("2025-12"), "2025-12-31");
});

test("colours are mixed, boxes meet", () => {
  assert.equal(mix("#ff0000", "#0000ff", 1), "#ff0000");
  assert.equal(mix("#ffffff", "#000000", 0.5), "#808080");
  assert.ok(overlap([0, 0, 10, 10], [9, 9, 20, 20]));
  assert.ok(!overlap([0, 0, 10, 10], [10, 0, 20, 10]));
});
