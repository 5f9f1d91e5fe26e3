package search

import (
	"iter"
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// slugs are the names of Microsoft's country pages, with ISO 3166-1 alpha-2 codes.
const slugs = `
albania:AL algeria:DZ antigua-and-barbuda:AG argentina:AR australia:AU austria:AT the-bahamas:BS bahrain:BH
bangladesh:BD barbados:BB belarus:BY belgium:BE belize:BZ benin:BJ bermuda:BM bosniaherzegovina:BA brazil:BR
brunei:BN bulgaria:BG cambodia:KH cameroon:CM canada:CA the-cayman-islands:KY chile:CL china:CN colombia:CO
costa-rica:CR croatia:HR cyprus:CY the-czech-republic:CZ denmark:DK dominica:DM the-dominican-republic:DO
ecuador:EC egypt:EG el-salvador:SV estonia:EE finland:FI france:FR georgia:GE germany:DE ghana:GH greece:GR
grenada:GD guam:GU guatemala:GT honduras:HN hong-kong:HK hungary:HU india:IN indonesia:ID ireland:IE israel:IL
italy:IT jamaica:JM japan:JP jordan:JO kazakhstan:KZ kenya:KE kuwait:KW latvia:LV lithuania:LT luxembourg:LU
macedonia:MK malaysia:MY malta:MT mexico:MX moldova:MD monaco:MC morocco:MA the-netherlands:NL new-zealand:NZ
nicaragua:NI nigeria:NG northern-mariana-islands:MP norway:NO pakistan:PK panama:PA paraguay:PY peru:PE
the-philippines:PH poland:PL portugal:PT puerto-rico:PR qatar:QA romania:RO russia:RU saint-kitts-and-nevis:KN
saint-lucia:LC saudi-arabia:SA serbia:RS singapore:SG slovakia:SK slovenia:SI south-africa:ZA south-korea:KR
spain:ES sri-lanka:LK sweden:SE switzerland:CH taiwan:TW thailand:TH trinidad-and-tobago:TT tunisia:TN
turkey:TR turks-and-caicos-islands:TC uganda:UG the-ukraine:UA the-united-arab-emirates-uae:AE
the-united-kingdom-u-k:GB the-united-states-u-s:US uruguay:UY venezuela:VE vietnam:VN
`

// atlas yields the 114 countries with their names from the names table.
func atlas() iter.Seq[*model.Country] {
	return func(yield func(*model.Country) bool) {
		for pair := range strings.FieldsSeq(slugs) {
			slug, iso2, _ := strings.Cut(pair, ":")
			e, _ := names.Of(iso2)
			c := model.NewCountry(model.Record{Slug: slug, ISO2: iso2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names})
			if !yield(c) {
				return
			}
		}
	}
}
