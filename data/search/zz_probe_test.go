package search

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"voxatlas/model"
)

func TestProbe(t *testing.T) {
	text, err := os.ReadFile("/tmp/q.txt")
	if err != nil {
		t.Skip(err)
	}
	ix := New(atlas())
	for q := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n") {
		lang := model.Lang("en")
		res, r := ix.Resolve(q, lang), ix.Query(q, lang)
		s := "none"
		switch {
		case res.Country != nil:
			s = res.Country.ISO2()
		case res.Unlisted.ISO2 != "":
			s = "unl " + res.Unlisted.ISO2
		case len(res.Candidates) > 0:
			s = "doubt"
			for _, h := range res.Candidates[:min(5, len(res.Candidates))] {
				s += " " + h.Country.ISO2()
			}
		}
		hits := ""
		for _, h := range r.Hits[:min(4, len(r.Hits))] {
			hits += fmt.Sprintf("%s %s %q/%s t%d · ", h.Country.ISO2(), h.Reason, h.Name, h.Lang, h.tier)
		}
		fmt.Printf("%-34s %-18s | %s unl=%s %v\n", q, s, hits, r.Unlisted.ISO2, r.Unambiguous)
	}
}
