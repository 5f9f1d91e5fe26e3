package names

import (
	"strconv"
	"strings"

	"voxatlas/model"
)

// parseEntry parses a line of the table. It reports no errors: the generator wrote the
// line, and the tests parse all of them.
func parseEntry(line string) Entry {
	f := strings.Split(line, "|")
	e := Entry{ISO2: f[0], ISO3: f[1], Numeric: f[2], Dial: model.ListOf(strings.Fields(f[4])...), Areas: model.ListOf(strings.Fields(f[5])...)}
	e.Population, _ = strconv.Atoi(f[3])
	shown := map[model.Lang]string{}
	var ranks []langRank
	for s := range strings.SplitSeq(f[6], ";") {
		lang, rest, _ := strings.Cut(s, ":")
		pos, text, _ := strings.Cut(rest, ":")
		n, _ := strconv.Atoi(pos)
		shown[model.Lang(lang)] = text
		ranks = append(ranks, langRank{model.Lang(lang), n})
	}
	e.Names, e.ranks = model.NamesOf(shown).WithTranslator(translations(e.ISO2)), model.ListOf(ranks...)
	var aliases []Alias
	for s := range strings.SplitSeq(f[7], ";") {
		if lang, text, ok := strings.Cut(s, ":"); ok {
			aliases = append(aliases, Alias{model.Lang(lang), text})
		}
	}
	e.Aliases = model.ListOf(aliases...)
	return e
}
