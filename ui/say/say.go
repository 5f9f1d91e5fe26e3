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

// NewLocalizer returns the localizer of a catalog.
func NewLocalizer(words *assets.Catalog) Localizer { return Localizer{words, model.Lang(words.Lang())} }

// Localizers makes a localizer for every language, English first.
func Localizers() ([]Localizer, error) {
	all, err := assets.Catalogs()
	if err != nil {
		return nil, err
	}
	vs := make([]Localizer, len(all))
	for i, words := range all {
		vs[i] = NewLocalizer(words)
	}
	return vs, nil
}

// Lang is the language that v speaks.
func (loc Localizer) Lang() model.Lang { return loc.lang }

// Text is an interface text with its arguments, pairs of a name and a value.
func (loc Localizer) Text(key string, args ...any) string { return loc.words.Text(key, args...) }

// Count is an interface text in the plural form for n.
func (loc Localizer) Count(key string, n int, args ...any) string {
	return loc.words.Count(key, n, args...)
}

// Service is the name of s.
func (loc Localizer) Service(s model.Service) string { return loc.Text("service." + s.Key()) }

// Feature is the name of f.
func (loc Localizer) Feature(f model.Feature) string { return loc.Text("feature." + f.Key()) }

// Topic is the name of a service or feature.
func (loc Localizer) Topic(t model.Topic) string {
	if t.Service != 0 {
		return loc.Service(t.Service)
	}
	return loc.Feature(t.Feature)
}

// FullTitle is the name of a topic where it stands alone: a feature behind its
// service, unless its own name says that.
func (loc Localizer) FullTitle(t model.Topic) string {
	if t.Service != 0 || loc.tellsService(t.Feature) {
		return loc.Topic(t)
	}
	return loc.Labelled(loc.Service(t.OwningService()), loc.Topic(t))
}

// TitleWithService is the name of f with that of its service beside it, for places behind a
// colon; as [Localizer.FullTitle] does, it leaves out what f says itself.
func (loc Localizer) TitleWithService(f model.Feature) string {
	if loc.tellsService(f) {
		return loc.Feature(f)
	}
	return loc.WithRemark(loc.Feature(f), loc.Service(f.Service()))
}

// tellsService reports whether the name of f has that of its service in it.
func (loc Localizer) tellsService(f model.Feature) bool {
	return strings.Contains(strings.ToLower(loc.Feature(f)), strings.ToLower(loc.Service(f.Service())))
}

// Explain is what a service or feature is, in paragraphs; an item of a list
// starts with "- ".
func (loc Localizer) Explain(t model.Topic) []string {
	return strings.Split(loc.Text("topic."+t.Key()+".text"), "\n")
}

// State is s in a word or two.
func (loc Localizer) State(s model.State) string { return loc.Text("state." + s.String()) }

// StateOf is s as the answer to f, in a word or two: whether something can be
// bought is answered so.
func (loc Localizer) StateOf(f model.Feature, s model.State) string {
	if strings.HasSuffix(f.Key(), ".purchase") {
		if key := "purchase." + s.String(); loc.words.Has(key) {
			return loc.Text(key)
		}
	}
	return loc.State(s)
}

// MatchReason is the reason why a query found a name, by its stable word; that it is a
// name in a language which is not one of the interface is said by the language.
func (loc Localizer) MatchReason(why string, lang model.Lang) string {
	if why == "name" && lang != "" && lang != model.English && lang != model.TraditionalChinese {
		return names.Language(lang, loc.lang)
	}
	return loc.Text("why." + why)
}

// JoinList joins items as the language does. Where an item has the separator in
// itself, as "Oregon, Portland" has, semicolons stand between the items.
func (loc Localizer) JoinList(items []string) string {
	sep := loc.Text("list.separator")
	if mark := strings.TrimSpace(sep); slices.ContainsFunc(items, func(s string) bool { return strings.Contains(s, mark) }) {
		sep = strings.NewReplacer(",", ";", "、", "；").Replace(sep)
	}
	return strings.Join(items, sep)
}

// WithRemark puts a remark in the brackets of the language behind s.
func (loc Localizer) WithRemark(s, remark string) string {
	return s + loc.Text("paren.open") + remark + loc.Text("paren.close")
}

// Labelled is a label and a value, joined as the language does.
func (loc Localizer) Labelled(label, value string) string {
	return label + loc.Text("sentence.colon") + value
}

// URL is a link in the language's version of the documentation.
func (loc Localizer) URL(url string) string { return model.Localized(url, loc.Text("link.locale")) }
