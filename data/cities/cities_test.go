package cities

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// TestTable reads every line: sorted by key, the largest place of a name first, each
// country once, texts that may be shown.
func TestTable(t *testing.T) {
	if len(table) > 400_000 {
		t.Errorf("the table has %d bytes, want at most 400 000", len(table))
	}
	form := regexp.MustCompile(`^[A-Z]{2}\*?[1-9][0-9]*(\.[1-9][0-9]*)? [^ ]`)
	countries, lastKey := map[string]int{}, "" // of lastKey, with their people
	least := 0
	for line := range strings.Lines(table[1:]) {
		line = strings.TrimSuffix(line, "\n")
		if !form.MatchString(line) {
			t.Fatalf("%q", line)
		}
		c, key := parseCity(line), fold.Of(line[strings.IndexByte(line, ' '):]).Text()
		if key < lastKey || key == "" {
			t.Errorf("%s: the key %q comes after %q", line, key, lastKey)
		}
		if key != lastKey {
			countries, lastKey, least = map[string]int{}, key, c.Population
		}
		if countries[c.ISO2] > 0 || c.Population > least {
			t.Errorf("%s: its country has the name already, or a smaller place stands before it", line)
		}
		countries[c.ISO2], least = c.Population, c.Population
		if again := fold.Of(key).Text(); again != key {
			t.Errorf("%s: the key %q is folded to %q", line, key, again)
		}
		if _, ok := names.Of(c.ISO2); !ok {
			t.Errorf("%s: no country of the names table", line)
		}
		if !norm.NFC.IsNormalString(c.Name) || !model.IsPrintable(c.Name) {
			t.Errorf("%s: %+q may not be shown", line, c.Name)
		}
		if found := new(Finder).Lookup(key); !slices.Contains(found, c) {
			t.Errorf("%s: Lookup(%q) = %v", line, key, found)
		}
	}
}

// lookup formats the places with a name: their countries, * for capitals.
func lookup(name string) string {
	var all []string
	for _, c := range new(Finder).Lookup(fold.Of(name).Text()) {
		if c.Capital {
			c.ISO2 += "*"
		}
		all = append(all, c.ISO2)
	}
	return strings.Join(all, " ")
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ want, names string }{
		{"PT", "Porto|porto|PORTO|波多"},
		{"CN", "Xi'an|Xi’an|xian|西安|廣州|广州|Shanghai|深圳|瀋陽"},
		{"AU", "Gold Coast|黃金海岸|雪梨"},
		{"GB", "Poole"},
		{"NG", "Benin City|Lagos|拉哥斯"},
		{"JP", "Kobe|Kōbe|名古屋|名古屋市|大阪府|橫濱|横浜|横浜市|Osaka|神戶"},
		{"JP*", "東京|東京都|Tokyo|Tokio"},
		{"TW", "高雄|高雄市|Kaohsiung|Kaohsiung City|桃園|桃園市|桃園縣|Taoyuan|基隆|Keelung|新竹縣|嘉義|彰化|彰化縣|屏東|雲林|宜蘭|花蓮|台東|臺東縣|澎湖|金門|馬祖|連江縣|苗栗|南投|新北|新北市|New Taipei|台中|臺中市|臺南|台南"},
		{"TW*", "台北|臺北|台北市|Taipei|Taipeh"},
		{"CD*", "Kinshasa|金夏沙|金沙薩"},
		{"AT*", "Wien|Vienna|維也納"},
		{"DE", "München|Muenchen|Munich|慕尼黑|Köln|Koeln|Cologne"},
		{"IT", "Napoli|Naples|Firenze|Florenz|拿坡里"},
		{"CZ*", "Praha|Prag|布拉格"},
		{"PT*", "Lisboa|Lisbon"},
		{"CH", "Genève|Geneva|Genf"},
		{"VN", "胡志明市|胡志明|Ho Chi Minh City|Saigon"},
		{"KR", "부산|부산광역시|Busan|Suwon|수원시"},
		{"KR*", "서울|서울특별시|首爾"},
		{"US CR* PH", "San José|San Jose"},
		{"CA NZ BM*", "Hamilton"},
		{"ES NI", "Granada"},
		{"LY* LB", "Tripoli"},
		{"RU US", "Saint Petersburg|St. Petersburg"},
		{"SG*", "Singapore|新加坡"},
		{"LU*", "Luxembourg"},
		{"", "|Port|Por|Taiw|Germany|xyz|市|\xff"},
	} {
		for name := range strings.SplitSeq(c.names, "|") {
			if got := lookup(name); got != c.want {
				t.Errorf("%q: %s, want %s", name, got, c.want)
			}
		}
	}
}

