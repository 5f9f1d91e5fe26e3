package find

// Nearest lists at most n countries whose names are nearly q, the nearest
// first: what to propose when q names nothing. Their reason is [Typo].
func (ix *Index) Nearest(q string, n int) []Hit {
	k, ok := read(q)
	if !ok {
		return nil
	}
	best := make([]found, len(ix.places))
	for i := range ix.terms {
		t := &ix.terms[i]
		if t.why == Slug {
			continue
		}
		small, large := min(len(k.runes), len(t.key.runes)), max(len(k.runes), len(t.key.runes))
		limit := min((large+2)/3, small/2)
		if large-small > limit || large == 2 && !swapped(k.runes, t.key.runes) {
			continue // of two runes, one is half of another name
		}
		f := ix.found(t, weak)
		f.Why, f.gaps = Typo, distance(k.runes, t.key.runes)
		if f.gaps > limit {
			continue
		}
		if b := &best[t.place]; b.tier == none || compare(&f, b) < 0 {
			*b = f
		}
	}
	fs := ordered(best)
	var hits []Hit
	for _, f := range fs[:max(0, min(len(fs), n))] {
		hits = append(hits, f.Hit)
	}
	return hits
}

// swapped reports whether b is a with its two runes swapped.
func swapped(a, b []rune) bool { return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] }

// distance is the optimal string alignment distance of a and b: how many runes
// to insert, delete, replace or swap with their neighbour to make one the other.
func distance(a, b []rune) int {
	var before []int // two rows up
	above := span(0, len(b)+1)
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			d := above[j]
			if a[i] != b[j] {
				d++
			}
			d = min(d, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
		}
		before, above = above, row
	}
	return above[len(b)]
}
