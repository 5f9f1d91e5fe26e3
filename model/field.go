package model

import "fmt"

// Field is a part of a country's record that two editions may state differently:
// one of the fourteen answers, numbered as the [Feature]s are, or one of the three
// fields below. Its zero value is no field.
type Field uint8

// The fields that are no answers.
const (
	FieldConditions Field = NumFeatures + 1 + iota // the limits of the answers
	FieldPrinted                                   // the country's name as the index prints it
	FieldListed                                    // whether the edition has the country at all
)

var otherFields = [...]string{"conditions", "printed_names", "listed"}

// Feature returns the feature of an answer; 0 for a field that is no answer.
func (f Field) Feature() Feature {
	if f > NumFeatures {
		return 0
	}
	return Feature(f)
}

// Key returns the stable name of f: the key of its feature, "conditions",
// "printed_names" or "listed".
func (f Field) Key() string {
	switch i := int(f) - NumFeatures - 1; {
	case i >= 0 && i < len(otherFields):
		return otherFields[i]
	case f.Feature().valid():
		return f.Feature().Key()
	}
	return ""
}

// String returns the key.
func (f Field) String() string { return f.Key() }

// MarshalText encodes f as its key.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.Key()), nil }

// UnmarshalText decodes a field's key.
func (f *Field) UnmarshalText(b []byte) error {
	for g := Field(1); g <= FieldListed; g++ {
		if g.Key() == string(b) {
			*f = g
			return nil
		}
	}
	return fmt.Errorf("unknown field %q", Clean(string(b), 60))
}
