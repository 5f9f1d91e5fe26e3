package search

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"voxatlas/data/names/fold"
)

// TestStagesAreDocumented fails unless the package comment has the table of stages.
func TestStagesAreDocumented(t *testing.T) {
	comment, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	conditions := map[condition]string{always: "always", noName: "no name", nothing: "nothing", noGuess: "no guess"}
	var table strings.Builder
	for _, st := range stages {
		fmt.Fprintf(&table, "//\t%-22s  %-8s  %s\n", st.name, conditions[st.when], st.adds)
	}
	if !strings.Contains(string(comment), table.String()) {
		t.Errorf("doc.go does not have this table:\n%s", table.String())
	}
	for _, st := range stages {
		documented := strings.Contains(string(comment), fmt.Sprintf("//\t%-18s  ", st.name))
		if isRewrite := st.run == nil; isRewrite && !documented {
			t.Errorf("doc.go does not say what the rewrite %s looks for", st.name)
		}
	}
}

// TestStateWordsAreKeys fails unless each of the state words is its own key.
func TestStateWordsAreKeys(t *testing.T) {
	for _, word := range stateWords {
		if key := fold.Of(word).Text(); key != word {
			t.Errorf("%q is no key: %q", word, key)
		}
	}
}
