package webpage

import (
	"strings"

	"voxatlas/assets"
	"voxatlas/ui/say"
)

// texts numbers the texts of a page, each once. Text 0 is empty.
type texts struct {
	localizers []say.Localizer
	list       []any
	numbers    map[string]textNumber // by the texts of all languages
}

func newTexts(localizers []say.Localizer) *texts {
	t := &texts{localizers: localizers, numbers: map[string]textNumber{}}
	t.of(func(int, say.Localizer) string { return "" })
	return t
}

// of returns the number of a text, which in returns for each language, given by its
// position and its localizer.
func (t *texts) of(in func(int, say.Localizer) string) textNumber {
	list := make([]string, len(t.localizers))
	for i, loc := range t.localizers {
		list[i] = in(i, loc)
	}
	return t.number(list)
}

// number returns the number of a text that is given by language.
func (t *texts) number(list []string) textNumber {
	key := strings.Join(list, "\x00")
	n, ok := t.numbers[key]
	if !ok {
		n = textNumber(len(t.list))
		t.numbers[key] = n
		t.list = append(t.list, onceIfSame(list))
	}
	return n
}

// onceIfSame returns the text if it is the same in all languages, else the list.
func onceIfSame(list []string) any {
	for _, text := range list {
		if text != list[0] {
			return list
		}
	}
	return list[0]
}

// key returns the number of a text of the catalogs. args are pairs of a name and a value.
func (t *texts) key(key string, args ...any) textNumber {
	return t.of(func(_ int, loc say.Localizer) string { return loc.Text(key, args...) })
}

// url returns the number of the present address of a page of the documentation, in every
// language's version.
func (t *texts) url(url string) textNumber {
	return t.of(func(_ int, loc say.Localizer) string { return loc.URL(url) })
}

// links returns the links of a service or feature.
func (t *texts) links(topic string) []aboutEntry {
	list := []aboutEntry{}
	for _, l := range assets.Links(topic) {
		list = append(list, aboutEntry{t.key("link." + l.Key), t.url(l.URL)})
	}
	return list
}
