package find

import "fmt"

func ExampleIndex_Query() {
	ix := New(atlas())
	for _, q := range []string{"臺灣", "+886", "united k", "grmany"} {
		for _, h := range ix.Query(q) {
			fmt.Println(q, "→", h.Country.Name("en"), h.Why, h.Name, h.Runes)
		}
	}
	// Output:
	// 臺灣 → Taiwan name 台灣 [0 1]
	// +886 → Taiwan calling_code +886 [1 2 3]
	// united k → United Kingdom name United Kingdom [0 1 2 3 4 5 7]
	// grmany → Germany fuzzy Germany [0 2 3 4 5 6]
}

func ExampleIndex_Resolve() {
	ix := New(atlas())
	for _, q := range []string{"dominica", "7", "tiawan"} {
		r := ix.Resolve(q)
		switch {
		case r.Country != nil:
			fmt.Println(q, "is", r.Country.Slug())
		case len(r.Candidates) > 0:
			fmt.Println(q, "may be", r.Candidates[0].Country.Slug(), "or", r.Candidates[1].Country.Slug())
		default:
			fmt.Println(q, "names nothing; near is", ix.Nearest(q, 1)[0].Name)
		}
	}
	// Output:
	// dominica is dominica
	// 7 may be kazakhstan or russia
	// tiawan names nothing; near is Taiwan
}
