// The keys by which names are compared. The rules are those of the Go package
// data/names/fold; a test compares both over all of Unicode and all names.

// Key of a name: its letters and digits only, and where words begin among them.
//   foldKey("Côte d’Ivoire") = {text: "cotedivoire", starts: [0, 4]}
function foldKey(name) {
  const folder = { text: "", starts: [], wordStart: true, dropMarks: true };
  for (const segment of name.match(/\P{M}\p{M}*|\p{M}+/gu) || []) {
    const [first, second] = segment;
    const isAlone = second === undefined || !isCombining(second);
    const rest = isAlone && isSilent(first) ? segment.slice(first.length) : segment;
    for (const rune of rest.normalize("NFKD")) foldRune(folder, rune);
  }
  return { text: folder.text, starts: folder.starts };
}

// Adds a rune that is decomposed already.
function foldRune(folder, rune) {
  const isMark = /\p{Mn}/u.test(rune);
  if (isMark && (folder.dropMarks || rune === "\u034f" || /\p{Variation_Selector}/u.test(rune))) return;
  if (isMark && voiceKana(folder, rune)) return;
  if (isSilent(rune)) {
    folder.dropMarks = true;
    return;
  }
  if (!isMark) {
    folder.dropMarks = !/\p{L}/u.test(rune) || /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(rune);
  }
  rune = rune.toLowerCase();
  const letters = SPELLED_OUT.get(rune);
  if (letters !== undefined) {
    for (const letter of letters) appendRune(folder, letter);
  } else if (rune >= "ぁ" && rune <= "ゖ") {
    appendRune(folder, String.fromCharCode(rune.charCodeAt(0) + 0x60)); // katakana
  } else if (/[\p{L}\p{N}\p{M}]/u.test(rune)) {
    appendRune(folder, SIMPLIFIED.get(rune) || rune);
  } else {
    folder.wordStart = true;
  }
}

function appendRune(folder, rune) {
  if ((rune === "ו" || rune === "י") && !folder.wordStart && folder.text.endsWith(rune)) return;
  if (folder.wordStart) folder.starts.push(folder.text.length);
  folder.text += rune;
  folder.wordStart = false;
}

// Whether a text is one rune that is left out without dividing a word.
function isSilent(text) {
  return /^(?:[.'’‘`´ʼʻ׳ˊˇˋ˙ˉـ]|\p{Cf})$/u.test(text);
}

// Whether a mark is one that Unicode orders among the marks of a letter: normalization
// puts it before the iota below, the last of them.
function isCombining(mark) {
  return mark === "\u0345" || ("\u0345" + mark).normalize("NFD") !== "\u0345" + mark.normalize("NFD");
}

// Composes the mark with the last rune, if that is kana, and tells whether it did.
function voiceKana(folder, mark) {
  const last = folder.text.slice(-1);
  const voiced = mark === "\u3099";
  let step = 0;
  if (voiced && "カキクケコサシスセソタチツテトハヒフヘホ".includes(last)) step = 1;
  else if (mark === "\u309a" && "ハヒフヘホ".includes(last)) step = 2;
  else if (voiced && last === "ウ") step = "ヴ".charCodeAt(0) - last.charCodeAt(0);
  else if (voiced && last >= "ワ" && last <= "ヲ") step = "ヷ".charCodeAt(0) - "ワ".charCodeAt(0);
  if (last === "" || step === 0) return false;
  folder.text = folder.text.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + step);
  return true;
}

// Letters that people write for a folded rune when they lack it.
const SPELLED_OUT = new Map(Object.entries({
  "&": "and", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ς": "σ",
  "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا",
  "ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്",
  "ᅪ": "ᅩᅡ", "ᅫ": "ᅩᅢ", "ᅬ": "ᅩᅵ", "ᅯ": "ᅮᅥ", "ᅰ": "ᅮᅦ", "ᅱ": "ᅮᅵ", "ᅴ": "ᅳᅵ",
}));
// The final letters of Hangul, in Unicode's order, as the keys that type them.
("ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ").split(" ")
  .forEach((letters, i) => SPELLED_OUT.set(String.fromCharCode("ᆨ".charCodeAt(0) + i), letters));

// The simplified forms of Han characters.
const SIMPLIFIED = new Map();
