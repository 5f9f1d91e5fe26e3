package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
)

// maxDepth is the most overlays that can be open over each other: a view over several
// countries, another one, an overlay that opens over it, the help and the palette.
const maxDepth = 5

// TestRandomKeys presses keys and uses the mouse in any order, in every language, edition and size; also in
// files of the user's with few countries or none. The
// frame fits its screen; what the answers tell of the filter is about their country; the
// overlays stay few.
func TestRandomKeys(t *testing.T) {
	f := newFixture(t)
	unread := map[model.Feature]model.Answer{model.TollNumbers: {Unread: "?!"}, model.Minutes: {State: model.Yes}}
	strange := model.NewCountry(model.Record{Slug: "zz", ISO2: "ZZ", ISO3: "ZZZ", Names: model.NamesOf(map[model.Lang]string{"en": "Zz"}), Answers: unread})
	libraries, editions := []*library.Library{f.library, f.library}, []*library.Edition{f.library.Newest(), f.library.Editions()[0]}
	for _, countries := range [][]*model.Country{{}, {strange}, {strange, f.atlas.Country("taiwan"), f.atlas.Country("japan")}} {
		lib, own := f.library.WithOwn(model.NewAtlas(f.atlas.Info(), countries, f.atlas.Destinations()))
		libraries, editions = append(libraries, lib), append(editions, own)
	}
	keys := strings.Fields("F5 F1 F7 F8 F9 F2 esc enter tab space down up left right pgdown end home ctrl+f ctrl+u backspace " +
		"m c d r E x v s b L / ? : = j k h l g G n t i q } 3 paste:cp paste:changed paste:!callme paste:japan paste:台 paste:zz")
	sequences := []string{"F5 paste:tollfree enter", "F5 ctrl+u paste:!ac enter", "m G enter", "m s down space", "F9 paste:compare enter", "F1 F9", "esc esc esc", "E j enter", "E k enter", "esc E j enter m", "space j space c ="}
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(f.localizers).Draw(t, "language").Lang()
		a := f.newApp(lang, 120, 40, func(c *Config) {
			keepMine(c, "TW", "JP")
			c.Mouse = true
			i := rapid.IntRange(0, len(editions)-1).Draw(t, "edition")
			c.Library, c.Edition = libraries[i], editions[i]
		})
		if rapid.Bool().Draw(t, "browsing") {
			pressKeys(a, "esc")
		}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			pressed := rapid.SampledFrom(rapid.SampledFrom([][]string{keys, sequences}).Draw(t, "kind")).Draw(t, "keys")
			pressKeys(a, strings.Fields(pressed)...)
			if rapid.IntRange(0, 3).Draw(t, "mouse") == 0 {
				x, y := rapid.IntRange(-1, 130).Draw(t, "x"), rapid.IntRange(-1, 45).Draw(t, "y")
				event := rapid.SampledFrom([]string{"click:%d,%d", "wheel:%d,%d,up", "wheel:%d,%d,down"}).Draw(t, "event")
				pressKeys(a, fmt.Sprintf(event, x, y))
			}
			if rapid.IntRange(0, 5).Draw(t, "resized") == 0 {
				a.Update(tea.WindowSizeMsg{Width: rapid.IntRange(1, 130).Draw(t, "width"), Height: rapid.IntRange(1, 45).Draw(t, "height")})
			}
			shown := visibleText(a)
			checkSizes(t, a, a.arrangement.Width, a.arrangement.Height)
			if a.depth() > maxDepth {
				t.Fatalf("%d overlays are open", a.depth())
			}
			if a.refreshVerdict(); a.overlay == nil && visibleText(a) != shown {
				t.Fatalf("the answers tell another verdict:\n%s\nwant\n%s", shown, visibleText(a))
			}
		}
	})
}
