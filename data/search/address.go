package search

import (
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// matchAddress adds the place that an address or a tag of a language names: one of
// Microsoft's pages, https://…/availability-in-taiwan; the host of a link or of a mail
// address, someone@example.co.jp; the region of a locale, zh-TW. It returns true when
// the query is written as only an address or a tag can be.
func (s *searcher) matchAddress(typed string) bool {
	typed = strings.Trim(typed, "<>\"'()[]")
	if strings.ContainsAny(typed, " \t\r\n") || !strings.ContainsAny(typed, "-_/@") {
		return false
	}
	if region, ok := localeRegion(typed); ok && s.ix.placeOf(region) >= 0 {
		s.addCode(region, ISO2, region)
		return true
	}
	if name, ok := pageName(typed); ok && s.matchPageName(name) {
		return true
	}
	host, ok := hostOf(typed)
	if !ok {
		return false
	}
	if tld, ok := topLevelDomain(host); ok {
		s.addDomain(tld, true)
	}
	return true
}

// localeRegion returns the region of a tag of a language with a region, in capitals:
// TW for zh-TW, zh_TW.UTF-8 and zh-Hant-TW.
func localeRegion(q string) (region string, ok bool) {
	q, _, _ = strings.Cut(q, ".")
	q, _, _ = strings.Cut(q, "@")
	parts := strings.FieldsFunc(q, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 3 && len(parts[1]) == 4 { // a script
		parts = []string{parts[0], parts[2]}
	}
	if len(parts) != 2 || len(parts[1]) != 2 || len(parts[0]) != 2 && len(parts[0]) != 3 {
		return "", false
	}
	language := strings.ToLower(parts[0])
	if language != "zh" && language != "no" && language != "en" && names.Language(model.Lang(language), model.English) == language {
		return "", false
	}
	region = strings.ToUpper(parts[1])
	_, ok = codeSlot(region)
	return region, ok
}

// pageName returns the part of the address or file name of one of Microsoft's pages
// that names the country.
func pageName(q string) (name string, ok bool) {
	const before = "availability-in-"
	at := strings.LastIndex(strings.ToLower(q), before)
	if at < 0 {
		return "", false
	}
	name = q[at+len(before):]
	if end := strings.IndexAny(name, "/?#."); end >= 0 {
		name = name[:end]
	}
	return name, name != ""
}

// matchPageName adds the places that have the name of a page as a slug or name, and
// reports whether there are any.
func (s *searcher) matchPageName(name string) bool {
	key := s.keyMaker.Fold(name)
	if len(key.Runes) == 0 {
		return false
	}
	s.tryRewrite(key, name, key.Text(), func() {
		s.matchNames()
		s.dropWorse(exact)
	})
	return s.bestTier() <= exact
}

// hostOf returns the host of a link or a mail address: example.co.jp. ok is false for
// other texts, and for a host that stands alone.
func hostOf(q string) (host string, ok bool) {
	if scheme, rest, found := strings.Cut(q, "://"); found && scheme != "" {
		q, ok = rest, true
	}
	if end := strings.IndexAny(q, "/?#"); end >= 0 {
		q, ok = q[:end], ok || strings.Contains(q[:end], ".") && len(q) > end
	}
	if local, rest, found := strings.Cut(q, "@"); found {
		q, ok = rest, local != "" && strings.Contains(rest, ".")
	}
	q, _, _ = strings.Cut(q, ":")
	return strings.TrimSuffix(q, "."), ok && q != ""
}

// addDomain adds the place with a country domain. The host of a domain that is sold all
// over the world is a guess.
func (s *searcher) addDomain(tld string, host bool) {
	at := s.ix.placeOf(codeOfTLD(tld))
	if at < 0 {
		return
	}
	c := s.codeCandidate(at, TLD, "."+tld)
	if host && isSoldWorldwide(tld) {
		c.tier = guess
	}
	s.keepBest(c)
}

// isSoldWorldwide reports whether a country domain is mostly used elsewhere, as search
// engines reckon, which take it for a generic one.
func isSoldWorldwide(tld string) bool {
	switch tld {
	case "ad", "ai", "as", "bz", "cc", "cd", "co", "dj", "fm", "gg", "io", "la", "ly", "md", "me", "ms", "nu", "sc", "sr", "st", "su", "tk", "to", "tv", "ws":
		return true
	}
	return false
}

// topLevelDomain returns the country domain that a host name ends in, in lower
// case: tw for .tw and contoso.com.tw, uk for .co.uk.
func topLevelDomain(q string) (tld string, ok bool) {
	at := strings.LastIndexByte(q, '.')
	if at < 0 || len(q)-at != 3 || at > 0 && at < 3 {
		return "", false // u.s is not a domain
	}
	for i := range len(q) {
		switch c := q[i] | 0x20; {
		case c >= 'a' && c <= 'z':
		case i <= at && (c >= '0' && c <= '9' || q[i] == '-' || q[i] == '.'):
		default:
			return "", false
		}
	}
	return strings.ToLower(q[at+1:]), true
}

// codeOfTLD returns the ISO 3166-1 alpha-2 code for a country domain.
func codeOfTLD(tld string) string {
	if tld == "uk" {
		return "GB"
	}
	return strings.ToUpper(tld)
}
