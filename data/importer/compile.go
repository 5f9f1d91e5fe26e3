package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// PageSet holds the pages of one folder.
type PageSet struct {
	Countries    []*pages.Page // availability-in-SLUG.md
	Index        *pages.Page   // nil when it is missing
	Destinations *pages.Page   // nil when it is missing
	Unknown      []string      // files of pages about unknown countries, which were not read
	Missing      []MissingPage // pages that should be there and could not be had
}

// Add puts p in its place by the name of its file.
func (s *PageSet) Add(p *pages.Page) {
	switch FileKindOf(p.File) {
	case IndexPage:
		s.Index = p
	case DestinationsPage:
		s.Destinations = p
	default:
		s.Countries = append(s.Countries, p)
	}
}

// Draft is an edition as its pages have it: records in index order, not yet
// joined with the names table and not yet checked.
type Draft struct {
	Date         string
	AppliesTo    []string
	Countries    []model.Record
	Destinations []model.Destination
}

// DuplicateError reports two pages about one country.
type DuplicateError struct {
	Files [2]string
	ISO2  string
}

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("%s and %s are both about %s; remove one of them", safeText(e.Files[0]), safeText(e.Files[1]), e.ISO2)
}

// NoDateError reports that no page has a date and the caller gave none.
type NoDateError struct{}

func (*NoDateError) Error() string { return "no page says its date; give the edition's" }

// compiler compiles the pages of one edition.
type compiler struct {
	reference    Reference
	report       *Report
	vocabularies vocabularies
	date         string
	listed       int                    // destinations in the list
	languages    map[*pages.Page]string // of country pages; those in no known language are not there
	language     string                 // that most of them are in
}

// Compile reads the pages of set as an edition of that date; without a date, of
// the newest page's. It returns a [*DuplicateError] or a [*NoDateError], but no
// error for texts that it does not understand: the report lists them.
func Compile(set PageSet, date string, reference Reference) (*Draft, *Report, error) {
	c := &compiler{reference: reference, report: &Report{Answers: map[Confidence]int{}}}
	c.dropFutureDates(set)
	if date == "" {
		date = newestDate(set)
	}
	if date == "" && len(set.Countries) > 0 {
		return nil, nil, &NoDateError{}
	}
	for _, file := range set.Unknown {
		c.report.addFinding(Finding{file, 0, 0, SlugOf(file), ExpectedCountry})
	}
	c.date = date
	c.findLanguages(set.Countries)
	draft := &Draft{Date: date, AppliesTo: c.products(set)}
	draft.Destinations = c.readDestinations(set.Destinations)
	c.listed = len(draft.Destinations)
	order, names := c.readIndex(set.Index)
	countries, err := c.sortCountries(set.Countries, order)
	if err != nil {
		return nil, nil, err
	}
	for _, reader := range countries {
		r := reader.readPage()
		r.Printed = model.NamesOf(names[reader.slug])
		draft.Countries = append(draft.Countries, r)
	}
	c.addMissing(draft, set.Missing, order, names)
	warnOfSharedPool(draft.Countries)
	c.completeReport(draft, countries)
	return draft, c.report, nil
}

// newestDate returns the date of the newest page; "" when no page has one.
func newestDate(set PageSet) string {
	date := ""
	for _, p := range append(slices.Clone(set.Countries), set.Index, set.Destinations) {
		if p != nil {
			date = max(date, p.FrontMatter.Date)
		}
	}
	return date
}

// dropFutureDates takes away dates of pages that are later than today: no page can be.
func (c *compiler) dropFutureDates(set PageSet) {
	for _, p := range append(slices.Clone(set.Countries), set.Index, set.Destinations) {
		if p != nil && c.reference.Today != "" && p.FrontMatter.Date > c.reference.Today {
			c.report.addFinding(Finding{p.File, 0, 0, p.FrontMatter.Date, ExpectedDate})
			p.FrontMatter.Date = ""
		}
	}
}

// products lists the products that the index page, or else a country's page,
// applies to.
func (c *compiler) products(set PageSet) []string {
	for _, p := range append([]*pages.Page{set.Index}, set.Countries...) {
		if p == nil {
			continue
		}
		var products []string
		for _, name := range p.FrontMatter.AppliesTo {
			if isPrintable(name) && len(name) <= 100 {
				products = append(products, name)
			}
		}
		if len(products) > 0 {
			return products
		}
	}
	return []string{"Microsoft Teams"}
}

