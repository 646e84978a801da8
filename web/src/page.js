// What every page gains by a script. All of it works without: links are links, forms
// have buttons, times are written out.
import { timeText } from "./dates.js";
import { sorted } from "./sort.js";
import { byteRange, wordsOf } from "./words.js";

const $$ = (selector) => document.querySelectorAll(selector);

// A button that copies an address: data-copy holds it, or is empty for that of the page.
// It is hidden until it can work; data-text-copied is what it says afterwards.
function copying() {
  if (!navigator.clipboard) return;
  for (const button of $$("button[data-copy]")) {
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(new URL(button.dataset.copy || location.href, location.href).href);
      } catch {
        return; // the browser was told not to
      }
      button.textContent = button.dataset.textCopied;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}

// Tables marked data-sort hold all of their rows, so that they are put in order here and
// not by another page. Headings that are links stay links, for those who open them
// elsewhere; others become buttons. A cell is sorted by its data-value, or by its words.
function sorting() {
  for (const table of $$("table[data-sort]")) {
    for (const heading of table.tHead.querySelectorAll("th:not(:has(a))")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
    }
    table.tHead.addEventListener("click", (event) => {
      const pressed = event.target.closest("th a, th button");
      if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const heading = pressed.closest("th");
      const order = heading.ariaSort === "ascending" ? "descending" : "ascending";
      for (const th of table.tHead.querySelectorAll("th[aria-sort]")) th.removeAttribute("aria-sort");
      heading.ariaSort = order;
      const body = table.tBodies[0];
      const key = (row) => row.cells[heading.cellIndex]?.dataset.value ?? row.cells[heading.cellIndex]?.textContent.trim() ?? "";
      body.append(...sorted([...body.rows], key, order === "descending", document.documentElement.lang));
    });
  }
}

// Forms marked data-submit="change" are sent as soon as a box or a choice changes; what
// is typed waits for the button.
function submitting() {
  for (const form of $$('form[data-submit="change"]')) {
    form.addEventListener("change", (event) => {
      if (event.target.matches('select, input[type="checkbox"], input[type="radio"]')) form.requestSubmit();
    });
  }
}

// Times of the form <time datetime="2025-09-18T12:00:00Z" data-local> are told in the
// reader's own time zone; the title keeps what the page said.
function localTimes() {
  for (const time of $$("time[data-local]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.valueOf())) continue;
    time.title = time.textContent;
    time.textContent = timeText(at, document.documentElement.lang);
  }
}

// The words that #w120-145 names, bytes of the document's text, are shown as found. They
// begin at the anchor of that name, which stands in the element that holds the text.
function findWords() {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete("words");
  const words = wordsOf(location.hash);
  const anchor = words && document.getElementById(location.hash.slice(1));
  if (!anchor) return;
  const passage = anchor.parentElement;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEndBefore(anchor);
  const passed = before.toString().length;
  const at = byteRange(passage.textContent.slice(passed), 0, words.end - words.start);
  if (at) CSS.highlights.set("words", new Highlight(rangeIn(passage, { start: passed + at.start, end: passed + at.end })));
}

// rangeIn is the range of characters of an element's text.
function rangeIn(element, { start, end }) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let passed = 0, node; (node = walker.nextNode()); passed += node.length) {
    if (start >= passed && start < passed + node.length) range.setStart(node, start - passed);
    if (end > passed && end <= passed + node.length) range.setEnd(node, end - passed);
  }
  return range;
}

copying();
sorting();
submitting();
localTimes();
findWords();
addEventListener("hashchange", findWords);
