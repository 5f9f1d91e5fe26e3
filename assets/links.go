package assets

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Link is a page that a topic leads to. Its label is the text "link."+Key of
// the catalogs.
type Link struct {
	Key string
	URL string // of a documentation page: the English one
}

// Links lists the links of a service or feature, given by its key, in the order
// of assets/links.txt. It is empty for an unknown topic.
func Links(topic string) []Link {
	all, err := allLinks()
	if err != nil {
		return nil // cannot be: the file is embedded, and tested
	}
	var links []Link
	for _, p := range all {
		for t := range strings.FieldsSeq(p.topics) {
			if t == topic {
				links = append(links, p.Link)
				break
			}
		}
	}
	return links
}

// LinkURL returns the address of the link with that key; "" for an unknown key.
func LinkURL(key string) string {
	all, _ := allLinks()
	for _, l := range all {
		if l.Key == key {
			return l.URL
		}
	}
	return ""
}

// LinkKey returns the key of the link with that address; "" for an unknown address.
func LinkKey(url string) string {
	all, _ := allLinks()
	for _, l := range all {
		if l.URL == url {
			return l.Key
		}
	}
	return ""
}

// The English pages of the Teams documentation begin with learnEnglish. Those in
// another language differ in the locale alone, behind learnRoot.
const (
	learnRoot    = "https://learn.microsoft.com/"
	learnEnglish = learnRoot + "en-us/microsoftteams/"
)

// PageURL returns the address of the English page of the Teams documentation at a
// path, as "pstn-connectivity".
func PageURL(path string) string { return learnEnglish + path }

// Localized returns url in a locale of the documentation, as "zh-tw", if it is a page
// of the Teams documentation; else url itself.
func Localized(url, locale string) string {
	if path, ok := strings.CutPrefix(url, learnEnglish); ok && path != "" {
		return learnRoot + locale + "/microsoftteams/" + path
	}
	return url
}

// The pages about countries and regions have moved since the editions were made. Their
// names inside the folder are the same; the index has another name.
const (
	oldCountryPages = learnEnglish + "country-and-region-availability-for-audio-conferencing-and-calling-plans/"
	oldCountryIndex = oldCountryPages + "country-and-region-availability-for-audio-conferencing-and-calling-plans"
	countryPages    = learnEnglish + "phone-reference/plan-availability/"
	countryIndex    = learnEnglish + "calling-plan-overview"
)

// CurrentURL returns the present address of a page that has moved, as the page of a
// country; any other url is returned as it is.
func CurrentURL(url string) string {
	if url == oldCountryIndex {
		return countryIndex
	}
	if page, ok := strings.CutPrefix(url, oldCountryPages); ok && page != "" {
		return countryPages + page
	}
	return url
}

// topicLink is a link with the topics it belongs to.
type topicLink struct {
	Link
	topics string // keys of topics, parted by blanks
}

// allLinks are the links of links.txt, read once: nobody changes them.
var allLinks = sync.OnceValues(func() ([]topicLink, error) {
	return parseLinks(linkFile)
})

//go:embed links.txt
var linkFile string

// parseLinks reads lines "key URL topic...". Lines that begin with # are
// comments.
func parseLinks(src string) ([]topicLink, error) {
	all := make([]topicLink, 0, 64)
	n := 0
	for line := range strings.SplitSeq(src, "\n") {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, " ")
		url, topics, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
		switch {
		case strings.TrimSpace(topics) == "":
			return nil, fmt.Errorf("links: line %d: %q is not \"key URL topic...\"", n, line)
		case slices.ContainsFunc(all, func(l topicLink) bool { return l.Key == key }):
			return nil, fmt.Errorf("links: line %d: key %q stands twice", n, key)
		}
		all = append(all, topicLink{Link{key, url}, topics})
	}
	return all, nil
}
