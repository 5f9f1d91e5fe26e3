// The search: from a query to the countries whose names, codes or spellings match it.

// How well a query matches, the best first. A number is that of ISO 3166, which people use
// less than calling codes.
const TIER = { code: 0, number: 0.5, name: 1, alias: 2, spelling: 3, nameBegins: 4, aliasBegins: 5, word: 6, spellingBegins: 7 };

// Index of the places of a page: those shown, those of the edition that do not meet the
// page's expression, and those that Microsoft does not list.
function newIndex(data) {
  const [han, simplified] = data.simplified.map((text) => [...text]);
  han.forEach((rune, i) => SIMPLIFIED.set(rune, simplified[i]));
  const toTerm = (text) => ({ text, key: foldKey(text) });
  const toPlace = (kind) => (place, i) => ({
    kind, i, iso2: place.iso2, size: place.population || 0, name: place.name,
    codes: place.codes.map((code) => foldKey(code).text), number: place.number, dial: place.dial, names: [data.texts[place.name]].flat().map(toTerm), aliases: place.aliases.map(toTerm),
  });
  const places = [...data.countries.map(toPlace("shown")), ...data.omitted.map(toPlace("omitted")), ...data.unlisted.map(toPlace("unlisted"))];
  return { places, byCode: new Map(places.map((place) => [place.iso2, place])), packed: data.spellings, spellings: null };
}

// The spellings of an index, unpacked when they are first needed: see packSpellings. All of
// their places are in the index.
function spellingsOf(index) {
  if (!index.spellings) {
    let before = [];
    index.spellings = index.packed.split(" ").filter(Boolean).map((entry) => {
      before = before.slice(0, parseInt(entry[0], 36)).concat([...entry.slice(1, -2)]);
      return { key: before.join(""), place: index.byCode.get(entry.slice(-2)) };
    });
  }
  return index.spellings;
}

// The countries that a query may mean, the best first, each with the tier of the match and
// the alias that matched, if one did; and the place that the query means if the page does
// not show it.
//   {hits: [{place, tier, rank, alias}], other: place or undefined}
// Of matches of one tier, the most populous place is the best; of places with one spelling,
// that which stands first in the list of spellings.
function findPlaces(index, query) {
  const best = new Map(); // matches by place
  const keep = (place, tier, { alias, rank = -place.size } = {}) => {
    const known = best.get(place);
    if (tier < (known ? known.tier : Infinity) && (place.kind === "shown" || isWhole(tier))) best.set(place, { place, tier, rank, alias });
  };
  const number = query.replace(/[\s().\/-]/g, "").match(/^(?:\+|00)(\d+)$/);
  const flag = query.trim().match(/^[\u{1f1e6}-\u{1f1ff}]{2}$/u);
  if (number) matchNumber(index, number[1], keep);
  else if (flag) matchFlag(index, [...flag[0]], keep);
  else matchName(index, query, keep, best);

  const found = [...best.values()].sort((a, b) => a.tier - b.tier || a.rank - b.rank);
  const hits = found.filter((match) => match.place.kind === "shown");
  if (hits.length > 0 && isWhole(hits[0].tier)) {
    const others = found.filter((match) => match.place.kind !== "shown" && match.tier < hits[0].tier && hits[0].tier >= TIER.name);
    return { hits: hits.filter((match) => match.tier < TIER.spellingBegins), other: others[0] && others[0].place };
  }
  const other = found.find((match) => match.place.kind !== "shown");
  return { hits, other: other && other.place };
}

// Whether a match of a tier is one with a whole name or code.
const isWhole = (tier) => tier <= TIER.spelling;

// Keeps the places with the longest calling code that begins a number, or with one that a
// short number begins.
function matchNumber(index, digits, keep) {
  const longest = Math.max(0, ...index.places.flatMap((place) => place.dial.filter((code) => digits.startsWith(code)).map((code) => code.length)));
  for (const place of index.places) {
    if (place.dial.some((code) => digits.startsWith(code) ? code.length === longest : code.startsWith(digits))) keep(place, TIER.code);
  }
}

// Keeps the place whose code the letters of a flag are.
function matchFlag(index, letters, keep) {
  const place = index.byCode.get(letters.map((letter) => String.fromCharCode(letter.codePointAt(0) - 0x1f1e6 + 65)).join(""));
  if (place) keep(place, TIER.code);
}

// Keeps the places that a query names, also with an article before the name.
function matchName(index, query, keep, best) {
  const bare = query.replace(/^\s*the\s+/i, "");
  if (bare !== query) matchKey(index, foldKey(bare).text, keep);
  if (![...best.values()].some((match) => isWhole(match.tier))) matchKey(index, foldKey(query).text, keep);
}

// Keeps the places with a code, name, alias or spelling that matches a key.
function matchKey(index, key, keep) {
  if (key === "") return;
  for (const place of index.places) {
    if (place.codes.includes(key)) keep(place, TIER.code);
    if (place.number === key) keep(place, TIER.number);
    for (const term of place.names) keep(place, tierOf(term.key, key, TIER.name, TIER.nameBegins));
    for (const term of place.aliases) keep(place, tierOf(term.key, key, TIER.alias, TIER.aliasBegins), { alias: term.text });
  }
  const isShort = key.length < 3 && key < "\u0250";
  spellingsOf(index).forEach((spelling, rank) => {
    if (spelling.key === key) keep(spelling.place, TIER.spelling, { rank });
    else if (!isShort && spelling.key.startsWith(key)) keep(spelling.place, TIER.spellingBegins);
  });
}

// The tier of a key that is a term, begins it, or stands in it from a word on; Infinity if
// it does none of these.
function tierOf(term, key, whole, begins) {
  if (term.text === key) return whole;
  if (term.text.startsWith(key)) return begins;
  for (let i = term.text.indexOf(key); i >= 0; i = term.text.indexOf(key, i + 1)) {
    if (term.starts.includes(i) || term.text[i] >= "\u2e80") return TIER.word;
  }
  return Infinity;
}
