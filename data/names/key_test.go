package names

import (
	"reflect"
	"testing"

	"voxatlas/data/names/fold"
)

// TestKeys compares the keys that are laid down with those of the names folded anew.
func TestKeys(t *testing.T) {
	if len(nameKeys) != Len() {
		t.Fatalf("keys of %d entries, want %d", len(nameKeys), Len())
	}
	for i := range Len() {
		e := At(i)
		var texts []string
		for s := range namesOf(e) {
			texts = append(texts, s)
			if n := len(fold.Of(s).Runes); n == 0 || n > MaxStarts {
				t.Errorf("%s: the key of %q has %d runes", e.ISO2, s, n)
			}
		}
		keys, shown := Keys(i)
		if want := KeysOf(texts); !reflect.DeepEqual(keys, want) || shown != e.Names.Len() {
			t.Fatalf("%s: %v, want %v; run go run . -keys in data/names/gen", e.ISO2, keys, want)
		}
		for n, want := range texts {
			if text, lang := NameOf(i, n); text != want || n < shown && e.Names.In(lang) != want || n >= shown && e.Aliases.At(n-shown) != (Alias{lang, want}) {
				t.Errorf("%s: name %d is %q in %s, want %q", e.ISO2, n, text, lang, want)
			}
		}
	}
}

func TestKeyOf(t *testing.T) {
	for text, want := range map[string]Key{
		"":              {},
		"Côte d'Ivoire": {Text: "cotedivoire", Starts: 1<<0 | 1<<4, Mask: Mask([]rune("cotedivr"))},
		"Antigua & Co":  {Text: "antiguaandco", Starts: 1<<0 | 1<<7 | 1<<10 | joined, Mask: Mask([]rune("antiguadco"))},
		"臺灣":            {Text: "台湾", Starts: 1, Mask: Mask([]rune("台湾"))},
	} {
		if got := KeyOf(fold.Of(text)); got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}
