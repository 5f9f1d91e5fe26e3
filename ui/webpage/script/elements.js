// Elements of the page. Texts become text nodes, never markup.

const data = JSON.parse(document.getElementById("data").textContent);
const index = newIndex(data);

// What the page shows: see routeOf in main.js. Countries are positions in data.countries.
const page = { lang: data.first, route: {}, marked: [], onlyDifferences: false, filtersOpen: false };

// The text of a number in a language of the page, else in that which is shown.
function textOf(number, lang = page.lang) {
  const text = data.texts[number];
  return Array.isArray(text) ? text[lang] : text;
}

// A text of the interface with its arguments: ui("page.shown", {n: 3, all: 114}).
function ui(key, args = {}) {
  return textOf(data.ui[key]).replace(/\{(\w+)\}/g, (word, name) => (name in args ? String(args[name]) : word));
}

// An element. Attributes that are functions are listeners: {onclick}. Children are
// elements, texts, lists of these, or nothing.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (typeof value === "boolean") made.toggleAttribute(key, value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== false && child !== ""));
  return made;
}

// A link to a page of the web, or its text alone if the address is of another kind.
function link(text, url) {
  return /^(https?:\/\/|mailto:)./i.test(url) ? element("a", { href: url, rel: "noopener noreferrer" }, text) : element("span", {}, text);
}

// A link within the page.
function routeLink(text, route, attributes) {
  return element("a", { href: hashOf({ ...route, lang: page.lang }), ...attributes }, text);
}

const hidden = (text) => element("span", { class: "hidden" }, text);

// A text, and beside it the same in the companion of the language, where that differs.
function withCompanion(number) {
  const companion = data.langs[page.lang].companion;
  const [text, other] = [textOf(number), textOf(number, companion)];
  return text === other ? [text] : [text, " ", element("span", { class: "companion", lang: data.langs[companion].tag }, other)];
}

const remark = (text) => (text === "" ? "" : ui("paren.open") + text + ui("paren.close"));

// The mark and words of a state.
function statePart(state, words) {
  return [element("span", { class: "mark", "aria-hidden": "true" }, data.states[state].mark), " ", words];
}

// A paragraph or list for each part of a text, in which items of lists begin with "- ".
function paragraphs(text) {
  const parts = [];
  for (const line of text.split("\n").filter(Boolean)) {
    if (!line.startsWith("- ")) {
      parts.push(element("p", {}, line));
      continue;
    }
    const last = parts[parts.length - 1];
    const list = last && last.localName === "ul" ? last : element("ul");
    if (list !== last) parts.push(list);
    list.append(element("li", {}, line.slice(2)));
  }
  return parts;
}

// The date of facts with their age, which stands out when they are old.
const asOf = (number) => element("p", { class: "asof" + (data.old ? " old" : "") }, textOf(number));

// Countries by name in the language that is shown.
const byName = (a, b) => data.countries[a].ranks[page.lang] - data.countries[b].ranks[page.lang];
