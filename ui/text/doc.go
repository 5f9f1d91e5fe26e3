// Package text lays out text for terminals. The terminal browser and the command
// line share it:
//
//	Width, Cut, Fit      measure and cut strings, in cells of the terminal
//	Wrap, WrapWhole      break paragraphs into lines
//	Span, Line, Style    hold styled text that can still be cut and put on a background
//	Table                aligns rows of cells in columns
//	PrintedPage          gathers lines to be printed; LazyLines those to be scrolled
//	Theme                names the styles: the palettes for dark, light and any background
//
// A page is printed whole and may be copied from, so it never cuts text: a link
// that is wider than the terminal stays whole. A pane has a fixed width, so
// everything in it is cut or wrapped to that width.
package text
