package countries

// unlisted is the name of the country or region that the query names without
// doubt, though Microsoft's list does not have it; else empty.
func (p *Pane) unlisted() string {
	if e, ok := p.index().Elsewhere(p.query()); ok {
		return e.Names.In(p.look.Voice.Lang())
	}
	return ""
}
