package assets

import (
	"slices"
	"sync"
	"testing"
)

// TestTextsAreReadByManyAtOnce asks a catalog that is not read yet for all its
// texts, in different orders at once.
func TestTextsAreReadByManyAtOnce(t *testing.T) {
	reference := newCatalog("zh-TW", nil)
	shared := newCatalog("zh-TW", nil)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			keys := newCatalog("zh-TW", nil).Keys()
			if i%2 == 0 {
				slices.Reverse(keys)
			}
			for _, key := range keys[i*50:] {
				if got := shared.Text(key); got != reference.Text(key) {
					t.Errorf("%s: got %q, want %q", key, got, reference.Text(key))
				}
			}
			if shared.Has("no.such.key") {
				t.Error("there is a key that no catalog has")
			}
		})
	}
	wait.Wait()
}

// TestFirstTextsReadLittle holds the words that one language needs of another near
// the top of its file.
func TestFirstTextsReadLittle(t *testing.T) {
	for _, c := range Catalogs() {
		for _, key := range []string{"language.name", "language.short", "language.companion"} {
			if c.Text(key) == key || c.own.reader.number > 40 {
				t.Errorf("%s: %s stands after line 40", c.Lang(), key)
			}
		}
	}
}
