package search

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"voxatlas/model"
)

// mark formats a hit as the country's code, the reason, and the name with the matched
// runes in brackets.
func mark(h Hit) string {
	var b strings.Builder
	for i, r := range []rune(h.Name) {
		if slices.Contains(h.Runes, i) {
			b.WriteString("[" + string(r) + "]")
		} else {
			b.WriteRune(r)
		}
	}
	return fmt.Sprintf("%s %s %s", h.Country.ISO2(), h.Reason, strings.ReplaceAll(b.String(), "][", ""))
}

// TestQuery compares the first hits of queries, all of them where the list ends with
// a dot.
func TestQuery(t *testing.T) {
	ix := New(atlas())
	for _, c := range []struct{ q, want string }{
		// codes
		{"tw", "TW iso2 [TW]."},
		{"TWN", "TW iso3 [TWN]."},
		{"ｔｗ", "TW iso2 [TW]."},
		{"886", "TW dial +[886]."},
		{"+886", "TW dial +[886]."},
		{"00886", "TW dial +[886]."},
		{"＋８８６", "TW dial +[886]."},
		{" 886 ", "TW dial +[886]."},
		{"88", "BD dial +[88]0; TW dial +[88]6."},
		{"7", "RU dial +[7]; KZ dial +[7]."},
		{"1", "US dial +[1]; CA dial +[1]; DO dial +[1]809"},
		{"+1 (876)", "JM dial +[1876]."},
		{"1-658", "JM dial +[1658]."},
		{"1829", "DO dial +[1829]."},
		{"99999", "."},
		{"us", "US iso2 [US]; RU alias [US]SR"},
		{"U.S.", "US iso2 [US]"},
		{"in", "IN iso2 [IN]; ID name [In]donesia"},
		// exact names
		{"taiwan", "TW name [Taiwan]."},
		{"Ｔａｉｗａｎ", "TW name [Taiwan]."},
		{"台灣", "TW name [台灣]."},
		{"臺灣", "TW name [台灣]."},
		{"china", "CN name [China]."},
		{"中國", "CN name [中國]."},
		{"PR China", "CN alias [PR] [China]."},
		{"Taiwan China", "TW alias [Taiwan], [China]."},
		{"中國台北", "TW alias [中國台北]."},
		{"Hong Kong China", "HK alias [Hong] [Kong], [China]."},
		{"Republic of China", "TW alias [Republic] [of] [China]."},
		{"bash", "."},
		{"中國大陸", "CN alias [中國大陸]."},
		{"georgia", "GE name [Georgia]; US city [Georgia]."},
		{"dominica", "DM name [Dominica]; DO name [Dominica]n Republic."},
		{"多明尼加", "DO alias [多明尼加]."},
		{"祕魯", "PE name [秘魯]."},
		{"Macedonia", "MK name [Macedonia]."},
		{"馬其頓", "MK alias [馬其頓]."},
		{"north macedonia", "MK alias [North] [Macedonia]."},
		{"阿聯", "AE alias [阿聯]."},
		{"u.a.e.", "AE alias [UAE]."},
		{"uk", "GB alias [UK]"},
		{"Great Britain", "GB alias [Great] [Britain]."},
		{"holland", "NL alias [Holland]."},
		{"czechia", "CZ alias [Czechia]."},
		{"Türkiye", "TR alias [Turkiye]."},
		{"Tu\u0308rkiye", "TR alias [Turkiye]."},
		{"韓國", "KR alias [韓國]."},
		{"大韓民國", "KR alias [大韓民國]."},
		{"中華民國", "TW alias [中華民國]."},
		{"R.O.C.", "TW alias [R].[O].[C].."},
		{"文萊", "BN alias [文萊]."},
		{"hongkong", "HK name [Hong] [Kong]."},
		{"hong-kong", "HK name [Hong] [Kong]."},
		{"bosniaherzegovina", "BA alias [Bosnia]-[Herzegovina]."},
		{"the-united-states-u-s", "US slug [the]-[united]-[states]-[u]-[s]."},
		{"trinidad & tobago", "TT name [Trinidad] [and] [Tobago]."},
		{"the netherlands", "NL alias [The] [Netherlands]."},
		// stopwords
		{"the austria", "AT name [Austria]."},
		{"the republic of malta", "MT name [Malta]."},
		{"the uk", "GB alias [UK]"},
		{"Kingdom of Saudi Arabia", "SA name [Saudi] [Arabia]."},
		{"Republic of North Macedonia", "MK alias [North] [Macedonia]."},
		{"Republic of Korea", "KR alias [Republic] [of] [Korea]"},
		{"日本國", "JP name [日本国]."},
		{"新加坡共和國", "SG name [新加坡]."},
		// prefixes
		{"united k", "GB name [United] [K]ingdom."},
		{"UNITED", "US name [United] States; GB name [United] Kingdom; AE name [United] Arab Emirates."},
		{"jamai", "JM name [Jamai]ca"},
		{"jamaï", "JM name [Jamaï]que"}, // Germany in Vai is not written so
		{"Jamáĩ", "DE name [Jamáĩ]"},    // but so
		{"dominican rep", "DO alias [Dominican] [Rep].."},
		{"南", "ZA name [南]非; KR name [南]韓; VN alias [南]越; RS alias [南]斯拉夫; IE alias [南]愛爾蘭; BJ name 貝[南]; MK alias 前[南]斯拉夫馬其頓."},
		{"多", "DO name [多]明尼加共和國; DM name [多]米尼克; EC name 厄瓜[多]"},
		{"saint", "LC name [Saint] Lucia; KN name [Saint] Kitts and Nevis."},
		// words
		{"kingd", "GB name United [Kingd]om; NL alias Netherlands, [Kingd]om of the; JO alias Hashemite [Kingd]om of Jordan."},
		{"rep dom", "DO name [Dom]inican [Rep]ublic."},
		{"korea, south", "KR alias [Korea], [South]."},
		{"islands", "KY name Cayman [Islands]; TC name Turks and Caicos [Islands]; MP name Northern Mariana [Islands]."},
		// substrings
		{"韓", "KR alias [韓]國."},
		{"港", "HK alias [港]."},
		{"國", "CN name 中[國]; US name 美[國]; DE name 德[國]; TH name 泰[國]; GB name 英[國]; FR name 法[國]"},
		{"rica", "CR name Costa [Rica]."},
		{"dom", "DO iso3 [DOM]; DM name [Dom]inica."},
		{"edk", "."}, // not across the words of United Kingdom
		// guesses
		{"grmany", "DE typo Germany."},
		{"tiwan", "TW misspelling [Tiwan]."},
		{"slvk", "SK fuzzy [Sl]o[v]a[k]ia"},
		{"千托", "TT fuzzy [千]里達及[托]巴哥."},
		{"sin", "SG name [Sin]gapore; LK alias [Sin]halese; CN name [Sin]."},
		{"q", "QA name [Q]atar; CA alias [Q]uebec; TW alias [Q]uemoy; KZ alias [Q]azaqstan."},
		// nothing
		{"", "."}, {"   ", "."}, {"+", "."}, {"00", "."}, {"...", "."}, {"\xff", "."}, {"xyz", "."}, {"鑫", "."},
	} {
		var got []string
		for _, h := range ix.Query(c.q, "en").Hits {
			got = append(got, mark(h))
		}
		want, all := strings.CutSuffix(c.want, ".")
		n := len(strings.Split(want, "; "))
		if !all {
			got = got[:min(n, len(got))]
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q:\n got %s\nwant %s", c.q, strings.Join(got, "; "), c.want)
		}
	}
}

