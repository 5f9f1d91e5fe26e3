package search

// distance returns the optimal string alignment distance of a and b: the number of
// runes to insert, delete, replace or swap with a neighbour that turns a into b. It
// returns limit+1 as soon as the distance must exceed limit.
func (s *searcher) distance(a, b []rune, limit int) int {
	if len(a) > maxRunes || len(b) > maxRunes {
		return limit + 1
	}
	rows := &s.distanceRows
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range a {
		before, above, row := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		row[0] = i + 1
		least := i + 1
		for j := range b {
			n := above[j]
			if a[i] != b[j] {
				n++
			}
			n = min(n, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				n = min(n, before[j-1]+1)
			}
			row[j+1] = n
			least = min(least, n)
		}
		if least > limit+1 { // a swap may save one
			return limit + 1
		}
	}
	return min(rows[len(a)%3][len(b)], limit+1)
}
