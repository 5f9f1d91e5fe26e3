package countries

import (
	"slices"

	"voxatlas/assets"
	"voxatlas/data/search"
	"voxatlas/ui/text"
)

// noHitLines returns the message for a list without countries: nothing matches the
// query, or nothing that does meets the filter.
func (p *Pane) noHitLines() []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	message, hint := loc.Text("ui.nothing_found"), loc.Text("ui.nothing_hint")
	switch {
	case p.filter != nil && len(p.filter.hidden) > 0:
		message, hint = p.hiddenHits(), p.hiddenHint()
	case p.unlistedPlace != "":
		message = loc.Text("ui.not_in_list", "place", p.unlistedPlace)
		hint = loc.Text("ui.list_is", "count", assets.Number(p.atlas.Len()), "edition", p.atlas.Info().Date)
	case p.query() == "" && p.filter.inForce():
		message, hint = loc.Text("ui.nobody_meets"), p.hiddenHint()
	}
	return append(p.wrapAtMost(max(p.h/2-1, 1), message), text.Wrapped(hint, t.Dim, 1, p.w)...)
}

// hiddenHits says that the filter hides all hits, and why it hides the best one.
func (p *Pane) hiddenHits() string {
	loc, key, best := p.look.Localizer, "ui.hits_hidden", p.filter.hidden[0]
	if len(p.filter.hidden) == 1 {
		key = "ui.hit_hidden"
	}
	return loc.Text(key, "count", assets.Number(len(p.filter.hidden)), "country", best.Name(loc.Lang()), "reasons", loc.Reasons(best, p.filter.expr.Judge(best)))
}

// hiddenHint says how to see the countries that the filter hides.
func (p *Pane) hiddenHint() string {
	key := "ui.hidden_browsing"
	switch {
	case p.TypesFilter():
		key = "ui.hidden_filter"
	case p.typing:
		key = "ui.hidden_typing"
	}
	return p.look.Localizer.Text(key)
}

// guessHeading returns the row above guesses, or above the hits for a place that
// is not listed.
func (p *Pane) guessHeading() text.Line {
	message := p.look.Localizer.Text("ui.not_listed", "place", p.unlistedPlace)
	if p.unlistedPlace == "" {
		first := slices.IndexFunc(p.rows, func(r countryRow) bool { return r.hit != nil })
		message = p.look.Localizer.Text(guessKey(p.rows[first].hit.Reason))
	}
	return text.Line{{Text: " " + message, Style: p.look.Theme.Warning}}
}

// guessKey returns the key of the heading above guesses of which the first has this
// reason.
func guessKey(reason search.Reason) string {
	switch reason {
	case search.City, search.Capital:
		return "ui.same_city"
	case search.Dial:
		return "ui.maybe_dial"
	case search.Numeric:
		return "ui.maybe_numeric"
	case search.InText:
		return "ui.in_text"
	}
	return "ui.nothing_near"
}
