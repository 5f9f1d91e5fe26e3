package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// buildDestinations makes cmd the command that lists where users of plans may call.
func (p *program) buildDestinations(cmd *cobra.Command) {
	var o output
	p.describe(cmd, "destinations [QUERY...] "+p.outputUsage())
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		query := strings.Join(args, " ")
		if len(args) > 0 && len(fold.Of(query).Runes) == 0 {
			return p.userError(codeMisuse, "error.destinations.nothing")
		}
		e, err := p.edition()
		if err != nil {
			return err
		}
		if e.Atlas().Destinations().Len() == 0 {
			return p.userError(codeData, "error.destinations.unread", "edition", e.Date)
		}
		found := p.findDestinations(e.Atlas().Destinations().Slice(), query)
		switch info := e.Atlas().Info(); {
		case o.isJSON():
			err = p.printJSON(p.destinationDocuments(found))
		case o.isTable() && len(found) > 0:
			p.sortDestinations(found)
			err = p.writeTable(&o, p.destinationsTable(found, info), info)
		case !o.isTable():
			p.sortDestinations(found)
			p.printLines(p.destinationLines(found).Lines())
		}
		if err == nil && len(found) == 0 {
			return p.userError(codeNothing, "error.destinations.none", "query", quotable(query), "edition", e.Date)
		}
		return err
	}
	p.addOutputFlags(cmd, &o)
}

// findDestinations returns the destinations that a query names, in the order of the
// edition; all for an empty query.
func (p *program) findDestinations(all []model.Destination, query string) []model.Destination {
	key := fold.Of(query).Text()
	return slices.DeleteFunc(slices.Clone(all), func(d model.Destination) bool { return !p.isNamed(d, key) })
}

// isNamed reports whether a folded query names d: by a part of a shown or printed name,
// by the whole code, or by a whole alias.
func (p *program) isNamed(d model.Destination, query string) bool {
	if query == fold.Of(d.ISO2).Text() || strings.Contains(fold.Of(d.Printed).Text(), query) {
		return true
	}
	for _, loc := range p.env.Localizers {
		if strings.Contains(fold.Of(d.Names.In(loc.Lang())).Text(), query) {
			return true
		}
	}
	i, ok := names.Find(d.ISO2)
	if !ok {
		return false
	}
	keys, _ := names.Keys(i)
	return slices.ContainsFunc(keys, func(k names.Key) bool { return k.Text == query })
}

// sortDestinations sorts destinations as in a dictionary of the language.
func (p *program) sortDestinations(ds []model.Destination) {
	names.SortByName(ds, p.localizer.Lang(), func(d model.Destination) string { return d.ISO2 })
}

// destinationsTable returns the table with a row for each destination. The key of a name
// is the English one.
func (p *program) destinationsTable(ds []model.Destination, info model.EditionInfo) export.Table {
	t := p.newTable("destinations", info)
	t.Columns, t.Frozen = []export.Column{p.column("iso2"), p.column("name"), p.column("printed"), p.column("note")}, 2
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, d := range ds {
			name := export.Cell{Text: d.Names.In(p.localizer.Lang()), Key: d.Names.In(model.English)}
			if !yield([]export.Cell{{Text: d.ISO2}, name, {Text: d.Printed}, {Text: p.localizer.DestinationRemark(d), Key: d.Remark}}) {
				return
			}
		}
	}
	return t
}

// destinationLines returns a row for each destination: name, code, the English name as
// printed, a remark about it.
func (p *program) destinationLines(ds []model.Destination) *text.Table {
	var table text.Table
	for _, d := range ds {
		table.AddRow(text.Style{}, d.Names.In(p.localizer.Lang()), d.ISO2, d.Printed, p.localizer.DestinationRemark(d))
	}
	return &table
}

// destinationDocument is the JSON of a destination.
type destinationDocument struct {
	ISO2    string                `json:"iso2"`
	Names   map[model.Lang]string `json:"names"`
	Printed string                `json:"printed"`
	Note    string                `json:"note,omitzero"`
}

func (p *program) destinationDocuments(ds []model.Destination) []destinationDocument {
	docs := make([]destinationDocument, 0, len(ds))
	for _, d := range ds {
		shown := p.translations(func(loc say.Localizer) string { return d.Names.In(loc.Lang()) })
		docs = append(docs, destinationDocument{d.ISO2, shown, d.Printed, d.Remark})
	}
	return docs
}
