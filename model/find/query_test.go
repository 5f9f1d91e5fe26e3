package find

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"voxatlas/model"
)

// mark writes a hit as the country's code, the reason and the name with what
// matched in brackets.
func mark(h Hit) string {
	var b strings.Builder
	for i, r := range []rune(h.Name) {
		if slices.Contains(h.Runes, i) {
			b.WriteString("[" + string(r) + "]")
		} else {
			b.WriteRune(r)
		}
	}
	return fmt.Sprintf("%s %s %s", h.Country.ISO2(), h.Why, strings.ReplaceAll(b.String(), "][", ""))
}

// The first hits of a query, all of them where the list ends with a dot.
func TestQuery(t *testing.T) {
	ix := New(atlas())
	for _, c := range []struct{ q, want string }{
		// codes
		{"tw", "TW iso_code [TW]."},
		{"TWN", "TW iso_code [TWN]."},
		{"ｔｗ", "TW iso_code [TW]."},
		{"886", "TW calling_code +[886]."},
		{"+886", "TW calling_code +[886]."},
		{"00886", "TW calling_code +[886]."},
		{"＋８８６", "TW calling_code +[886]."},
		{" 886 ", "TW calling_code +[886]."},
		{"88", "BD calling_code +[88]0; TW calling_code +[88]6."},
		{"7", "KZ calling_code +[7]; RU calling_code +[7]."},
		{"1", "CA calling_code +[1]; US calling_code +[1]; AG calling_code +[1]268"},
		{"+1 (876)", "JM calling_code +[1876]."},
		{"1-658", "JM calling_code +[1658]."},
		{"1829", "DO calling_code +[1829]."},
		{"99999", "."},
		{"us", "US iso_code [US]; CY name Cypr[us]"},
		{"U.S.", "US iso_code [US]"},
		{"in", "IN iso_code [IN]; ID name [In]donesia"},
		// exact names
		{"taiwan", "TW name [Taiwan]."},
		{"Ｔａｉｗａｎ", "TW name [Taiwan]."},
		{"台灣", "TW name [台灣]."},
		{"臺灣", "TW name [台灣]."},
		{"china", "CN name [China]; HK alias Hong Kong SAR [China]; TW alias Republic of [China]."},
		{"中國", "CN name [中國]; HK alias [中國]香港特別行政區."},
		{"中國大陸", "CN alias [中國大陸]."},
		{"georgia", "GE name [Georgia]."},
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
		{"R.O.C.", "TW alias [R].[O].[C].; MA name Mo[roc]co."},
		{"文萊", "BN alias [文萊]."},
		{"hongkong", "HK name [Hong] [Kong]."},
		{"hong-kong", "HK name [Hong] [Kong]."},
		{"bosniaherzegovina", "BA alias [Bosnia]-[Herzegovina]."},
		{"the-united-states-u-s", "US slug [the]-[united]-[states]-[u]-[s]."},
		{"trinidad & tobago", "TT name [Trinidad] [and] [Tobago]."},
		{"the netherlands", "NL alias [The] [Netherlands]."},
		// noise
		{"the austria", "AT name [Austria]."},
		{"the republic of malta", "MT name [Malta]."},
		{"the uk", "GB alias [UK]"},
		{"Kingdom of Saudi Arabia", "SA name [Saudi] [Arabia]."},
		{"Republic of North Macedonia", "MK alias [North] [Macedonia]."},
		{"Republic of Korea", "KR alias [Republic] [of] [Korea]"},
		{"日本國", "JP name [日本]."},
		{"新加坡共和國", "SG name [新加坡]."},
		// prefixes
		{"united k", "GB name [United] [K]ingdom."},
		{"UNITED", "AE name [United] Arab Emirates; GB name [United] Kingdom; US name [United] States."},
		{"dominican rep", "DO name [Dominican] [Rep]ublic."},
		{"南", "ZA name [南]非; KR name [南]韓; BJ name 貝[南]; VN name 越[南]."},
		{"多", "DM name [多]米尼克; DO name [多]明尼加共和國; EC name 厄瓜[多]"},
		{"saint", "KN name [Saint] Kitts and Nevis; LC name [Saint] Lucia."},
		// words
		{"kingd", "GB name United [Kingd]om."},
		{"rep dom", "DO name [Dom]inican [Rep]ublic."},
		{"korea, south", "KR name [South] [Korea]."},
		{"islands", "KY name Cayman [Islands]; MP name Northern Mariana [Islands]; TC name Turks and Caicos [Islands]."},
		// inside
		{"韓", "KR alias [韓]國."},
		{"港", "HK name 香[港]."},
		{"國", "CN name 中[國]; FR name 法[國]; US name 美[國]; GB name 英[國]; TH name 泰[國]; DE name 德[國]"},
		{"rica", "CR name Costa [Rica]; ZA name South Af[rica]; US alias Ame[rica]."},
		{"dom", "DO iso_code [DOM]; DM name [Dom]inica; GB name United King[dom]."},
		{"edk", "."}, // not across the words of United Kingdom
		// guesses
		{"grmany", "DE fuzzy [G]e[rmany]."},
		{"tiwan", "TW fuzzy [T]a[iwan]."},
		{"slvk", "SK fuzzy [Sl]o[v]a[k]ia"},
		{"千托", "TT fuzzy [千]里達及[托]巴哥."},
		{"sin", "SG name [Sin]gapore."},
		{"q", "QA name [Q]atar."},
		// nothing
		{"", "."}, {"   ", "."}, {"+", "."}, {"00", "."}, {"...", "."}, {"\xff", "."}, {"xyz", "."}, {"鑫", "."},
	} {
		var got []string
		for _, h := range ix.Query(c.q) {
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
	if hits := ix.Query(long); hits != nil {
		t.Errorf("%d hits for %d letters", len(hits), len(long))
	}
	if hits := ix.Query(strings.Repeat(" ", 1<<20) + "tw"); hits != nil {
		t.Errorf("%d hits for a megabyte", len(hits))
	}
	if hits := ix.Query(strings.Repeat("\ufdfa", maxRunes)); hits != nil {
		t.Errorf("%d hits for ligatures", len(hits))
	}
	if hits := New(func(func(*model.Country) bool) {}).Query("tw"); hits != nil {
		t.Errorf("%d hits in nothing", len(hits))
	}
}

// An Index may be shared; the race detector says whether that is true.
func TestIndexIsShared(t *testing.T) {
	ix := New(atlas())
	var wg sync.WaitGroup
	for _, q := range []string{"tw", "united k", "臺灣", "grmany"} {
		wg.Go(func() {
			for range 20 {
				if ix.Query(q) == nil || ix.Nearest("tiawan", 1) == nil {
					t.Errorf("%q: nothing", q)
				}
			}
		})
	}
	wg.Wait()
}

// A country that the names table does not know is found by what it says itself.
func TestQueryUnknownCountry(t *testing.T) {
	names := model.NamesOf(map[model.Lang]string{"en": "Atlantis", "de": "Größe"})
	c := model.NewCountry(model.Record{Slug: "the-atlantis", ISO2: "ZZ", ISO3: "ZZZ", Names: names,
		Printed: model.NamesOf(map[model.Lang]string{"en": "Old Atlantis"})})
	ix := New(func(yield func(*model.Country) bool) { yield(c) })
	for q, want := range map[string]string{
		"zz": "ZZ iso_code [ZZ]", "GRÖSSE": "ZZ name [Größe]", "gros": "ZZ name [Größ]e", "old": "ZZ alias [Old] Atlantis",
		"the-a": "ZZ slug [the]-[a]tlantis",
	} {
		if hits := ix.Query(q); len(hits) != 1 || mark(hits[0]) != want {
			t.Errorf("%q: %v, want %s", q, hits, want)
		}
	}
}

func BenchmarkQuery(b *testing.B) {
	ix := New(atlas())
	for _, q := range []string{"t", "united k", "臺", "grmany", "+886", "zzzzzz"} {
		b.Run(q, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix.Query(q)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	countries := slices.Values(slices.Collect(atlas()))
	for b.Loop() {
		New(countries)
	}
}
