package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

const destinationsPrefix = "users-can-make-outbound-calls-to-these-countries"

// destinations reads Microsoft's list of countries and regions that plan users
// may call: a table of columns, each to be read downwards. In another language
// the names are told by their places in the base's list, when that is as long.
func (c *compiler) destinations(p *pages.Page) []model.Destination {
	if p == nil {
		c.report.find(Finding{File: destinationsPrefix + "-and-regions.md", Feature: model.OutboundCalls, Want: WantList})
		return nil
	}
	cells := column(p)
	if len(cells) > 1000 {
		cells = nil
	}
	if len(cells) == 0 {
		c.report.find(Finding{File: p.File, Feature: model.OutboundCalls, Want: WantList})
	}
	english := inEnglish(p)
	if b := c.known.Base; b != nil && !english && b.Destinations().Len() == len(cells) {
		return b.Destinations().Slice()
	}
	if !english {
		if len(cells) > 0 {
			c.report.find(Finding{File: p.File, Feature: model.OutboundCalls, Want: WantList})
		}
		return nil
	}
	var list []model.Destination
	seen := map[string]bool{}
	for _, r := range cells {
		d, ok := model.Destination{}, false
		if name := r.TextContent(); printable(name) && len(name) <= 100 {
			d, ok = c.destination(name)
		}
		if !ok || seen[d.ISO2] {
			c.report.find(Finding{p.File, r.line, model.OutboundCalls, r.TextContent(), WantDestination})
			continue
		}
		seen[d.ISO2] = true
		list = append(list, d)
	}
	return list
}

func (c *compiler) destination(name string) (model.Destination, bool) {
	if d, ok := c.known.destination(name); ok {
		d.Printed = name
		return d, true
	}
	code := Region(name, c.known.Code)
	return model.Destination{ISO2: code, Printed: name}, code != ""
}

// column lists the cells of a page's tables column by column.
func column(p *pages.Page) []row {
	var list []row
	for _, s := range p.Sections {
		for _, t := range s.Tables {
			for i := 0; ; i++ {
				wide := false
				for _, r := range t.Rows {
					if i >= len(r.Cells) {
						continue
					}
					wide = true
					if bare(r.Cells[i].TextContent()) != "" {
						list = append(list, row{line: r.Line, Cell: r.Cells[i]})
					}
				}
				if !wide {
					break
				}
			}
		}
	}
	return list
}
