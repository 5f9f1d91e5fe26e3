package data

import _ "embed" // of the schema

//go:embed edition.schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of edition files. It says what can be
// said about one value at a time; [Validate] says all.
func Schema() string { return schema }
