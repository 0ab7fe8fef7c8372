// Texts of the hits shown: whether a phrase stands in them, how exactly, and what to show of them.

import { exact, tokens } from "./fold.js";
import { isNumber, words } from "./query.js";

const WINDOW = 230;
const BEFORE = 60;
const SHORT = 60;

/** The words of a line in order, each with its place: a code gives its parts at one place. */
function wordsOf(line) {
  return tokens(line).flatMap((token) =>
    token.text.split("_").map((text) => ({ text, start: token.start, end: token.end })),
  );
}

/** Where `sought` stands in `found`, as the indexes of its first words; `open` may go on. */
function* places(found, sought, open) {
  const alike = (text, word) => text === word || (word === open && text.startsWith(word));
  for (let at = 0; at + sought.length <= found.length; at++) {
    if (sought.every((word, i) => alike(found[at + i].text, word))) yield at;
  }
}

/** Whether every phrase of the query stands in the document as typed, as far as its text is known. */
export function holdsPhrases(query, card, text) {
  if (text.missing) return true;
  const lines = [card.subject ?? "", card.title, ...text.lines, ...text.names].map(wordsOf);
  return query.phrases.every((phrase) =>
    lines.some((line) => !places(line, words(phrase)).next().done),
  );
}

/** How exactly the words stand there: 2 side by side, 1 each somewhere, 0 not as typed. */
export function exactness(query, card, text) {
  const typed = exactWords(query.text);
  const lines = [card.subject ?? "", card.title, ...text.lines, ...text.names].map(exactWords);
  const joined = ` ${typed.join(" ")} `;
  if (lines.some((line) => ` ${line.join(" ")} `.includes(joined))) return 2;
  const there = new Set(lines.flat());
  return typed.every((word) => there.has(word)) ? 1 : 0;
}

function exactWords(text) {
  const plain = text.normalize("NFC");
  return tokens(plain).map((token) => exact(plain.slice(token.start, token.end)));
}

/**
 * The best stretch of the text: `[{text, hit}]`, with "…" where it was cut. Words that stand side
 * by side count for more than words that stand alone.
 */
export function snippet(query, text) {
  if (text.missing) return [];
  const runs = [...query.runs, ...query.phrases].map(words);
  const lines = text.lines.map((line) => ({ line, found: wordsOf(line) }));
  const open = goingOn(query, lines);
  for (const line of lines) line.hits = hitsOf(line.found, runs, open);
  const best = lines.reduce((a, b) => (worth(b.hits) > worth(a.hits) ? b : a), lines[0]);
  const after = best.line.length < SHORT ? text.lines.slice(lines.indexOf(best) + 1) : [];
  return cut([best.line, ...after.slice(0, 3)].join(" · "), best.hits);
}

/** The last word, where it is being typed and stands nowhere as it is. */
function goingOn(query, lines) {
  const last = query.typing ? query.runs.at(-1)?.at(-1) : undefined;
  return lines.some(({ found }) => found.some(({ text }) => text === last)) ? undefined : last;
}

/** The stretches of a line that answer the query, in order, none twice. A number says which
 * document is meant: it is marked wherever its neighbours stand. */
function hitsOf(found, runs, open) {
  const numbers = runs.flatMap((run) => run.filter(isNumber)).map((number) => [number]);
  const hits = [...runs, ...numbers].flatMap((run) => longest(found, run, open));
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return hits.filter((hit, i) => !i || hit.start >= hits[i - 1].end);
}

/** Where the whole run stands; else where its pairs do; else its words. */
function longest(found, run, open) {
  for (const size of new Set([run.length, Math.min(2, run.length), 1])) {
    const hits = [];
    for (let from = 0; from + size <= run.length; from++) {
      for (const at of places(found, run.slice(from, from + size), open)) {
        hits.push({ start: found[at].start, end: found[at + size - 1].end, size });
      }
    }
    if (hits.length) return hits;
  }
  return [];
}

const worth = (hits) => hits.reduce((sum, hit) => sum + hit.size * hit.size, 0);

function cut(line, hits) {
  const first = hits[0]?.start ?? 0;
  const from = first < BEFORE * 2 ? 0 : line.indexOf(" ", first - BEFORE) + 1;
  const limit = from + WINDOW;
  const to = line.length <= limit ? line.length : line.lastIndexOf(" ", limit);
  const pieces = from ? [{ text: "… ", hit: false }] : [];
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
    pieces.push({ text: line.slice(at, start), hit: false });
    pieces.push({ text: line.slice(start, end), hit: true });
    at = end;
  }
  pieces.push({ text: line.slice(at, to) + (to < line.length ? " …" : ""), hit: false });
  return pieces.filter((piece) => piece.text);
}
