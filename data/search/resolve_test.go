package search

import (
	"strings"
	"testing"

	"voxatlas/data/names"
)

func TestResolve(t *testing.T) {
	ix := New(atlas())
	for _, c := range []struct{ country, queries string }{
		{"TW", "tw|TW|TWN|twn|886|+886|00886|taiwan|Taiwan|台灣|臺灣|Ｔａｉｗａｎ|taiw|R.O.C.|中華民國"},
		{"DM", "dominica|DM|多米尼克|1767"},
		{"DO", "dominican|dominican republic|DO|DOM|the-dominican-republic|+1 809|多明尼加"},
		{"CN", "china|中國|cn"},
		{"US", "us|usa|U.S.|united states|the-united-states-u-s|the us|america"},
		{"GB", "uk|united k|the uk|44|gb|britain"},
		{"NL", "the netherlands|the-netherlands|netherlands|hollan"},
		{"BA", "bosnia|bosniaherzegovina|波赫"},
		{"IN", "in|india"},
		{"HK", "hongkong|香港|852"},
		{"GE", "georgia"},
		{"KR", "korea|南韓|韓國"},
	} {
		for q := range strings.SplitSeq(c.queries, "|") {
			r := ix.Resolve(q, "en")
			if r.Country == nil || r.Country.ISO2() != c.country || r.Candidates != nil {
				t.Errorf("%q: %v, %d candidates; want %s", q, r.Country, len(r.Candidates), c.country)
			}
		}
	}
}

func TestResolveInDoubt(t *testing.T) {
	ix := New(atlas())
	for _, c := range []struct{ q, candidates string }{
		{"1", "US CA"},
		{"+1", "US CA"},
		{"7", "RU KZ"},
		{"88", "BD TW"}, // a calling code is no name that begins so
		{"187", "JM"},
		{"the ca", "KY"}, // begins a slug, but may be Canada
		{"united", "US GB AE"},
		{"q", "QA CA TW KZ"}, {"ta", "TW KR AU TT"}, // too short to begin one name
		{"dominic", "DO DM"},
		{"南", "ZA KR"},
		{"萄", "PT"},      // contains
		{"grmany", "DE"}, // fuzzy
		{"rep dom", "DO"},
		{"taiwna", "TW"}, {"xyz", ""}, {"", ""}, {" ", ""}, {"\xff", ""},
	} {
		r := ix.Resolve(c.q, "en")
		var got []string
		for _, h := range r.Candidates {
			got = append(got, h.Country.ISO2())
		}
		if r.Country != nil || strings.Join(got, " ") != c.candidates {
			t.Errorf("%q: %v, %v; want %s", c.q, r.Country, got, c.candidates)
		}
	}
}

