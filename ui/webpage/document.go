package webpage

import "voxatlas/model"

// textNumber is the number of a text, see document.Texts.
type textNumber int

// document is the data of a page. Positions count from 0.
type document struct {
	Langs []language `json:"langs"`
	First int        `json:"first"` // position of the language that is shown first
	Texts []any      `json:"texts"` // a string, or a list of strings by language

	UI       map[string]textNumber `json:"ui"`    // texts of the interface by key
	About    []aboutEntry          `json:"about"` // date, age, source, licence
	Edition  string                `json:"edition"`
	AsOf     textNumber            `json:"asOf"`     // date and age
	Old      bool                  `json:"old"`      // the facts are so old that the age is a warning
	Where    string                `json:"where"`    // the expression that chose the countries; "" for none
	States   []state               `json:"states"`   // in the order of [model.States]
	Services []topic               `json:"services"` // those of the features
	Features []feature             `json:"features"`

	Countries []country     `json:"countries"`
	Answers   []answerEntry `json:"answers"`
	Notes     []note        `json:"notes"` // of answers, later ones too
	Steps     []nextStep    `json:"steps"`

	Destinations []destination `json:"destinations"`

	Omitted    []placeEntry `json:"omitted"`    // countries of the edition that do not meet the expression
	Unlisted   []placeEntry `json:"unlisted"`   // places that Microsoft does not list
	Spellings  string       `json:"spellings"`  // see packSpellings
	Simplified []string     `json:"simplified"` // Han characters, and those that stand for them in keys
}

// language is a language of the page.
type language struct {
	Tag       model.Lang `json:"tag"`
	Name      string     `json:"name"`
	Companion int        `json:"companion"` // position of the language that stands beside it
	Separator string     `json:"separator"` // between the items of a list
}

// aboutEntry is a line about the facts, with the address that it leads to, if any.
type aboutEntry struct {
	Text textNumber `json:"text"`
	URL  textNumber `json:"url,omitzero"` // 0 for none: text 0 is empty
}

// state is a state of an answer.
type state struct {
	Key  string     `json:"key"`
	Mark string     `json:"mark"`
	Word textNumber `json:"word"`
	Look string     `json:"look"` // the class of the style
}

// topic is a service or feature with its explanation.
type topic struct {
	Key     string       `json:"key"`
	Name    textNumber   `json:"name"`
	Explain textNumber   `json:"explain"` // lines; an item of a list begins with "- "
	Links   []aboutEntry `json:"links"`
}

// feature is a feature.
type feature struct {
	topic
	Short   string       `json:"short"`
	Service int          `json:"service"`
	Title   textNumber   `json:"title"` // with the service where the name alone is not unique
	Head    textNumber   `json:"head"`  // of a narrow column
	Gloss   textNumber   `json:"gloss,omitzero"`
	Words   []textNumber `json:"words"` // of the states
	Main    bool         `json:"main"`  // of the answers that a small screen has room for
}

// placeEntry is a place with all that it is searched by, except spellings.
type placeEntry struct {
	ISO2       string     `json:"iso2"`
	Codes      []string   `json:"codes"`           // ISO 3166 and calling codes, and the slug
	Number     string     `json:"number,omitzero"` // ISO 3166 numeric
	Dial       []string   `json:"dial"`            // calling codes without +
	Name       textNumber `json:"name"`
	Aliases    []string   `json:"aliases"` // also names as Microsoft prints them
	Population int        `json:"population,omitzero"`
}

// country is a country with its answers.
type country struct {
	placeEntry
	ISO3    string     `json:"iso3"`
	Ranks   []int      `json:"ranks"`   // by language: its position in a dictionary
	Dated   textNumber `json:"dated"`   // the dates of its page and of the edition, and the age
	Page    textNumber `json:"page"`    // the address of its page today
	Answers []int      `json:"answers"` // positions, by feature
	Later   []int      `json:"later"`   // positions of the notes about the pages as a whole
	Reasons textNumber `json:"reasons"` // why it meets the expression with a condition
}

// answerEntry is an answer as countries share it.
type answerEntry struct {
	State      int          `json:"state"`
	Full       textNumber   `json:"full"`             // the word of the state and the detail, for a table
	Figure     textNumber   `json:"figure,omitzero"`  // says more than the word in a narrow column
	Minutes    int          `json:"minutes"`          // of the largest plan, for the order
	Detail     textNumber   `json:"detail,omitzero"`  // completes the word
	Limited    bool         `json:"limited,omitzero"` // by a note, or contradicted by one
	Kind       int          `json:"kind"`             // answers of one kind are equal in a comparison
	Cities     []textNumber `json:"cities,omitzero"`
	CitiesHead textNumber   `json:"citiesHead,omitzero"`
	Plans      []plan       `json:"plans,omitzero"`
	PlansHead  textNumber   `json:"plansHead,omitzero"`
	Conditions []int        `json:"conditions,omitzero"` // positions of notes
	Warnings   []int        `json:"warnings,omitzero"`
	Later      []int        `json:"later,omitzero"`
	Noted      []int        `json:"noted,omitzero"` // of the notes above, those that a comparison has
	Steps      []int        `json:"steps,omitzero"`
	StepsHead  textNumber   `json:"stepsHead,omitzero"`
	NoSteps    textNumber   `json:"noSteps,omitzero"` // says that the source names no alternative
}

// plan is a Calling Plan. Minutes are as people read them.
type plan struct {
	Name          textNumber `json:"name"`
	Domestic      string     `json:"domestic"`
	International string     `json:"international"`
	Remark        textNumber `json:"remark,omitzero"`
}

// note is a condition, a warning or a later note.
type note struct {
	Text   textNumber   `json:"text"`
	Head   textNumber   `json:"head,omitzero"`   // the kind of a warning
	Links  []textNumber `json:"links,omitzero"`  // addresses
	Source textNumber   `json:"source,omitzero"` // of a later note: its title
}

// nextStep is a next step.
type nextStep struct {
	Text textNumber `json:"text"`
	URL  textNumber `json:"url,omitzero"`
}

// destination is a place that plan users may call.
type destination struct {
	ISO2    string     `json:"iso2"`
	Name    textNumber `json:"name"`
	Ranks   []int      `json:"ranks"`
	Printed string     `json:"printed"`
	Remark  textNumber `json:"remark"`
}
