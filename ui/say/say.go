// Package say puts facts into words, the same for every interface: panes, the command
// line and the texts of the JSON form all come from here. It decides on words and
// their order, not on layout or style.
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
	catalog *assets.Catalog
	lang    model.Lang
}

// NewLocalizer returns the localizer of a catalog.
func NewLocalizer(catalog *assets.Catalog) Localizer {
	return Localizer{catalog, model.Lang(catalog.Lang())}
}

// Localizers makes a localizer for every language, English first. A catalog is read
// when its localizer is first asked for a text.
func Localizers() []Localizer {
	all := assets.Catalogs()
	localizers := make([]Localizer, len(all))
	for i, catalog := range all {
		localizers[i] = NewLocalizer(catalog)
	}
	return localizers
}

// Lang returns the language of loc.
func (loc Localizer) Lang() model.Lang { return loc.lang }

// Companion returns the language to show beside that of loc: the one that its catalog
// names. It may be one without a catalog.
func (loc Localizer) Companion() model.Lang { return model.Lang(loc.Text("language.companion")) }

// Text returns an interface text with its arguments, pairs of a name and a value.
func (loc Localizer) Text(key string, args ...any) string { return loc.catalog.Text(key, args...) }

// Count returns an interface text in the plural form for n.
func (loc Localizer) Count(key string, n int, args ...any) string {
	return loc.catalog.Count(key, n, args...)
}

// Keys lists the keys of the texts that begin with prefix, sorted.
func (loc Localizer) Keys(prefix string) []string {
	return slices.DeleteFunc(loc.catalog.Keys(), func(key string) bool { return !strings.HasPrefix(key, prefix) })
}

// Service returns the name of s.
func (loc Localizer) Service(s model.Service) string { return loc.Text("service." + s.Key()) }

// Feature returns the name of f.
func (loc Localizer) Feature(f model.Feature) string { return loc.Text("feature." + f.Key()) }

// Topic returns the name of a service or feature.
func (loc Localizer) Topic(t model.Topic) string {
	if t.Service != 0 {
		return loc.Service(t.Service)
	}
	return loc.Feature(t.Feature)
}

// FullTitle returns the name of a topic with that of its service, as "Calling Plans:
// Outbound calls", for a line that has no heading above it. It does not repeat a
// service that the feature's own name contains.
func (loc Localizer) FullTitle(t model.Topic) string {
	if t.Service != 0 || loc.namesService(t.Feature) {
		return loc.Topic(t)
	}
	return loc.Labelled(loc.Service(t.OwningService()), loc.Topic(t))
}

// ShortTitle returns the name of a topic, with that of its service only where other
// services have a feature of the same name: "Voicemail", "Calling Plans: Purchase".
func (loc Localizer) ShortTitle(t model.Topic) string {
	if strings.HasSuffix(t.Key(), ".purchase") {
		return loc.FullTitle(t)
	}
	return loc.Topic(t)
}

// TitleWithService returns the name of f with its service in brackets, as "Outbound
// calls (Calling Plans)", for a line that has a colon already. As
// [Localizer.FullTitle] does, it does not repeat the service.
func (loc Localizer) TitleWithService(f model.Feature) string {
	if loc.namesService(f) {
		return loc.Feature(f)
	}
	return loc.WithRemark(loc.Feature(f), loc.Service(f.Service()))
}

// namesService reports whether the name of f contains that of its service, be it in
// the singular: "Calling Plan minutes".
func (loc Localizer) namesService(f model.Feature) bool {
	service := strings.TrimSuffix(strings.ToLower(loc.Service(f.Service())), "s")
	return strings.Contains(strings.ToLower(loc.Feature(f)), service)
}

// Explain describes a service or feature, in paragraphs; an item of a list starts
// with "- ".
func (loc Localizer) Explain(t model.Topic) []string {
	return strings.Split(loc.Text("topic."+t.Key()+".text"), "\n")
}

// State returns s in a word or two.
func (loc Localizer) State(s model.State) string {
	if s == model.Unread {
		return loc.Text("answer.not_read")
	}
	return loc.Text("state." + s.String())
}

// StateOf returns s as the answer to f, in a word or two: questions of purchase have
// words of their own.
func (loc Localizer) StateOf(f model.Feature, s model.State) string {
	if strings.HasSuffix(f.Key(), ".purchase") && (s == model.Yes || s == model.No) {
		return loc.Text("purchase." + s.String())
	}
	return loc.State(s)
}

// MatchReason explains by which kind of match a query found a name; reason is its stable
// word. For a name in a language that has no catalog it returns the language.
func (loc Localizer) MatchReason(reason string, lang model.Lang) string {
	if reason == "name" && lang != "" && !slices.Contains(assets.Langs(), string(lang)) {
		return names.Language(lang, loc.lang)
	}
	return loc.Text("why." + reason)
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

// WithRemark appends a remark to s, in the brackets of the language.
func (loc Localizer) WithRemark(s, remark string) string {
	return s + loc.Text("paren.open") + remark + loc.Text("paren.close")
}

// Labelled joins a label and a value as the language does.
func (loc Localizer) Labelled(label, value string) string {
	return label + loc.Text("sentence.colon") + value
}

// URL returns the present address of url, in the language's version of the
// documentation.
func (loc Localizer) URL(url string) string {
	return assets.Localized(assets.CurrentURL(url), loc.Text("link.locale"))
}