// TestPlace checks that the names of a place have its number, and those of another one
// with as many people another.
func TestPlace(t *testing.T) {
	place := func(name, iso2 string) string {
		for _, c := range new(Finder).Lookup(fold.Of(name).Text()) {
			if c.ISO2 == iso2 {
				return c.Place
			}
		}
		t.Fatalf("no %s in %s", name, iso2)
		return ""
	}
	for _, c := range []struct {
		a, b, iso2 string
		same       bool
	}{
		{"Wien", "Vienna", "AT", true}, {"München", "慕尼黑", "DE", true}, {"New York", "New York City", "US", true},
		{"New Orleans", "Wichita", "US", false}, {"Boise", "Savannah", "US", false}, {"Billings", "Manchester", "US", false},
	} {
		if same := place(c.a, c.iso2) == place(c.b, c.iso2); same != c.same {
			t.Errorf("%s and %s have the same number: %v, want %v", c.a, c.b, same, c.same)
		}
	}
}

// TestEndings checks that the endings are keys.
func TestEndings(t *testing.T) {
	for _, s := range endings {
		if key := fold.Of(s).Text(); key != s {
			t.Errorf("%q is folded to %q", s, key)
		}
	}
	for _, s := range []string{"특별시", "광역시", "시", "市", "縣", "県", "區"} {
		if key := fold.Of(s).Text(); !slices.Contains(endings[:], key) {
			t.Errorf("%s: no ending %q", s, key)
		}
	}
}

// meant returns the code of the country that a name means by the rule of the package
// comment, "" for none or several.
func meant(name string) string {
	f := new(Finder)
	found := f.Lookup(fold.Of(name).Text())
	if !f.Meant(found) {
		return ""
	}
	return found[0].ISO2
}

// TestMeant checks that one Chinese, Japanese or Korean name for different names means
// none of the places, and that a capital is meant where the names are the same.
func TestMeant(t *testing.T) {
	for name, want := range map[string]string{
		"聖地牙哥": "", "圣地亚哥": "", "喬治城": "", "達卡": "", "金斯敦": "", "三重": "", "永康": "",
		"ロンドン": "GB", "런던": "GB", "聖但尼": "RE", "London": "GB", "倫敦": "GB", "Santiago": "CL", "Hamilton": "", "中壢": "TW", "中壢區": "TW", "新莊": "TW", "北海道": "JP",
	} {
		if got := meant(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// countryNames returns the keys of the names of all countries, which are looked up
// before those of cities.
func countryNames() map[string]bool {
	all := map[string]bool{}
	for e := range names.All() {
		for _, s := range e.Names.All() {
			all[fold.Of(s).Text()] = true
		}
		for a := range e.Aliases.Values() {
			all[fold.Of(a.Text).Text()] = true
		}
	}
	spellings := names.Spellings()
	for i := range spellings.Len() {
		if spellings.Kind(i) == names.OtherLanguage {
			all[strings.ReplaceAll(spellings.KeyText(i), " ", "")] = true
		}
	}
	return all
}

// TestZones compares the table with the names of the time zones' cities, which are of
// another source.
func TestZones(t *testing.T) {
	text, err := os.ReadFile("testdata/zones.txt")
	if err != nil {
		t.Fatal(err)
	}
	n, right, others := 0, 0, countryNames()
	for line := range strings.Lines(string(text)) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 3)
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		for name := range strings.SplitSeq(f[2], "|") {
			n++
			switch got := meant(name); {
			case got == f[0]:
				right++
			case got == "", others[fold.Of(name).Text()]:
			default:
				t.Errorf("%s %s: %s is %s", f[0], f[1], name, got)
			}
		}
	}
	t.Logf("%d of %d names are in the table", right, n)
}
