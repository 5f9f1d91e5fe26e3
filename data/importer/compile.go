package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// PageSet is the pages of a folder.
type PageSet struct {
	Countries    []*pages.Page // availability-in-SLUG.md
	Index        *pages.Page   // nil when it is missing
	Destinations *pages.Page   // likewise
}

// Edition is what pages say: records without what a names table has, in index
// order.
type Edition struct {
	Date         string
	AppliesTo    []string
	Countries    []model.Record
	Destinations []model.Destination
}

// Kind says what the file of that name is to an import.
type Kind uint8

// The kinds of files.
const (
	Other Kind = iota
	CountryPage
	IndexPage
	DestinationsPage
)

// KindOf tells files by their names, which are the same in every language.
func KindOf(file string) Kind {
	name, md := strings.CutSuffix(strings.ToLower(file), ".md")
	switch {
	case !md:
		return Other
	case strings.HasPrefix(name, pagePrefix) && len(name) > len(pagePrefix):
		return CountryPage
	case name == folder:
		return IndexPage
	case strings.HasPrefix(name, destinationsPrefix):
		return DestinationsPage
	}
	return Other
}

// slugOf is the slug of a country's page.
func slugOf(file string) string {
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(file), ".md"), pagePrefix)
}

// DuplicateError says that two pages are of one country.
type DuplicateError struct {
	Files [2]string
	ISO2  string
}

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("%s and %s are both about %s; remove one of them", show(e.Files[0]), show(e.Files[1]), e.ISO2)
}

// NoDateError says that no page has a date, and none was given.
type NoDateError struct{}

func (*NoDateError) Error() string { return "no page says its date; give the edition's" }

// compiler reads the pages of an edition.
type compiler struct {
	known   Known
	report  *Report
	words   vocabularies
	edition string
	listed  int // destinations
}

// Compile tells what pages say, as an edition of that date; without a date, of
// the newest page's.
func Compile(set PageSet, date string, known Known) (*Edition, *Report, error) {
	c := &compiler{known: known, report: &Report{Answers: map[Sureness]int{}}}
	if date == "" {
		date = newest(set)
	}
	if date == "" {
		return nil, nil, &NoDateError{}
	}
	c.edition = date
	e := &Edition{Date: date, AppliesTo: c.appliesTo(set)}
	e.Destinations = c.destinations(set.Destinations)
	c.listed = len(e.Destinations)
	order, names := c.index(set.Index)
	countries, err := c.countries(set.Countries, order)
	if err != nil {
		return nil, nil, err
	}
	for _, k := range countries {
		r := k.read()
		r.Printed = model.NamesOf(names[k.slug])
		e.Countries = append(e.Countries, r)
	}
	sharedPool(e.Countries)
	c.finish(e, countries)
	return e, c.report, nil
}

// newest is the date of the newest page.
func newest(set PageSet) string {
	date := ""
	for _, p := range append(slices.Clone(set.Countries), set.Index, set.Destinations) {
		if p != nil {
			date = max(date, p.FrontMatter.Date)
		}
	}
	return date
}

// appliesTo lists the products that the index page names, else any page.
func (c *compiler) appliesTo(set PageSet) []string {
	for _, p := range append([]*pages.Page{set.Index}, set.Countries...) {
		if p == nil {
			continue
		}
		var products []string
		for _, name := range p.FrontMatter.AppliesTo {
			if printable(name) && len(name) <= 100 {
				products = append(products, name)
			}
		}
		if len(products) > 0 {
			return products
		}
	}
	return []string{"Microsoft Teams"}
}

// inEnglish reports whether what is read of p is English.
func inEnglish(p *pages.Page) bool {
	return p.Bilingual || p.FrontMatter.Locale == "" || strings.HasPrefix(strings.ToLower(p.FrontMatter.Locale), "en")
}

// index reads the order and the printed names of the index page's selector. Its
// entries are in one language even on a bilingual page.
func (c *compiler) index(p *pages.Page) (order map[string]int, names map[string]map[model.Lang]string) {
	order, names = map[string]int{}, map[string]map[model.Lang]string{}
	if p == nil {
		c.report.find(Finding{File: folder + ".md", Want: WantIndex})
		return order, names
	}
	lang := model.Lang(p.FrontMatter.Locale)
	if lang == "" || strings.HasPrefix(strings.ToLower(string(lang)), "en") {
		lang = model.English
	}
	for _, s := range p.Sections {
		for _, n := range s.Notes {
			for _, l := range n.LinkRuns() {
				if file := target(l.Link) + ".md"; KindOf(file) == CountryPage {
					c.entry(p, n.Line, slugOf(file), pages.CollapseSpaces(l.Text), lang, order, names)
				}
			}
		}
	}
	return order, names
}

func (c *compiler) entry(p *pages.Page, line int, slug, name string, lang model.Lang, order map[string]int, names map[string]map[model.Lang]string) {
	if _, ok := order[slug]; ok || len(order) > 2000 {
		return
	}
	order[slug] = len(order)
	if !printable(name) || len(name) > 100 || !printable(string(lang)) || len(lang) > 8 {
		c.report.find(Finding{p.File, line, 0, name, WantName})
		return
	}
	names[slug] = map[model.Lang]string{lang: name}
}

// countries are the pages whose country is known, in the order of the index,
// those that it does not name last.
func (c *compiler) countries(pages []*pages.Page, order map[string]int) ([]*country, error) {
	var list []*country
	seen := map[string]string{} // code → file
	for _, p := range pages {
		slug := slugOf(p.File)
		iso2 := c.known.country(slug)
		if iso2 == "" {
			c.report.find(Finding{p.File, 0, 0, slug, WantCountry})
			continue
		}
		if other, ok := seen[iso2]; ok {
			return nil, &DuplicateError{[2]string{other, p.File}, iso2}
		}
		seen[iso2] = p.File
		locale := p.FrontMatter.Locale
		if inEnglish(p) {
			locale = "en"
		}
		k := &country{compiler: c, words: c.words.of(locale), page: p, slug: slug, iso2: iso2, base: c.known.base(iso2), english: inEnglish(p)}
		if p.FrontMatter.Date == "" {
			p.FrontMatter.Date = c.edition
			k.find(0, 0, c.edition, WantDate)
		}
		list = append(list, k)
	}
	place := func(k *country) int {
		if i, ok := order[k.slug]; ok {
			return i
		}
		return len(order)
	}
	slices.SortFunc(list, func(a, b *country) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.slug, b.slug))
	})
	have := map[string]bool{}
	for _, k := range list {
		have[k.slug] = true
	}
	for slug := range order {
		if !have[slug] {
			c.report.Absent = append(c.report.Absent, show(slug))
		}
	}
	slices.Sort(c.report.Absent)
	return list, nil
}

// finish fills in the counts and comparisons of the report.
func (c *compiler) finish(e *Edition, countries []*country) {
	r := c.report
	r.Pages = len(countries)
	for _, k := range countries {
		if k.page.Bilingual {
			r.Bilingual++
		}
		if !slices.Contains(r.Languages, k.words.lang) {
			r.Languages = append(r.Languages, k.words.lang)
		}
	}
	slices.Sort(r.Languages)
	r.sort()
	for _, k := range e.Countries {
		for w := range k.Warnings.Values() {
			r.Contradictions = append(r.Contradictions, Contradiction{k.Slug, w})
		}
	}
}
