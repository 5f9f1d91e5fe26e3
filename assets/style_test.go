package assets_test

import (
	"regexp"
	"strings"
	"testing"
)

// samples are values that arguments take in zh-TW, to see how they sit in the
// sentence; other arguments are left out of the check.
var samples = strings.NewReplacer(
	"{partner}", "Telstra", "{mailbox}", "desk@example.com", "{since}", "2019-09-01", "{skus}", "Plan_(Mexico)",
	"{americas}", "美國、加拿大", "{apac}", "香港、印尼", "{emea}", "法國、德國", "{city}", "首爾",
	"{prefixes}", "44843、44844", "{excluded}", "449xx", "{stated}", "196", "{listed}", "198",
	"{united_states}", "3,000", "{puerto_rico}", "1,200", "{count}", "12",
)

// faults lists patterns that zh-TW typography does not allow.
var faults = []struct {
	name string
	is   *regexp.Regexp
}{
	{"no blank between Han and Latin or digits", regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`)},
	{"a blank at full-width punctuation", regexp.MustCompile(`\S +[，。：；、（）「」？！]|[，。：；、（）「」？！] +[^ >]`)},
	{"half-width punctuation at Han", regexp.MustCompile(`\p{Han}[,;:!?().]|[,;:!?()]\p{Han}`)},
	{"two blanks", regexp.MustCompile(`\S {2,}\S`)},
	{"a date not written 2023-01-26", regexp.MustCompile(`[0-9]{4} ?[年/][0-9 ]`)},
	{"a slash with blanks", regexp.MustCompile(`\p{Han} ?/ \p{Han}|\p{Han} / ?\p{Han}`)},
	{"punctuation twice", regexp.MustCompile(`[，。：；、][，。：；、]`)},
	{"an argument at the edge of a number", regexp.MustCompile(`[0-9]\{|\}[0-9]`)},
}

// misset names the faults in a zh-TW text.
func misset(text string) []string {
	text = strings.ReplaceAll("\n"+text, "\n- ", "\n")            // the mark of a list item
	text = samples.Replace(strings.ReplaceAll(text, " >「", ">「")) // a path through menus
	text = regexp.MustCompile(`\{[a-z_]+\}`).ReplaceAllString(text, "\uFFFD")
	var found []string
	for _, f := range faults {
		if at := f.is.FindString(text); at != "" {
			found = append(found, f.name+": "+at)
		}
	}
	return found
}

func TestTypography(t *testing.T) {
	for key, text := range texts(in(t, "zh-TW")) {
		for _, fault := range misset(text) {
			t.Errorf("%s: %s", key, fault)
		}
	}
}

func TestTypographyInContext(t *testing.T) {
	for text, want := range map[string]int{
		"Teams 系統管理中心，2023-01-26 的頁面": 0,
		"Teams系統":       1,
		"共 12個":         1,
		"在「語音」 查詢":      1,
		"中心 >「語音」>「號碼」": 0,
		"可用,但須申請":       1,
		"可用。":           0,
		"國家 / 地區":       1,
		"於 2023/01/26":  1,
		"{partner}的方案":  1,
		"{partner} 的方案": 0,
		"美洲為{americas}": 0,
		"沒有註明：，":        1,
	} {
		if got := misset(text); len(got) != want {
			t.Errorf("%s: found %q, want %d", text, got, want)
		}
	}
}

// TestSentencesEnd holds sentences to a full stop, and labels to none.
func TestSentencesEnd(t *testing.T) {
	for _, c := range catalogs(t) {
		stop := "."
		if strings.HasPrefix(c.Lang(), "zh") || c.Lang() == "ja" {
			stop = "。"
		}
		for key, text := range texts(c) {
			section, _, _ := strings.Cut(key, ".")
			switch section {
			case "condition", "warning":
				if !strings.HasSuffix(text, stop) || strings.Count(text, "\n") > 0 {
					t.Errorf("%s: %s is no sentence on one line: %s", c.Lang(), key, text)
				}
			case "service", "feature", "state", "scope", "plan", "step", "link":
				if strings.HasSuffix(text, stop) {
					t.Errorf("%s: %s is a label and ends with a full stop", c.Lang(), key)
				}
			}
		}
	}
}

// american are spellings that are not ours: British with -ize.
var american = regexp.MustCompile(`(?i)\b(licenses?|dialing|dialed|organisations?|behavior|canceled|colors?|toward|gray)\b`)

func TestEnglishSpelling(t *testing.T) {
	for key, text := range texts(in(t, "en")) {
		if word := american.FindString(text); word != "" {
			t.Errorf("%s: %q", key, word)
		}
	}
}
