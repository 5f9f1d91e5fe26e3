package search

import "fmt"

func ExampleIndex_Query() {
	ix := New(atlas())
	for _, q := range []string{"臺灣", "+886", "united k", "slvk", "w96j0", "Тайвань", "冰島"} {
		r := ix.Query(q, "zh-TW")
		for _, h := range r.Hits {
			fmt.Println(q, "→", h.Country.Name("en"), h.Reason, h.Name, h.Runes)
		}
		if r.Unambiguous {
			fmt.Println(q, "→ unlisted:", r.Unlisted.Names.In("en"))
		}
	}
	// Output:
	// 臺灣 → Taiwan name 台灣 [0 1]
	// +886 → Taiwan dial +886 [1 2 3]
	// united k → United Kingdom name United Kingdom [0 1 2 3 4 5 7]
	// slvk → Slovakia fuzzy Slovakia [0 1 3 5]
	// w96j0 → Taiwan zhuyin_keys ㄊㄞˊ ㄨㄢ [0 1 4 5]
	// Тайвань → Taiwan name Тайвань [0 1 2 3 4 5 6]
	// 冰島 → unlisted: Iceland
}

func ExampleIndex_Resolve() {
	ix := New(atlas())
	for _, q := range []string{"dominica", "7", "taiwna", "macau"} {
		r := ix.Resolve(q, "en")
		switch {
		case r.Country != nil:
			fmt.Println(q, "is", r.Country.Slug())
		case r.Unlisted.ISO2 != "":
			fmt.Println(q, "is not in the list")
		default:
			for _, h := range r.Candidates {
				fmt.Println(q, "may be", h.Country.Slug())
			}
		}
	}
	// Output:
	// dominica is dominica
	// 7 may be russia
	// 7 may be kazakhstan
	// taiwna may be taiwan
	// macau is not in the list
}
