package importer_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// TestLanguageByText: a page is read in the language of its rows where the front matter
// says none or another.
func TestLanguageByText(t *testing.T) {
	polish := strings.NewReplacer(
		"|Yes|", "|Tak|", "|No|", "|Nie|", "Available|", "Dostępne|", "Not applicable|", "Nie dotyczy|", "Phone System", "System telefoniczny", "Voicemail", "Poczta głosowa",
		"Are phone numbers automatically assigned", "Czy numery telefonów są przypisywane automatycznie", "Auto attendants", "Automatyczna obsługa", "Call queues", "Kolejki połączeń",
		"Is Audio Conferencing available for purchase?", "Czy konferencje są dostępne?", "Calling Plans are available to purchase?", "Czy plany są dostępne?",
		"Minutes available", "Minuty", "Can make outbound calls to", "Dokąd można dzwonić", "toll numbers", "numery płatne", "Dial-out capability using the Call Me feature", "Zadzwoń do mnie",
		"Are Communications Credits available?", "Czy środki są dostępne?", "What capitals or major cities can you get", "Dla jakich stolic są", "Are toll free numbers available?", "Czy są numery bezpłatne?", "Are ", "Czy ", " available?", " dostępne?",
	).Replace(string(countryPage()))
	for name, tt := range map[string]struct {
		page, locale string
		want         string // "" for refused
	}{
		"English, silent":           {string(countryPage()), "", "en"},
		"English, said":             {string(countryPage()), "en-GB", "en"},
		"of the German site":        {string(germanPage("")), "en-US", "de-DE"},
		"German, silent":            {string(germanPage("")), "", "de-DE"},
		"German, said":              {string(germanPage("")), "de-AT", "de-DE"},
		"German, an unknown locale": {string(germanPage("")), "lb-LU", "de-DE"},
		"Polish, said":              {polish, "pl-PL", ""},
		"Polish, silent":            {polish, "", ""},
	} {
		page := []byte(tt.page)
		if tt.locale != "" {
			page = withLocale(tt.locale, page)
		}
		p := parsePage(t, "availability-in-france.md", page)
		_, r, err := importer.Compile(importer.PageSet{Countries: []*pages.Page{p}}, "2021-03-23", importer.Reference{Code: codeByName, Site: docSite()})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.Languages, " "); got != tt.want || (tt.want == "") != hasFinding(r, importer.ExpectedLanguage, tt.locale) {
			t.Errorf("%s: read as %q, want %q: %+v", name, got, tt.want, r.Findings)
		}
	}
}

// germanPage is a page in German with that front matter.
func germanPage(front string) []byte {
	page := strings.NewReplacer(
		"|Yes|", "|Ja|", "|No|", "|Nein|", "|Available|", "|Verfügbar|", "|Not applicable|", "|Nicht zutreffend|",
		"Is Phone System available for purchase?", "Ist das Telefonsystem zum Kauf verfügbar?", "Auto attendants", "Automatische Telefonzentralen", "Call queues", "Anrufwarteschleifen",
		"Are toll numbers available?", "Sind gebührenpflichtige Telefonnummern verfügbar?",
	).Replace(string(countryPage()))
	return []byte(strings.Replace(page, "---\n", "---\n"+front, 1))
}

// TestEveryLanguageByText: each language is told by its words alone. The labels of these
// pages say nothing.
func TestEveryLanguageByText(t *testing.T) {
	for locale, c := range cellsByLanguage() {
		if locale == "zh-TW" || locale == "zh-CN" {
			continue // 是 and 不适用 are in both; their labels tell them apart
		}
		page := bytes.Replace(c.sparsePage(locale), []byte("ms.contentlocale: "+locale+"\n"), nil, 1)
		p := parsePage(t, "availability-in-france.md", page)
		_, r, err := importer.Compile(importer.PageSet{Countries: []*pages.Page{p}}, "", importer.Reference{Code: codeByName, Site: docSite()})
		if err != nil || len(r.Languages) != 1 || !strings.HasPrefix(locale, r.Languages[0][:2]) {
			t.Errorf("%s: %v, read as %v", locale, err, r.Languages)
		}
	}
	for _, tt := range []struct{ want, label string }{{"zh-TW", "電話系統是否可供購買？"}, {"zh-CN", "是否可购买电话系统？"}} {
		page := "---\nms.lasthandoff: 03/23/2021\n---\n## <a name=\"phone-system\"></a>x\n\n|F|D|\n|-|-|\n|" + tt.label + "|是|\n"
		p := parsePage(t, "availability-in-france.md", []byte(page))
		e, r, err := importer.Compile(importer.PageSet{Countries: []*pages.Page{p}}, "", importer.Reference{Code: codeByName, Site: docSite()})
		if err != nil || !slices.Equal(r.Languages, []string{tt.want}) || e.Countries[0].Answers[model.PhoneSystemPurchase].State != model.Yes {
			t.Errorf("%v, read as %v, want %s", err, r.Languages, tt.want)
		}
	}
}
