// One search from what was typed to what is shown: the same for the page and the box.

import { both, answer, nearNumbers } from "./rank.js";
import { parse } from "./query.js";
import { exactness, holdsPhrases, snippet } from "./text.js";

/** Hits whose texts are read to put exact spelling first and to prove phrases. */
const READ = 20;

/**
 * What `wanted` finds: `{total, about, shown, wider, near}`, where `shown` are the cards of one
 * page with their snippets, `about` whether the total is not proved, `near` cards of near numbers.
 * `wanted` is `{q, filters: {kind: [values]}, from, to, order, wide, page, size, brief}`; `brief`
 * leaves the snippets to `piecesOf`, so that results are there before their texts.
 */
export async function search(index, wanted) {
  const { page = 1, size = 10, order = "relevance", brief = false } = wanted;
  const query = parse(wanted.q ?? "");
  const allowed = await allowedBy(index, wanted);
  const found = await answer(index, query, { allowed, wide: wanted.wide });
  const proved = await prove(index, query, found.numbers);
  let numbers = proved.numbers;
  if (order === "date") numbers = [...numbers].sort((a, b) => a - b);
  else if (query.marked && !query.empty) numbers = await exactFirst(index, query, numbers);
  const slice = numbers.slice((page - 1) * size, page * size);
  const shown = await Promise.all(slice.map((number) => hit(index, query, number, brief)));
  return {
    query,
    numbers,
    total: numbers.length,
    about: proved.about,
    // Hits beyond those already read are proved as they are shown.
    shown: shown.filter(({ holds }) => holds),
    wider: found.wider,
    near: numbers.length || allowed ? [] : await nearCards(index, query),
  };
}

/** The values of a facet with how many of `numbers` each holds. */
export async function counted(index, kind, numbers) {
  const among = Uint32Array.from(numbers).sort();
  const values = await index.facet(kind);
  return values.map(({ value, label, numbers: list }) => ({
    value,
    label,
    count: both(list, among).length,
  }));
}

async function allowedBy(index, { filters = {}, from, to }) {
  const lists = await Promise.all(
    Object.entries(filters).map(async ([kind, values]) => {
      const chosen = (await index.facet(kind)).filter((row) => values.includes(row.value));
      const numbers = new Set(chosen.flatMap((row) => [...row.numbers]));
      return Uint32Array.from(numbers).sort();
    }),
  );
  if (from || to) lists.push(await index.between(from, to));
  return lists.length ? lists.reduce(both) : undefined;
}

/** Leaves out hits in which a quoted phrase does not stand as typed, as far as texts are read. */
async function prove(index, query, numbers) {
  if (!query.phrases.length) return { numbers, about: false };
  const read = numbers.slice(0, READ);
  const holds = await Promise.all(
    read.map(async (n) => holdsPhrases(query, await index.card(n), await index.text(n))),
  );
  const kept = [...read.filter((_, i) => holds[i]), ...numbers.slice(READ)];
  return { numbers: kept, about: numbers.length > READ };
}

/** The first hits reordered so that words standing as typed, marks included, come first. */
async function exactFirst(index, query, numbers) {
  const read = numbers.slice(0, READ);
  const grades = await Promise.all(
    read.map(async (n) => exactness(query, await index.card(n), await index.text(n))),
  );
  const order = [...read.keys()].sort((a, b) => grades[b] - grades[a] || a - b);
  return [...order.map((i) => read[i]), ...numbers.slice(READ)];
}

async function hit(index, query, number, brief) {
  const card = await index.card(number);
  const holds = !query.phrases.length || holdsPhrases(query, card, await index.text(number));
  return { number, card, holds, pieces: brief ? [] : await piecesOf(index, query, number) };
}

/** The snippet of a result; none where its text is not held or cannot be had. */
export async function piecesOf(index, query, number) {
  const card = await index.card(number);
  return card.held ? snippet(query, await index.text(number)) : [];
}

async function nearCards(index, query) {
  return Promise.all((await nearNumbers(index, query)).map((number) => index.card(number)));
}