// TestResolveRules has a line for each rule of Resolve, in their order: queries, and the
// country that they mean, a place that is not listed in brackets, or the doubt and the
// places that it is about.
func TestResolveRules(t *testing.T) {
	ix := New(atlas())
	for _, c := range []struct{ want, queries string }{
		// 1: codes and slugs
		{"TW", "tw|TWN|158|886|.tw|🇹🇼|taiwan"},
		{"PE", "per"}, // not a beginning
		{"[KP]", "kp|PRK|+850"},
		{"shared_code US CA", "+1|1"},
		// 2: whole names in a language of the interface
		{"JM", "Jamaica|牙買加"}, // a city, too, but names come first
		{"LU", "Luxembourg"},
		{"SG", "Singapore|新加坡"},
		{"[NE]", "Niger|尼日"},
		// 3 and 4: whole aliases, readings and names in other languages
		{"GB", "UK|England|英格蘭|Vereinigtes Königreich"},
		{"TW", "ㄊㄞˊㄨㄢ|w96j0|táiwān|대만|Тайвань"},
		{"ID", "indo"}, // the alias, not the Japanese reading of India
		{"CN", "PR China|P.R. China|China, PR|Chinois"},
		{"NL", "Niederländisch"},
		{"GB", "Britisch"},
		{"name_and_city GD ES NI", "Granada"},
		{"name_and_city GH AU", "Gold Coast"},
		{"name_and_city SV BR", "Salvador"},
		{"name_and_city PL GB", "Poole"}, // Swiss German for Poland
		{"name_and_city TW AR BR", "Formosa"},
		{"name_and_city [RW] [AO]", "Luanda"},
		// 5 and 6: whole names of cities and capitals
		{"PT", "Porto"}, // not Porto Rico
		{"JP", "Kobe|名古屋|名古屋市"},
		{"CN", "Xi'an|Xi’an"},
		{"NG", "Benin City"},
		{"AT", "Wien|Vienna"},
		{"PT", "Porto, Portugal"},
		{"ES", "Córdoba, Spain"},
		{"CR", "San José, Costa Rica|San Jose Costa Rica"},
		{"US", "San Jose, United States|Birmingham, AL|Birmingham, Alabama|San Jose, CA|San Jose, CA 95110|San Jose, CA, USA|Cambridge, MA|Cambridge MA"},
		{"CA", "Victoria BC|Victoria, British Columbia|Hamilton, Ontario|London, ON|Cambridge Ontario|Vancouver, CA"},
		{"GE", "Tbilisi, Georgia"},
		{"US", "Atlanta, Georgia"},
		{"GB", "Birmingham, UK|Cambridge, England"},
		{"shared_city CA NZ BM", "Hamilton, Elsewhere"},
		{"shared_city CA NZ BM GB", "Hamilton, Scotland"},
		{"shared_city FR US", "Paris, TX|Paris, IL|Paris, LA"}, // il and la are articles, too
		{"resemblance EG", "Cairo IL|Cairo (IL)"},
		{"shared_city PT US", "Lisbon, NE|lisbon, ne"}, // not Lisbonne
		{"resemblance PT", "Lisbon NE|Lisbon (NE)"},
		{"PT", "Lisbonne|Lisbon|Lisbon, PT"},
		{"shared_city HU US", "Szeged, IN"},        // not Szegedin
		{"shared_city IT US", "Roma, IL|Roma, DE"}, // does not begin Romania
		{"shared_city US [AO]", "Luanda, IL"},      // not Rwanda, either
		{"DE", "Berlin, DE|Berlin DE"},             // not Delaware
		{"CH", "Suisse (la)|Suisse, LA"},
		{"resemblance DE", "Munich, Bavaria"},
		{"[BO]", "La Paz"},
		{"shared_city AR ES MX", "Cordoba"},
		{"TW", "高雄|桃園市|彰化|Kaohsiung"},
		{"[CD]", "Kinshasa"},
		{"[LY]", "Tripoli"},
		{"shared_city US CR PH", "San José"},
		{"shared_city ES VE", "Barcelona"},
		{"shared_city CL US DO", "聖地牙哥|圣地亚哥"}, // Santiago and San Diego
		{"shared_city MY US KY [GY]", "喬治城|喬治敦"},
		{"shared_city BD [SN]", "達卡"},
		{"shared_city JP TW", "三重|三重県"},
		{"TW", "中壢|中壢區|新莊|Zhongli"},
		{"JP", "北海道|Hokkaido"},
		{"beginning_and_city SG [SD]", "Singa"},
		{"beginning_and_city RO IT", "Rom|Roma"},
		{"beginning_and_city PR PT", "波多"},
		// 7: beginnings of names
		{"shared_beginning [CG] [CD]", "Congo"},
		{"shared_beginning [CD] [CG]", "剛果"},
		{"TW", "taiw|台|Tai-wa"},
		{"GB", "united k"},
		{"[KM]", "comor"},
		{"shared_beginning US GB AE", "united"},
		{"shared_beginning NG [NE]", "nig"},
		// 8: beginnings of aliases
		{"NL", "hollan"},
		{"US", "united states of am"},
		{"TW", "中華民"},
		{"GB", "engla"},
		{"CN", "中華人民"},
		{"AU", "澳大"},
		{"resemblance GH", "gold"}, // words of its own, not the Gold Coast
		{"resemblance CN", "main|communist"},
		{"resemblance NL MP", "then"},
		{"resemblance GR", "hell"},
		// 9: a direction and a name
		{"CN", "S China|S. China|s china"},
		{"FR", "N France|S. France"},
		{"KR", "S Korea"}, {"[KP]", "N Korea"}, {"NZ", "N Zealand"}, {"GB", "N Ireland"}, // begin all words of a name
		{"resemblance MX", "N Mexico"},
		{"resemblance CY", "N Cyprus"},
		{"resemblance BD", "E Pakistan"},
		{"resemblance US", "S America"},
		{"resemblance FR", "X France"},
		{"resemblance DE", "W Germany"}, // begins all words of an alias
		// all others
		{"toll_free US CA", "1-800-555-0199|+1 800 555 0199|18885550199"},
		{"resemblance TW", "taiwna"},
		{"resemblance PT", "萄"},
		{"resemblance [BO]", "BOLIVA"},
		{"resemblance US", "É.-U."},
		{"resemblance IE", "Irla"},
		{"", "|xyz|N/A|office in|EU|eu"},
	} {
		for q := range strings.SplitSeq(c.queries, "|") {
			if got := resolutionText(ix.Resolve(q, "en")); got != c.want {
				t.Errorf("%q: %s, want %s", q, got, c.want)
			}
		}
	}
}

