// The frame of the page, and its routes: what is shown stands in the address, so that it
// can be kept, sent and gone back to.
//   #q=tai&cp=yes,partner&sort=cp   the list, searched, filtered and sorted
//   #country=TW · #compare=TW,JP · #services=calling_plans.minutes · #about

// The route of an address. An unknown part is as if it were not there.
function routeOf(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const countryOf = (code) => data.countries.findIndex((country) => country.iso2 === code.toUpperCase());
  const lang = data.langs.findIndex((language) => language.tag === params.get("lang"));
  const route = { lang: lang < 0 ? undefined : lang };
  if (params.has("country") && countryOf(params.get("country")) >= 0) return { ...route, view: "country", country: countryOf(params.get("country")) };
  if (params.has("compare")) {
    const countries = params.get("compare").split(",").map(countryOf).filter((i) => i >= 0);
    return { ...route, view: "compare", countries: [...new Set(countries)].slice(0, MOST_COMPARED) };
  }
  if (params.has("services")) return { ...route, view: "services", topic: params.get("services") };
  if (params.has("about")) return { ...route, view: "about" };
  const filters = {};
  data.features.forEach((feature, f) => {
    const states = (params.get(feature.short) || "").split(",").map((key) => data.states.findIndex((state) => state.key === key)).filter((s) => s >= 0);
    if (states.length > 0) filters[f] = states;
  });
  return { ...route, view: "list", query: params.get("q") || "", filters, sort: data.features.some((feature) => feature.short === params.get("sort")) ? params.get("sort") : undefined };
}

// The address of a route.
function hashOf(route) {
  const params = new URLSearchParams();
  if (route.view === "country") params.set("country", data.countries[route.country].iso2);
  if (route.view === "compare") params.set("compare", route.countries.map((i) => data.countries[i].iso2).join(","));
  if (route.view === "services") params.set("services", route.topic || "");
  if (route.view === "about") params.set("about", "");
  if (route.query) params.set("q", route.query);
  for (const [feature, states] of Object.entries(route.filters || {})) params.set(data.features[feature].short, states.map((s) => data.states[s].key).join(","));
  if (route.sort && route.sort !== "name") params.set("sort", route.sort);
  if (route.lang !== undefined && route.lang !== data.first) params.set("lang", data.langs[route.lang].tag);
  return "#" + params.toString().replace(/%2C/g, ",");
}

// Goes to a route, as a step of the browser's history.
function go(route) {
  location.hash = hashOf({ ...route, lang: page.lang });
}

// Changes the route of the list in place.
function replaceRoute(route) {
  page.route = page.listRoute = route;
  history.replaceState(null, "", hashOf({ ...route, lang: page.lang }));
  const box = document.getElementById("query");
  if (box.value !== route.query) box.value = route.query;
  updateList();
}

function announce(text) {
  document.getElementById("announcement").textContent = text;
}

const VIEWS = { list: listView, country: countryView, compare: compareView, services: servicesView, about: aboutView };

// Shows the route in the language of the page.
function render() {
  const { tag } = data.langs[page.lang];
  document.documentElement.lang = tag;
  document.body.replaceChildren(siteHead(), element("main", { id: "main", tabindex: "-1", class: "view-" + page.route.view }, VIEWS[page.route.view]()), siteFoot(), element("p", { id: "announcement", class: "hidden", role: "status" }));
  const heading = document.querySelector("h1").firstChild.textContent;
  document.title = page.route.view === "list" ? ui("page.title") : heading + " - " + ui("page.title");
  if (page.route.view === "list") updateList();
  updateMarks();
}

function siteHead() {
  const here = (view) => (page.route.view === view ? "page" : undefined);
  return element("header", {},
    element("a", { class: "skip", href: "#main", onclick: skip }, ui("page.skip")),
    element("nav", { "aria-label": ui("page.title") },
      routeLink(ui("page.countries"), page.listRoute || { view: "list", query: "", filters: {} }, { "aria-current": here("list") }),
      routeLink(ui("page.services"), { view: "services" }, { "aria-current": here("services") }),
      routeLink(ui("page.about"), { view: "about" }, { "aria-current": here("about") }),
      element("a", { id: "to-compare", "aria-current": here("compare") })),
    element("div", { class: "languages", role: "group", "aria-label": ui("page.language") },
      data.langs.map((language, lang) => element("button", { type: "button", lang: language.tag, "aria-pressed": String(lang === page.lang), onclick: () => speak(lang) }, language.name))));
}

function siteFoot() {
  return element("footer", {}, data.about.map((line) => element("p", {}, line.url ? link(textOf(line.text), textOf(line.url)) : textOf(line.text))));
}

// Goes to the contents without a change of the address.
function skip(event) {
  event.preventDefault();
  document.getElementById("main").focus();
}

// Shows the page in another language, the same part of it.
function speak(lang) {
  page.lang = lang;
  history.replaceState(null, "", hashOf({ ...page.route, lang }));
  render();
  document.querySelectorAll(".languages button")[lang].focus();
}

// Shows the address, and puts the focus where its contents begin.
function follow() {
  const isFirst = page.route.view === undefined;
  page.route = routeOf(location.hash);
  page.lang = page.route.lang === undefined ? data.first : page.route.lang;
  if (page.route.view === "list") page.listRoute = page.route;
  if (page.route.view === "compare") page.marked = page.route.countries;
  render();
  const topic = page.route.view === "services" && document.getElementById("topic-" + page.route.topic);
  if (topic) {
    topic.scrollIntoView();
    topic.firstChild.focus({ preventScroll: true });
  } else if (!isFirst) {
    scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  }
}

addEventListener("hashchange", follow);
follow();
