// Queries: what was typed, read into runs of words, phrases and words that must not stand there.

import { tokens } from "./fold.js";

const QUOTED = /(?<=^|\s)(?<minus>-?)["“”«»](?<words>[^"“”«»]+)["“”«»]?/gu;
const WITHOUT = /(?<=^|\s)-(?<words>[\p{L}\p{N}]\S*)/gu;
const BORDER = "\u0000";
const MARKED = /[^\u0000-\u007f]/;
const MIXED = /^([0-9]+)([a-z].*)$/;

/**
 * Reads `text`: `runs` of terms that follow each other, `phrases` that must stand as typed,
 * `without` what must not stand there, `typing` whether the last word may go on, `marked`
 * whether it was typed with diacritics.
 */
export function parse(text) {
  const query = { text, runs: [], phrases: [], without: [], typing: false };
  const plain = text.normalize("NFC");
  let rest = take(plain, QUOTED, ({ minus, words: said }) => {
    const terms = termsOf(said);
    if (terms.length) (minus ? query.without : query.phrases).push(terms);
    return true;
  });
  // A dash inside a code, "28 -KH/TU", takes nothing away.
  const codes = tokens(rest).filter((token) => isCode(token.text));
  rest = take(rest, WITHOUT, ({ words: said }, at) => {
    if (codes.some((code) => code.start <= at && at < code.end)) return false;
    query.without.push(termsOf(said));
    return true;
  });
  query.runs = rest.split(BORDER).map(termsOf).filter((run) => run.length);
  query.typing = /[\p{L}\p{N}\p{M}]$/u.test(rest);
  query.marked = MARKED.test(plain.replace(/["“”«»–—]/g, ""));
  query.empty = !query.runs.length && !query.phrases.length;
  return query;
}

/** `text` without what `use` takes of it, a border left in its place. */
function take(text, pattern, use) {
  return text.replace(pattern, (whole, ...found) =>
    use(found.at(-1), found.at(-3)) ? ` ${BORDER} ` : whole,
  );
}

function termsOf(text) {
  return tokens(text).map((token) => token.text);
}

/** Whether a term is a joined code. */
export const isCode = (term) => term.includes("_");

/** Whether a term is a number or begins with one. */
export const isNumber = (term) => /^[0-9]/.test(term);

/** The words of terms, the parts of codes among them. */
export const words = (terms) => terms.flatMap((term) => term.split("_"));

/** "28kh" as "28", "kh"; undefined for all else. */
export function unglued(term) {
  const match = MIXED.exec(term);
  return match ? [match[1], match[2]] : undefined;
}
