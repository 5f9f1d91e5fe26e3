package text

// palette holds the colours of a theme by their numbers in the 256-colour table. "" is the
// terminal's own text, and its own background. The numbers from 16 on are the same colours
// everywhere. Those below are chosen by the user or the terminal: a palette has either
// these alone, for terminals with 16 colours, or none of them.
//
// TestContrast holds every pair of text and background that a palette makes to 4.5:1 (WCAG
// AA), contrast to 7:1 (AAA): on the usual dark or light backgrounds, and the 16 colours as
// xterm, Windows Terminal, macOS Terminal and gnome-terminal have them. Few of these do:
// blue, red and magenta on light; no red and no blue on dark.
type palette struct {
	bar, barText, focus, focusText, selected       string
	text, dim, strong, accent, link, warning       string
	yes, caution, request, partner, partly, no, na string
}

func darkPalette() palette {
	return palette{
		bar: "236", barText: "250", focus: "25", focusText: "255", selected: "236",
		dim: "248", strong: "80", accent: "228", link: "80", warning: "221",
		yes: "114", caution: "221", request: "117", partner: "177", partly: "221", no: "210", na: "248",
	}
}

func lightPalette() palette {
	return palette{
		bar: "253", barText: "238", focus: "25", focusText: "255", selected: "254",
		dim: "240", strong: "24", accent: "91", link: "25", warning: "94",
		yes: "22", caution: "94", request: "25", partner: "90", partly: "58", no: "124", na: "240",
	}
}

func darkContrastPalette() palette {
	return palette{
		bar: "250", barText: "16", focus: "226", focusText: "16", selected: "236",
		text: "231", dim: "252", strong: "87", accent: "227", link: "123", warning: "227",
		yes: "120", caution: "227", request: "123", partner: "219", partly: "227", no: "217", na: "252",
	}
}

func lightContrastPalette() palette {
	return palette{
		bar: "238", barText: "255", focus: "18", focusText: "231", selected: "254",
		text: "16", dim: "236", strong: "18", accent: "54", link: "19", warning: "53",
		yes: "19", caution: "53", request: "54", partner: "89", partly: "53", no: "88", na: "236",
	}
}

// darkDeuteranopiaPalette has blue for yes, yellow for limits, orange for no: these are
// two hues and different shades for people who see no green, or no red. Links and headings have
// no colour: blue is for yes alone.
func darkDeuteranopiaPalette() palette {
	return palette{
		bar: "236", barText: "250", focus: "25", focusText: "255", selected: "236",
		dim: "248", accent: "228", warning: "227",
		yes: "39", caution: "227", request: "159", partner: "159", partly: "227", no: "208", na: "248",
	}
}

func lightDeuteranopiaPalette() palette {
	return palette{
		bar: "253", barText: "238", focus: "25", focusText: "255", selected: "254",
		dim: "240", accent: "18", warning: "94",
		yes: "26", caution: "94", request: "18", partner: "18", partly: "94", no: "52", na: "240",
	}
}

func darkPaletteOf16() palette {
	return palette{
		bar: "7", barText: "0", focus: "4", focusText: "15",
		strong: "14", accent: "11", link: "14", warning: "11",
		yes: "10", caution: "11", request: "14", partner: "14", partly: "11", no: "15",
	}
}

// darkDeuteranopiaPaletteOf16 has a yes that does not look like the yellow of limits.
func darkDeuteranopiaPaletteOf16() palette {
	p := darkPaletteOf16()
	p.yes, p.request, p.partner = "6", "11", "11"
	return p
}

func lightPaletteOf16() palette {
	return palette{
		bar: "7", barText: "0", focus: "4", focusText: "15",
		link: "4", warning: "5",
		yes: "4", caution: "5", request: "5", partner: "5", partly: "5", no: "1",
	}
}

func lightContrastPaletteOf16() palette {
	return palette{
		bar: "7", barText: "0", focus: "4", focusText: "15",
		link: "4", yes: "4",
	}
}

// neutralMarks has the colours of marks for a background that is not known. No colour of
// text has 4.5:1 on both white and black: words stay as they are, and the marks beside them,
// which are not text, have 3:1 on both.
func neutralMarks() palette {
	return palette{yes: "32", caution: "100", request: "66", partner: "134", partly: "100", no: "196", na: "244"}
}

// neutralMarksOf16 has the two of the 16 colours that have 3:1 on both.
func neutralMarksOf16() palette {
	return palette{caution: "13", request: "13", partner: "13", partly: "13", no: "9"}
}

// paletteOf returns the colours of a theme that has some, for a background that is known.
func paletteOf(name ThemeName, b Background, c Colors) palette {
	light := b == LightBackground
	switch {
	case c == FewColors && light && name == ThemeContrast:
		return lightContrastPaletteOf16()
	case c == FewColors && light:
		return lightPaletteOf16()
	case c == FewColors && name == ThemeDeuteranopia:
		return darkDeuteranopiaPaletteOf16()
	case c == FewColors:
		return darkPaletteOf16()
	case light && name == ThemeContrast:
		return lightContrastPalette()
	case light && name == ThemeDeuteranopia:
		return lightDeuteranopiaPalette()
	case light:
		return lightPalette()
	case name == ThemeContrast:
		return darkContrastPalette()
	case name == ThemeDeuteranopia:
		return darkDeuteranopiaPalette()
	}
	return darkPalette()
}
