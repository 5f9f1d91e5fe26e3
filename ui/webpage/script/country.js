// Everything about one country.

function countryView() {
  const i = page.route.country;
  const country = data.countries[i];
  return [
    backLink(),
    element("h1", {}, withCompanion(country.name)),
    element("p", { class: "codes soft" }, [country.iso2, country.iso3, ...country.dial.map((code) => "+" + code)].map((code) => element("span", {}, code))),
    asOf(country.dated),
    element("p", { class: "actions" }, element("label", { class: "compare" }, markBox(i), " ", element("span", { "aria-hidden": "true" }, ui("page.compare")))),
    country.reasons ? element("p", { class: "where" }, ui("page.with_condition", { name: textOf(country.reasons) })) : undefined,
    data.services.map((service, s) => element("section", { class: "service", "aria-labelledby": "service-" + s },
      element("h2", { id: "service-" + s }, withCompanion(service.name)),
      data.features.map((feature, f) => (feature.service === s ? answerPart(feature, data.answers[country.answers[f]]) : undefined)))),
    country.later.length > 0 && element("section", {}, element("h2", {}, ui("answer.later")), noteList(country.later)),
    element("p", { class: "source" }, link(ui("edition.current"), textOf(country.page)), " ", element("span", { class: "soft" }, ui("edition.may_have_changed"))),
  ];
}

const backLink = () => element("p", { class: "back" }, routeLink(ui("page.back"), page.listRoute || { view: "list", query: "", filters: {} }));

// An answer with everything that belongs to it.
function answerPart(feature, answer) {
  const state = data.states[answer.state];
  return element("div", { class: "answer", "data-feature": feature.key, "data-state": state.key },
    element("div", { class: "question" }, element("h3", {}, routeLink(textOf(feature.name), { view: "services", topic: feature.key })),
      feature.gloss && state.key !== "not_applicable" ? element("p", { class: "soft" }, textOf(feature.gloss)) : undefined),
    element("div", { class: "reply" },
      element("p", { class: "state" }, element("span", { class: "chip " + state.look }, statePart(answer.state, textOf(feature.words[answer.state]))), remarkPart(answer)),
      citiesPart(answer), plansPart(answer),
      notesPart("conditions", ui("cli.show.condition"), answer.conditions),
      warningsPart(answer), notesPart("later", ui("answer.later"), answer.later),
      stepsPart(answer)));
}

const remarkPart = (answer) => (answer.detail ? element("span", { class: "detail" }, remark(textOf(answer.detail))) : undefined);

function citiesPart(answer) {
  if (!answer.cities) return undefined;
  const names = answer.cities.map((city) => textOf(city));
  const separator = data.langs[page.lang].separator.trim();
  const part = names.some((name) => name.includes(separator)) ? (separator === "," ? ";" : "；") : separator;
  return element("div", { class: "cities" }, element("h4", {}, textOf(answer.citiesHead)),
    element("ul", { class: "inline" }, names.map((name, i) => element("li", {}, name, i + 1 < names.length ? element("span", { "aria-hidden": "true" }, part + " ") : undefined))));
}

function plansPart(answer) {
  if (!answer.plans) return undefined;
  const hasRemarks = answer.plans.some((plan) => plan.remark);
  return element("table", { class: "plans" }, element("caption", {}, textOf(answer.plansHead)),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, ui("ui.plan")), element("th", { scope: "col", class: "number" }, ui("page.domestic")),
      element("th", { scope: "col", class: "number" }, ui("page.international")), hasRemarks && element("th", { scope: "col" }, ui("export.column.note")))),
    element("tbody", {}, answer.plans.map((plan) => element("tr", {}, element("th", { scope: "row" }, textOf(plan.name)), element("td", { class: "number" }, plan.domestic),
      element("td", { class: "number" }, plan.international), hasRemarks && element("td", {}, plan.remark ? textOf(plan.remark) : "")))));
}

// Notes below their heading.
function notesPart(kind, head, notes) {
  return notes ? element("div", { class: "notes " + kind }, element("h4", {}, head), noteList(notes)) : undefined;
}

// Warnings, those of one heading together.
function warningsPart(answer) {
  const heads = [...new Set((answer.warnings || []).map((n) => data.notes[n].head))];
  return heads.map((head) => notesPart("warnings", textOf(head), answer.warnings.filter((n) => data.notes[n].head === head)));
}

function noteList(notes) {
  return element("ul", {}, notes.map((n) => {
    const note = data.notes[n];
    return element("li", {}, element("span", { class: "text" }, textOf(note.text)), noteLinks(note));
  }));
}

// The links of a note: to its source, or under their addresses.
function noteLinks(note) {
  return (note.links || []).map((url) => [" ", link(note.source ? textOf(note.source) : textOf(url), textOf(url))]);
}

function stepsPart(answer) {
  if (answer.noSteps) return element("p", { class: "soft" }, textOf(answer.noSteps));
  if (!answer.steps) return undefined;
  return element("div", { class: "steps" }, element("h4", {}, textOf(answer.stepsHead)),
    element("ul", {}, answer.steps.map((s) => data.steps[s]).map((step) => element("li", {}, step.url ? link(textOf(step.text), textOf(step.url)) : textOf(step.text)))));
}
