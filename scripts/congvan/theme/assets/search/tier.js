// One tier of the index: its documents are numbered from 0, newest first.

import { Bytes, find, NONE, starting } from "./bytes.js";
import { bytes, json, Once } from "./files.js";

const FAR = 200 * 366;

export class Tier {
  #root;
  #record;
  #once = new Once();

  constructor(folder, record) {
    this.#root = new URL(`${record.folder}/`, folder);
    this.#record = record;
  }

  get size() {
    return this.#record.documents;
  }

  /** Where a term stands: `{numbers, masks}`, empty where it stands nowhere. */
  async postings(sort, term) {
    const borders = (await this.borders())[sort];
    return borders.length ? find(await this.#shard(sort, place(borders, term)), term) : NONE;
  }

  /** `[term, postings]` of at most `most` terms that begin with `prefix` and are longer, their
   * postings as `seen` sees them, those of which it sees nothing left out. */
  async starting(sort, prefix, most, seen) {
    const borders = (await this.borders())[sort];
    const found = [];
    const first = place(borders, prefix);
    for (let at = first; at < borders.length && found.length < most; at++) {
      if (at > first && !borders[at].startsWith(prefix)) break;
      for (const [term, list] of starting(await this.#shard(sort, at), prefix)) {
        const live = seen(list);
        if (live.numbers.length) found.push([term, live]);
        if (found.length === most) break;
      }
    }
    return found;
  }

  /** What a result shows of a document. */
  async card(number) {
    const { cards } = this.#record;
    const at = Math.floor(number / cards);
    const rows = await this.#once.of(`cards ${at}`, () => this.#json(`cards-${at}.bin`));
    const [id, address, title, code, type, date, said, issuer, subject, held, text] =
      rows[number % cards];
    return { id, address, title, code, type, date, said, issuer, subject, held: held === 1, text };
  }

  /** The values of a facet: `[{value, label, numbers}]`. */
  facet(kind) {
    return this.#once.of(`facet ${kind}`, async () => {
      const files = [this.#json(`labels-${kind}.bin`), this.#bytes(`facet-${kind}.bin`)];
      const [labels, packed] = await Promise.all(files);
      const lists = new Bytes(packed);
      return labels.map(([value, label]) => ({ value, label, numbers: lists.numbers() }));
    });
  }

  /** The first and the last day of each dated document. */
  days() {
    return this.#once.of("days", async () => {
      const read = new Bytes(await this.#bytes("days.bin"));
      let latest = FAR;
      return Array.from({ length: this.#record.dated }, () => {
        latest -= read.number();
        return [latest - read.number(), latest];
      });
    });
  }

  /** For each sort the texts at which its shards begin. */
  borders() {
    return this.#once.of("borders", () => this.#json("borders.bin"));
  }

  #shard(sort, at) {
    return this.#once.of(`${sort} ${at}`, () => this.#bytes(`${sort}-${at}.bin`));
  }

  #bytes(name) {
    return bytes(new URL(name, this.#root), this.#record.folder);
  }

  #json(name) {
    return json(new URL(name, this.#root), this.#record.folder);
  }
}

/** The number of the shard that holds a term if any does. */
function place(borders, term) {
  let low = 0;
  let high = borders.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle] <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}
