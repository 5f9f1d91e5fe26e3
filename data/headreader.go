package data

import "voxatlas/model"

// readInfo reads the header of an edition, which is the beginning of the file, and
// reports whether it knows all of it.
func readInfo(header string) (info model.EditionInfo, ok bool) {
	c := cursor{rest: header + "}"}
	c.object(func(name string) {
		switch name {
		case "schema":
			c.text()
		case "edition":
			info.Date = c.text()
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
			s.Repository = c.text()
		case "branch":
			s.Branch = c.text()
		case "commit":
			s.Commit = c.text()
		case "commit_date":
			s.CommitDate = c.text()
		case "folder":
			s.Folder = c.text()
		case "licence":
			s.Licence = c.text()
		case "attribution":
			s.Attribution = c.text()
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
			c.text()
		case "printed_names":
			printed = c.names()
		case "page":
			c.object(func(name string) {
				switch name {
				case "url":
					p.URL = c.text()
				case "date":
					p.Date = c.text()
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
