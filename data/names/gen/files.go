package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// eachRow calls do with every row of a CSV file, keyed by its header. Lines that begin
// with # are comments.
func eachRow(root fs.FS, name string, do func(map[string]string)) error {
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read from
	in := csv.NewReader(f)
	in.FieldsPerRecord = -1 // a last column may be missing
	in.Comment = '#'
	rows, err := in.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, fields := range rows[1:] {
		r := map[string]string{}
		for i, h := range rows[0] {
			if i < len(fields) {
				r[h] = fields[i]
			}
		}
		do(r)
	}
	return nil
}

// readJSON decodes a JSON file into v.
func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// sortedKeys returns the keys of m, sorted.
func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
