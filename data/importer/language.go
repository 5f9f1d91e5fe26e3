package importer

import (
	"fmt"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// LanguageError reports a page in a language that has no vocabulary.
type LanguageError struct {
	Locale string   // as the page says; "" when it says none
	Known  []string // languages that can be read
}

func (e *LanguageError) Error() string {
	locale := "in an unknown language"
	if e.Locale != "" {
		locale = "in " + model.Clean(e.Locale, 20)
	}
	return fmt.Sprintf("%s; read are %s", locale, strings.Join(e.Known, " "))
}

// findLanguages tells the languages of the countries' pages, and which one most are in.
func (c *compiler) findLanguages(countries []*pages.Page) {
	c.languages, c.language = make(map[*pages.Page]string, len(countries)), "en"
	count := map[string]int{}
	for _, p := range countries {
		if file, ok := c.vocabularies.languageOf(p); ok {
			c.languages[p] = file
			if count[file]++; count[file] > count[c.language] {
				c.language = file
			}
		}
	}
}

// languageOf tells the language of a country's page by its rows, as the front matter may
// lack it or name that of the site: the language that most labels and cells are in. The
// front matter decides where it names another language than English, unless the rows
// speak clearly against it. It returns the file of words; false for a language without
// one.
func (vs *vocabularies) languageOf(p *pages.Page) (file string, ok bool) {
	if p.Bilingual {
		return "en", true
	}
	locale, rows := p.FrontMatter.Locale, rowTexts(p)
	named, known := languageFile(locale)
	if locale == "" {
		named, known = "en", true
	}
	understood := 0
	if known {
		understood = vs.load(named).countUnderstood(rows)
	}
	enough := len(rows) + len(rows)/2 // of the labels and cells
	if named != "en" {
		enough = len(rows) / 4
	}
	if known && understood >= enough {
		return named, known
	}
	best, most := named, understood
	for _, file := range languageFiles() {
		if n := vs.load(file).countUnderstood(rows); n > most {
			best, most = file, n
		}
	}
	switch clear := most >= len(rows); {
	case locale == "":
		return best, most*4 >= len(rows)
	case !known, named == "en":
		return best, clear && most > 0 || known
	case clear && best != "en": // English alone is in every vocabulary
		return best, true
	}
	return named, true
}

// rowText is the label and the cell of a service's row, normalized.
type rowText struct {
	keys        []string // of the section's rows
	label, cell string
}

// rowTexts returns the texts of the services' rows.
func rowTexts(p *pages.Page) []rowText {
	var rows []rowText
	for _, s := range p.Sections {
		keys, _ := serviceRows(s.Anchor)
		for _, t := range s.Tables {
			for _, r := range t.Rows {
				if len(keys) > 0 && len(r.Cells) > 0 {
					rows = append(rows, rowText{keys, normalize(r.Cells[0].TextContent()), normalize(answerCell(r).TextContent())})
				}
			}
		}
	}
	return rows
}

// countUnderstood counts the labels and the cells that are in the language of v.
func (v *vocabulary) countUnderstood(rows []rowText) int {
	n := 0
	for _, r := range rows {
		if v.hasOwnLabel(r.label, r.keys) {
			n++
		}
		if v.isOwnAnswer(r.cell) {
			n++
		}
	}
	return n
}

// hasOwnLabel reports whether a wording of the language, for one of these rows, is in
// a normalized text.
func (v *vocabulary) hasOwnLabel(text string, keys []string) bool {
	for _, key := range keys {
		for _, p := range v.phrases[rowMeaning(key)] {
			if p.own && len(p.normalized) > 3 && strings.Contains(text, p.normalized) {
				return true
			}
		}
	}
	return false
}

// isOwnAnswer reports whether a normalized text is a whole answer in the language.
func (v *vocabulary) isOwnAnswer(text string) bool {
	for _, m := range []meaning{yes, no, available, notAvailable, notApplicable} {
		for _, p := range v.phrases[m] {
			if p.own && text != "" && p.normalized == text {
				return true
			}
		}
	}
	return false
}
