// Package text lays out text for terminals: its width in cells, line breaking,
// lines of styled spans that can still be cut and put on a background, and the
// palettes. The terminal browser and the command line share it.
package text
