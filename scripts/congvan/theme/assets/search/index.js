// The reader of the static index; docs/dev/search-format.md describes its files.

const FORMAT = 1;
const MORE_BITS = 0x80;
const GZIP = 0x1f;
const UTF8 = new TextDecoder();
const DAY = 86_400_000;
const ORIGIN = Date.UTC(1900, 0, 1);
const FAR = 200 * 366;
const NONE = { numbers: new Uint32Array(0), masks: new Uint8Array(0) };

/** Reads numbers of seven bits a byte from an array. */
class Bytes {
  constructor(array, at = 0) {
    this.array = array;
    this.at = at;
  }

  number() {
    let value = 0;
    let shift = 1;
    for (;;) {
      const byte = this.array[this.at++];
      value += (byte & 0x7f) * shift;
      if (!(byte & MORE_BITS)) return value;
      shift *= 128;
    }
  }

  slice(length) {
    return this.array.subarray(this.at, (this.at += length));
  }

  /** How many numbers, then the gaps between them. */
  numbers() {
    const numbers = new Uint32Array(this.number());
    let before = -1;
    for (let i = 0; i < numbers.length; i++) numbers[i] = before += this.number() + 1;
    return numbers;
  }
}

function readPostings(array) {
  const bytes = new Bytes(array);
  const numbers = bytes.numbers();
  const masks = new Uint8Array(numbers.length);
  for (let at = 0; at < masks.length; ) {
    const run = bytes.number();
    masks.fill(bytes.array[bytes.at++], at, (at += run));
  }
  return { numbers, masks };
}

function readShard(array) {
  const bytes = new Bytes(array);
  const terms = new Map();
  while (bytes.at < array.length) {
    const term = UTF8.decode(bytes.slice(bytes.number()));
    terms.set(term, bytes.slice(bytes.number()));
  }
  return terms;
}

async function inflate(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server that declares gzip as an encoding has it undone by the browser already.
  if (bytes[0] !== GZIP || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function get(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

/** Postings of several terms as those of one. */
export function union(lists) {
  if (lists.length < 2) return lists[0] ?? NONE;
  const masks = new Map();
  for (const list of lists) {
    list.numbers.forEach((n, i) => masks.set(n, (masks.get(n) ?? 0) | list.masks[i]));
  }
  const numbers = Uint32Array.from(masks.keys()).sort();
  return { numbers, masks: Uint8Array.from(numbers, (n) => masks.get(n)) };
}

/** One tier of the index: its documents are numbered from 0, newest first. */
export class Index {
  constructor(root, tier) {
    this.root = root;
    this.tier = tier;
    this.size = tier.documents;
    this.files = new Map();
  }

  /** The index below `folder`, or that of this site. */
  static async open(folder = new URL("../../chi-muc/", import.meta.url)) {
    // The one file whose name stays: a kept copy may name a folder that is no more.
    const response = await get(new URL("index.json", folder), { cache: "no-cache" });
    const directory = await response.json();
    if (directory.format !== FORMAT) throw new Error(`index format ${directory.format}`);
    const tier = directory.tiers[0];
    return new Index(new URL(`${tier.folder}/`, folder), tier);
  }

  /** Where a term stands: `{numbers, masks}`, empty where it stands nowhere. */
  async postings(sort, term) {
    const shard = await this.#shard(sort, this.#place(sort, term));
    const packed = shard?.get(term);
    return packed ? readPostings(packed) : NONE;
  }

  /** Where any term stands that begins with `prefix` and is longer, of at most `most` terms. */
  async starting(sort, prefix, most) {
    const lists = [];
    const count = this.tier.shards[sort].length;
    for (let at = this.#place(sort, prefix); at < count && lists.length < most; at++) {
      if (at > this.#place(sort, prefix) && !this.tier.shards[sort][at].startsWith(prefix)) break;
      for (const [term, packed] of await this.#shard(sort, at)) {
        if (lists.length === most) break;
        if (term.startsWith(prefix) && term !== prefix) lists.push(readPostings(packed));
      }
    }
    return union(lists);
  }

  /** What a result shows of document `number`. */
  async card(number) {
    const { cards } = this.tier;
    const rows = await this.#json(`cards-${Math.floor(number / cards)}.bin`);
    const [id, address, title, code, type, date, said, issuer, subject, held] =
      rows[number % cards];
    return { id, address, title, code, type, date, said, issuer, subject, held: held === 1 };
  }

  /** The text of document `number` line by line, and the names it goes by. */
  async text(number) {
    const { texts } = this.tier;
    const rows = await this.#json(`texts-${Math.floor(number / texts)}.bin`);
    const [lines, names] = rows[number % texts];
    return { lines: lines.split("\n"), names: names.split("\n") };
  }

  /** The values of a facet in order: `[{value, label, numbers}]`. */
  facet(kind) {
    return this.#once(`facet ${kind}`, async () => {
      const labels = await this.#json(`labels-${kind}.bin`);
      const lists = new Bytes(await this.#bytes(`facet-${kind}.bin`));
      return labels.map(([value, label]) => ({ value, label, numbers: lists.numbers() }));
    });
  }

  /** The documents that may be dated between two days, "2021-05-01"; an empty one is open. */
  async between(from, to) {
    const days = await this.#once("days", () => this.#days());
    const first = from ? (Date.parse(from) - ORIGIN) / DAY : -Infinity;
    const last = to ? (Date.parse(to) - ORIGIN) / DAY : Infinity;
    const numbers = [];
    days.forEach(([earliest, latest], n) => {
      if (latest >= first && earliest <= last) numbers.push(n);
    });
    return Uint32Array.from(numbers);
  }

  async #days() {
    const bytes = new Bytes(await this.#bytes("days.bin"));
    const days = [];
    let latest = FAR;
    for (let n = 0; n < this.tier.dated; n++) {
      latest -= bytes.number();
      days.push([latest - bytes.number(), latest]);
    }
    return days;
  }

  /** The number of the shard that holds a term if any does. */
  #place(sort, term) {
    const firsts = this.tier.shards[sort];
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #shard(sort, at) {
    if (at >= this.tier.shards[sort].length) return undefined;
    return this.#once(`${sort}-${at}`, async () => readShard(await this.#bytes(`${sort}-${at}.bin`)));
  }

  #json(name) {
    return this.#once(name, async () => JSON.parse(UTF8.decode(await this.#bytes(name))));
  }

  async #bytes(name) {
    return inflate(await get(new URL(name, this.root)));
  }

  /** The answer of `make`, asked once; a failure is forgotten, so that it can be tried again. */
  #once(key, make) {
    if (!this.files.has(key)) {
      const answer = make();
      answer.catch(() => this.files.delete(key));
      this.files.set(key, answer);
    }
    return this.files.get(key);
  }
}
