package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"voxatlas/model"
)

// The keys are a promise to scripts: they never change.
func TestKeys(t *testing.T) {
	var b strings.Builder
	for _, topic := range model.Topics() {
		if topic.Service != 0 {
			fmt.Fprintln(&b, topic.Key())
		} else {
			fmt.Fprintln(&b, topic.Key(), "=", topic.Feature.Short())
		}
	}
	const want = `audio_conferencing
audio_conferencing.purchase = ac
audio_conferencing.auto_assigned_numbers = auto
audio_conferencing.call_me = callme
phone_system
phone_system.purchase = ps
phone_system.auto_attendants = aa
phone_system.call_queues = cq
phone_system.voicemail = vm
calling_plans
calling_plans.purchase = cp
calling_plans.minutes = minutes
calling_plans.premium_numbers = premium
calling_plans.outbound_calls = outbound
service_numbers
service_numbers.toll = toll
service_numbers.toll_free = tollfree
communications_credits
communications_credits.purchase = credits
`
	if got := b.String(); got != want {
		t.Errorf("the keys are\n%swant\n%s", got, want)
	}
}

func TestFeaturesInPageOrder(t *testing.T) {
	var of []model.Feature
	for _, s := range model.Services() {
		of = append(of, s.Features()...)
	}
	all := model.Features()
	if !slices.Equal(of, all) || len(all) != model.NumFeatures || !slices.IsSorted(all) {
		t.Errorf("features of the services are %v, all features are %v", of, all)
	}
}

func TestStatesOfferedFirst(t *testing.T) {
	want := []model.State{
		model.Yes, model.PayPerMinute, model.NeedsCredits, model.OnRequest, model.ViaPartner, model.Restricted, model.Partial,
		model.No, model.NotApplicable, model.Unstated,
	}
	states := model.States()
	if !slices.Equal(states, want) || len(states) != model.NumStates {
		t.Errorf("states are %v, want %v", states, want)
	}
	for i, s := range states {
		if s.Offered() != (i < 7) {
			t.Errorf("%s: offered is %v", s, s.Offered())
		}
	}
}

// Silence of the source must never read as an answer.
func TestZeroValuesSayNothing(t *testing.T) {
	var (
		s model.State
		a model.Answer
		c = model.NewCountry(model.Record{})
	)
	if s != model.Unstated || s.Offered() || a.State != model.Unstated {
		t.Errorf("the zero state is %s, offered %v", s, s.Offered())
	}
	for _, f := range append(model.Features(), 0, model.NumFeatures+1, 255) {
		if got := c.Answer(f).State; got != model.Unstated {
			t.Errorf("empty country: %v is %s", f, got)
		}
	}
	for _, got := range []string{
		model.Service(0).Key(), model.Service(99).Key(), model.Feature(0).Key(), model.Feature(99).Short(),
		model.Scope(0).String(), model.PlanKind(0).String(), model.Topic{}.Key(),
	} {
		if got != "" {
			t.Errorf("a zero or unknown value has the key %q", got)
		}
	}
	if got := model.State(99).String(); got != "State(99)" {
		t.Errorf("State(99) is %q", got)
	}
}

func TestWordsRoundTrip(t *testing.T) {
	for _, s := range model.States() {
		var back model.State
		if text, _ := s.MarshalText(); back.UnmarshalText(text) != nil || back != s {
			t.Errorf("state %s reads back as %s", s, back)
		}
	}
	for _, f := range model.Features() {
		var back model.Feature
		if text, _ := f.MarshalText(); back.UnmarshalText(text) != nil || back != f {
			t.Errorf("feature %s reads back as %s", f, back)
		}
	}
	for _, s := range []model.Scope{model.Cities, model.NonGeographic, model.ScopeNotApplicable} {
		var back model.Scope
		if text, _ := s.MarshalText(); back.UnmarshalText(text) != nil || back != s {
			t.Errorf("scope %s reads back as %s", s, back)
		}
	}
	for _, k := range []model.PlanKind{model.Domestic, model.DomesticAndInternational, model.PayAsYouGo} {
		var back model.PlanKind
		if text, _ := k.MarshalText(); back.UnmarshalText(text) != nil || back != k {
			t.Errorf("plan kind %s reads back as %s", k, back)
		}
	}
}

