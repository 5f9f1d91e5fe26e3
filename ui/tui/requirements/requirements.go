// Package requirements is the overlay that writes a filter expression for needs in
// plain words: the user ticks them, and reads the expression and how many countries
// meet it at once. So people learn the expressions while they use them.
package requirements

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/tui/pane"
)

// Pane is the list of needs. Make one with [New].
type Pane struct {
	atlas *model.Atlas
	env   query.Env

	choice           choice
	minutes, regions []string // the values to choose from
	city             pane.TextField
	typing           bool                 // letters go into the city, whose need is under the cursor
	proposals        []string             // the cities that begin with the typed name
	counts           [query.Meets + 1]int // of the verdicts of the expression
	mistake          *query.Error         // in the expression; nil for none

	look *pane.Look
	keys needKeys
	list pane.List[int] // of the indexes of needs, from 1
	w, h int
}

// needKeys holds the bindings that the list does not have.
type needKeys struct{ set, leave, toggle, less, more, typeCity, complete, endCity key.Binding }

// New returns the needs of an expression about the countries of an atlas, "" for none.
// Clauses that no need writes are kept.
func New(atlas *model.Atlas, env query.Env, expr string) *Pane {
	p := &Pane{atlas: atlas, env: env}
	for _, n := range env.PlanMinutes() {
		if n > 0 {
			p.minutes = append(p.minutes, strconv.Itoa(n))
		}
	}
	p.regions = slices.DeleteFunc(slices.Clone(env.RegionKeys), func(region string) bool { return !p.hasCountryIn(region) })
	if parsed, err := query.Parse(expr, env); err == nil {
		p.choice.readClauses(parsed.Clauses())
	}
	for i, n := range needs {
		if list := p.valuesOf(n); len(list) > 0 && p.choice.values[i] == "" {
			p.choice.values[i] = list[max(slices.Index(list, firstRegion), 0)]
		}
	}
	p.city.Insert(p.choice.values[indexOf("city")])
	p.judge()
	return p
}

// firstRegion is the region that a need proposes first.
const firstRegion = "eu"

// hasCountryIn reports whether a country of the edition lies in a region.
func (p *Pane) hasCountryIn(region string) bool {
	for c := range p.atlas.Countries() {
		if p.env.InRegion(c.ISO2(), region) {
			return true
		}
	}
	return false
}

// valuesOf lists the values that a need may have; nil for a need without a choice.
func (p *Pane) valuesOf(n need) []string {
	switch n.value {
	case minutesValue:
		return p.minutes
	case regionValue:
		return p.regions
	}
	return nil
}

// SetLook lays out the needs anew.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.keys = needKeys{
		set:      look.Bind("set_filter", "enter"),
		leave:    look.Bind("leave", "esc", "q"),
		toggle:   look.Bind("tick", "space"),
		less:     look.Bind("value_before", "left", "h"),
		more:     look.Bind("value_after", "right", "l"),
		typeCity: look.Bind("type_city", "space"),
		complete: look.Bind("complete_city", "tab"),
		endCity:  look.Bind("end_city", "esc"),
	}
	p.list.SetLook(look)
	p.layoutNeeds()
	p.list.Reveal()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	p.w, p.h = w, h
	p.resizeList()
}

// resizeList gives the list the rows below the head.
func (p *Pane) resizeList() { p.list.Resize(p.w, max(p.h-len(p.headLines()), 0), p.layoutNeeds) }

// selected returns the index of the need under the cursor.
func (p *Pane) selected() int { return max(p.list.Selected()-1, 0) }

// Typing reports whether letters go into the name of the city.
func (p *Pane) Typing() bool { return p.typing }

// onCity reports whether the cursor stands on the need with a city.
func (p *Pane) onCity() bool { return needs[p.selected()].value == cityValue }

// HandleKey ticks needs, changes their values, sets the filter, or leaves.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch k := p.keys; {
	case key.Matches(msg, k.set):
		if p.mistake == nil {
			return pane.FilterSet{Expr: p.choice.expression()}
		}
	case p.typing && msg.Text != "", p.onCity() && isComposed(msg.Text):
		return p.Paste(msg.Text)
	case p.typing && !isMovement(msg):
		p.editCity(msg)
	case p.onCity() && key.Matches(msg, k.typeCity):
		p.typing = true
		p.resizeList() // the head proposes cities
	case key.Matches(msg, k.leave):
		return pane.CloseOverlay{}
	case key.Matches(msg, k.toggle):
		p.toggle(p.selected())
	case key.Matches(msg, k.less):
		p.changeValue(-1)
	case key.Matches(msg, k.more):
		p.changeValue(+1)
	default:
		p.list.MoveCursor(msg)
		p.cursorMoved()
	}
	return nil
}

