// Finding and ranking: which documents answer a query, the best first.

import { isCode, isNumber, unglued, words } from "./query.js";

/** What a term is worth where it stands; the order of the bits is that of entry.py. */
const WORTH = [
  1, // the text held
  3, // the subject
  2, // a name of issuer, addressee or who is given a task
  6, // the code of a plan that is implemented
  24, // the document's own code: whoever types a number wants its document
  2, // the name of the type
  0.9, // what is known of a document not held: below the same words in a text that is
];
const WORTHS = Float64Array.from({ length: 1 << WORTH.length }, (_, mask) =>
  WORTH.reduce((sum, worth, bit) => sum + (mask & (1 << bit) ? worth : 0), 0),
);

/** Below this many answers words may also stand apart, then the last one may go on. */
const ENOUGH = 10;
const SHORTEST_PREFIX = 2;
const MOST_PREFIXED = 200;
const PREFIXED = 0.5;
/** A whole code outweighs all words of a citation around it. */
const WHOLE_CODE = 20;

/** A list of postings that every answer must be in, with the share of its worth that counts. */
const demand = (list, share = 1) => ({ ...list, share });

/** The numbers common to two rising lists. */
export function both(a, b) {
  const common = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i++]);
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  return Uint32Array.from(common);
}

/** The numbers of `a` that are not in `b`. */
export function butNot(a, b) {
  const out = new Set(b);
  return a.filter((number) => !out.has(number));
}

/**
 * The answers to `query`: `numbers` the best first, `near` how many hold the words side by side,
 * `loose` whether others were added, `wider` whether more could be.
 * `allowed` is a rising list that answers must be in, or undefined for all; `wide` adds texts in
 * which the words stand apart however many answers there are.
 */
export async function answer(index, query, { allowed, wide = false } = {}) {
  if (query.empty) return everything(index, allowed);
  const runs = await Promise.all(query.runs.map((run) => mended(index, run)));
  const keep = await keeper(index, query, allowed);
  const phrases = (await Promise.all(query.phrases.map((p) => nearDemands(index, p)))).flat();
  const near = [...(await all(runs, (run) => nearDemands(index, run))), ...phrases];
  const first = scored(index, near, keep);
  const apart = runs.some((run) => run.length > 1);
  const found = { numbers: first, near: first.length, wider: apart && first.length >= ENOUGH };
  if (apart && (wide || first.length < ENOUGH)) {
    const demands = [...(await all(runs, (run) => looseDemands(index, run))), ...phrases];
    add(found, scored(index, demands, keep));
    found.wider = false;
  }
  if (goesOn(query, runs) && found.numbers.length < ENOUGH) {
    for (const demandsOf of [nearPrefix, loosePrefix]) {
      add(found, scored(index, [...(await demandsOf(index, runs)), ...phrases], keep));
    }
  }
  found.loose = found.numbers.length > found.near;
  return found;
}

async function everything(index, allowed) {
  const numbers = allowed ?? Uint32Array.from({ length: index.size }, (_, n) => n);
  return { numbers: [...numbers], near: numbers.length, loose: false, wider: false };
}

const all = async (runs, demandsOf) => (await Promise.all(runs.map(demandsOf))).flat();

function add(found, more) {
  const had = new Set(found.numbers);
  found.numbers = [...found.numbers, ...more.filter((number) => !had.has(number))];
}

/** A run in which words like "28kh" that stand nowhere are taken apart. */
async function mended(index, run) {
  const terms = await Promise.all(
    run.map(async (term) => {
      const apart = unglued(term);
      if (!apart || isCode(term)) return [term];
      return (await index.postings("w", term)).numbers.length ? [term] : apart;
    }),
  );
  return terms.flat();
}

/** Codes, and words in pairs of neighbours. */
async function nearDemands(index, run) {
  const demands = [];
  run.forEach((term, i) => {
    if (isCode(term)) demands.push(codeDemands(index, term));
    else if (i && !isCode(run[i - 1])) demands.push(one(index, "p", `${run[i - 1]} ${term}`));
    else if (i === run.length - 1 || isCode(run[i + 1])) demands.push(one(index, "w", term));
  });
  return (await Promise.all(demands)).flat();
}

