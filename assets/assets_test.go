package assets_test

import (
	"slices"
	"testing"

	"voxatlas/assets"
)

// catalogs returns the catalog of every language, English first.
func catalogs(testing.TB) []*assets.Catalog { return assets.Catalogs() }

// in returns the catalog of one language.
func in(t testing.TB, lang string) *assets.Catalog {
	t.Helper()
	i := slices.Index(assets.Langs(), lang)
	if i < 0 {
		t.Fatalf("there is no catalog of %q", lang)
	}
	return assets.Catalogs()[i]
}

func TestLangs(t *testing.T) {
	if got := assets.Langs(); got[0] != "en" || !slices.IsSorted(got[1:]) || !slices.Contains(got, "zh-TW") {
		t.Errorf("got %q", got)
	}
	for _, c := range catalogs(t) {
		if c.Text("language.name") == "language.name" {
			t.Errorf("%s does not name itself", c.Lang())
		}
		if other := c.Text("language.companion"); other == c.Lang() || !slices.Contains(assets.Langs(), other) {
			t.Errorf("%s is shown beside %q", c.Lang(), other)
		}
	}
}

// TestCatalogs compares the catalogs of all languages with those that CatalogFor
// returns.
func TestCatalogs(t *testing.T) {
	all := assets.Catalogs()
	for i, c := range catalogs(t) {
		if all[i].Lang() != c.Lang() || !slices.Equal(all[i].Keys(), c.Keys()) || all[i].Text("state.yes") != c.Text("state.yes") {
			t.Errorf("%s differs", c.Lang())
		}
	}
	if len(all) != len(assets.Langs()) {
		t.Errorf("%d catalogs", len(all))
	}
}

func TestText(t *testing.T) {
	en, zh := in(t, "en"), in(t, "zh-TW")
	tests := []struct {
		name, got, want string
	}{
		{"a word", zh.Text("state.yes"), "可用"},
		{"an argument", en.Text("condition.premium_shared_cost_prefixes_only", "prefixes", "44843, 44844", "excluded", "449xx"),
			"Only shared-cost numbers can be called (prefixes 44843, 44844); prefixes 449xx cannot."},
		{"a value is not filled again", en.Text("warning.stated_option_count_differs", "stated", "{listed}", "listed", 4),
			"The page says that there are {listed} plans, but lists 4."},
		{"a gap is seen", zh.Text("no.such.key"), "no.such.key"},
		{"blanks are kept", en.Text("list.separator") + "|" + en.Text("sentence.colon") + "|" + en.Text("paren.open") + "|" + en.Text("paren.close"), ", |: | (|)"},
		{"no blanks", zh.Text("list.separator") + zh.Text("sentence.colon") + zh.Text("paren.open") + zh.Text("paren.close"), "、：（）"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if !zh.Has("state.no") || zh.Has("no.such.key") {
		t.Error("Has does not tell keys from others")
	}
}

func TestNumber(t *testing.T) {
	tests := map[int]string{0: "0", 7: "7", 999: "999", 1200: "1,200", 1234567: "1,234,567", -120: "-120", -1200: "-1,200"}
	for n, want := range tests {
		if got := assets.Number(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}
