// What the islands share: where they lie in the page, their data, their words, their
// colours. An island is
//
//	<div data-island="network" data-src="/network.json" data-text-failed="…">
//
// data-src is the page as JSON, data-at the name of the part of it that is shown, where
// it is not the whole. Every word that a script shows stands in a data-text- attribute:
// the scripts are in no language.

// islands draws each island of a name, and marks it data-ready. What cannot be drawn says
// so: the table below it has everything.
export async function islands(name, draw) {
  for (const element of document.querySelectorAll(`[data-island="${name}"]`)) {
    const words = wordsOf(element);
    try {
      await draw(element, await load(element.dataset.src, element.dataset.at), words);
      element.dataset.ready = "";
    } catch (error) {
      element.replaceChildren(make("p", "notice", words(error.words ?? "failed")));
      element.dataset.ready = "";
      if (!error.words) throw error;
    }
  }
}

// Unable is an error with words of the page: the key of a data-text- attribute.
export class Unable extends Error {
  constructor(words) {
    super(words);
    this.words = words;
  }
}

// load fetches JSON and takes the part of a name from it, or all of it.
export async function load(address, part) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Unable("failed");
  const data = await answer.json();
  return part ? data[part] : data;
}

// wordsOf gives the words of an island: words("zoom-in"), words("contacts", 3) for a
// text in two numbers, contacts-one and contacts-other, with {n} in it.
export function wordsOf(element) {
  const language = document.documentElement.lang || undefined;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const text = (key) => element.getAttribute(`data-text-${key}`) ?? "";
  return (key, n) => (n === undefined ? text(key) : (text(`${key}-${plural.select(n)}`) || text(`${key}-other`)).replace("{n}", number.format(n)));
}

// nameOf is what the page calls a party or person by its id: the words of a link to its
// page, which are in the language of the page; else what else it is called, or the id.
export function nameOf(id, otherwise) {
  const link = document.querySelector(`main a[href="/actors/${CSS.escape(encodeURIComponent(id))}"]:not([data-id])`);
  return link?.textContent.trim() || otherwise || id;
}

// make makes an element of HTML with a class and what is in it.
export function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content.filter((c) => c !== null && c !== ""));
  return element;
}

// button makes a button with a sign on it and a name for those who do not see it.
export function button(sign, name, act) {
  const b = make("button", "tool", sign);
  b.type = "button";
  b.ariaLabel = name;
  b.title = name;
  b.addEventListener("click", act);
  return b;
}

// wheelIsMeant is whether the wheel is to zoom an element: with Ctrl or ⌘, or when what is
// in it has the focus. Otherwise the page scrolls.
export function wheelIsMeant(event, element) {
  return event.ctrlKey || event.metaKey || element.contains(document.activeElement);
}

// calm is whether the reader wants nothing to move.
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// tip is a box beside a mark that tells what it is. It is shown to the eye only: marks
// have the same words as their names.
export function tip(parent) {
  const box = make("div", "tip");
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  parent.append(box);
  return {
    // show puts the box above a point of its parent, or below where there is no room.
    show(x, y, lines) {
      box.replaceChildren(...lines.filter(([, text]) => text).map(([className, text]) => make("div", className, text)));
      box.hidden = false;
      const left = Math.max(4, Math.min(x - box.offsetWidth / 2, parent.clientWidth - box.offsetWidth - 4));
      const above = y - box.offsetHeight - 14;
      box.style.left = `${left}px`;
      box.style.top = `${above < 0 ? y + 16 : above}px`;
    },
    hide() { box.hidden = true; },
  };
}

// walk lets the arrow keys go from mark to mark of a list, of which one at a time is
// reached by the Tab key. keys are acts by key besides. marks() is the list as it is now.
export function walk(element, marks, keys) {
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = marks();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && at >= 0) {
      all[Math.max(0, Math.min(to, all.length - 1))]?.focus();
    } else if (keys[event.key]) {
      keys[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });
  element.addEventListener("focusin", (event) => {
    const all = marks();
    if (!all.includes(event.target)) return;
    for (const mark of all) mark.setAttribute("tabindex", mark === event.target ? 0 : -1);
  });
}
