package search

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// namesOfCountry lists the names, aliases, codes and slug of c.
func namesOfCountry(c *model.Country) []string {
	e, _ := names.Of(c.ISO2())
	all := []string{c.ISO2(), c.ISO3(), c.Slug()}
	for _, s := range c.Names().All() {
		all = append(all, s)
	}
	for a := range e.Aliases.Values() {
		all = append(all, a.Text)
	}
	for d := range c.Dial().Values() {
		all = append(all, d, "+"+d, "00"+d)
	}
	return all
}

// TestEveryNameFindsItsCountry resolves each name of each country, in many forms.
func TestEveryNameFindsItsCountry(t *testing.T) {
	ix := New(atlas())
	for c := range atlas() {
		for _, s := range namesOfCountry(c) {
			for _, q := range []string{s, strings.ToUpper(s), strings.ToLower(s), norm.NFD.String(s), width.Widen.String(s), " " + s + " "} {
				if r := ix.Resolve(q, "zh-TW"); !isMeant(r, c) {
					t.Errorf("%q: %+v, want %s", q, r, c.Slug())
				}
			}
		}
	}
}

// isMeant reports whether r is c, or c is among the places that have the same calling
// code, or whose alias is a city elsewhere: Formosa.
func isMeant(r Resolution, c *model.Country) bool {
	if r.Country != nil {
		return r.Country.Slug() == c.Slug()
	}
	return slices.ContainsFunc(r.Candidates, func(h Hit) bool {
		return (h.Reason == Dial || r.Doubt == NameAndCity && h.Reason == Alias) && h.Country.Slug() == c.Slug()
	})
}

// TestEverySpellingFindsItsPlace searches for each spelling: its place must be first,
// of several places the one with the most inhabitants. testdata/collisions.txt lists
// the exceptions.
func TestEverySpellingFindsItsPlace(t *testing.T) {
	ix := New(atlas())
	table := names.Spellings()
	var got []string
	for i := range table.Len() {
		sp := table.At(i)
		s := ix.searchers.Get().(*searcher)
		found := s.search(ix, sp.Text, "zh-TW")
		if sp.Kind == names.Choseong || sp.Kind == names.Initials {
			found = s.search(ix, table.KeyText(i), "zh-TW")
		}
		if len(found) == 0 || ix.places[found[0].place].iso2 != sp.ISO2 {
			first := "nothing"
			if len(found) > 0 {
				first = ix.places[found[0].place].iso2 + " (" + found[0].reason.String() + ")"
			}
			got = append(got, sp.String()+": "+first)
		}
		ix.searchers.Put(s)
	}
	golden(t, "testdata/collisions.txt", "# Spellings that find another place first: it has that code, is called so, too, and\n# has more inhabitants, or begins so in a language of the interface.\n# See TestEverySpellingFindsItsPlace.\n"+strings.Join(got, "\n")+"\n")
	if most := table.Len() / 50; len(got) > most {
		t.Errorf("%d collisions", len(got))
	}
}

// TestEveryBeginning searches for each prefix of a shown name from three letters or
// two Han characters on: the country must be among the first five hits.
func TestEveryBeginning(t *testing.T) {
	ix := New(atlas())
	for c := range atlas() {
		for lang, name := range c.Names().All() {
			n := 3
			if isCJK([]rune(name)[0]) {
				n = 2
			}
			rs := []rune(name)
			for n := n; n <= len(rs); n++ {
				q := string(rs[:n])
				r := ix.Query(q, lang)
				if r.Unambiguous {
					continue // Niger is a country, too
				}
				hits := r.Hits[:min(len(r.Hits), 5)]
				if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Country.Slug() == c.Slug() }) {
					t.Errorf("%q: %s is not among the first five", q, c.Slug())
				}
			}
		}
	}
}

