package say_test

import (
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model/query"
	"voxatlas/ui/say"
)

// TestEveryKindHasWords wants a text for every kind of reason, verdict and mistake, in
// every language.
func TestEveryKindHasWords(t *testing.T) {
	c := library.Embedded().Newest().Atlas().Country("taiwan")
	for _, loc := range say.Localizers() {
		for _, kind := range query.ReasonKinds() {
			r := query.Reason{Kind: kind, Text: "cities"}
			if kind == query.PlanKinds {
				r.Text = "domestic"
			}
			if s := loc.Reason(c, r); s == "" || strings.Contains(s, "reason.") || strings.Contains(s, "plan.") || strings.Contains(s, "{") {
				t.Errorf("%s, %s: %q", loc.Lang(), kind, s)
			}
		}
		keys := []string{"verdict.meets", "verdict.condition", "verdict.unread", "verdict.fails"}
		for _, kind := range query.ErrorKinds() {
			keys = append(keys, "error.where."+string(kind))
		}
		for _, key := range keys {
			if s := loc.Text(key); s == "" || s == key {
				t.Errorf("%s lacks %s", loc.Lang(), key)
			}
		}
	}
}
