package model

import "slices"

// LaterNote is a dated statement of Microsoft's that is newer than the pages of an
// edition. It stands beside the answers that it concerns and never changes their states.
type LaterNote struct {
	Date     string        // YYYY-MM-DD: of the statement
	Features List[Feature] // the answers that it concerns; none: the pages as a whole
	General  bool          // the same for every country
	Kind     string        // one of LaterKinds
	Text     Names         // in the languages of the catalogs
	Source   string        // its title, in English
	URL      string
}

// LaterKinds lists the kinds of notes: an answer has "changed"; something has been
// "gained"; a "condition" applies; the edition is "confirmed"; it is in "doubt"; "names"
// or addresses ("moved") are others now.
func LaterKinds() []string {
	return []string{"changed", "gained", "condition", "confirmed", "doubt", "names", "moved"}
}

// Concerns reports whether n concerns the answer to f.
func (n LaterNote) Concerns(f Feature) bool { return slices.Contains(n.Features.items, f) }

// Changes reports whether n tells more than that the edition still holds.
func (n LaterNote) Changes() bool { return n.Kind != "confirmed" }
