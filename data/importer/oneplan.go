package importer

import (
	"strings"
	"unicode/utf8"
)

// onePlan is the plan of a cell without a list, its first sentence, and what
// follows. Translators drop the stop after the brackets that end it.
func splitOnePlan(text string) (plan, more string) {
	first := sentences(text)
	if len(first) == 0 {
		return "", ""
	}
	plan, more = first[0], strings.Join(first[1:], " ")
	if end := strings.IndexAny(plan, ")）"); end >= 0 && len(numbers(plan[:end])) == 2 {
		_, size := utf8.DecodeRuneInString(plan[end:])
		plan, more = plan[:end+size], plan[end+size:]+" "+more
	}
	return plan, strings.TrimLeft(more, " .。")
}
