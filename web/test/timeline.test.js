import assert from "node:assert/strict";
import { test } from "node:test";
import { daysText, monthText, tickText, timeText } from "../src/dates.js";
import { extent, laneHeight, lanes, placed } from "../src/lanes.js";
import { kinds, shape, strokes } from "../src/shapes.js";

const utc = (s) => new Date(`${s}T00:00:00Z`);
const plain = (s) => s.replace(/[\u2009\u202f\u00a0]/g, " ");

test("marks that overlap are put in different lanes, the lowest first", () => {
  assert.deepEqual(lanes([[0, 10], [5, 15], [8, 18], [14, 20], [30, 40]], 3), [0, 1, 2, 0, 0]);
  assert.deepEqual(lanes([[0, 10], [12, 20]], 3), [0, 1], "the gap counts");
  assert.deepEqual(lanes([], 3), []);
});

test("no two marks of a lane overlap", () => {
  const marks = Array.from({ length: 400 }, (_, i) => (i * 7919) % 1000).sort((a, b) => a - b).map((x, i) => [x, x + 16 + (i % 5) * 9]);
  const lane = lanes(marks, 2);
  for (let i = 0; i < marks.length; i++) {
    for (let j = i + 1; j < marks.length; j++) {
      if (lane[i] === lane[j]) assert.ok(marks[j][0] >= marks[i][1] + 2, `${marks[i]} and ${marks[j]}`);
    }
  }
});

test("lanes share the height there is", () => {
  assert.equal(laneHeight(1, 180, 11, 22), 22);
  assert.equal(laneHeight(12, 180, 11, 22), 15);
  assert.equal(laneHeight(100, 180, 11, 22), 11);
  assert.equal(laneHeight(0, 180, 11, 22), 22);
});

test("contacts are in the order of their days, whatever the order they come in", () => {
  const contacts = [
    { id: "b", from: "2025-09-02", to: "2025-09-02" },
    { id: "a", from: "2025-09-02", to: "2025-09-02" },
    { id: "c", from: "2025-09-01", to: null },
    { id: "d", from: null, to: null },
    { id: "e", from: "2025-09-02", to: "2025-09-01T" },
  ];
  const once = placed(contacts);
  assert.deepEqual(once.map((c) => c.id), ["c", "a", "b"]);
  assert.deepEqual(placed(contacts.toReversed()), once);
  assert.equal(once[0].end - once[0].start, 864e5, "a day lasts a day");
  assert.deepEqual(once[0].sides, []);
});

test("today is on the axis when it is near", () => {
  const contacts = placed([{ id: "a", from: "2025-01-01", to: "2025-01-01" }, { id: "b", from: "2025-12-31", to: "2025-12-31" }]);
  const near = extent(contacts, utc("2026-01-20").valueOf());
  assert.ok(near[1] > utc("2026-01-20"));
  const far = extent(contacts, utc("2030-01-01").valueOf());
  assert.ok(far[1] < utc("2026-02-01"));
  assert.deepEqual(extent(contacts, NaN), far);
  assert.ok(far[0] < utc("2025-01-01"));
});

test("days as a language writes them", () => {
  assert.equal(plain(daysText("2025-09-18", "2025-09-18", "en")), "18 Sep 2025");
  assert.equal(plain(daysText("2025-09-18", null, "fr")), "18 sept. 2025");
  assert.equal(plain(daysText("2025-09-18", "2025-09-20", "en")), "18–20 Sep 2025");
  assert.equal(monthText("2025-09", "en"), "Sep 2025");
  assert.match(plain(timeText(utc("2025-06-19"), "en")), /^(18|19|20) Jun 2025, \d\d:\d\d$/);
});

test("marks of the axis: years, months, days; the first with its year", () => {
  assert.equal(tickText(utc("2025-01-01"), false, "en"), "2025");
  assert.equal(tickText(utc("2025-01-01"), true, "en"), "2025");
  assert.equal(tickText(utc("2025-03-01"), false, "en"), "Mar");
  assert.equal(tickText(utc("2025-03-01"), true, "en"), "Mar 2025");
  assert.equal(tickText(utc("2025-03-09"), false, "fr"), "9 mars");
  assert.equal(tickText(utc("2025-03-09"), true, "fr"), "9 mars 2025");
});

test("every kind has a shape of its own, and what is not known has one too", () => {
  assert.equal(new Set(kinds.map(shape)).size, kinds.length);
  assert.equal(shape("unheard"), shape("other"));
  assert.notEqual(strokes("denied"), strokes("cancelled"));
  assert.equal(strokes("held"), "");
});
