package say_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
)

var update = flag.Bool("update", false, "write the golden files anew")

// exampleCountries have every state between them, and most kinds of conditions,
// warnings and next steps.
var exampleCountries = []struct{ edition, slug string }{
	{"2023-01-26", "taiwan"},
	{"2023-01-26", "the-united-states-u-s"},
	{"2021-03-23", "the-united-states-u-s"},
	{"2023-01-26", "australia"},
	{"2023-01-26", "india"},
	{"2023-01-26", "china"},
	{"2023-01-26", "chile"},
	{"2023-01-26", "the-united-kingdom-u-k"},
	{"2023-01-26", "france"},
	{"2023-01-26", "latvia"},
	{"2023-01-26", "brunei"},
	{"2023-01-26", "albania"},
	{"2023-01-26", "mexico"},
}

// TestAnswers compares all texts about the telling countries with testdata/LANG.txt,
// a file per reviewed language that reads like a page: review it as a native would.
func TestAnswers(t *testing.T) {
	seen := map[model.State]bool{}
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		loc := localizer(t, lang)
		got := &txtar.Archive{Comment: []byte("What ui/say says about telling countries. Made by: go test ./ui/say -update\n\n")}
		for _, c := range exampleCountries {
			atlas, err := library.Of("2021-03-23", "2023-01-26").Edition(c.edition).Open()
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range model.Features() {
				seen[atlas.Country(c.slug).Answer(f).State] = true
			}
			got.Files = append(got.Files, txtar.File{
				Name: c.slug + " " + c.edition,
				Data: []byte(page(loc, atlas.Country(c.slug), atlas.Info())),
			})
		}
		golden := "testdata/" + string(loc.Lang()) + ".txt"
		if *update {
			if err := os.WriteFile(golden, txtar.Format(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
			t.Errorf("words differ from %s (-want +got); if they should, run go test ./ui/say -update and read it\n%s", golden, diff)
		}
	}
	if len(seen) != model.NumStates {
		t.Errorf("the example countries have only the states %v", seen)
	}
}

// page writes all texts of loc about c.
func page(loc say.Localizer, c *model.Country, e model.EditionInfo) string {
	var b strings.Builder
	line := func(indent int, parts ...string) {
		fmt.Fprintln(&b, strings.TrimRight(strings.Repeat("  ", indent)+strings.Join(parts, " "), " "))
	}
	line(0, c.Name(loc.Lang()))
	line(0, loc.PageOf(c, e, model.Age{}))
	for _, s := range model.Services() {
		line(0)
		line(0, loc.Service(s))
		for _, f := range s.Features() {
			writeAnswer(line, loc, loc.Answer(c, f))
		}
	}
	line(0)
	for _, n := range loc.LaterPages(c) {
		line(0, "+", n.Text, "|", n.Source, "|", n.URL)
	}
	line(0, loc.Applies(e))
	for _, s := range loc.Sources(c, e) {
		line(0, s)
	}
	return b.String()
}

func writeAnswer(line func(int, ...string), loc say.Localizer, a say.Answer) {
	head := []string{say.Mark(a.State, false), loc.Labelled(a.Name, a.Word)}
	if a.Gloss != "" {
		head[1] = loc.Labelled(loc.WithRemark(a.Name, a.Gloss), a.Word)
	}
	if a.Detail != "" {
		head = append(head, "["+a.Detail+"]")
	}
	line(1, head...)
	if len(a.Cities) > 0 {
		line(2, loc.Labelled(a.CitiesHead, loc.JoinList(a.Cities)))
	}
	for _, p := range a.Plans {
		line(2, "*", p.Name, "|", p.Domestic, "|", p.International, "|", p.Remark)
	}
	for _, n := range a.Conditions {
		line(2, "·", n.Text)
		for _, link := range n.Links {
			line(3, link)
		}
	}
	for _, n := range a.Warnings {
		line(2, "!", n.Text)
	}
	for _, n := range a.Later {
		line(2, "+", a.LaterHead+"|", n.Text, "|", n.Source, "|", n.URL)
	}
	if len(a.Next) > 0 {
		line(2, a.NextHead)
	}
	for _, s := range a.Next {
		line(3, s.Text)
		if s.URL != "" {
			line(3, s.URL)
		}
	}
	if a.NoNext != "" {
		line(2, a.NoNext)
	}
}
