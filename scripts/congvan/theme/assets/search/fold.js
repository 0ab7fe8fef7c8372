// Folding: the one form of text that search compares, the same here and in language/folding.py.
// tests/cases/folding.yml holds both to the same answers.

const SIGNS = new Map(
  [
    ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"],
    ["/", "\uff0f\u2044\u2215"],
    [
      " ",
      "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" +
        "\t\n\v\f\r\u0085\u2028\u2029",
    ],
    ["", "\u200b\u200c\u200d\u2060\ufeff\u00ad"],
    ["'", "\u2019\u2018\u02bc\u02b9`\u00b4\u2032"],
    ["d", "\u0111\u00f0\u0256\u0110\u00d0\u0189"],
    ["b", "\u0180\u0243"],
    ["u", "\u01a3\u01a2"],
  ].flatMap(([folded, signs]) => [...signs].map((sign) => [sign, folded])),
);

const MARK = /\p{Mn}/u;
const known = new Map();

function foldSign(sign) {
  if (SIGNS.has(sign)) return SIGNS.get(sign);
  let folded = "";
  for (const part of sign.normalize("NFD").toLowerCase()) {
    if (!MARK.test(part)) folded += SIGNS.get(part) ?? part;
  }
  return folded;
}

function folded(sign) {
  let answer = known.get(sign);
  if (answer === undefined) known.set(sign, (answer = foldSign(sign)));
  return answer;
}

/** `text` in lower case without marks, đ as d, look-alikes, dashes and gaps unified. */
export function fold(text) {
  let answer = "";
  for (const sign of text) answer += folded(sign);
  return answer;
}

/** `text` folded, with the place in `text` of each folded unit and, last, `text.length`. */
export function foldAligned(text) {
  let answer = "";
  const offsets = [];
  let at = 0;
  for (const sign of text) {
    const piece = folded(sign);
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    answer += piece;
    at += sign.length;
  }
  offsets.push(at);
  return [answer, offsets];
}

// Folded letters of types that hold no vowel, longest first; the same list as in folding.py.
const TYPE_LETTERS = "ctrph|cthd|ctph|hdln|hdlt|khln|khlt|khph|nqlt|qcph|ttlb|ttlt|vbhn|bgn|btt|ctr|gcn|gdd|ggt|gnp|gxn|trs|tth|ttr|bb|bc|bn|bs|cd|cn|ct|cv|dc|dd|gm|gn|gp|gt|hd|kh|kl|nd|np|nq|pb|pc|pg|pl|qc|qd|qh|sl|tb|tc|ts|tt";
const TYPE = `(?:${TYPE_LETTERS})`;
const NUM = "[0-9]{1,6}(?:[.][0-9]{1,2})?[a-z]?";
const YEAR = "(?:19|20)[0-9][0-9]";
const PART = "[a-z0-9]+(?:&[a-z0-9]+)*";
const BODY = "[a-z][a-z0-9]*(?:&[a-z0-9]+)*";
const MORE = `(?:[-/]${PART})*`;
const OFFICE = "(?:ubnd|hdnd|vpubnd|vpcp)";
const UNIT = "[bcdfghklmnpqrstvx]{2,8}";

/** The forms of a code in folded text, longest first; equal to CODE_FORMS of folding.py. */
export const CODE_FORMS = [
  `${NUM} {0,4}/ ?${YEAR} ?/ ?${TYPE} {0,2}[-/] {0,2}${BODY}${MORE}`,
  `${NUM} {0,4}/ ?${YEAR} ?/ ?${BODY}${MORE}`,
  `${NUM} {0,4}[-/] {0,2}${TYPE} {0,2}[-/] {0,2}${BODY}${MORE}`,
  `${NUM} {0,8}/${BODY}[-/]${PART}${MORE}`,
  `${NUM}-${BODY}/${PART}${MORE}`,
  `[0-9]{1,6}${TYPE}[-/]${PART}${MORE}`,
  `[0-9]{1,6} ${TYPE} ${BODY}`,
  `[0-9]{1,6} ${OFFICE} ${UNIT}`,
  `/${BODY}-${PART}${MORE}`,
  `(?:${TYPE}|${OFFICE})[-/]${BODY}${MORE}`,
  `${YEAR}/${TYPE}-${BODY}${MORE}`,
];

const WORD = "[\\p{L}\\p{N}]+(?:['&][\\p{L}\\p{N}]+)*";
const TOKEN = new RegExp(
  `(?<![a-z0-9])(?<code>${CODE_FORMS.join("|")})(?![a-z0-9])|(?<word>${WORD})`,
  "gu",
);
const PARTS = /[0-9]+[.][0-9]+[a-z]?|[a-z0-9&]+/g;
const GLUED = new RegExp(`^([0-9]+)(${TYPE})$`);
const ZEROS = /^0+(?=[0-9])/;

function term(match) {
  if (match.groups.code === undefined) {
    return match.groups.word.replace(/['&]/g, "").replace(ZEROS, "");
  }
  const parts = match.groups.code.match(PARTS);
  const glued = GLUED.exec(parts[0]);
  if (glued) parts.splice(0, 1, glued[1], glued[2]);
  return parts.map((part) => part.replace(/&/g, "").replace(ZEROS, "")).join("_");
}

/** The terms of `text` in order: words, and each code as one term joined by "_". */
export function tokens(text) {
  const [plain, offsets] = foldAligned(text);
  return Array.from(plain.matchAll(TOKEN), (match) => ({
    text: term(match),
    start: offsets[match.index],
    end: offsets[match.index + match[0].length],
  }));
}

/** A word with its tone set apart from its letters, so that hoà and hòa are one: exact spelling. */
export function exact(word) {
  const parts = word.normalize("NFD").toLowerCase();
  const tones = parts.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, "");
  return parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC") + tones;
}