// isEnglish reports whether the texts of p, which is no country's page, are English: by
// its locale, as one half of a bilingual page, or like those of the countries.
func (c *compiler) isEnglish(p *pages.Page) bool {
	if p.FrontMatter.Locale == "" {
		return p.Bilingual || c.language == "en"
	}
	return p.Bilingual || strings.HasPrefix(strings.ToLower(p.FrontMatter.Locale), "en")
}

// readIndex reads the index page's list of countries: their order by slug, and
// their printed names. The names are in the page's language, even on a
// bilingual page.
func (c *compiler) readIndex(p *pages.Page) (order map[string]int, names map[string]map[model.Lang]string) {
	order, names = map[string]int{}, map[string]map[model.Lang]string{}
	if p == nil {
		c.report.addFinding(Finding{File: pages.IndexName + ".md", Expected: ExpectedIndex})
		return order, names
	}
	lang := model.Lang(cmp.Or(p.FrontMatter.Locale, c.language))
	if strings.HasPrefix(strings.ToLower(string(lang)), "en") {
		lang = model.English
	}
	for _, s := range p.Sections {
		for _, n := range s.Paragraphs {
			for _, l := range n.LinkRuns() {
				if file := pages.NameOf(l.Link) + ".md"; FileKindOf(file) == CountryPage {
					c.addIndexEntry(p, n.Line, SlugOf(file), pages.CollapseSpaces(l.Text), lang, order, names)
				}
			}
		}
	}
	return order, names
}

// addIndexEntry adds one country to the order and the names, unless it is
// there.
func (c *compiler) addIndexEntry(p *pages.Page, line int, slug, name string, lang model.Lang, order map[string]int, names map[string]map[model.Lang]string) {
	if _, ok := order[slug]; ok || len(order) > 2000 {
		return
	}
	order[slug] = len(order)
	if !isPrintable(name) || len(name) > 100 || !isPrintable(string(lang)) || len(lang) > 8 {
		c.report.addFinding(Finding{p.File, line, 0, name, ExpectedName})
		return
	}
	if lang == model.English {
		name = c.reference.dropAbbreviation(slug, name)
	}
	names[slug] = map[model.Lang]string{lang: name}
}

// sortCountries returns a reader for each page of a known country, in the order
// of the index. Pages that the index does not list come last, by slug.
func (c *compiler) sortCountries(pages []*pages.Page, order map[string]int) ([]*countryReader, error) {
	var list []*countryReader
	seen := map[string]string{} // code → file
	for _, p := range pages {
		slug := SlugOf(p.File)
		iso2 := c.reference.countryCode(slug)
		if iso2 == "" {
			c.report.addFinding(Finding{p.File, 0, 0, slug, ExpectedCountry})
			continue
		}
		if other, ok := seen[iso2]; ok {
			return nil, &DuplicateError{[2]string{other, p.File}, iso2}
		}
		seen[iso2] = p.File
		language, ok := c.languages[p]
		if !ok {
			c.report.addFinding(Finding{p.File, 0, 0, p.FrontMatter.Locale, ExpectedLanguage})
			continue
		}
		reader := &countryReader{compiler: c, vocabulary: c.vocabularies.load(language), page: p, slug: slug, iso2: iso2, baseCountry: c.reference.baseCountry(iso2), english: language == "en"}
		if p.FrontMatter.Date == "" {
			p.FrontMatter.Date = c.date
			c.report.Undated++
		}
		list = append(list, reader)
	}
	slices.SortFunc(list, func(a, b *countryReader) int {
		return cmp.Or(cmp.Compare(position(order, a.slug), position(order, b.slug)), cmp.Compare(a.slug, b.slug))
	})
	have := map[string]bool{}
	for _, reader := range list {
		have[reader.slug] = true
	}
	for slug := range order {
		if !have[slug] {
			c.report.Absent = append(c.report.Absent, safeText(slug))
		}
	}
	slices.Sort(c.report.Absent)
	return list, nil
}

// completeReport fills in the report's counts and contradictions, and sorts its
// findings.
func (c *compiler) completeReport(draft *Draft, countries []*countryReader) {
	r := c.report
	r.Pages = len(countries)
	for _, reader := range countries {
		if reader.page.Bilingual {
			r.Bilingual++
		}
		if !slices.Contains(r.Languages, reader.vocabulary.lang) {
			r.Languages = append(r.Languages, reader.vocabulary.lang)
		}
	}
	slices.Sort(r.Languages)
	r.sortFindings()
	for _, record := range draft.Countries {
		for w := range record.Warnings.Values() {
			r.Contradictions = append(r.Contradictions, Contradiction{record.Slug, w})
		}
	}
}