func TestUnknownWordsAreRefused(t *testing.T) {
	var (
		state   model.State
		scope   model.Scope
		kind    model.PlanKind
		feature model.Feature
	)
	const states = "; choose one of unstated, yes, pay_per_minute, needs_credits, on_request, partner, restricted, partial, no, not_applicable"
	for _, tt := range []struct {
		v    interface{ UnmarshalText([]byte) error }
		word string
		want string
	}{
		{&state, "YES", `unknown state "YES"` + states},
		{&state, "", `unknown state ""` + states},
		{&state, "no\x1b[2J", `unknown state "no?[2J"` + states},
		{&state, strings.Repeat("yes", 1000), `unknown state "` + strings.Repeat("yes", 13) + `y..."` + states},
		{&scope, "", `unknown scope ""; choose one of cities, non_geographic, not_applicable`},
		{&scope, "planet", `unknown scope "planet"; choose one of cities, non_geographic, not_applicable`},
		{&kind, "", `unknown plan kind ""; choose one of domestic, domestic_and_international, pay_as_you_go`},
		{&feature, "ac", `unknown feature "ac"`},
		{&feature, "phone\u202e", `unknown feature "phone?"`},
	} {
		if err := tt.v.UnmarshalText([]byte(tt.word)); err == nil || err.Error() != tt.want {
			t.Errorf("%.30q: %v, want %s", tt.word, err, tt.want)
		}
	}
}

func TestParseTopic(t *testing.T) {
	for key, want := range map[string]string{
		"phone_system":                "phone_system",
		"phone_system.voicemail":      "phone_system.voicemail",
		"voicemail":                   "phone_system.voicemail", // a last part that is unique
		"vm":                          "phone_system.voicemail", // a short key
		"ＣＰ":                          "calling_plans.purchase", // in full width
		" VM ":                        "phone_system.voicemail",
		"toll":                        "service_numbers.toll", // short key and last part
		"toll_free":                   "service_numbers.toll_free",
		"tollfree":                    "service_numbers.toll_free",
		"call_me":                     "audio_conferencing.call_me",
		"Minutes":                     "calling_plans.minutes",
		"credits":                     "communications_credits.purchase",
		"communications_credits":      "communications_credits",
		"audio_conferencing.purchase": "audio_conferencing.purchase",
	} {
		topic, err := model.ParseTopic(key)
		if err != nil || topic.Key() != want {
			t.Errorf("ParseTopic(%q) = %s, %v; want %s", key, topic.Key(), err, want)
		}
	}
	for key, want := range map[string]string{
		"purchase": `"purchase" is the last part of several keys: audio_conferencing.purchase, phone_system.purchase, calling_plans.purchase, communications_credits.purchase`,
		"fax":      `unknown key "fax"; the keys are audio_conferencing, audio_conferencing.purchase, `,
		"":         `unknown key ""; the keys are `,
		".":        `unknown key "."; the keys are `,
		"v\x1bm":   `unknown key "v?m"; the keys are `,
	} {
		_, err := model.ParseTopic(key)
		var unknown *model.UnknownKeyError
		if !errors.As(err, &unknown) || !strings.HasPrefix(err.Error(), want) || unknown.Key != key {
			t.Errorf("ParseTopic(%q): %v, want %s...", key, err, want)
		}
	}
	for _, topic := range model.Topics() {
		if topic.OwningService().Key() == "" || !strings.HasPrefix(topic.Key(), topic.OwningService().Key()) {
			t.Errorf("%s belongs to %q", topic.Key(), topic.OwningService())
		}
	}
}

// The full keys of the table begin with those of the services.
func TestFeatureKeysBelongToTheirService(t *testing.T) {
	for _, f := range model.Features() {
		if service, part, _ := strings.Cut(f.Key(), "."); service != f.Service().Key() || part == "" {
			t.Errorf("%s is of %s", f.Key(), f.Service().Key())
		}
	}
}
