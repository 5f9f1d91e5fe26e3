// Lists searches for every name of three ordinary lists of countries, as they come
// from npm, and prints how many first hits are right, by list and language:
//
//	npm pack world-countries@5.1.0 i18n-iso-countries@7.14.0 world_countries_lists@3.3.0
//	for p in *.tgz; do mkdir -p /tmp/npm/${p%.tgz} && tar xzf $p -C /tmp/npm/${p%.tgz}; done
//	go run ./lists -npm /tmp/npm          # -v: every name that is not found, too
//
// A name is right if the first hit is its country, or if its place, which Microsoft
// does not list, is named. A name that a list gives to several places is any of theirs.
// The licences of two of the lists (ODbL, LGPL) do not allow copies here.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
)

func main() {
	npm := flag.String("npm", "/tmp/npm", "`folder` of the unpacked packages, each in a folder of its name and version")
	verbose := flag.Bool("v", false, "print every name that is not found, or finds another place")
	flag.Parse()
	if err := compareLists(*npm, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "lists:", err)
		os.Exit(1)
	}
}

// compareLists measures all lists in the folder npm.
func compareLists(npm string, verbose bool) error {
	atlas, err := data.Open("")
	if err != nil {
		return err
	}
	lists, err := readLists(npm)
	if err != nil {
		return err
	}
	ix := search.New(atlas.Countries())
	for _, title := range slices.Sorted(maps.Keys(lists)) {
		var sum score
		byLanguage := lists[title]
		for _, lang := range slices.Sorted(maps.Keys(byLanguage)) {
			one := measure(atlas, ix, byLanguage[lang], lang, verbose)
			fmt.Printf("%-44s %-6s %v\n", title, lang, one)
			sum.addScore(one)
		}
		fmt.Printf("%-44s %-6s %v\n", title, "all", sum)
	}
	return nil
}

// score counts names: of listed places, all and those found first; the same of places that
// are not listed; and names that find another place without being marked as a guess.
type score struct{ listed, found, unlisted, named, wrong int }

func (s *score) addScore(other score) {
	s.listed, s.found, s.wrong = s.listed+other.listed, s.found+other.found, s.wrong+other.wrong
	s.unlisted, s.named = s.unlisted+other.unlisted, s.named+other.named
}

// String gives the score as "114 listed, 100.0 % right; 135 others, 96.3 % named; 0 wrong".
func (s score) String() string {
	return fmt.Sprintf("%5d listed, %5.1f %% right; %5d others, %5.1f %% named; %d wrong",
		s.listed, percent(s.found, s.listed), s.unlisted, percent(s.named, s.unlisted), s.wrong)
}

func percent(part, all int) float64 { return 100 * float64(part) / float64(max(all, 1)) }

// measure searches for all names of a list in one language.
func measure(a *model.Atlas, ix *search.Index, list nameList, lang string, verbose bool) (sum score) {
	for _, name := range slices.Sorted(maps.Keys(list)) {
		all, right, kind := &sum.unlisted, &sum.named, "other"
		if slices.ContainsFunc(list[name], func(iso2 string) bool { return a.CountryOfCode(iso2) != nil }) {
			all, right, kind = &sum.listed, &sum.found, "listed"
		}
		*all++
		got, sure := firstPlace(ix, name, uiLanguage(lang))
		if slices.Contains(list[name], got) {
			*right++
			continue
		}
		if sure {
			sum.wrong++
		}
		if verbose {
			fmt.Printf("%s\t%s\t%s\t%v\t%s\tsure %v\n", kind, lang, name, list[name], got, sure)
		}
	}
	return sum
}

// firstPlace returns the ISO 3166-1 alpha-2 code of the place that the search shows first,
// and whether it is no guess; nothing is "-".
func firstPlace(ix *search.Index, name string, lang model.Lang) (iso2 string, sure bool) {
	r := ix.Query(name, lang)
	switch {
	case r.Unlisted.ISO2 != "" && (r.Unambiguous || len(r.Hits) == 0 || r.Hits[0].IsGuess()):
		return r.Unlisted.ISO2, false
	case len(r.Hits) == 0:
		return "-", false
	}
	return r.Hits[0].Country.ISO2(), !r.Hits[0].IsGuess()
}

// uiLanguage returns the language of the interface for readers of a list.
func uiLanguage(lang string) model.Lang {
	if lang == "zh" || lang == "zh-tw" || lang == "zho" {
		return "zh-TW"
	}
	return model.English
}
