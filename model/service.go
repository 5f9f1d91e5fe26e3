package model

import (
	"fmt"
	"slices"
	"strings"
)

// Service is one of the five cloud-voice services. Its zero value is no service.
type Service uint8

// The services, in the order of Microsoft's country pages.
const (
	AudioConferencing Service = iota + 1
	PhoneSystem
	CallingPlans
	ServiceNumbers
	CommunicationsCredits
)

var serviceKeys = [...]string{
	AudioConferencing:     "audio_conferencing",
	PhoneSystem:           "phone_system",
	CallingPlans:          "calling_plans",
	ServiceNumbers:        "service_numbers",
	CommunicationsCredits: "communications_credits",
}

// Services lists the services in page order.
func Services() []Service {
	return []Service{AudioConferencing, PhoneSystem, CallingPlans, ServiceNumbers, CommunicationsCredits}
}

// Key returns the stable name of s in data, commands and catalogs, as
// "audio_conferencing"; it is empty for the zero Service.
func (s Service) Key() string {
	if int(s) < len(serviceKeys) {
		return serviceKeys[s]
	}
	return ""
}

// String returns the key.
func (s Service) String() string { return s.Key() }

// Features lists the features of s in page order.
func (s Service) Features() []Feature {
	var fs []Feature
	for _, f := range Features() {
		if f.Service() == s {
			fs = append(fs, f)
		}
	}
	return fs
}

// Feature is one of the fourteen questions that the documentation answers for
// every country. Its zero value is no feature.
type Feature uint8

// The features, in page order.
const (
	ConferencingPurchase Feature = iota + 1 // can Audio Conferencing be bought
	AutoAssignedNumbers                     // are dial-in numbers assigned automatically
	CallMe                                  // dial-out from a meeting
	PhoneSystemPurchase                     // can Phone System be bought
	AutoAttendants
	CallQueues
	Voicemail
	CallingPlansPurchase // can Calling Plans be bought
	Minutes              // minutes included in the plans
	PremiumNumbers       // calls to premium-rate numbers
	OutboundCalls        // destinations that plan users may call
	TollNumbers          // toll service numbers
	TollFreeNumbers      // toll-free service numbers
	CreditsPurchase      // are Communications Credits available
)

// NumFeatures is the number of features; a Feature is in 1…NumFeatures.
const NumFeatures = 14

var featureTable = [NumFeatures + 1]struct {
	service Service
	key     string // full
	short   string // key in filters and on the command line
}{
	ConferencingPurchase: {AudioConferencing, "audio_conferencing.purchase", "ac"},
	AutoAssignedNumbers:  {AudioConferencing, "audio_conferencing.auto_assigned_numbers", "auto"},
	CallMe:               {AudioConferencing, "audio_conferencing.call_me", "callme"},
	PhoneSystemPurchase:  {PhoneSystem, "phone_system.purchase", "ps"},
	AutoAttendants:       {PhoneSystem, "phone_system.auto_attendants", "aa"},
	CallQueues:           {PhoneSystem, "phone_system.call_queues", "cq"},
	Voicemail:            {PhoneSystem, "phone_system.voicemail", "vm"},
	CallingPlansPurchase: {CallingPlans, "calling_plans.purchase", "cp"},
	Minutes:              {CallingPlans, "calling_plans.minutes", "minutes"},
	PremiumNumbers:       {CallingPlans, "calling_plans.premium_numbers", "premium"},
	OutboundCalls:        {CallingPlans, "calling_plans.outbound_calls", "outbound"},
	TollNumbers:          {ServiceNumbers, "service_numbers.toll", "toll"},
	TollFreeNumbers:      {ServiceNumbers, "service_numbers.toll_free", "tollfree"},
	CreditsPurchase:      {CommunicationsCredits, "communications_credits.purchase", "credits"},
}

// Features lists all features in page order.
func Features() []Feature {
	fs := make([]Feature, NumFeatures)
	for i := range fs {
		fs[i] = Feature(i + 1)
	}
	return fs
}

func (f Feature) valid() bool { return f >= 1 && f <= NumFeatures }

// Service returns the service that f belongs to.
func (f Feature) Service() Service {
	if !f.valid() {
		return 0
	}
	return featureTable[f].service
}

// Key returns the stable name of f, as "audio_conferencing.call_me"; it is empty
// for the zero Feature.
func (f Feature) Key() string {
	if !f.valid() {
		return ""
	}
	return featureTable[f].key
}

// Short returns the short key of f, as "callme".
func (f Feature) Short() string {
	if !f.valid() {
		return ""
	}
	return featureTable[f].short
}

// String returns the key.
func (f Feature) String() string { return f.Key() }

// MarshalText encodes f as its key.
func (f Feature) MarshalText() ([]byte, error) { return []byte(f.Key()), nil }

// UnmarshalText decodes a full feature key.
func (f *Feature) UnmarshalText(b []byte) error {
	for g := Feature(1); g <= NumFeatures; g++ {
		if featureTable[g].key == string(b) {
			*f = g
			return nil
		}
	}
	return fmt.Errorf("unknown feature %q", Clean(string(b), 60))
}

// Topic is something that can be explained: a service, or one of its features.
// Exactly one field is set.
type Topic struct {
	Service Service
	Feature Feature
}

// Topics lists every service, each followed by its features.
func Topics() []Topic {
	var ts []Topic
	for _, s := range Services() {
		ts = append(ts, Topic{Service: s})
		for _, f := range s.Features() {
			ts = append(ts, Topic{Feature: f})
		}
	}
	return ts
}

// Key returns the key of the service or feature.
func (t Topic) Key() string {
	if t.Service != 0 {
		return t.Service.Key()
	}
	return t.Feature.Key()
}

// OwningService returns the service of t: its own, or the one of its feature.
func (t Topic) OwningService() Service {
	if t.Service != 0 {
		return t.Service
	}
	return t.Feature.Service()
}

// UnknownKeyError reports a key that names no topic, or more than one. [ParseTopic]
// returns it.
type UnknownKeyError struct {
	Key        string   // as given
	Candidates []string // full keys: those it may mean, or all there are
	Ambiguous  bool     // more than one topic has this last part
}

func (e *UnknownKeyError) Error() string {
	if e.Ambiguous {
		return fmt.Sprintf("%q is the last part of several keys: %s", Clean(e.Key, 60), strings.Join(e.Candidates, ", "))
	}
	return fmt.Sprintf("unknown key %q; the keys are %s", Clean(e.Key, 60), strings.Join(e.Candidates, ", "))
}

// ParseTopic finds the topic that key names: a full key ("phone_system",
// "phone_system.voicemail"), a short one ("vm"), or a last part that only one
// topic has ("voicemail"). Case and full width are ignored. The error is an *UnknownKeyError.
func ParseTopic(key string) (Topic, error) {
	k := strings.ToLower(strings.TrimSpace(strings.Map(HalfWidth, key)))
	var all, last []string
	var hit Topic
	for _, t := range Topics() {
		full := t.Key()
		all = append(all, full)
		if k == full || t.Feature != 0 && k == t.Feature.Short() {
			return t, nil
		}
		if _, part, ok := strings.Cut(full, "."); ok && part == k {
			hit, last = t, append(last, full)
		}
	}
	switch len(last) {
	case 0:
		return Topic{}, &UnknownKeyError{Key: key, Candidates: slices.Clip(all)}
	case 1:
		return hit, nil
	}
	return Topic{}, &UnknownKeyError{Key: key, Candidates: last, Ambiguous: true}
}