func TestQueryIsBounded(t *testing.T) {
	ix := New(atlas())
	long := strings.Repeat("a", maxRunes+1)
	if hits := ix.Query(long, "en").Hits; hits != nil {
		t.Errorf("%d hits for %d letters", len(hits), len(long))
	}
	if hits := ix.Query(strings.Repeat(" ", 1<<20)+"tw", "en").Hits; hits != nil {
		t.Errorf("%d hits for a megabyte", len(hits))
	}
	if hits := ix.Query(strings.Repeat("\ufdfa", maxRunes), "en").Hits; hits != nil {
		t.Errorf("%d hits for ligatures", len(hits))
	}
	if hits := New(func(func(*model.Country) bool) {}).Query("tw", "en").Hits; hits != nil {
		t.Errorf("%d hits in nothing", len(hits))
	}
}

// TestIndexIsShared queries one Index from several goroutines, for the race detector.
func TestIndexIsShared(t *testing.T) {
	ix := New(atlas())
	var wg sync.WaitGroup
	for _, q := range []string{"tw", "united k", "臺灣", "grmany"} {
		wg.Go(func() {
			for range 20 {
				if ix.Query(q, "en").Hits == nil || ix.Nearest("tiawan", "en", 1) == nil {
					t.Errorf("%q: nothing", q)
				}
			}
		})
	}
	wg.Wait()
}

// TestQueryUnknownCountry finds a country that the names table does not have by its
// own names.
func TestQueryUnknownCountry(t *testing.T) {
	names := model.NamesOf(map[model.Lang]string{"en": "Atlantis", "de": "Größe"})
	c := model.NewCountry(model.Record{Slug: "the-atlantis", ISO2: "ZZ", ISO3: "ZZZ", Names: names,
		Printed: model.NamesOf(map[model.Lang]string{"en": "Old Atlantis"})})
	ix := New(func(yield func(*model.Country) bool) { yield(c) })
	for q, want := range map[string]string{
		"zz": "ZZ iso2 [ZZ]", "GRÖSSE": "ZZ name [Größe]", "gros": "ZZ name [Größ]e", "old": "ZZ alias [Old] Atlantis",
		"the-a": "ZZ slug [the]-[a]tlantis",
	} {
		if hits := ix.Query(q, "en").Hits; len(hits) != 1 || mark(hits[0]) != want {
			t.Errorf("%q: %v, want %s", q, hits, want)
		}
	}
}

// TestLangToShow checks that only languages that people know stand beside a name in Latin
// letters.
func TestLangToShow(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]model.Lang{"Alemania": "es", "holand": "", "Phillipines": "", "Hispania": "", "ਕੈਨੇਡਾ": "pa", "tw": ""} {
		hits := ix.Query(q, "en").Hits
		if len(hits) == 0 {
			t.Errorf("%q finds nothing", q)
		} else if got := hits[0].LangToShow(); got != want {
			t.Errorf("%q, found as %s: %q, want %q", q, hits[0].Name, got, want)
		}
	}
}
