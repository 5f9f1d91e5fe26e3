package data

import "voxatlas/model"

// readInfo reads the header of an edition, which is the beginning of the file, and
// reports whether it knows all of it.
func readInfo(header string) (info model.EditionInfo, ok bool) {
	c := cursor{rest: header + "}"}
	c.object(func(name string) {
		switch name {
		case "schema":
			c.readText()
		case "edition":
			info.Date = c.readText()
		case "applies_to":
			info.AppliesTo = model.ListOver(c.texts())
		case "source":
			info.Source = c.source()
		default:
			c.fail()
		}
	})
	return info, !c.bad
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

// readHead reads the members of a country before its answers.
func readHead(head string) (printed model.Names, p model.Page) {
	c := cursor{rest: head + "}"}
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
					p.Remarks = model.ListOver(c.texts())
				default:
					c.fail()
				}
			})
		default:
			c.fail()
		}
	})
	return printed, p
}
