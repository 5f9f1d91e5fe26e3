// Filters by answers: for each feature the states that an answer may have.

// Whether a country has one of the chosen states in each filtered feature, but for one.
function passes(country, filters, except) {
  return Object.entries(filters).every(([feature, states]) => Number(feature) === except || states.includes(stateOf(country, feature)));
}

const stateOf = (country, feature) => data.answers[country.answers[feature]].state;

// The form with all filters. It changes the route when a state is chosen.
function filterForm() {
  const fields = data.services.map((service, s) => element("fieldset", {}, element("legend", {}, withCompanion(service.name)),
    data.features.map((feature, f) => (feature.service === s ? filterGroup(feature, f) : undefined))));
  return element("details", { class: "filters", id: "filters", open: page.filtersOpen, ontoggle: (event) => { page.filtersOpen = event.target.open; } }, element("summary", {}, ui("page.filter"), " ", element("span", { class: "count" })),
    element("div", { class: "fieldsets" }, fields));
}

// The states of a feature that occur, each with the number of countries that choosing it
// leaves.
function filterGroup(feature, f) {
  const present = data.states.map((_, s) => s).filter((s) => data.countries.some((c) => stateOf(c, f) === s));
  return element("div", { class: "group", role: "group", "aria-label": textOf(feature.title) }, element("p", { "aria-hidden": "true" }, textOf(feature.name)),
    present.map((s) => element("label", { class: data.states[s].look },
      element("input", { type: "checkbox", "data-feature": f, "data-state": s, onchange: (event) => chooseState(f, s, event.target.checked) }),
      " ", statePart(s, textOf(feature.words[s])), " ", element("span", { class: "count", "data-feature": f, "data-state": s }))));
}

function chooseState(feature, state, isChosen) {
  const filters = { ...page.route.filters };
  filters[feature] = (filters[feature] || []).filter((s) => s !== state).concat(isChosen ? [state] : []);
  if (filters[feature].length === 0) delete filters[feature];
  replaceRoute({ ...page.route, filters });
}

// Brings the boxes and counts of the form up to date. found are the countries that the
// search found.
function updateFilterForm(found) {
  const { filters } = page.route;
  for (const box of document.querySelectorAll("#filters input")) {
    box.checked = (filters[box.dataset.feature] || []).includes(Number(box.dataset.state));
  }
  for (const count of document.querySelectorAll("#filters .group .count")) {
    const feature = Number(count.dataset.feature);
    count.textContent = found.filter((i) => stateOf(data.countries[i], feature) === Number(count.dataset.state) && passes(data.countries[i], filters, feature)).length;
  }
  const chosen = Object.values(filters).flat().length;
  document.querySelector("#filters summary .count").textContent = chosen > 0 ? String(chosen) : "";
  document.getElementById("chosen").replaceChildren(...Object.entries(filters).map(([f, states]) => {
    const feature = data.features[f];
    return element("span", {}, element("b", {}, textOf(feature.title)), remark(states.map((s) => textOf(feature.words[s])).join(data.langs[page.lang].separator)), " ");
  }));
}
