package search

import (
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
)

// TestNorthKoreaIsNotSouthKorea searches for all ways to write North Korea, which is
// unlisted: South Korea must never be a hit.
func TestNorthKoreaIsNotSouthKorea(t *testing.T) {
	ix := New(atlas())
	for _, q := range []string{
		"北韓", "北朝鮮", "朝鮮", "朝鲜", "north korea", "northkorea", "Korea, North", "korea n", "Korea, N", "north k", "N. Korea", "DPRK", "KP", "prk", "+850", "00850", "🇰🇵", ".kp",
		"democratic people's republic of korea", "Democratic People's Republic of Kore", "democratic republic of kore", "북한", "조선", "ㅂㅎ", "Северная Корея", "Corea del Norte",
		"Coreia do Norte", "Nordkorea", "Corée du Nord", "きたちょうせん", "kitachousen", "beihan", "bei3han2", "ㄅㄟˇㄏㄢˊ", "1o3c06", "norht korea", "pyongyang", "平壤",
	} {
		for _, lang := range []model.Lang{"zh-TW", "en"} {
			r := ix.Query(q, lang)
			for _, h := range r.Hits {
				t.Errorf("%q: %s by %s", q, h.Country.Slug(), mark(h))
			}
			if c := ix.Resolve(q, "en").Country; c != nil {
				t.Errorf("%q resolves to %s", q, c.Slug())
			}
		}
	}
}

// TestPastedNumbers searches for telephone numbers as people paste them.
func TestPastedNumbers(t *testing.T) {
	ix := New(atlas())
	for want, queries := range map[string]string{
		"TW": "+886 2 1234 5678|886-2-2720|886 2|(886) 2|\u202a+886 2 1234 5678\u202c|\u200e+886|+886-2-2345-6789 ext. 12|+886223456789;ext=12|TEL: +886 2 2345 6789|電話：+886-2-2345-6789|+886\u22122\u22122345|+886 (0)2 2345|886223456789|00886 2 2345|011 886 2 2345 6789",
		"GB": "+44 20 7946|44 20 7946 0000|0044 20 7946",
		"JP": "81-3-1234|+81 (0)3 1234 5678",
		"CA": "+1 416 555 0100|1 604 555 0100|+1604",
		"US": "+1 212 555 0100|1 212 555|12125550100|(201) 555-0123|201-555-0123|1-201-555-0123",
		"KZ": "+7 701 123 45 67|77011234567",
		"RU": "+7 495 123 45 67|74951234567|7",
		"TT": "+1 868 555 0100|+1868|(868) 221-1234",
		"DE": "Tel. +49 30 1234|☎ +49 30 1234|<tel:+49301234>|tel:+49-30-1234|+49 30 1234 (office)|Mobile +49 151 1234567|sip:+49301234@example.com;user=phone|https://wa.me/4930123456|wa.me/4930123456|+49 30 1234 x12|Frau Muster, +49 30 123456",
	} {
		for q := range strings.SplitSeq(queries, "|") {
			if got := firstHit(ix, q, "zh-TW"); got != want {
				t.Errorf("%q: %s, want %s", q, got, want)
			}
		}
	}
	for _, q := range []string{"402", "23706", "71058578", "12345678901234", "0223456789", "+", "++886", "1 2 3 x", "+8860000000000000000", "a+886", "+886 2 1234 / +81 3 1234", "02 2345 6789 xyz", "Cocos (Keeling) Islands (+61)", "Bob +49"} {
		if got := firstHit(ix, q, "zh-TW"); got != "-" {
			t.Errorf("%q: %s, want nothing", q, got)
		}
	}
}

// TestAreasAscend checks the list of area codes: each once, in order.
func TestAreasAscend(t *testing.T) {
	if len(areas)%3 != 0 {
		t.Fatalf("%d digits are no areas of three", len(areas))
	}
	for i := 3; i < len(areas); i += 3 {
		if before, area := areas[i-3:i], areas[i:i+3]; area <= before {
			t.Errorf("%s comes after %s", area, before)
		}
	}
}