// TestEveryPart searches for each part of a shown name with three letters or two Han
// characters in a word: it finds something, unless it is a name or code of a place that
// is not listed.
func TestEveryPart(t *testing.T) {
	ix := New(atlas())
	seen, unlisted := map[string]bool{}, 0
	for c := range atlas() {
		for lang, name := range c.Names().All() {
			rs := []rune(name)
			for i := range rs {
				for j := i + 1; j <= len(rs); j++ {
					q := string(rs[i:j])
					if seen[q] || !hasLongWord(q) {
						continue
					}
					seen[q] = true
					r := ix.Query(q, lang)
					unlisted += boolToInt(r.Unambiguous)
					if len(r.Hits) == 0 && !r.Unambiguous && strings.TrimSpace(q) != "a and" { // two stopwords
						t.Errorf("%q of %s: nothing", q, name)
					}
				}
			}
		}
	}
	t.Logf("%d parts, %d of them mean a place that is not listed", len(seen), unlisted)
	if unlisted*100 > len(seen) {
		t.Errorf("%d of %d parts mean a place that is not listed", unlisted, len(seen))
	}
}

// hasLongWord reports whether a word of q has three letters, or two Han characters.
func hasLongWord(q string) bool {
	return slices.ContainsFunc(strings.Fields(q), func(word string) bool {
		rs := []rune(word)
		return len(rs) > 2 || len(rs) == 2 && isCJK(rs[0])
	})
}

// typedQueries draws queries as people type them: parts of names in any case and
// width, with typos, and any text at all.
func typedQueries(all []string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 9).Draw(t, "kind") == 0 {
			return rapid.String().Draw(t, "anything")
		}
		s := []rune(rapid.SampledFrom(all).Draw(t, "name"))
		i := rapid.IntRange(0, len(s)).Draw(t, "from")
		j := rapid.IntRange(i, len(s)).Draw(t, "to")
		s = s[i:j]
		if len(s) > 2 && rapid.Bool().Draw(t, "slip") {
			k := rapid.IntRange(0, len(s)-1).Draw(t, "at")
			s = slices.Delete(slices.Clone(s), k, k+1)
		}
		forms := []func(string) string{strings.Clone, strings.ToUpper, norm.NFD.String, width.Widen.String}
		return rapid.SampledFrom(forms).Draw(t, "form")(string(s))
	})
}

func TestQueryProperties(t *testing.T) {
	ix := New(atlas())
	var all []string
	for c := range atlas() {
		all = append(all, namesOfCountry(c)...)
	}
	w := names.Spellings()
	for i := range w.Len() {
		all = append(all, w.At(i).Text)
	}
	rapid.Check(t, func(t *rapid.T) {
		q := typedQueries(all).Draw(t, "query")
		checkHits(t, ix, q)
	})
}

// checkHits fails unless the hits of q keep the promises of Result and Hit.
func checkHits(t interface{ Fatalf(string, ...any) }, ix *Index, q string) {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	candidates := map[*model.Country]*candidate{}
	found := s.search(ix, q, "zh-TW")
	for i := range found {
		candidates[ix.places[found[i].place].country] = &found[i]
	}
	r := s.toResult(found)
	countries := map[string]bool{}
	for i, h := range r.Hits {
		switch {
		case countries[h.Country.Slug()]:
			t.Fatalf("%q: %s twice", q, h.Country.Slug())
		case i > 0 && h.tier < r.Hits[i-1].tier && h.IsGuess() == r.Hits[i-1].IsGuess():
			t.Fatalf("%q: %s is out of order", q, mark(h))
		case h.IsGuess() && !r.Hits[0].IsGuess() && !h.inDoubt && !candidates[h.Country].doubtful: // what is in doubt stands beside names and codes
			t.Fatalf("%q: guesses beside others", q)
		case !h.IsGuess() && r.Hits[max(i-1, 0)].IsGuess():
			t.Fatalf("%q: %s behind a guess", q, mark(h))
		case h.tier == guess && h.Reason != InText && i >= 2*maxGuesses:
			t.Fatalf("%q: more than %d guesses", q, i)
		}
		countries[h.Country.Slug()] = true
		checkRunes(t, q, h, candidates[h.Country])
	}
	if r.Unambiguous && r.Unlisted.ISO2 == "" {
		t.Fatalf("%q: unambiguously nothing", q)
	}
}

