package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
)

// countryHistory is a country through all editions.
type countryHistory struct {
	country   *model.Country // of the newest edition that lists it
	versions  []model.Version
	newest    model.EditionInfo // the newest of all editions
	timelines []rows.Timeline
	whole     bool // of all fields
}

// buildHistory makes cmd the command that shows a country through all editions.
func (p *program) buildHistory(cmd *cobra.Command) {
	var o output
	p.describe(cmd, "history COUNTRY [KEY...] "+p.outputUsage())
	cmd.ValidArgsFunction = p.completeHistory
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.userError(codeMisuse, "error.history.nothing")
		}
		c, fields, err := p.historyOf(args)
		if err != nil {
			return err
		}
		if p.opens {
			return p.openHistory(cmd.Context(), c, args[1:])
		}
		h, err := p.newHistory(c, fields)
		switch {
		case err != nil:
			return err
		case o.isJSON():
			return p.printJSON(p.historyDocuments(h))
		case o.isTable():
			return p.writeTable(&o, p.historyTable(h), h.newest)
		}
		p.printHistory(h)
		return nil
	}
	p.addOutputFlags(cmd, &o)
}

// historyOf returns the country and the fields that args name; no fields without keys.
func (p *program) historyOf(args []string) (*model.Country, []model.Field, error) {
	e, err := p.edition()
	if err != nil {
		return nil, nil, err
	}
	c, err := p.resolveInHistory(e, args[0])
	if err == nil {
		var fields []model.Field
		if fields, err = p.parseFields(e, args[1:]); err == nil {
			return c, fields, nil
		}
	}
	if name := strings.Join(args, " "); len(args) > 1 {
		if _, joined := p.resolveInHistory(e, name); joined == nil {
			return nil, nil, p.userError(codeMisuse, "error.history.name", "country", quotable(name), "command", p.commandPrefix()+"history "+commandline.Join([]string{quotable(name)}))
		}
	}
	return nil, nil, err
}

// resolveInHistory returns the country that a name means in an edition, or else in the
// newest other one that has it, if the edition lacks it: it came or left. The browser opens
// only at countries of its edition.
func (p *program) resolveInHistory(e *library.Edition, name string) (*model.Country, error) {
	c, err := p.resolveCountry(e, name)
	if err == nil || p.opens {
		return c, err
	}
	for _, other := range slices.Backward(p.library.Editions()) {
		if other == e || other.Atlas() == nil {
			continue
		}
		if c := other.Index().Resolve(name, p.localizer.Lang()).Country; c != nil && e.Atlas().Counterpart(c) == nil {
			return c, nil
		}
	}
	return nil, err
}

// parseFields returns the fields that keys name, each once, in their order. A key that
// means a country of e has an error of its own.
func (p *program) parseFields(e *library.Edition, keys []string) ([]model.Field, error) {
	var fields []model.Field
	for _, key := range keys {
		features, err := rows.ParseFeatures(key)
		if err != nil {
			if another := e.Index().Resolve(key, p.localizer.Lang()).Country; another != nil {
				return nil, p.userError(codeMisuse, "error.history.one", "country", quotable(key), "command", p.commandPrefix()+"history "+another.Slug())
			}
			return nil, p.keyError(key, err)
		}
		for _, f := range features {
			if !slices.Contains(fields, model.Field(f)) {
				fields = append(fields, model.Field(f))
			}
		}
	}
	return fields, nil
}

// newHistory returns the timelines of some fields of c, or of all for no fields: whether
// it is listed, and the answers.
func (p *program) newHistory(c *model.Country, fields []model.Field) (countryHistory, error) {
	h := countryHistory{country: c, whole: len(fields) == 0}
	if h.whole {
		fields = append(fields, model.FieldListed)
		for _, f := range model.Features() {
			fields = append(fields, model.Field(f))
		}
	}
	editions := p.library.Editions()
	newest := editions[len(editions)-1]
	if err := p.loadEdition(newest); err != nil {
		return h, err
	}
	h.newest = newest.Atlas().Info()
	h.versions = p.library.Versions(c, model.Features()...)
	for _, v := range h.versions {
		if v.Country != nil {
			h.country = v.Country
		}
	}
	h.timelines = rows.Timelines(p.localizer, h.versions, fields...)
	return h, nil
}

// openHistory opens the browser with the history of a country, at the answer or service
// that a key names.
func (p *program) openHistory(ctx context.Context, c *model.Country, keys []string) error {
	view := commandline.Command{Name: commandline.History, Countries: []*model.Country{c}}
	if len(keys) > 1 {
		return p.userError(codeMisuse, "error.open.history")
	}
	for _, key := range keys {
		topic, err := model.ParseTopic(key)
		if err != nil {
			return p.keyError(key, err)
		}
		view.Topic = topic
	}
	return p.openView(ctx, view)
}

// completeHistory proposes countries, then keys.
func (p *program) completeHistory(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return p.completeCountries(cmd, args, typed)
	}
	return p.completeKeys(cmd, nil, typed)
}

// historyDocument is the JSON of the timeline of a field, the newest period first.
type historyDocument struct {
	Schema  string           `json:"schema"`
	Slug    string           `json:"slug"`
	Field   model.Field      `json:"field"`
	Changed bool             `json:"changed"`
	Periods []periodDocument `json:"periods"`
	Later   []data.LaterNote `json:"later,omitempty"` // about the answer, from after the newest edition
}

// periodDocument is the JSON of a period. The value of an answer has its conditions, and
// no next steps, and is null while the country is not listed; that of listed is true or
// false.
type periodDocument struct {
	Since   string   `json:"since"`             // the first edition that states the value
	Own     bool     `json:"own,omitzero"`      // it is the user's own file
	AtLeast bool     `json:"at_least,omitzero"` // the value may be older
	Until   string   `json:"until,omitzero"`    // the first edition with another value
	Unread  []string `json:"unread,omitempty"`  // editions in which the answer could not be read
	Value   any      `json:"value"`
}

// historySchema names the form of historyDocument.
const historySchema = "voxatlas.history/1"

func (p *program) historyDocuments(h countryHistory) []historyDocument {
	docs := make([]historyDocument, 0, len(h.timelines))
	for _, t := range h.timelines {
		doc := historyDocument{Schema: historySchema, Slug: h.country.Slug(), Field: t.Field, Changed: t.Changed, Later: p.laterDocuments(t.Later)}
		for _, period := range t.Periods {
			since := period.Model.Since()
			d := periodDocument{Since: since.Date, Own: since.Own, AtLeast: period.AtLeast, Until: period.Until.Date, Value: fieldValue(t.Field, period.Model.Value)}
			for _, v := range period.Model.Unread {
				d.Unread = append(d.Unread, v.Date)
			}
			doc.Periods = append(doc.Periods, d)
		}
		docs = append(docs, doc)
	}
	return docs
}

// fieldValue returns the value of a field of c; c is nil while the country is not listed.
func fieldValue(f model.Field, c *model.Country) any {
	switch {
	case f == model.FieldListed:
		return c != nil
	case c == nil:
		return nil
	}
	a := data.AnswerOf(c.Answer(f.Feature()))
	a.Next = nil
	return a
}
