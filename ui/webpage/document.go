package webpage

import "voxatlas/model"

// text is the number of a text, see document.Texts.
type text int

// document is the data of a page. Positions count from 0.
type document struct {
	Langs []language `json:"langs"`
	First int        `json:"first"` // position of the language that is shown first
	Texts []any      `json:"texts"` // a string, or a list of strings by language

	UI       map[string]text `json:"ui"`    // texts of the interface by key
	About    []aboutEntry    `json:"about"` // date, age, source, licence
	Edition  string          `json:"edition"`
	AsOf     text            `json:"asOf"`     // date and age
	Old      bool            `json:"old"`      // the facts are so old that the age is a warning
	Where    string          `json:"where"`    // the expression that chose the countries; "" for none
	States   []state         `json:"states"`   // in the order of [model.States]
	Services []topic         `json:"services"` // those of the features
	Features []feature       `json:"features"`

	Countries []country `json:"countries"`
	Answers   []answer  `json:"answers"`
	Notes     []note    `json:"notes"` // of answers, later ones too
	Steps     []step    `json:"steps"`

	Destinations []destination `json:"destinations"`

	Omitted    []place  `json:"omitted"`    // countries of the edition that do not meet the expression
	Unlisted   []place  `json:"unlisted"`   // places that Microsoft does not list
	Spellings  string   `json:"spellings"`  // see packSpellings
	Simplified []string `json:"simplified"` // Han characters, and those that stand for them in keys
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
	Text text `json:"text"`
	URL  text `json:"url,omitzero"` // 0 for none: text 0 is empty
}

// state is a state of an answer.
type state struct {
	Key  string `json:"key"`
	Mark string `json:"mark"`
	Word text   `json:"word"`
	Look string `json:"look"` // the class of the style
}

// topic is a service or feature with its explanation.
type topic struct {
	Key     string       `json:"key"`
	Name    text         `json:"name"`
	Explain text         `json:"explain"` // lines; an item of a list begins with "- "
	Links   []aboutEntry `json:"links"`
}

// feature is a feature.
type feature struct {
	topic
	Short   string `json:"short"`
	Service int    `json:"service"`
	Title   text   `json:"title"` // with the service where the name alone is not unique
	Head    text   `json:"head"`  // of a narrow column
	Gloss   text   `json:"gloss,omitzero"`
	Words   []text `json:"words"` // of the states
	Main    bool   `json:"main"`  // of the answers that a small screen has room for
}

// place is a place with all that it is searched by, except spellings.
type place struct {
	ISO2       string   `json:"iso2"`
	Codes      []string `json:"codes"`           // ISO 3166 and calling codes, and the slug
	Number     string   `json:"number,omitzero"` // ISO 3166 numeric
	Dial       []string `json:"dial"`            // calling codes without +
	Name       text     `json:"name"`
	Aliases    []string `json:"aliases"` // also names as Microsoft prints them
	Population int      `json:"population,omitzero"`
}

// country is a country with its answers.
type country struct {
	place
	ISO3    string `json:"iso3"`
	Ranks   []int  `json:"ranks"`   // by language: its position in a dictionary
	Dated   text   `json:"dated"`   // the dates of its page and of the edition, and the age
	Page    text   `json:"page"`    // the address of its page today
	Answers []int  `json:"answers"` // positions, by feature
	Later   []int  `json:"later"`   // positions of the notes about the pages as a whole
	Reasons text   `json:"reasons"` // why it meets the expression with a condition
}

// answer is an answer as countries share it.
type answer struct {
	State      int    `json:"state"`
	Full       text   `json:"full"`             // the word of the state and the detail, for a table
	Figure     text   `json:"figure,omitzero"`  // says more than the word in a narrow column
	Minutes    int    `json:"minutes"`          // of the largest plan, for the order
	Detail     text   `json:"detail,omitzero"`  // completes the word
	Limited    bool   `json:"limited,omitzero"` // by a note, or contradicted by one
	Kind       int    `json:"kind"`             // answers of one kind are equal in a comparison
	Cities     []text `json:"cities,omitzero"`
	CitiesHead text   `json:"citiesHead,omitzero"`
	Plans      []plan `json:"plans,omitzero"`
	PlansHead  text   `json:"plansHead,omitzero"`
	Conditions []int  `json:"conditions,omitzero"` // positions of notes
	Warnings   []int  `json:"warnings,omitzero"`
	Later      []int  `json:"later,omitzero"`
	Noted      []int  `json:"noted,omitzero"` // of the notes above, those that a comparison has
	Steps      []int  `json:"steps,omitzero"`
	StepsHead  text   `json:"stepsHead,omitzero"`
	NoSteps    text   `json:"noSteps,omitzero"` // says that the source names no alternative
}

// plan is a Calling Plan. Minutes are as people read them.
type plan struct {
	Name          text   `json:"name"`
	Domestic      string `json:"domestic"`
	International string `json:"international"`
	Remark        text   `json:"remark,omitzero"`
}

// note is a condition, a warning or a later note.
type note struct {
	Text   text   `json:"text"`
	Head   text   `json:"head,omitzero"`   // the kind of a warning
	Links  []text `json:"links,omitzero"`  // addresses
	Source text   `json:"source,omitzero"` // of a later note: its title
	Again  text   `json:"again,omitzero"`  // instead of Text where the same note stands above
}

// step is a next step.
type step struct {
	Text text `json:"text"`
	URL  text `json:"url,omitzero"`
}

// destination is a place that plan users may call.
type destination struct {
	ISO2    string `json:"iso2"`
	Name    text   `json:"name"`
	Ranks   []int  `json:"ranks"`
	Printed string `json:"printed"`
	Remark  text   `json:"remark"`
}
