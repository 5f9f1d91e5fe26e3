package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// fill collects all spellings: names first, so that a reading that is also a
// name counts as a name.
func fill(rows []*row, c *cldr, f *facts, cur *curated, cities string) (*world, error) {
	w := newWorld(rows)
	for _, locale := range c.locales {
		for _, code := range c.codes {
			for _, name := range c.names[locale][code] {
				w.add(names.Local, locale, code, name)
				w.add(names.Local, locale, code, umlauts(locale, name))
				w.add(names.Local, locale, code, islands(name))
			}
		}
	}
	for _, l := range cur.local {
		w.add(names.Local, l.locale, l.iso2, l.text)
		if l.why == "common" { // to be read, too
			c.names[l.locale][l.iso2] = append(c.names[l.locale][l.iso2], l.text)
		}
	}
	w.printed(c, f)
	for lang, of := range cur.misspelling {
		w.each(names.Misspelling, lang, of)
	}
	for lang, of := range cur.capital {
		w.each(names.Capital, lang, of)
	}
	for lang, of := range cur.city {
		w.each(names.City, lang, of)
	}
	if err := w.cities(c, cities); err != nil {
		return nil, err
	}
	if err := w.chinese(rows, c, cur); err != nil {
		return nil, err
	}
	if err := w.japanese(c, cur); err != nil {
		return nil, err
	}
	for _, code := range c.codes {
		for _, name := range c.names["ko"][code] {
			w.add(names.Choseong, "ko", code, name)
			w.add(names.Romanized, "ko", code, korean(name))
		}
		for _, locale := range []string{"ru", "uk", "be", "bg", "mk", "kk", "ky", "mn"} {
			for _, name := range c.names[locale][code] {
				for _, s := range cyrillic(name, locale) {
					if len(s) > maxAbbreviation {
						w.add(names.Romanized, locale, code, s)
					}
				}
			}
		}
	}
	return w, nil
}

// maxAbbreviation is how many letters an abbreviation has that nobody would spell
// in other letters.
const maxAbbreviation = 3

// each adds texts by place.
func (w *world) each(kind names.Kind, lang string, of map[string][]string) {
	for _, code := range sortedKeys(of) {
		for _, text := range of[code] {
			w.add(kind, lang, code, text)
			w.add(kind, lang, code, saint(text))
		}
	}
}

// umlauts is a name in a language that writes ae for ä where it must, written
// so.
func umlauts(locale, name string) string {
	base, _, _ := strings.Cut(locale, "-")
	if !slices.Contains([]string{"de", "gsw", "sv", "da", "nb", "nn", "fi", "et", "is", "fo"}, base) {
		return name
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe").Replace(name)
}

// islands is a Russian name with its islands written out.
func islands(name string) string {
	return strings.NewReplacer("о-ва", "острова", "о-в", "остров").Replace(name)
}

// saint is a name with a saint in it abbreviated, or written out.
func saint(name string) string {
	if strings.Contains(name, "Saint") {
		return strings.NewReplacer("Saint-", "St. ", "Saint ", "St. ").Replace(name)
	}
	return strings.ReplaceAll(name, "St. ", "Saint ")
}

// printed adds the names of Microsoft's index where they are sane: machines
// translated them, and a name that belongs to another place in any language is
// none.
func (w *world) printed(c *cldr, f *facts) {
	of := map[string]string{}
	for at, l := range w.lines {
		if l.order < 0 || l.Kind == names.Local {
			if of[at.key] != "" && of[at.key] != at.iso2 {
				of[at.key] = "several"
				continue
			}
			of[at.key] = at.iso2
		}
	}
	for _, tag := range sortedKeys(f.printed) {
		for _, code := range sortedKeys(f.printed[tag]) {
			for _, name := range f.printed[tag][code] {
				if other := of[fold.Of(name).Text()]; other == "" || other == code {
					w.add(names.Local, tag, code, name)
				} else {
					fmt.Fprintf(os.Stderr, "%s: %s printed in %s is %s\n", code, name, tag, other)
				}
			}
		}
	}
}

// cities adds the cities with numbers, from a file of lines slug|en|zh-TW.
func (w *world) cities(c *cldr, file string) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read from
	for s := bufio.NewScanner(in); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") || s.Text() == "" {
			continue
		}
		fields := strings.Split(s.Text(), "|")
		if len(fields) < 3 || !slices.Contains(c.codes, fields[0]) {
			return fmt.Errorf("%s: %q is no city of a country", file, s.Text())
		}
		for i, lang := range []string{"en", "zh-TW"} {
			kind, split := names.City, parts(fields[i+1])
			if len(split) > 1 {
				kind = names.Region
			}
			for _, part := range split {
				w.add(kind, lang, fields[0], part)
				w.add(kind, lang, fields[0], saint(part))
			}
		}
	}
	return nil
}