// TestNationalNumbers searches for numbers without a calling code, which often begin with
// the digits of another country's: only the North American form means one for sure.
func TestNationalNumbers(t *testing.T) {
	ix := New(atlas())
	for _, line := range lines(t, "testdata/national.txt") {
		want, number, _ := strings.Cut(line, "\t")
		if got := resolvedISO2(ix, number, "en"); got != "" && got != want {
			t.Errorf("%s: %q resolves to %s", want, number, got)
		}
		if r := ix.Query(number, "en"); len(r.Hits) > 0 && !r.Hits[0].IsGuess() && r.Hits[0].Country.ISO2() != want {
			t.Errorf("%s: %q is %s for sure", want, number, r.Hits[0].Country.ISO2())
		}
	}
}

// TestIsNationalNumber reads numbers with one 0 before them, behind labels as people paste
// them, and texts that are no such numbers.
func TestIsNationalNumber(t *testing.T) {
	for q := range strings.SplitSeq("02-2345-6789|(02) 2712-3456|０２－２３４５－６７８９|電話 02-2345-6789|電話：02-2345-6789|電話(02)2345-6789|聯絡電話 0912-345-678|電話02-23456789分機12|"+
		"Tel. 030 1234567|TEL: 02-2345-6789|Phone:02-2345-6789|Tél. 01 23 45 67 89|📞 02 2345 6789|☎️ 030 1234567|Office phone: 020 7946 0000|011 4321-5678", "|") {
		if !IsNationalNumber(q) {
			t.Errorf("%q is none", q)
		}
	}
	for q := range strings.SplitSeq("|0123|Tel. 0123|Tel. 886 2 2345 6789|Tel. +886 2 2345 6789|00886 2 2345 6789|Room 0212345678|02-2345-6789 or 02-2345-6780|Tel.|電話|m|212-555-0100", "|") {
		if IsNationalNumber(q) {
			t.Errorf("%q is one", q)
		}
	}
	ix := New(atlas())
	for q, want := range map[string]string{"Tel. 44 20 7946 0000": "GB", "電話 886 2 2345 6789": "TW", "M 886": "-", "$ 44": "-"} {
		if got := firstHit(ix, q, "en"); got != want {
			t.Errorf("%q: %s, want %s", q, got, want)
		}
	}
}

// TestAddresses searches for codes within tags, links and addresses, which mean what
// they say.
func TestAddresses(t *testing.T) {
	ix := New(atlas())
	for want, queries := range map[string]string{
		"CO": "es-CO|es_CO.UTF-8",
		"TW": "zh-TW|zh_tw|zh-Hant-TW|contoso.com.tw|https://contoso.com.tw/about?x=1|availability-in-taiwan.md|https://learn.microsoft.com/en-us/microsoftteams/phone-reference/plan-availability/availability-in-taiwan",
		"GB": "en_GB.UTF-8|https://learn.microsoft.com/zh-tw/microsoftteams/availability-in-the-united-kingdom-u-k#x|https://example.co.uk",
		"NL": "availability-in-netherlands.md",
		"JP": "someone@example.co.jp|<someone@example.co.jp>|mailto:someone@example.co.jp",
		"DE": "http://user@example.de:8080/a.tw",
	} {
		for q := range strings.SplitSeq(queries, "|") {
			if got := resolvedISO2(ix, q, "en"); got != want {
				t.Errorf("%q: %s, want %s", q, got, want)
			}
		}
	}
	for _, q := range []string{"someone@example.com", "https://example.org/tw", "N/A", "n / a", "U/S", "xx-TW", "es-419", "example.io"} {
		if got := resolvedISO2(ix, q, "en"); got != "" {
			t.Errorf("%q is %s", q, got)
		}
	}
}

// TestLettersApart searches for letters that stand apart, and for short words that begin
// names in small languages.
func TestLettersApart(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]string{"N Z": "NZ", "T T": "TT", "U.A.E.": "AE", "U. A. E.": "AE", "u s a": "US", "S. Sudan": "", "x z": ""} {
		if got := resolvedISO2(ix, q, "en"); got != want {
			t.Errorf("%q: %s, want %s", q, got, want)
		}
	}
	for _, q := range []string{"nerd", "glad", "SEK", "N/A", "LBA", "EU", "eu"} {
		if hits := ix.Query(q, "en").Hits; len(hits) > 0 && !hits[0].IsGuess() {
			t.Errorf("%q: %s for sure", q, mark(hits[0]))
		}
	}
	for q, want := range map[string]string{"IST": "TR", "SYD": "AU", "Irla": "IE", "S China": "CN"} {
		if got := firstHit(ix, q, "en"); got != want {
			t.Errorf("%q: %s, want %s", q, got, want)
		}
	}
}

