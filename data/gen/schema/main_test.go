package main

import (
	"testing"

	"voxatlas/data"
)

// TestSchemaIsUpToDate: the committed schema is what the model's tables give.
func TestSchemaIsUpToDate(t *testing.T) {
	b, err := encoded()
	if err != nil {
		t.Fatal(err)
	}
	if string(b) != data.Schema() {
		t.Error("data/edition.schema.json is not what go run ./data/gen/schema writes")
	}
}
