package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// readDestinations reads Microsoft's list of countries and regions that plan
// users may call. The page has it in the columns of a table, top to bottom. In
// another language the base's list is taken if it is as long.
func (c *compiler) readDestinations(p *pages.Page) []model.Destination {
	if p == nil {
		c.report.addFinding(Finding{File: pages.DestinationsName + ".md", Feature: model.OutboundCalls, Expected: ExpectedList})
		return nil
	}
	cells := columnCells(p)
	if len(cells) > 1000 {
		cells = nil
	}
	if len(cells) == 0 {
		c.report.addFinding(Finding{File: p.File, Feature: model.OutboundCalls, Expected: ExpectedList})
	}
	english := c.isEnglish(p)
	if b := c.reference.Base; b != nil && !english && b.Destinations().Len() == len(cells) {
		return b.Destinations().Slice()
	}
	if !english {
		if len(cells) > 0 {
			c.report.addFinding(Finding{File: p.File, Feature: model.OutboundCalls, Expected: ExpectedList})
		}
		return nil
	}
	var list []model.Destination
	seen := map[string]bool{}
	for _, r := range cells {
		destination, ok := model.Destination{}, false
		if name := r.TextContent(); isPrintable(name) && len(name) <= 100 {
			destination, ok = c.matchDestination(name)
		}
		if !ok || seen[destination.ISO2] {
			c.report.addFinding(Finding{p.File, r.line, model.OutboundCalls, r.TextContent(), ExpectedDestination})
			continue
		}
		seen[destination.ISO2] = true
		list = append(list, destination)
	}
	return list
}

// matchDestination finds the destination of that printed name; false without
// one.
func (c *compiler) matchDestination(name string) (model.Destination, bool) {
	if d, ok := c.reference.findDestination(name); ok {
		d.Printed = name
		return d, true
	}
	code := regionCode(name, c.reference.Code)
	return model.Destination{ISO2: code, Printed: name}, code != ""
}

// lineCell is a cell and the line of its row.
type lineCell struct {
	line int
	pages.Cell
}

// columnCells lists the cells with text in a page's tables, column by column.
func columnCells(p *pages.Page) []lineCell {
	var list []lineCell
	for _, s := range p.Sections {
		for _, t := range s.Tables {
			for i := 0; ; i++ {
				wide := false
				for _, r := range t.Rows {
					if i >= len(r.Cells) {
						continue
					}
					wide = true
					if normalize(r.Cells[i].TextContent()) != "" {
						list = append(list, lineCell{r.Line, r.Cells[i]})
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
