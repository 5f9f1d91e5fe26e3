package data

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/model"
)

// node is a part of the schema.
type node = map[string]any

// down follows members of a node; nil when one is missing.
func down(n node, path ...string) node {
	for _, name := range path {
		n, _ = n[name].(node)
	}
	return n
}

// resolved follows the reference of a node, if it has one.
func resolved(defs, n node) node {
	if ref, ok := n["$ref"].(string); ok {
		return down(defs, ref[len("#/$defs/"):])
	}
	return n
}

// values lists the constants that a node allows, sorted.
func values(n node) []string {
	list, _ := n["enum"].([]any)
	if one, ok := n["const"]; ok {
		list = []any{one}
	}
	return sortedTexts(list)
}

// sortedTexts converts a list of texts, and sorts it.
func sortedTexts(list any) []string {
	var out []string
	items, _ := list.([]any)
	for _, v := range items {
		out = append(out, v.(string))
	}
	slices.Sort(out)
	return out
}

func definitions(t *testing.T) node {
	t.Helper()
	var s node
	if err := json.Unmarshal([]byte(Schema()), &s); err != nil {
		t.Fatal(err)
	}
	return down(s, "$defs")
}

func equal(t *testing.T, subject string, model, schema any) {
	t.Helper()
	if diff := cmp.Diff(model, schema); diff != "" {
		t.Errorf("%s (-model +schema)\n%s", subject, diff)
	}
}

// TestSchemaHasTheAnswersOfTheModel: the features, the states of each, the
// conditions of each, and the next steps are those of the model's tables.
func TestSchemaHasTheAnswersOfTheModel(t *testing.T) {
	defs := definitions(t)
	answers := down(defs, "answers", "properties")
	equal(t, "number of answers", float64(len(answers)), down(defs, "answers")["minProperties"])
	for _, f := range model.Features() {
		answer := resolved(defs, down(answers, f.Key()))
		var states, conditions []string
		for _, s := range f.States() {
			states = append(states, s.String())
		}
		for _, key := range model.Conditions() {
			if slices.Contains(model.ConditionFeatures(key), f) {
				conditions = append(conditions, key)
			}
		}
		slices.Sort(states)
		slices.Sort(conditions)
		equal(t, f.Key()+": states", states, values(down(answer, "properties", "state")))
		equal(t, f.Key()+": conditions", conditions, values(down(answer, "properties", "conditions", "items", "properties", "key")))
	}
	equal(t, "number of features", len(model.Features()), len(answers))
	steps := model.Steps()
	slices.Sort(steps)
	equal(t, "next steps", steps, values(down(defs, "step", "properties", "key")))
}

// argument says how the schema or the model has an argument.
type argument struct{ Needed, List bool }

// TestSchemaHasTheNotesOfTheModel: the conditions and warnings, and the arguments
// of each, are those of the model's tables.
func TestSchemaHasTheNotesOfTheModel(t *testing.T) {
	defs := definitions(t)
	for def, keys := range map[string][]string{"condition": model.Conditions(), "warning": model.Warnings()} {
		var known []string
		for _, shape := range down(defs, def)["oneOf"].([]any) {
			properties := down(shape.(node), "properties")
			args := resolved(defs, down(properties, "args"))
			schema := map[string]argument{}
			for name, of := range down(args, "properties") {
				kind := of.(node)["$ref"]
				schema[name] = argument{slices.Contains(sortedTexts(args["required"]), name), kind != "#/$defs/arg"}
			}
			for _, key := range values(down(properties, "key")) {
				known = append(known, key)
				table := map[string]argument{}
				for _, name := range model.NoteArgs(key) {
					table[name] = argument{slices.Contains(model.NeededArgs(key), name), model.ArgOf(name).IsList()}
				}
				equal(t, key+": arguments", table, schema)
				if def == "warning" {
					var beside []string
					for _, f := range model.WarningFeatures(key) {
						beside = append(beside, f.Key())
					}
					slices.Sort(beside)
					equal(t, key+": features", beside, sortedTexts(down(properties, "features")["const"]))
				}
				equal(t, key+": arguments are required", len(model.NeededArgs(key)) > 0, slices.Contains(sortedTexts(shape.(node)["required"]), "args"))
			}
		}
		slices.Sort(known)
		slices.Sort(keys)
		equal(t, def, keys, known)
	}
}
