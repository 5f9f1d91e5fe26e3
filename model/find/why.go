package find

import "fmt"

// Why says what made a country a hit. The zero value is no reason.
type Why uint8

// The reasons.
const (
	ISOCode     Why = iota + 1 // an ISO 3166-1 code
	CallingCode                // an international calling code
	Slug                       // Microsoft's name of the country's page
	Name                       // a shown name
	Alias                      // another name
	Fuzzy                      // a name that has these letters in this order
	Typo                       // a name that is nearly this
)

var whyWords = [...]string{"", "iso_code", "calling_code", "slug", "name", "alias", "fuzzy", "typo"}

// String is the stable word of w, as "calling_code"; empty for no reason.
func (w Why) String() string {
	if int(w) < len(whyWords) {
		return whyWords[w]
	}
	return fmt.Sprintf("Why(%d)", uint8(w))
}

// MarshalText encodes w as its word.
func (w Why) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText decodes a reason's word.
func (w *Why) UnmarshalText(b []byte) error {
	for i, word := range whyWords {
		if word == string(b) {
			*w = Why(i)
			return nil
		}
	}
	return fmt.Errorf("unknown reason %q", b)
}
