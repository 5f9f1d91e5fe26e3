package data

import (
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// readInfo reads the header of an edition, which is the beginning of the file, and
// reports whether it knows all of it.
func readInfo(header string, foreign bool) (info model.EditionInfo, ok bool) {
	c := cursor{rest: header + "}", foreign: foreign}
	c.object(func(name string) {
		switch name {
		case "schema":
			c.readText()
		case "edition":
			info.Date = c.readText()
		case "applies_to":
			info.AppliesTo = model.ListOver(c.readTexts())
		case "source":
			info.Source = c.source()
		default:
			c.fail()
		}
	})
	return info, !c.bad && c.peek() == 0
}

func (c *cursor) source() (s model.Source) {
	c.object(func(name string) {
		switch name {
		case "repository":
			s.Repository = c.readText()
		case "branch":
			s.Branch = c.readText()
		case "commit":
			s.Commit = c.readText()
		case "commit_date":
			s.CommitDate = c.readText()
		case "folder":
			s.Folder = c.readText()
		case "website":
			s.Website = c.readText()
		case "pages_read":
			s.PagesRead = c.number()
		case "pages_not_read":
			s.PagesNotRead = c.number()
		case "licence":
			s.Licence = c.readText()
		case "attribution":
			s.Attribution = c.readText()
		default:
			c.fail()
		}
	})
	return s
}

// readHead reads the members of a country before its answers, and reports whether it knows
// them all.
func readHead(head string, foreign bool) (printed model.Names, p model.Page, ok bool) {
	c := cursor{rest: head + "}", foreign: foreign}
	c.object(func(name string) {
		switch name {
		case "slug", "iso2":
			c.readText()
		case "printed_names":
			printed = c.names()
		case "page":
			c.object(func(name string) {
				switch name {
				case "url":
					p.URL = c.readText()
				case "date":
					p.Date = c.readText()
				case "remarks":
					p.Remarks = model.ListOver(c.readTexts())
				default:
					c.fail()
				}
			})
		default:
			c.fail()
		}
	})
	if c.bad || c.peek() != 0 {
		return model.Names{}, model.Page{}, false
	}
	return printed, p, true
}

// readDestinations reads a list of destinations, which the end of a file may follow, and
// reports whether it knows all members of them, and their codes.
func readDestinations(list string, foreign bool) (_ model.List[model.Destination], ok bool) {
	c := cursor{rest: strings.TrimSuffix(strings.TrimSpace(list), "}"), foreign: foreign}
	destinations := items(&c, c.destination)
	if c.bad || c.peek() != 0 {
		return model.List[model.Destination]{}, false
	}
	return destinations, true
}

func (c *cursor) destination() model.Destination {
	var d Destination
	c.object(func(name string) {
		switch name {
		case "iso2":
			d.ISO2 = c.readText()
		case "printed":
			d.Printed = c.readText()
		case "note":
			d.Remark = c.readText()
		default:
			c.fail()
		}
	})
	entry, known := names.Of(d.ISO2)
	if !known {
		c.fail()
	}
	return d.withNames(entry)
}
