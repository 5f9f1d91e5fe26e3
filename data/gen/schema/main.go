// Schema writes the JSON Schema of edition files from the tables of the model:
//
//	go run ./data/gen/schema
//
// It says what can be said about one value at a time. What a schema cannot say, as
// that no slug stands twice, "voxatlas validate" does.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

func main() {
	out := flag.String("o", "data/edition.schema.json", "file to write")
	flag.Parse()
	b, err := encoded()
	if err == nil {
		err = os.WriteFile(*out, b, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

// encoded is the schema as it stands in its file.
func encoded() ([]byte, error) {
	b, err := json.Marshal(edition(), jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}