// cursorMoved ends the typing elsewhere than at the city, and makes room for the head,
// which tells about the need under the cursor.
func (p *Pane) cursorMoved() {
	p.typing = p.typing && p.onCity()
	p.resizeList()
}

// isMovement reports whether a key moves the cursor of the list while a city is typed.
func isMovement(msg tea.KeyPressMsg) bool {
	return slices.Contains([]string{"up", "down", "pgup", "pgdown", "ctrl+p", "ctrl+n"}, msg.String())
}

// isComposed reports whether a text is more than ASCII, to which no key is bound: it
// comes from an input method.
func isComposed(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII })
}

// editCity handles a key without text while the city is typed.
func (p *Pane) editCity(msg tea.KeyPressMsg) {
	switch k := p.keys; {
	case key.Matches(msg, k.endCity):
		p.typing = false
		p.resizeList()
	case key.Matches(msg, k.complete):
		p.completeCity()
	default:
		p.changeCity(func(f *pane.TextField) { f.Edit(msg.String()) })
	}
}

// Paste inserts text into the name of the city, and moves the cursor there.
func (p *Pane) Paste(s string) pane.Intent {
	p.typing = true
	p.list.Select(indexOf("city") + 1)
	p.list.Reveal()
	p.changeCity(func(f *pane.TextField) { f.Insert(pane.CleanText(s)) })
	return nil
}

// toggle ticks a need, or takes its tick away.
func (p *Pane) toggle(i int) {
	p.choice.tick(i, !p.choice.ticked[i])
	p.renew()
}

// changeValue takes the value before or after that of the need under the cursor, in a
// circle, and ticks the need.
func (p *Pane) changeValue(by int) {
	i := p.selected()
	list := p.valuesOf(needs[i])
	if len(list) == 0 {
		return
	}
	at := slices.Index(list, p.choice.values[i])
	if at < 0 && by < 0 {
		at = 0 // a value of the filter that is not in the list
	}
	p.choice.values[i] = list[(at+by+len(list))%len(list)]
	p.choice.tick(i, true)
	p.renew()
}

// changeCity changes the name of the city. The need for it is ticked while it has one.
func (p *Pane) changeCity(change func(*pane.TextField)) {
	i, before := indexOf("city"), p.city.Text()
	change(&p.city)
	if p.city.Text() == before {
		return
	}
	p.proposals = p.findCities()
	p.choice.values[i] = p.city.Text()
	p.choice.tick(i, strings.TrimSpace(p.city.Text()) != "")
	p.renew()
}

// completeCity replaces the typed name by the first one that it begins.
func (p *Pane) completeCity() {
	if len(p.proposals) > 0 {
		name := p.proposals[0]
		p.changeCity(func(f *pane.TextField) {
			*f = pane.TextField{}
			f.Insert(name)
		})
	}
}

// findCities lists the cities that begin with the typed name.
func (p *Pane) findCities() []string {
	if strings.TrimSpace(p.city.Text()) == "" {
		return nil
	}
	text := `city:"` + strings.ReplaceAll(p.city.Text(), `"`, "")
	var list []string
	for _, w := range query.Complete(text, len([]rune(text)), p.env).Words {
		list = append(list, strings.Trim(w.Text, `"`))
	}
	return list
}

// renew judges the changed expression and lays out the needs anew.
func (p *Pane) renew() {
	p.judge()
	p.layoutNeeds()
	p.resizeList()
}

// judge counts the verdicts of the expression. Without one, every country meets it.
func (p *Pane) judge() {
	p.counts, p.mistake = [query.Meets + 1]int{query.Meets: p.atlas.Len()}, nil
	text := p.choice.expression()
	if text == "" {
		return
	}
	expr, err := query.Parse(text, p.env)
	if errors.As(err, &p.mistake) {
		return
	}
	p.counts[query.Meets] = 0
	for c := range p.atlas.Countries() {
		p.counts[expr.Verdict(c)]++
	}
}

// Link returns none.
func (p *Pane) Link() string { return "" }

// Title returns the name of the list.
func (p *Pane) Title() string { return p.look.Localizer.Text("ui.requirements") }

// Keys returns the bindings that work on the need under the cursor.
func (p *Pane) Keys() []key.Binding {
	k := p.keys
	switch n := needs[p.selected()]; {
	case p.typing:
		return []key.Binding{k.set, k.complete, k.endCity}
	case n.value == cityValue:
		return slices.Concat([]key.Binding{k.typeCity, k.set, k.leave}, p.list.Keys())
	case n.value != noValue:
		return slices.Concat([]key.Binding{k.toggle, k.set, k.more, k.leave, k.less}, p.list.Keys())
	}
	return slices.Concat([]key.Binding{k.toggle, k.set, k.leave}, p.list.Keys())
}
