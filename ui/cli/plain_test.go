package cli_test

import (
	"strings"
	"testing"

	"voxatlas/model"
)

// TestPlainNames wants one name of each feature on all plain pages: lines in which a colon
// follows have no other colon in the name.
func TestPlainNames(t *testing.T) {
	for _, loc := range sharedLocalizers() {
		for _, command := range []string{"show tw --brief", "show tw", "compare tw jp", "table tw jp", "stats", "changes", "history mexico", "history mexico cp", "list --where cp", "services"} {
			r := run(t, nil, append(strings.Fields(command), "--plain", "--lang", string(loc.Lang()))...)
			named := false
			for _, f := range model.Features() {
				if !strings.HasSuffix(f.Key(), ".purchase") {
					continue
				}
				if title := loc.ShortTitle(model.Topic{Feature: f}); strings.Contains(r.out, title) {
					t.Errorf("%s, %s: has %q", loc.Lang(), command, title)
				}
				named = named || strings.Contains(r.out, loc.FeatureLabel(f))
			}
			if !named || r.code != 0 {
				t.Errorf("%s, %s: code %d, no %q in %s", loc.Lang(), command, r.code, loc.FeatureLabel(model.CallingPlansPurchase), r.out)
			}
		}
	}
}
