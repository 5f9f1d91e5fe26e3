package model

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"voxatlas/assets"
)

var update = flag.Bool("update", false, "write the golden files anew")

// situation is a circumstance that decides the next steps, other than the state.
type situation struct {
	name        string
	conditions  []Condition
	cities      []City
	other       bool
	alternative Alternative
	credits     State
}

// situations lists the circumstances on which the next steps after f depend, the plain
// case first.
func situations(f Feature) []situation {
	mailbox := func(key string) situation {
		return situation{name: "a mailbox is named", conditions: []Condition{
			{Key: key, Args: ListOf(ArgOf("mailbox", "desk@example.com"))},
		}}
	}
	switch f {
	case AutoAssignedNumbers:
		return []situation{{}, mailbox("auto_assigned_numbers_contact_desk")}
	case CallMe:
		return []situation{{}, {name: "credits available", credits: Yes}, {name: "credits not available", credits: No}}
	case CallingPlansPurchase:
		return []situation{
			{},
			{name: "the page names Direct Routing", alternative: DirectRouting},
			{name: "the page names PSTN connectivity", alternative: PSTNConnectivity},
		}
	case PremiumNumbers:
		return []situation{{}, {name: "billed to credits", conditions: []Condition{{Key: "premium_calls_need_communications_credits"}}}}
	case TollFreeNumbers:
		return []situation{{}, mailbox("service_numbers_contact_desk")}
	case TollNumbers:
		return []situation{
			{},
			mailbox("service_numbers_contact_desk"),
			{name: "a city on request", cities: []City{{}, {OnRequest: true}}},
			{name: "other cities on request", other: true},
		}
	}
	return []situation{{}}
}

// TestNextSteps holds the whole table of next steps against testdata/next.txt,
// which a person has reviewed.
func TestNextSteps(t *testing.T) {
	var tables []string
	links := map[string][]string{} // step → its links, in the order of the editions
	for _, edition := range []string{"2021-03-23", "2023-01-26"} {
		var table strings.Builder
		for _, f := range Features() {
			writeSteps(&table, f, edition, links)
		}
		tables = append(tables, table.String())
	}
	if tables[0] != tables[1] {
		t.Errorf("the editions differ in more than links:\n%s", cmp.Diff(tables[0], tables[1]))
	}

	got := &txtar.Archive{
		Comment: []byte("What to do after every answer that there can be: state, in which situation, steps.\nStates without a next step are listed behind \"nothing\".\n\n"),
		Files: []txtar.File{
			{Name: "steps", Data: []byte(tables[0])},
			{Name: "links", Data: []byte(linkTable(links))},
		},
	}
	const golden = "testdata/next.txt"
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
		t.Errorf("next steps are not those of %s (-want +got); if they should be, run go test ./model -update\n%s", golden, diff)
	}
}

// writeSteps writes the next steps after each answer to f, and records the links.
func writeSteps(table *strings.Builder, f Feature, edition string, links map[string][]string) {
	fmt.Fprintf(table, "%s\n", f)
	var nothing []string
	for _, state := range States() {
		if !slices.Contains(f.States(), state) {
			continue
		}
		plain := ""
		for _, s := range situations(f) {
			a := Answer{
				State:                state,
				Conditions:           ListOf(s.conditions...),
				Cities:               ListOf(s.cities...),
				OtherCitiesOnRequest: s.other,
			}
			if state == ViaPartner {
				a.Partner = Partner{Name: "Partner", URL: "https://partner.example.com"}
			}
			var keys []string
			for _, step := range NextSteps(f, a, s.alternative, s.credits, edition, assets.LinkURL) {
				keys = append(keys, step.Key)
				if !slices.Contains(links[step.Key], step.URL) {
					links[step.Key] = append(links[step.Key], step.URL)
				}
			}
			steps := strings.Join(keys, ", ")
			switch {
			case s.name == "" && steps == "":
				nothing = append(nothing, state.String())
			case s.name == "":
				plain = steps
				fmt.Fprintf(table, "  %s: %s\n", state, steps)
			case steps != plain: // else the situation makes no difference
				fmt.Fprintf(table, "  %s, %s: %s\n", state, s.name, steps)
			}
		}
	}
	fmt.Fprintf(table, "  nothing: %s\n\n", strings.Join(nothing, ", "))
}

func linkTable(links map[string][]string) string {
	var b strings.Builder
	for _, key := range Steps() {
		fmt.Fprintln(&b, key)
		for _, link := range links[key] {
			if link == "" {
				link = "(no page)"
			}
			fmt.Fprintf(&b, "  %s\n", link)
		}
	}
	return b.String()
}