// resolutionText formats what a query means as TestResolveRules has it.
func resolutionText(r Resolution) string {
	switch {
	case r.Country != nil:
		return r.Country.ISO2()
	case r.Unlisted.ISO2 != "":
		return "[" + r.Unlisted.ISO2 + "]"
	case r.Doubt == NoDoubt:
		return ""
	}
	text := r.Doubt.String()
	for _, h := range r.Candidates {
		text += " " + h.Country.ISO2()
	}
	for _, e := range r.Rivals {
		text += " [" + e.ISO2 + "]"
	}
	return text
}

// namesOfUnlisted lists the codes, names and aliases of e.
func namesOfUnlisted(e names.Entry) []string {
	all := []string{e.ISO2, e.ISO3}
	for _, s := range e.Names.All() {
		all = append(all, s)
	}
	for a := range e.Aliases.Values() {
		all = append(all, a.Text)
	}
	return all
}

// TestResolveUnlisted resolves each name of each unlisted place: never to a country.
func TestResolveUnlisted(t *testing.T) {
	ix := New(atlas())
	listed := map[string]bool{}
	for c := range atlas() {
		listed[c.ISO2()] = true
	}
	n := 0
	for e := range names.All() {
		if listed[e.ISO2] {
			continue
		}
		n++
		for _, s := range namesOfUnlisted(e) {
			for _, q := range []string{s, strings.ToLower(s), " " + s} {
				r := ix.Resolve(q, "en")
				if r.Country != nil || r.Candidates != nil || r.Unlisted.ISO2 != e.ISO2 {
					t.Errorf("%q: %v, %q, %d candidates; want %s", q, r.Country, r.Unlisted.ISO2, len(r.Candidates), e.ISO2)
				}
				found := ix.Query(q, "en")
				mayBegin := len(q) == 3 && q != strings.ToUpper(q) && len(found.Hits) > 0 // "mac" begins Macedonia
				if !found.Unambiguous && !mayBegin || found.Unlisted.ISO2 != e.ISO2 {
					t.Errorf("%q is unlisted in %q, unambiguous %v, want %s", q, found.Unlisted.ISO2, found.Unambiguous, e.ISO2)
				}
				for _, h := range found.Hits {
					if h.tier > words {
						t.Errorf("%q: a guess at %s", q, h.Country.Slug())
					}
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d unlisted places", n)
	}
}

func TestUnlisted(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]string{
		"republic of niger": "NE", "cub": "CU", "+53": "CU", "古巴共和國": "CU", "寮國": "LA", // by its name, without stopwords, or by a prefix
		"tw": "", "taiw": "", "nigeri": "", "in": "", // listed
		"guin": "", "m": "", "xyz": "", "": "", "\xff": "", // several, or none
	} {
		if e := ix.Query(q, "en").Unlisted; e.ISO2 != want {
			t.Errorf("%q: %q, want %q", q, e.ISO2, want)
		}
	}
}

func TestNearest(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]string{
		"tiawan": "Taiwan", "germny": "Germany", "swedne": "Sweden", "untied states": "United States", "灣台": "台灣", "千里打": "千里達",
		"brasil": "Brazil", "filipines": "Filipino", "rusia": "Russia", "ＢＲＡＳＩＬ": "Brazil",
	} {
		hits := ix.Nearest(q, "en", 3)
		if len(hits) == 0 || hits[0].Name != want || hits[0].Reason != Typo || !hits[0].IsGuess() {
			t.Errorf("%q: %v, want %s", q, hits, want)
		}
	}
	for _, q := range []string{"", "x", "asdfgh", "zz", "寮國", "澳門", "臺彎", strings.Repeat("taiwan", 100)} {
		if hits := ix.Nearest(q, "en", 3); hits != nil {
			t.Errorf("%q: %v", q, hits)
		}
	}
	for _, n := range []int{-1, 0} {
		if hits := ix.Nearest("tiawan", "en", n); hits != nil {
			t.Errorf("%d: %v", n, hits)
		}
	}
}

// TestReasonWords checks that each reason has a word of its own, which scripts get.
func TestReasonWords(t *testing.T) {
	seen := map[string]bool{}
	for r := ISO2; r <= InText; r++ {
		b, err := r.MarshalText()
		if err != nil || len(b) == 0 || seen[string(b)] || strings.Contains(string(b), "(") {
			t.Errorf("%d: %q, %v", r, b, err)
		}
		seen[string(b)] = true
	}
}