async function looseDemands(index, run) {
  const demands = run.map((term) =>
    isCode(term) ? codeDemands(index, term) : one(index, "w", term),
  );
  return (await Promise.all(demands)).flat();
}

/** Whether the last word may be the beginning of a longer one. */
function goesOn(query, runs) {
  const last = runs.at(-1)?.at(-1);
  if (!query.typing || !last || isCode(last) || isNumber(last)) return false;
  return last.length >= SHORTEST_PREFIX;
}

/** Everything before the last word, and the last word. */
function parted(runs) {
  const last = runs.at(-1);
  return [[...runs.slice(0, -1), last.slice(0, -1)], last.at(-2), last.at(-1)];
}

/** The demands with the last word going on, beside the one before it. */
async function nearPrefix(index, runs) {
  const [before, neighbour, last] = parted(runs);
  if (!neighbour || isCode(neighbour)) return loosePrefix(index, runs);
  const longer = await index.starting("p", `${neighbour} ${last}`, MOST_PREFIXED);
  return [...(await all(before, (run) => nearDemands(index, run))), demand(longer, PREFIXED)];
}

/** The demands with the last word going on, anywhere. */
async function loosePrefix(index, runs) {
  const [before, , last] = parted(runs);
  const longer = await index.starting("w", last, MOST_PREFIXED);
  return [...(await all(before, (run) => looseDemands(index, run))), demand(longer, PREFIXED)];
}

const one = async (index, sort, term) => [demand(await index.postings(sort, term))];

/** A code as a whole; else one that begins so; else its parts side by side. */
async function codeDemands(index, code) {
  const whole = await index.postings("c", code);
  if (whole.numbers.length) return [demand(whole, WHOLE_CODE)];
  const longer = await index.starting("c", code, MOST_PREFIXED);
  if (longer.numbers.length) return [demand(longer, WHOLE_CODE)];
  return nearDemands(index, words([code]));
}

/** A function that keeps of a rising list what filters and "-word" leave. */
async function keeper(index, query, allowed) {
  const without = await Promise.all(
    query.without.map(async (terms) => common(await nearDemands(index, terms))),
  );
  return (numbers) =>
    without.reduce(butNot, allowed === undefined ? numbers : both(numbers, allowed));
}

function common(demands) {
  const lists = demands.map((d) => d.numbers).sort((a, b) => a.length - b.length);
  return lists.length ? lists.reduce(both) : new Uint32Array(0);
}

/** The documents that meet every demand, the worthiest first, among equals the newest. */
function scored(index, demands, keep) {
  const numbers = keep(common(demands));
  const scores = new Float64Array(numbers.length);
  for (const list of demands) {
    const rare = Math.log1p(index.size / list.numbers.length) * list.share;
    for (let i = 0, j = 0; i < numbers.length; i++) {
      while (list.numbers[j] < numbers[i]) j++;
      scores[i] += WORTHS[list.masks[j]] * rare;
    }
  }
  const order = Array.from(numbers.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
  return order.map((i) => numbers[i]);
}

/** The own numbers nearest to one that no document bears: `[{code term, numbers}]`, near first. */
export async function nearNumbers(index, query, { reach = 10, most = 5 } = {}) {
  const [term] = query.runs.length === 1 && query.runs[0].length === 1 ? query.runs[0] : [];
  const [number, ...rest] = (term ?? "").split("_");
  if (!/^[0-9]{1,6}$/.test(number)) return [];
  const steps = Array.from({ length: reach * 2 }, (_, i) => (i % 2 ? -1 : 1) * ((i >> 1) + 1));
  const found = await Promise.all(
    steps.map(async (step) => {
      const value = Number(number) + step;
      if (value < 1) return [];
      const list = await index.postings(rest.length ? "c" : "w", [value, ...rest].join("_"));
      return [...list.numbers].filter((_, i) => list.masks[i] & OWN_CODE);
    }),
  );
  return [...new Set(found.flat())].slice(0, most);
}

const OWN_CODE = 16;
