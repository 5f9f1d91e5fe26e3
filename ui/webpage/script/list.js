// The list: search box, filters, and a table of the countries with all answers.

function listView() {
  const { query } = page.route;
  return [
    element("h1", {}, ui("page.title")),
    asOf(data.asOf),
    data.where && element("p", { class: "where" }, ui("page.where", { expr: data.where, meets: data.countries.filter((c) => !c.reasons).length, conditional: data.countries.filter((c) => c.reasons).length })),
    element("form", { role: "search", class: "search", onsubmit: (event) => event.preventDefault() },
      element("label", { for: "query" }, ui("page.search")),
      element("input", { id: "query", type: "search", value: query, autocomplete: "off", autocapitalize: "off", spellcheck: "false", oninput: (event) => replaceRoute({ ...page.route, query: event.target.value }) }),
      element("button", { type: "button", id: "clear", onclick: () => replaceRoute({ view: "list", query: "", filters: {} }) }, ui("page.clear"))),
    filterForm(),
    element("p", { id: "chosen" }),
    element("p", { id: "status", role: "status" }),
    element("p", { id: "notice", role: "status" }),
    answerTable(),
    legend(),
  ];
}

// The table of answers, with its rows to be filled in by updateList.
function answerTable() {
  const sortButton = (key, text, title) => element("button", { type: "button", class: "sort", "data-sort": key, title: ui("page.sort", { name: title }), onclick: () => replaceRoute({ ...page.route, sort: key }) }, text);
  return element("table", { class: "answers", role: "table" }, element("caption", { class: "hidden" }, ui("page.title")),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
      element("th", { scope: "col", role: "columnheader" }, element("span", { class: "compare-head", "aria-hidden": "true" }, ui("page.compare")), sortButton("name", ui("export.column.name"), ui("export.column.name"))),
      data.features.map((feature) => element("th", { scope: "col", role: "columnheader" }, sortButton(feature.short, breakable(textOf(feature.head)), textOf(feature.title)))))),
    element("tbody", { role: "rowgroup", id: "rows" }));
}

// A heading whose blanks between Han characters are only places to break at.
const breakable = (head) => head.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1\u200b");

// A row of the table.
function countryRow(i, alias) {
  const country = data.countries[i];
  const name = textOf(country.name);
  return element("tr", { role: "row", "data-iso2": country.iso2 },
    element("th", { scope: "row", role: "rowheader" },
      element("label", { class: "compare", title: ui("page.compare_mark", { name }) }, markBox(i), element("span", { "aria-hidden": "true" }, " ", ui("page.compare"))),
      element("span", { class: "name" }, routeLink(name, { view: "country", country: i }), " ", element("span", { class: "soft" }, country.iso2)),
      element("span", { class: "soft companion" }, withCompanion(country.name).slice(2)),
      alias && element("span", { class: "soft alias" }, alias),
      country.reasons ? element("span", { class: "soft reasons" }, ui("export.verdict.condition")) : undefined),
    country.answers.map((a, f) => answerCell(data.answers[a], data.features[f], f)));
}

// The box that marks a country for the comparison.
function markBox(i) {
  return element("input", { type: "checkbox", class: "marker", "data-country": i, "aria-label": ui("page.compare_mark", { name: textOf(data.countries[i].name) }), onchange: (event) => markCountry(i, event.target.checked) });
}

function answerCell(answer, feature, f) {
  const state = data.states[answer.state];
  const isWanted = feature.main || String(f) in page.route.filters || page.route.sort === feature.short;
  return element("td", { role: "cell", class: state.look + (isWanted ? "" : " minor") + (answer.minutes ? " minutes" : ""), "data-state": state.key, "data-label": textOf(feature.title) },
    statePart(answer.state, textOf(answer.figure || feature.words[answer.state])),
    answer.limited ? [element("span", { class: "limited", "aria-hidden": "true" }, " +"), hidden(", " + ui("page.limited"))] : undefined);
}

// Shows the countries that the route's search and filters leave.
function updateList() {
  const { query, filters, sort } = page.route;
  const search = query.trim() === "" ? { hits: data.countries.map((_, i) => ({ place: { i } })) } : findPlaces(index, query);
  const found = search.hits.map((hit) => hit.place.i);
  const shown = search.hits.filter((hit) => passes(data.countries[hit.place.i], filters));
  if (query.trim() === "" || sort) shown.sort((a, b) => bySort(sort, a.place.i, b.place.i));
  document.getElementById("rows").replaceChildren(...shown.map((hit) => countryRow(hit.place.i, hit.alias)));
  document.getElementById("status").textContent = shown.length === 0 ? ui("page.none") : ui("page.shown", { n: shown.length, all: data.countries.length });
  const other = search.other;
  document.getElementById("notice").textContent = !other ? "" : other.kind === "omitted" ? ui("page.omitted", { name: textOf(other.name), expr: data.where }) : ui("ui.not_in_list", { place: textOf(other.name) });
  document.querySelector(".answers").hidden = shown.length === 0;
  document.getElementById("clear").hidden = query === "" && Object.keys(filters).length === 0 && !sort;
  for (const head of document.querySelectorAll(".answers thead th")) {
    const isSorted = head.lastChild.dataset.sort === (sort || (query.trim() === "" ? "name" : ""));
    if (isSorted) head.setAttribute("aria-sort", "ascending");
    else head.removeAttribute("aria-sort");
  }
  updateFilterForm(found);
  updateMarks();
}

// Order of countries by the state of an answer, the best first, those with more minutes
// before; by name among equals.
function bySort(sort, a, b) {
  const f = data.features.findIndex((feature) => feature.short === sort);
  if (f < 0) return byName(a, b);
  const [x, y] = [a, b].map((i) => data.answers[data.countries[i].answers[f]]);
  return x.state - y.state || y.minutes - x.minutes || byName(a, b);
}

// What the marks of the table mean.
function legend() {
  return element("section", { class: "legend", "aria-label": ui("ui.marks") }, element("h2", {}, ui("ui.marks")),
    element("ul", {}, data.states.map((state, s) => element("li", {}, element("span", { class: "chip " + state.look }, statePart(s, textOf(state.word))))),
      element("li", {}, element("span", { class: "limited" }, "+"), " ", ui("page.limited"))));
}
