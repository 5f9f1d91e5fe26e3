package assets

import (
	"slices"
	"strings"
)

// Match finds the catalog for a language tag or a POSIX locale name, as
// "zh-Hant-HK", "zh_TW.UTF-8" or "de_DE@euro"; ok is false when there is none. A
// Chinese language without a catalog of its own gets the Chinese one that there is.
func Match(name string) (lang string, ok bool) {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	tag := strings.ReplaceAll(strings.TrimSpace(name), "_", "-")
	langs := Langs()
	for t := tag; t != ""; t = parentTag(t) {
		if i := slices.IndexFunc(langs, func(l string) bool { return strings.EqualFold(l, t) }); i >= 0 {
			return langs[i], true
		}
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "cmn", "nan", "hak", "yue": // their readers read written Chinese
		base = "zh"
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

// parentTag cuts the last part off tag.
func parentTag(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	return tag[:max(i, 0)]
}

// FromEnv chooses the catalog language that a POSIX environment asks for: LC_ALL,
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