// parts are a city and the region that stands before or behind it: "Oregon,
// Portland", "Teesside (Middlesbrough)", "亞利桑那州鳳凰城".
func parts(city string) []string {
	marks := strings.NewReplacer(", ", "|", " (", "|", "（", "|", ")", "|", "）", "|", "州", "州|", "特區", "特區|")
	return strings.FieldsFunc(marks.Replace(city), func(r rune) bool { return r == '|' })
}

// chinese adds how Chinese names are read. Zhuyin is for the names used in
// Taiwan, pinyin for those of all who write Chinese.
func (w *world) chinese(rows []*row, c *cldr, cur *curated) error {
	for _, r := range rows {
		taiwan := []string{r.names[1]}
		for _, a := range r.aliases {
			if a.lang == "zh-TW" {
				taiwan = append(taiwan, a.text)
			}
		}
		all := slices.Concat(taiwan, c.names["zh-Hant"][r.iso2], c.names["zh"][r.iso2], c.names["zh-Hant-HK"][r.iso2])
		for i, name := range all {
			ways, err := cur.readings(name)
			if err != nil {
				return err
			}
			for _, syllables := range ways {
				var latin, local []string
				for _, s := range syllables {
					z, err := zhuyin(s)
					if err != nil {
						return fmt.Errorf("%s: %w", name, err)
					}
					latin, local = append(latin, marked(s)), append(local, z)
				}
				spelled := strings.Join(latin, " ")
				w.add(names.Pinyin, "zh", r.iso2, spelled)
				w.add(names.Pinyin, "zh", r.iso2, strings.NewReplacer("ü", "v", "u\u0308", "v").Replace(spelled))
				if len(syllables) > 1 {
					w.add(names.Initials, "zh", r.iso2, spelled)
				}
				if i < len(taiwan)+len(c.names["zh-Hant"][r.iso2]) {
					w.add(names.Zhuyin, "zh-TW", r.iso2, strings.Join(local, " "))
				}
			}
		}
	}
	return nil
}

// japanese adds how Japanese names are read.
func (w *world) japanese(c *cldr, cur *curated) error {
	of := map[string][]string{}
	for _, k := range cur.kana {
		of[k.name] = append(of[k.name], k.kana)
		if k.iso2 != "" {
			w.add(names.Local, "ja", k.iso2, k.name)
			w.read(k.iso2, k.kana)
		}
	}
	for _, code := range c.codes {
		for _, name := range c.names["ja"][code] {
			switch {
			case of[name] != nil:
				for _, k := range of[name] {
					w.read(code, k)
				}
			case kana(name):
				w.read(code, name)
			case !cur.extra(code, name):
				return fmt.Errorf("%s: no reading; say it in kana.csv", name)
			}
		}
	}
	return nil
}

// extra reports whether a name is one of local.csv, which need no reading.
func (c *curated) extra(code, name string) bool {
	return slices.ContainsFunc(c.local, func(l local) bool { return l.iso2 == code && l.text == name })
}

// read adds a reading in kana, and in Latin letters.
func (w *world) read(code, reading string) {
	w.add(names.Kana, "ja", code, reading)
	for _, s := range romaji(reading) {
		w.add(names.Romaji, "ja", code, s)
	}
}
