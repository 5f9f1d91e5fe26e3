// Package say puts facts in words, the same at every door: a pane, a line of
// the command line and the texts of the JSON form all come from here. It decides
// which words and in which order, not where they stand or how they look.
package say

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Localizer puts facts into the words of one language. It is immutable.
type Localizer struct {
	words *assets.Catalog
	lang  model.Lang
}

// In returns the localizer of a catalog.
func In(words *assets.Catalog) Localizer { return Localizer{words, model.Lang(words.Lang())} }

// Localizers makes a localizer for every language, English first.
func Localizers() ([]Localizer, error) {
	all, err := assets.All()
	if err != nil {
		return nil, err
	}
	vs := make([]Localizer, len(all))
	for i, words := range all {
		vs[i] = In(words)
	}
	return vs, nil
}

// Lang is the language that v speaks.
func (v Localizer) Lang() model.Lang { return v.lang }

// Text is an interface text with its arguments, pairs of a name and a value.
func (v Localizer) Text(key string, args ...any) string { return v.words.Text(key, args...) }

// Count is an interface text in the plural form for n.
func (v Localizer) Count(key string, n int, args ...any) string {
	return v.words.Count(key, n, args...)
}

// Service is the name of s.
func (v Localizer) Service(s model.Service) string { return v.Text("service." + s.Key()) }

// Feature is the name of f.
func (v Localizer) Feature(f model.Feature) string { return v.Text("feature." + f.Key()) }

// Topic is the name of a service or feature.
func (v Localizer) Topic(t model.Topic) string {
	if t.Service != 0 {
		return v.Service(t.Service)
	}
	return v.Feature(t.Feature)
}

// TitleOf is the name of a topic where it stands alone: a feature behind its
// service, unless its own name says that.
func (v Localizer) TitleOf(t model.Topic) string {
	if t.Service != 0 || v.tellsService(t.Feature) {
		return v.Topic(t)
	}
	return v.Labelled(v.Service(t.Of()), v.Topic(t))
}

// Beside is the name of f with that of its service beside it, for places behind a
// colon; as [Localizer.TitleOf] does, it leaves out what f says itself.
func (v Localizer) Beside(f model.Feature) string {
	if v.tellsService(f) {
		return v.Feature(f)
	}
	return v.Aside(v.Feature(f), v.Service(f.Service()))
}

// tellsService reports whether the name of f has that of its service in it.
func (v Localizer) tellsService(f model.Feature) bool {
	return strings.Contains(strings.ToLower(v.Feature(f)), strings.ToLower(v.Service(f.Service())))
}

// Explain is what a service or feature is, in paragraphs; an item of a list
// starts with "- ".
func (v Localizer) Explain(t model.Topic) []string {
	return strings.Split(v.Text("topic."+t.Key()+".text"), "\n")
}

// State is s in a word or two.
func (v Localizer) State(s model.State) string { return v.Text("state." + s.String()) }

// StateOf is s as the answer to f, in a word or two: whether something can be
// bought is answered so.
func (v Localizer) StateOf(f model.Feature, s model.State) string {
	if strings.HasSuffix(f.Key(), ".purchase") {
		if key := "purchase." + s.String(); v.words.Has(key) {
			return v.Text(key)
		}
	}
	return v.State(s)
}

// Why is the reason why a query found a name, by its stable word; that it is a
// name in a language which is not one of the interface is said by the language.
func (v Localizer) Why(why string, lang model.Lang) string {
	if why == "name" && lang != "" && lang != model.English && lang != model.TraditionalChinese {
		return names.Language(lang, v.lang)
	}
	return v.Text("why." + why)
}

// List joins items as the language does. Where an item has the separator in
// itself, as "Oregon, Portland" has, semicolons stand between the items.
func (v Localizer) List(items []string) string {
	sep := v.Text("list.separator")
	if mark := strings.TrimSpace(sep); slices.ContainsFunc(items, func(s string) bool { return strings.Contains(s, mark) }) {
		sep = strings.NewReplacer(",", ";", "、", "；").Replace(sep)
	}
	return strings.Join(items, sep)
}

// Aside puts a remark in the brackets of the language behind s.
func (v Localizer) Aside(s, remark string) string {
	return s + v.Text("paren.open") + remark + v.Text("paren.close")
}

// Labelled is a label and a value, joined as the language does.
func (v Localizer) Labelled(label, value string) string {
	return label + v.Text("sentence.colon") + value
}

// URL is a link in the language's version of the documentation.
func (v Localizer) URL(url string) string { return model.Localized(url, v.Text("link.locale")) }
