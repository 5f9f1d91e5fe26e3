package webpage

import (
	"voxatlas/model"
	"voxatlas/ui/say"
)

// features returns the services and features with their words.
func (t *texts) features() ([]topic, []feature) {
	var services []topic
	var features []feature
	for i, s := range model.Services() {
		services = append(services, t.topic(model.Topic{Service: s}))
		for _, f := range s.Features() {
			words := make([]textNumber, 0, model.NumStates)
			for _, state := range model.States() {
				words = append(words, t.of(func(_ int, loc say.Localizer) string { return loc.StateOf(f, state) }))
			}
			features = append(features, feature{
				topic: t.topic(model.Topic{Feature: f}), Short: f.Short(), Service: i, Words: words, Main: isMain(f),
				Title: t.of(func(_ int, loc say.Localizer) string { return loc.ShortTitle(model.Topic{Feature: f}) }),
				Head:  t.key("head." + f.Key()),
				Gloss: t.of(func(_ int, loc say.Localizer) string { return loc.Gloss(f) }),
			})
		}
	}
	return services, features
}

// isMain reports whether f is one of the answers that people ask for most.
func isMain(f model.Feature) bool {
	switch f {
	case model.ConferencingPurchase, model.CallMe, model.PhoneSystemPurchase, model.CallingPlansPurchase, model.TollNumbers, model.TollFreeNumbers, model.CreditsPurchase:
		return true
	}
	return false
}

func (t *texts) topic(of model.Topic) topic {
	return topic{
		Key:     of.Key(),
		Name:    t.of(func(_ int, loc say.Localizer) string { return loc.Topic(of) }),
		Explain: t.key("topic." + of.Key() + ".text"),
		Links:   t.links(of.Key()),
	}
}

// states returns the states with their words.
func (t *texts) states() []state {
	var list []state
	for _, s := range model.States() {
		list = append(list, state{s.String(), say.Mark(s, false), t.of(func(_ int, loc say.Localizer) string { return loc.State(s) }), lookOf(s)})
	}
	return list
}

// lookOf returns the class of a state in the style.
func lookOf(s model.State) string {
	switch s {
	case model.Yes:
		return "yes"
	case model.No, model.NotApplicable:
		return "no"
	case model.Unstated:
		return "open"
	}
	return "some"
}

// destinationsOf returns the destinations of an atlas.
func (t *texts) destinationsOf(a *model.Atlas) []destination {
	var list []destination
	for d := range a.Destinations().Values() {
		name := t.of(func(_ int, loc say.Localizer) string { return d.Names.In(loc.Lang()) })
		remark := t.of(func(_ int, loc say.Localizer) string { return loc.DestinationRemark(d) })
		list = append(list, destination{d.ISO2, name, t.ranks(d.ISO2), d.Printed, remark})
	}
	return list
}
