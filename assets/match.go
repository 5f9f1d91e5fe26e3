package assets

import (
	"slices"
	"strings"
)

// Match is the catalog language for a language tag or a POSIX locale name, as
// "zh-Hant-HK", "zh_TW.UTF-8" or "de_DE@euro"; ok is false when no catalog
// speaks it. A Chinese language without a catalog of its own is answered in
// Traditional Chinese.
func Match(name string) (lang string, ok bool) {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	tag := strings.ReplaceAll(strings.TrimSpace(name), "_", "-")
	langs := Langs()
	for t := tag; t != ""; t = parent(t) {
		if i := slices.IndexFunc(langs, func(l string) bool { return strings.EqualFold(l, t) }); i >= 0 {
			return langs[i], true
		}
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "zh", "cmn", "nan", "hak", "yue":
		return "zh-TW", true
	case "":
		return "", false
	}
	for _, l := range langs {
		if b, _, _ := strings.Cut(l, "-"); b == base {
			return l, true
		}
	}
	return "", false
}

// parent is tag without its last part.
func parent(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	return tag[:max(i, 0)]
}

// FromEnv is the catalog language that a POSIX environment asks for: LC_ALL,
// else LC_MESSAGES, else LANG; English for C, POSIX and languages without a
// catalog.
func FromEnv(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if lang, ok := Match(v); ok {
				return lang
			}
			break
		}
	}
	return "en"
}
