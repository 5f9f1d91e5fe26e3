package data

import _ "embed" // of the schema

//go:embed edition.schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of edition files. It has all rules
// about one value at a time; [Validate] checks also the rules between values.
func Schema() string { return schema }
