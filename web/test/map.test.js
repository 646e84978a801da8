import assert from "node:assert/strict";
import { test } from "node:test";
import { located, named, projectionFor, radius, view } from "../src/globe.js";

test("places without coordinates are left to the table, the largest are drawn first", () => {
  const places = [
    { name: "Doha", lat: 25.3, lon: 51.5, contacts: 2 }, { name: "Nowhere", lat: null, lon: null, contacts: 9 },
    { name: "Cairo", lat: 30, lon: 31.2, contacts: 2 }, { name: "Paris", lat: 48.9, lon: 2.4, contacts: 5 },
    { name: "Null Island", lat: 0, lon: 0, contacts: 1 }, { name: "Off", lat: 91, lon: 0, contacts: 1 }, { name: "Text", lat: "1", lon: "2", contacts: 1 },
  ];
  assert.deepEqual(located(places).map((p) => p.name), ["Paris", "Cairo", "Doha", "Null Island"]);
});

test("the whole world is on the map", () => {
  const project = projectionFor(1000, 510);
  for (const at of [[0, 0], [-180, 0], [180, 0], [0, 90], [0, -90], [179, -60]]) {
    const [x, y] = project(at);
    assert.ok(x >= 0 && x <= 1000 && y >= 0 && y <= 510, `${at} is at ${x}, ${y}`);
  }
});

test("the area of a circle goes by the contacts", () => {
  assert.equal(radius(100, 100, 1200), 18);
  assert.equal((radius(100, 100, 1200) - 3) / (radius(25, 100, 1200) - 3), 2);
  assert.ok(radius(100, 100, 360) < 11, "smaller where the map is");
});

test("the first view shows all places, and no more than the world", () => {
  for (const points of [[[500, 250]], [[10, 10], [990, 500]], [[480, 100], [560, 180]], [[0, 0], [30, 20]]]) {
    const { k, x, y } = view(points, 1000, 510, 6);
    assert.ok(k >= 1 && k <= 6);
    for (const [px, py] of points) assert.ok(px * k + x >= 0 && px * k + x <= 1000 && py * k + y >= 0 && py * k + y <= 510, `${px}, ${py}`);
    assert.ok(x <= 0 && y <= 0 && x >= 1000 * (1 - k) && y >= 510 * (1 - k));
  }
});

test("names are at the right, or elsewhere where there is no room, or nowhere", () => {
  assert.deepEqual(named([[100, 100, 5, 40]], 12, 500), [[28, 0]]);
  const pair = named([[100, 100, 5, 40], [70, 100, 5, 40]], 12, 500);
  assert.deepEqual(pair, [[28, 0], [-28, 0]], "a name is not written over the middle of another place");
  assert.deepEqual(named([[490, 100, 5, 40]], 12, 500), [[-28, 0]], "a name stays on the map");
  const crowd = named(Array.from({ length: 30 }, () => [100, 100, 5, 40]), 12, 500);
  assert.ok(crowd.filter((at) => at !== null).length <= 4);
});

test("no name is over another", () => {
  const circles = Array.from({ length: 60 }, (_, i) => [(i * 137) % 500, (i * 71) % 300, 4 + (i % 7), 50]);
  const boxes = named(circles, 12, 500).flatMap((at, i) => (at ? [[circles[i][0] + at[0], circles[i][1] + at[1]]] : []));
  assert.ok(boxes.length > 10);
  boxes.forEach((a, i) => boxes.forEach((b, j) => assert.ok(i === j || Math.abs(a[0] - b[0]) >= 50 || Math.abs(a[1] - b[1]) >= 12)));
});
