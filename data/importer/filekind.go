package importer

import (
	"strings"

	"voxatlas/data/pages"
)

// FileKind is the part of a file in an import.
type FileKind uint8

// The kinds of files.
const (
	OtherFile FileKind = iota
	CountryPage
	IndexPage
	DestinationsPage
)

// FileKindOf tells the kind of a file by its name, which is the same in every
// language.
func FileKindOf(file string) FileKind {
	name, ok := pageName(file)
	switch {
	case !ok:
		return OtherFile
	case strings.HasPrefix(name, pages.CountryPrefix) && len(name) > len(pages.CountryPrefix):
		return CountryPage
	case name == pages.IndexName:
		return IndexPage
	case strings.HasPrefix(name, pages.DestinationsPrefix):
		return DestinationsPage
	}
	return OtherFile
}

// pageName returns the name of a page's file in lower case, without .md or .html; false
// for a file that is no page.
func pageName(file string) (string, bool) {
	name := strings.ToLower(file)
	if page, ok := strings.CutSuffix(name, ".md"); ok {
		return page, true
	}
	return strings.CutSuffix(name, ".html")
}

// SlugOf returns the slug in the file name of a country's page.
func SlugOf(file string) string {
	name, _ := pageName(file)
	return strings.TrimPrefix(name, pages.CountryPrefix)
}
