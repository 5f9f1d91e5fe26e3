// Explanations of the services; where the facts come from.

function servicesView() {
  return [
    element("h1", {}, ui("page.services")),
    data.services.map((service, s) => [topicPart(service, "h2"), data.features.filter((feature) => feature.service === s).map((feature) => topicPart(feature, "h3"))]),
  ];
}

function topicPart(topic, heading) {
  return element("section", { class: "topic", id: "topic-" + topic.key }, element(heading, { tabindex: "-1" }, withCompanion(topic.title || topic.name)), paragraphs(textOf(topic.explain)),
    topic.links.length > 0 && element("details", {}, element("summary", {}, ui("ui.links")), element("ul", {}, topic.links.map((to) => element("li", {}, link(textOf(to.text), textOf(to.url)))))));
}

function aboutView() {
  const destinations = [...data.destinations].sort((a, b) => a.ranks[page.lang] - b.ranks[page.lang]);
  return [
    element("h1", {}, ui("page.about")),
    element("ul", { class: "plain" }, data.about.map((line) => element("li", {}, line.url ? link(textOf(line.text), textOf(line.url)) : textOf(line.text)))),
    element("p", {}, ui("page.older")),
    element("h2", {}, ui("page.destinations")),
    element("p", {}, ui("ui.destinations_plan")),
    element("div", { class: "frame", role: "region", "aria-label": ui("page.destinations"), tabindex: "0" }, element("table", { class: "destinations" }, element("thead", {}, element("tr", {}, ["iso2", "name", "printed", "note"].map((key) => element("th", { scope: "col" }, ui("export.column." + key))))),
      element("tbody", {}, destinations.map((d) => element("tr", {}, element("td", { class: "soft" }, d.iso2), element("th", { scope: "row" }, textOf(d.name)), element("td", { lang: "en" }, d.printed), element("td", { class: "soft" }, textOf(d.remark))))))),
  ];
}
