package main

import (
	"voxatlas/model"
	"voxatlas/ui/text"
)

// languages returns the languages of the READMEs.
func languages() []model.Lang { return []model.Lang{"en", "zh-TW"} }

// terminal is a terminal as pictures show it: its colours, and the browser's theme on it.
type terminal struct {
	theme                          text.ThemeName
	background, foreground, border string
}

func terminals() []terminal {
	return []terminal{
		{text.ThemeDark, "#16181d", "#d7dae0", "#30363d"},
		{text.ThemeLight, "#ffffff", "#1f2328", "#d0d7de"},
	}
}

// wording is a text in each language.
type wording map[model.Lang]string

// same returns a wording that is the same in all languages.
func same(s string) wording { return wording{"en": s, "zh-TW": s} }

// scene is a use of the browser, which a picture shows: with one step a still picture, with
// more an animation with a frame for each.
type scene struct {
	name          string
	width, height int // in cells
	title         wording
	steps         []step
}

// step is the keys that lead to a frame, separated by blanks: enter, esc, left, right, space, or
// texts, typed letter by letter.
type step struct {
	keys     wording
	caption  wording // below the screen, the keys, or the text that they have typed; nil in still pictures
	duration int     // of the frame, in tenths of a second
}

// stillScene returns a scene with one frame, after the keys.
func stillScene(name string, height int, title, keys wording) scene {
	return scene{name, 120, height, title, []step{{keys, nil, 1}}}
}

// scenes returns the scenes of the READMEs.
func scenes() []scene {
	return []scene{
		tourScene(),
		stillScene("browser", 40, wording{
			"en":    "The browser at Taiwan: the list, the answers and the explanation of Call Me",
			"zh-TW": "台灣的瀏覽畫面：國家/地區清單、服務提供情形，以及會議撥出的說明",
		}, wording{"en": "tai enter j j j", "zh-TW": "台 enter j j j"}),
		stillScene("filter", 24, wording{
			"en":    "The list of the countries with Calling Plans and toll-free numbers",
			"zh-TW": "有通話方案與免付費號碼的國家/地區清單",
		}, same("esc f cp space tollfree enter")),
		stillScene("table", 24, wording{
			"en":    "The table of all countries, sorted by the plans' minutes",
			"zh-TW": "所有國家/地區的總覽表，依方案的分鐘數排序",
		}, same("esc m 3 right s j j")),
		stillScene("compare", 24, wording{
			"en":    "Four countries side by side",
			"zh-TW": "並排比較四個國家/地區",
		}, same("esc m / 日本 enter space esc / 台灣 enter space esc / 美國 enter space esc / 德國 enter space c 3 left left")),
	}
}

// tourScene returns a search, a filter and a comparison.
func tourScene() scene {
	steps := []step{
		{same(""), same(""), 12},
		{wording{"en": "t", "zh-TW": "台"}, wording{"en": "t", "zh-TW": "台"}, 6},
		{wording{"en": "a", "zh-TW": ""}, wording{"en": "ta", "zh-TW": "台"}, 6},
		{wording{"en": "i", "zh-TW": ""}, wording{"en": "tai", "zh-TW": "台"}, 14},
		{same("enter"), same("enter"), 18},
		{same("esc esc"), same("esc"), 7},
		{same("f"), same("f"), 8},
		{same("region:"), same("region:"), 6},
		{same("apac"), same("region:apac"), 9},
		{same("space cp"), same("region:apac cp"), 14},
		{same("enter"), same("enter"), 10},
		{same("j"), same("j"), 6},
		{same("space"), same("space"), 9},
		{wording{"en": "j j", "zh-TW": "j"}, wording{"en": "j j", "zh-TW": "j"}, 6},
		{same("space"), same("space"), 9},
		{same("c"), same("c"), 30},
		{same("="), same("="), 40},
	}
	return scene{"tour", 112, 24, wording{
		"en":    "A search for Taiwan, a filter for Calling Plans in Asia-Pacific, and a comparison of Singapore and Japan",
		"zh-TW": "搜尋台灣，篩選亞太地區有通話方案的國家/地區，再比較新加坡與日本",
	}, steps}
}
