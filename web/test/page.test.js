import assert from "node:assert/strict";
import { test } from "node:test";
import { sorted } from "../src/sort.js";
import { byteRange, wordsOf } from "../src/words.js";

test("rows are put in order as a reader expects, those without a key last", () => {
  const rows = ["Zürich", "", "Élysée", "10", "9", "eagle"];
  assert.deepEqual(sorted(rows, (r) => r, false, "fr"), ["9", "10", "eagle", "Élysée", "Zürich", ""]);
  assert.deepEqual(sorted(rows, (r) => r, true, "fr"), ["Zürich", "Élysée", "eagle", "10", "9", ""]);
});

test("equal rows keep their order in either direction", () => {
  const rows = [{ k: "a", n: 1 }, { k: "b", n: 2 }, { k: "a", n: 3 }];
  assert.deepEqual(sorted(rows, (r) => r.k, false, "en").map((r) => r.n), [1, 3, 2]);
  assert.deepEqual(sorted(rows, (r) => r.k, true, "en").map((r) => r.n), [2, 1, 3]);
});

test("anchors of words", () => {
  assert.deepEqual(wordsOf("#w120-145"), { start: 120, end: 145 });
  for (const hash of ["", "#main", "#w5-5", "#w9-5", "#w-5", "#w5-", "#w1-2-3", "w1-2", "#w1-99999999999"]) {
    assert.equal(wordsOf(hash), null, hash);
  }
});

test("bytes of a text are found as its characters", () => {
  const text = "aé€😀z"; // 1, 2, 3, 4 and 1 bytes
  const part = (start, end) => {
    const at = byteRange(text, start, end);
    return at && text.slice(at.start, at.end);
  };
  assert.equal(part(0, 1), "a");
  assert.equal(part(1, 3), "é");
  assert.equal(part(3, 10), "€😀");
  assert.equal(part(6, 11), "😀z");
  assert.equal(part(10, 99), "z");
  assert.equal(part(-5, 1), "a");
  assert.equal(part(11, 20), null);
  assert.equal(part(-5, 0), null);
});
