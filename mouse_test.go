//go:build unix

package main

import (
	"strings"
	"testing"
)

// TestMouse uses a mouse on a terminal: it is on while the browser runs and only if it was
// asked for.
func TestMouse(t *testing.T) {
	s := startBrowser(t, 120, 40, "--edition", "2023-01-26", "--lang", "en", "--mouse")
	s.waitForTexts("Countries 114", ">Albania")
	s.typeKeys("\x1b[<0;4;6M\x1b[<0;4;6m") // column 4, row 6
	s.waitForTexts(">Argentina", "Argentina  AR  +54")
	s.typeKeys("\x1b[<65;4;6M\x1b[<65;4;6M") // the wheel, twice
	s.waitForTexts(">Bahamas")
	s.typeKeys("\x1b[<0;4;9M\x1b[<0;4;9m\x1b[<0;4;9M\x1b[<0;4;9m") // a double click
	s.waitForTexts("enter info")
	out := s.written()
	if !strings.Contains(out, "\x1b[?1002h") || !strings.Contains(out, "\x1b[?1006h") {
		t.Error("the modes of the mouse were not set")
	}
	s.typeKeys("q")
	s.waitForEnd(0) // with all modes off
}

// TestMouseIsOffByDefault looks for modes that nobody asked for.
func TestMouseIsOffByDefault(t *testing.T) {
	s := startBrowser(t, 80, 24, "taiwan")
	s.waitForTexts("看服務說明")
	s.typeKeys("q")
	s.waitForEnd(0)
	for _, mode := range []string{"?1000h", "?1002h", "?1003h", "?1006h"} {
		if strings.Contains(s.written(), mode) {
			t.Errorf("%s was set", mode)
		}
	}
}