// checkRunes fails unless the runes of h are runes of its name, and fold to runes of
// the query, in one piece where the tier says so.
func checkRunes(t interface{ Fatalf(string, ...any) }, q string, h Hit, c *candidate) {
	name := []rune(h.Name)
	var marked []rune
	for i, r := range h.Runes {
		if r < 0 || r >= len(name) || i > 0 && r <= h.Runes[i-1] {
			t.Fatalf("%q: %s: runes %v", q, h.Name, h.Runes)
		}
		if i > 0 && r != h.Runes[i-1]+1 {
			marked = append(marked, ' ')
		}
		marked = append(marked, name[r])
	}
	switch {
	case h.Reason == Demonym && h.tier == guess && len(marked) == 0: // another form of it
		return
	case h.Reason == City && c.doubtful && len(marked) == 0: // one that is not known in the country after the comma
		return
	case h.Reason == Typo:
		if len(marked) > 0 {
			t.Fatalf("%q: a typo is marked: %s", q, mark(h))
		}
		return
	case len(marked) == 0:
		t.Fatalf("%q: %s (%v): nothing marked", q, h.Name, h.Reason)
	case h.Reason.Code():
		return
	case h.tier != words && h.tier != guess && c.runes[len(c.runes)-1]-c.runes[0] != len(c.runes)-1:
		t.Fatalf("%q: %s: in several pieces", q, mark(h))
	}
	matched := matchedRunes(h, c)
	if h.Reason != PinyinInitials && h.Reason != Choseong && !inOrder(matched, fold.Of(string(marked)).Runes) { // ß is marked whole for an s
		t.Fatalf("%q: %s: not %q is marked", q, mark(h), string(matched))
	}
	query := fold.Of(q).Runes
	if h.Reason == ZhuyinKeys {
		_, folded := zhuyinFromKeys(q)
		query = []rune(folded)
	}
	slices.Sort(matched) // words may stand in another order in the name
	slices.Sort(query)
	if !inOrder(matched, query) {
		t.Fatalf("%q: %s: %q is marked", q, mark(h), string(marked))
	}
}

// matchedRunes returns the runes of the name's key that matched.
func matchedRunes(h Hit, c *candidate) []rune {
	var key []rune
	if c.term >= 0 || c.spelling < 0 {
		key = fold.Of(h.Name).Runes
	} else {
		key = names.Spellings().At(int(c.spelling)).Fold().Runes
	}
	var matched []rune
	for _, i := range c.runes {
		matched = append(matched, key[i])
	}
	return matched
}

// inOrder reports whether all runes of a are in b, in the same order.
func inOrder(a, b []rune) bool {
	for _, r := range b {
		if len(a) > 0 && a[0] == r {
			a = a[1:]
		}
	}
	return len(a) == 0
}

func FuzzQuery(f *testing.F) {
	ix := New(atlas())
	for _, s := range []string{
		"", "tw", "+886", "united k", "臺灣", "Ｔａｉ", "d’i", "\xff\xc3(", "grmany", "the republic of malta", "ſ", "ß", "ㄊㄞˊㄨㄢ", "w96j0 ", "tai2wan1", "댐", "ㄷㅁ", "たいわん",
		"🇹🇼", "\U0001f3f4\U000e0067\U000e0062", ".tw", "+1 416 555 0100", "الإمارات", "kingdom of the", "共和國國",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, q string) {
		checkHits(t, ix, q)
		ix.Resolve(q, "en")
		ix.Nearest(q, "en", 3)
	})
}