// lines returns the lines of a file but for those that begin with #.
func lines(t testing.TB, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(text)), "\n"), func(l string) bool { return strings.HasPrefix(l, "#") })
}

// TestNamesAreOurs searches for hostile text: the name of a hit never contains text
// of the query.
func TestNamesAreOurs(t *testing.T) {
	ix := New(atlas())
	for _, q := range []string{
		"\U0001f3f4\U000e0067\U000e0062\x1b[31mEVIL\u202e", "\U0001f3f4\U000e0067\U000e0062 hello", "🇹🇼\x1b[0m", ".t\x1bw", "+886\x1b[31m", "tw\x07", "\u202etw",
	} {
		for _, h := range ix.Query(q, "en").Hits {
			if strings.ContainsAny(h.Name, "\x1b\x07\u202e") || strings.Contains(h.Name, "EVIL") || strings.Contains(h.Name, "hello") {
				t.Errorf("%q: %q", q, h.Name)
			}
		}
	}
}

// TestCapitals types names in capitals: three letters, which may be a code, find guesses, and
// more find names.
func TestCapitals(t *testing.T) {
	ix := New(atlas())
	for q, want := range map[string]string{"AME": "US", "FRE": "FR", "WAL": "GB", "BRI": "GB", "EMI": "AE", "HEL": "GR", "SIA": "TH", "IRI": "IE", "YUG": "RS"} {
		for _, text := range []string{q, strings.ToLower(q)} {
			r := ix.Query(text, "en")
			if len(r.Hits) == 0 || r.Hits[0].Country.ISO2() != want || r.Hits[0].IsGuess() != (text == q) {
				t.Errorf("%s: %v, want %s", text, r.Hits, want)
			}
		}
	}
}

// TestCodesOfOtherLists searches for codes of currencies and airports, which are beyond the
// search: the country is found, or only guesses, or nothing. A guess is no name in a
// language that few people read.
func TestCodesOfOtherLists(t *testing.T) {
	ix := New(atlas())
	for list := range strings.SplitSeq("AE AED AUH DXB|AL ALL|AM AMD|AR ARS EZE|AU AUD A$ ADL MEL SYD|AZ AZN|BA BAM|BB BBD|BM BMD|BR BRL R$ GRU GIG|CA CAD YYZ|CH CHF GVA ZRH|CL CLP SCL|CN CNY PEK TSA|CR CRC SJO|CZ CZK PRG|"+
		"DE EUR DUS HAJ|DK DKK|EG EGP CAI|ES MAD|GB GBP GLA LHR|HU HUF|IE SNN|IL ILS|IN INR DEL BOM|IR IRR IKA|IS ISK|IT FCO CTA|JO JOD|KR KRW PUS|LK LKR|MA RAK|MD MDL|MK MKD|MM MMK|MU MUR MRU|MX MXN|MY MYR PEN KUL|"+
		"NG NGN|NI NIO|NL EIN|NO NOK ARN|NZ NZD CHC WLG|PA PTY PAB|PH PHP|PK ISB LHE|PL PLN|RO RON|RS RSD|RU RUB SVO|SA RUH|SB SBD|SC SCR|SE SEK|SG SGD|SY SYP|SZ SZL|TN TND|TR TRY SAW|TW TWD NT$|UA UAH|US USD LAS ORD LAX LOS SJC MDW BNA|UY UYU|VE VES|ZA ZAR", "|") {
		codes := strings.Fields(list)
		for _, code := range codes[1:] {
			for _, lang := range []model.Lang{"zh-TW", "en"} {
				r := ix.Query(code, lang)
				if len(r.Hits) == 0 || r.Hits[0].Country.ISO2() == codes[0] {
					continue
				}
				if h := r.Hits[0]; !r.IsWeak(h) {
					t.Errorf("%s: %s by %s, without a doubt", code, h.Country.Slug(), mark(h))
				}
				for _, h := range r.Hits {
					if h.Reason == Name && h.Lang != "" && !isWidelyRead(h.Lang) {
						t.Errorf("%s: %s by %s in %s", code, h.Country.Slug(), mark(h), h.Lang)
					}
				}
			}
		}
	}
}
