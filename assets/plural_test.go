package assets

import "testing"

// catalogOf returns a catalog with these texts.
func catalogOf(lang string, fallback *Catalog, texts map[string]string) *Catalog {
	c := newCatalog(lang, fallback)
	c.own.all.Store(&texts)
	return c
}

func TestCount(t *testing.T) {
	en := catalogOf("en", nil, map[string]string{
		"cities[one]": "{count} city of {of}", "cities[other]": "{count} cities of {of}",
		"gap[one]": "{count} gap", "gap[other]": "{count} gaps",
	})
	zh := catalogOf("zh-TW", en, map[string]string{"cities[other]": "{of}的 {count} 個城市"})
	tests := []struct{ got, want string }{
		{en.Count("cities", 1, "of", "X"), "1 city of X"},
		{en.Count("cities", 0, "of", "X"), "0 cities of X"},
		{en.Count("cities", 1200, "of", "X"), "1,200 cities of X"},
		{zh.Count("cities", 1, "of", "法國"), "法國的 1 個城市"},
		{zh.Count("gap", 1), "1 gap"}, // a gap is filled from English, with its own forms
		{zh.Count("none", 1), "none"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
