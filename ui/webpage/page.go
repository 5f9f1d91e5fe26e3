package webpage

import (
	_ "embed" // the style and the script
	"io"
	"slices"

	"github.com/go-json-experiment/json"

	"voxatlas/assets"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/export/html"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// style holds the rules of the page, behind those that all pages share.
//
//go:embed page.css
var style string

// The script, in the order in which it stands in the page.
var (
	//go:embed script/fold.js
	scriptFold string
	//go:embed script/names.js
	scriptNames string
	//go:embed script/elements.js
	scriptElements string
	//go:embed script/list.js
	scriptList string
	//go:embed script/filter.js
	scriptFilter string
	//go:embed script/country.js
	scriptCountry string
	//go:embed script/compare.js
	scriptCompare string
	//go:embed script/about.js
	scriptAbout string
	//go:embed script/main.js
	scriptMain string
)

// Contents holds the facts and the words of a page.
type Contents struct {
	Localizers []say.Localizer // the languages of the page
	Lang       model.Lang      // the one that is shown first
	Atlas      *model.Atlas
	Index      *search.Index // of the same edition
	Groups     rows.Groups   // the countries: those that meet, and those with a condition
	Where      string        // the expression that chose them; "" for none
	Age        model.Age     // of the edition
	Made       string        // the date of the page, YYYY-MM-DD
}

// Write writes the page.
func Write(w io.Writer, c Contents) error {
	doc := c.document()
	data, err := json.Marshal(doc, json.Deterministic(true))
	if err != nil {
		return err
	}
	first := c.Localizers[doc.First]
	page := html.Page{
		Lang: string(first.Lang()), Title: first.Text("page.title"), Style: style, Data: data,
		Script: "\"use strict\";\n" + scriptFold + scriptNames + scriptElements + scriptList + scriptFilter + scriptCountry + scriptCompare + scriptAbout + scriptMain,
	}
	return page.Write(w, func(b *html.Builder) {
		b.Open("noscript")
		for _, loc := range c.Localizers {
			b.Element("p", loc.Text("page.noscript"), "lang", string(loc.Lang()))
		}
		b.Close("noscript")
	})
}

// document returns the data of the page.
func (c Contents) document() document {
	info, t := c.Atlas.Info(), newTexts(c.Localizers)
	services, features := t.features()
	doc := document{
		Langs: t.languages(), First: max(0, slices.IndexFunc(c.Localizers, func(loc say.Localizer) bool { return loc.Lang() == c.Lang })),
		UI: t.interfaceTexts(c), About: t.about(info, c.Made), Edition: info.Date, Old: c.Age.Old(), Where: c.Where,
		AsOf:   t.of(func(_ int, loc say.Localizer) string { return loc.AsOfShort(info, c.Age) }),
		States: t.states(), Services: services, Features: features,
		Destinations: t.destinationsOf(c.Atlas), Omitted: t.omitted(c.Atlas, c.Groups.Countries()), Unlisted: t.unlisted(c.Atlas),
		Spellings: packSpellings(c.Atlas, c.Index), Simplified: simplifiedPairs(),
	}
	answers := &answerTable{texts: t}
	doc.Countries = c.countries(answers)
	doc.Answers, doc.Notes, doc.Steps = answers.answers.list, answers.notes.list, answers.steps.list
	doc.Texts = t.list
	return doc
}

// countries returns the countries of the page, and numbers their answers.
func (c Contents) countries(table *answerTable) []country {
	t, info := table.texts, c.Atlas.Info()
	all := c.Groups.Countries()
	answers := rows.NewAnswers(all, model.Features(), rows.CountriesDown)
	conditional := c.Groups.Conditional
	list := make([]country, len(all))
	for i, of := range all {
		list[i] = country{
			placeEntry: t.placeOfCountry(of), ISO3: of.ISO3(), Ranks: t.ranks(of.ISO2()),
			Dated: t.of(func(_ int, loc say.Localizer) string { return loc.PageOf(of, info, c.Age) }),
			Page:  t.url(of.Page().URL), Later: []int{},
		}
		for j := range answers.Features {
			list[i].Answers = append(list[i].Answers, table.addCell(answers, answers.Cell(i, j)))
		}
		for n := range c.Localizers[0].LaterPages(of) {
			list[i].Later = append(list[i].Later, table.later(func(j int) say.Later { return c.Localizers[j].LaterPages(of)[n] }))
		}
		if n := i - len(c.Groups.Meets); n >= 0 {
			list[i].Reasons = t.of(func(_ int, loc say.Localizer) string { return loc.Reasons(of, conditional[n].Result) })
		}
	}
	return list
}

// languages returns the languages of the page.
func (t *texts) languages() []language {
	var list []language
	for _, loc := range t.localizers {
		companion := slices.IndexFunc(t.localizers, func(other say.Localizer) bool { return other.Lang() == loc.Companion() })
		list = append(list, language{loc.Lang(), loc.Text("language.name"), max(0, companion), loc.Text("list.separator")})
	}
	return list
}

// interfaceTexts returns the texts of the interface by their keys: those of the page, and
// some that other interfaces have, too. Words in braces are left for the script.
func (t *texts) interfaceTexts(c Contents) map[string]textNumber {
	ui := map[string]textNumber{}
	for _, key := range c.Localizers[0].Keys("page.") {
		ui[key] = t.key(key, "n", "{n}", "all", "{all}", "name", "{name}", "meets", "{meets}", "conditional", "{conditional}", "expr", "{expr}")
	}
	for _, key := range []string{
		"sentence.colon", "ui.filter", "ui.plan", "ui.links", "ui.destinations_plan", "ui.marks",
		"cli.show.condition", "answer.later", "edition.current", "edition.may_have_changed", "paren.open", "paren.close",
		"export.column.iso2", "export.column.name", "export.column.printed", "export.column.note", "export.column.feature", "export.verdict.condition",
	} {
		ui[key] = t.key(key)
	}
	ui["ui.not_in_list"] = t.key("ui.not_in_list", "place", "{place}")
	return ui
}

// about returns lines about the facts: their dates, source, owner and licence.
func (t *texts) about(info model.EditionInfo, made string) []aboutEntry {
	line := func(of func(say.Localizer) string) aboutEntry {
		return aboutEntry{Text: t.of(func(_ int, loc say.Localizer) string { return of(loc) })}
	}
	licence := line(func(say.Localizer) string { return info.Source.Attribution })
	if info.Source.Licence == "CC-BY-4.0" {
		licence.URL = t.number(slices.Repeat([]string{"https://creativecommons.org/licenses/by/4.0/"}, len(t.localizers)))
	}
	list := []aboutEntry{
		line(func(loc say.Localizer) string { return loc.AsOf(info) }),
		line(func(loc say.Localizer) string { return loc.Source(info) }),
		line(func(loc say.Localizer) string { return loc.Applies(info) }),
		licence,
		{Text: t.key("link.availability_index"), URL: t.url(assets.LinkURL("availability_index"))},
	}
	if made != "" {
		list = append(list, aboutEntry{Text: t.key("page.made", "date", made)})
	}
	return list
}
