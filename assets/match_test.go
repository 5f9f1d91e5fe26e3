package assets

import "testing"

func TestMatch(t *testing.T) {
	for name, want := range map[string]string{
		"zh_TW.UTF-8": "zh-TW", "zh-TW": "zh-TW", "zh-Hant-HK": "zh-TW", "zh_CN.GB18030": "zh-TW", "zh": "zh-TW",
		"yue_HK": "zh-TW", "nan-TW": "zh-TW", "hak": "zh-TW", "cmn-Hans": "zh-TW", "ZH-tw": "zh-TW",
		"en": "en", "en_GB.UTF-8": "en", "en-AU": "en",
		"C": "", "POSIX": "", "C.UTF-8": "", "tlh_XX@euro": "", "": "", "_": "", "xx-zh": "", "english": "",
	} {
		if got, _ := Match(name); got != want {
			t.Errorf("Match(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFromEnv(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en"},
		{map[string]string{"LANG": "zh_TW.UTF-8"}, "zh-TW"},
		{map[string]string{"LANG": "zh_TW.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "zh_HK"}, "zh-TW"},
		{map[string]string{"LANG": "zh_TW", "LC_ALL": "C"}, "en"},
		{map[string]string{"LANG": "tlh_XX.UTF-8"}, "en"},
	} {
		if got := FromEnv(func(k string) string { return tt.env[k] }); got != tt.want {
			t.Errorf("FromEnv(%v) = %q, want %q", tt.env, got, tt.want)
		}
	}
}
