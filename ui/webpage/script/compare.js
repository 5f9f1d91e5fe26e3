// Up to six countries side by side.

const MOST_COMPARED = 6;

function markCountry(i, isMarked) {
  page.marked = page.marked.filter((other) => other !== i).concat(isMarked ? [i] : []);
  updateMarks();
  if (isMarked && page.marked.length === MOST_COMPARED) announce(ui("page.compare_full"));
}

// Brings the boxes of marks and the link to the comparison up to date.
function updateMarks() {
  for (const box of document.querySelectorAll(".marker")) {
    const i = Number(box.dataset.country);
    box.checked = page.marked.includes(i);
    box.disabled = !box.checked && page.marked.length >= MOST_COMPARED;
  }
  const chosen = document.getElementById("to-compare");
  chosen.textContent = ui("page.compare") + remark(String(page.marked.length));
  chosen.hidden = page.marked.length === 0;
  chosen.setAttribute("href", hashOf({ view: "compare", countries: page.marked, lang: page.lang }));
}

function compareView() {
  const { countries } = page.route;
  const differing = new Set(data.features.map((_, f) => f).filter((f) => new Set(countries.map((i) => answerOf(i, f).kind)).size > 1));
  const shown = data.features.map((_, f) => f).filter((f) => !page.onlyDifferences || differing.has(f));
  const notes = [...new Set(shown.flatMap((f) => countries.flatMap((i) => answerOf(i, f).noted || [])))];
  return [
    backLink(),
    element("h1", {}, ui("page.compare_title")),
    asOf(data.asOf),
    countries.length < 2 ? element("p", {}, ui("page.compare_hint")) : undefined,
    element("p", { class: "actions" }, element("label", {}, element("input", { type: "checkbox", id: "differences", checked: page.onlyDifferences, onchange: (event) => showDifferences(event.target.checked) }), " ", ui("page.differences"))),
    element("div", { class: "frame", role: "region", "aria-label": ui("page.compare_title"), tabindex: "0" }, compareTable(countries, shown, differing, notes)),
    notes.length > 0 && element("ol", { class: "footnotes" }, notes.map((n, at) => element("li", { id: "note-" + (at + 1) }, textOf(data.notes[n].text), noteLinks(data.notes[n])))),
    legend(),
  ];
}

const answerOf = (country, feature) => data.answers[data.countries[country].answers[feature]];

function showDifferences(only) {
  page.onlyDifferences = only;
  render();
  document.getElementById("differences").focus();
}

function compareTable(countries, features, differing, notes) {
  return element("table", { class: "compared" },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, ui("export.column.feature")), countries.map((i) => compareHead(i, countries)))),
    element("tbody", {}, features.map((f) => element("tr", { class: differing.has(f) ? "differs" : undefined },
      element("th", { scope: "row" }, textOf(data.features[f].title), differing.has(f) && element("span", { class: "differs-mark" }, " ", ui("page.differs"))),
      countries.map((i) => compareCell(answerOf(i, f), notes))))));
}

function compareHead(i, countries) {
  const country = data.countries[i];
  return element("th", { scope: "col" }, routeLink(textOf(country.name), { view: "country", country: i }), " ", element("span", { class: "soft" }, country.iso2), " ",
    element("button", { type: "button", class: "remove", "aria-label": ui("page.remove", { name: textOf(country.name) }), onclick: () => removeCompared(i, countries) }, "×"));
}

function removeCompared(i, countries) {
  page.marked = page.marked.filter((other) => other !== i);
  go({ view: "compare", countries: countries.filter((other) => other !== i) });
}

// A cell: the words of an answer, and the numbers of its notes in the list below.
function compareCell(answer, notes) {
  const state = data.states[answer.state];
  return element("td", { class: state.look, "data-state": state.key }, statePart(answer.state, textOf(answer.full)),
    (answer.noted || []).map((n) => notes.indexOf(n) + 1).map((n) => element("sup", {}, " [" + n + "]")));
}
