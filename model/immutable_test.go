package model_test

import (
	"maps"
	"slices"
	"testing"

	"voxatlas/model"
)

func TestNames(t *testing.T) {
	names := model.NamesOf(map[model.Lang]string{"en": "Taiwan", "zh-TW": "台灣", "de": ""})
	for lang, want := range map[model.Lang]string{
		"zh-TW": "台灣",
		"en":    "Taiwan",
		"fr":    "Taiwan", // English where there is nothing better
		"de":    "Taiwan", // an empty text is none
		"zh":    "Taiwan", // tags are compared whole: matching is the catalog's task
	} {
		if got := names.In(lang); got != want {
			t.Errorf("in %s: %q, want %q", lang, got, want)
		}
	}
	if !names.Has("zh-TW") || names.Has("de") || names.Has("fr") {
		t.Error("Has does not tell which texts there are")
	}
	if got := slices.Sorted(maps.Keys(names.Map())); !slices.Equal(got, []model.Lang{"en", "zh-TW"}) {
		t.Errorf("the map has %v", got)
	}
	withoutEnglish := model.NamesOf(map[model.Lang]string{"ja": "台湾", "zh-TW": "台灣"})
	if got := withoutEnglish.In("fr"); got != "台湾" {
		t.Errorf("without English, in fr: %q", got)
	}
	var none model.Names
	if none.In("en") != "" || none.Map() != nil || none.Has("en") {
		t.Error("zero Names have a text")
	}
}

// Callers may change every value that they pass in or get out; the atlas stays.
func TestNothingInAnAtlasCanBeChanged(t *testing.T) {
	m := map[model.Lang]string{"en": "Taiwan"}
	names := model.NamesOf(m)
	m["en"] = "changed"
	names.Map()["en"] = "changed"

	items := []string{"a", "b"}
	list := model.ListOf(items...)
	items[0] = "changed"
	list.Slice()[0] = "changed"

	answers := map[model.Feature]model.Answer{model.Voicemail: {State: model.Yes}}
	country := model.NewCountry(model.Record{Slug: "taiwan", Answers: answers})
	answers[model.Voicemail] = model.Answer{State: model.No}

	countries := []*model.Country{country}
	atlas := model.NewAtlas(model.EditionInfo{}, countries, model.List[model.Destination]{})
	countries[0] = nil

	if names.In("en") != "Taiwan" || list.At(0) != "a" {
		t.Errorf("names are %q, the list starts with %q", names.In("en"), list.At(0))
	}
	if got := atlas.Country("taiwan"); got != country || got.Answer(model.Voicemail).State != model.Yes {
		t.Error("the atlas changed with the slice or map that it was made of")
	}
	if atlas.Len() != 1 || atlas.Country("atlantis") != nil {
		t.Error("the atlas does not know what it holds")
	}
}

func TestListStopsWhenAsked(t *testing.T) {
	list := model.ListOf(1, 2, 3)
	for v := range list.Values() {
		if v > 1 {
			t.Fatal("went on after a break")
		}
		break
	}
	for i, v := range list.All() {
		if v != list.At(i) {
			t.Errorf("item %d is %d", i, v)
		}
	}
	var empty model.List[int]
	if empty.Len() != 0 || empty.Slice() != nil {
		t.Error("the zero List is not empty")
	}
}
