// Bytes of the index: numbers, lists, postings; docs/dev/search-format.md describes them.

const MORE_BITS = 0x80;
const TO_UTF8 = new TextEncoder();
const FROM_UTF8 = new TextDecoder();

/** Reads numbers of seven bits a byte from an array. */
export class Bytes {
  constructor(array, at = 0) {
    this.array = array;
    this.at = at;
  }

  get done() {
    return this.at >= this.array.length;
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

/** Where no document is: `numbers` of documents, rising, with the `masks` of their fields. */
export const NONE = { numbers: new Uint32Array(0), masks: new Uint8Array(0) };

function postings(array) {
  const bytes = new Bytes(array);
  const numbers = bytes.numbers();
  const masks = new Uint8Array(numbers.length);
  for (let at = 0; at < masks.length; ) {
    const run = bytes.number();
    masks.fill(bytes.array[bytes.at++], at, (at += run));
  }
  return { numbers, masks };
}

/** The postings of a term in a shard. Terms before it are stepped over unread. */
export function find(shard, term) {
  const sought = TO_UTF8.encode(term);
  const bytes = new Bytes(shard);
  while (!bytes.done) {
    const found = bytes.slice(bytes.number());
    const packed = bytes.slice(bytes.number());
    if (found.length === sought.length && begins(found, sought)) return postings(packed);
  }
  return NONE;
}

/** `[term, postings]` of each term in a shard that begins so and is longer, in order. */
export function* starting(shard, prefix) {
  const sought = TO_UTF8.encode(prefix);
  const bytes = new Bytes(shard);
  while (!bytes.done) {
    const found = bytes.slice(bytes.number());
    const packed = bytes.slice(bytes.number());
    if (found.length > sought.length && begins(found, sought)) {
      yield [FROM_UTF8.decode(found), postings(packed)];
    }
  }
}

function begins(found, sought) {
  for (let i = 0; i < sought.length; i++) if (found[i] !== sought[i]) return false;
  return true;
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

/** Postings of one term in several tiers, none of a document in two of them. */
export const joined = (lists) =>
  lists.filter(({ numbers }) => numbers.length).reduce(two, NONE);

function two(a, b) {
  if (!a.numbers.length) return b;
  const numbers = new Uint32Array(a.numbers.length + b.numbers.length);
  const masks = new Uint8Array(numbers.length);
  for (let i = 0, j = 0, at = 0; at < numbers.length; at++) {
    const first = j >= b.numbers.length || a.numbers[i] < b.numbers[j];
    numbers[at] = first ? a.numbers[i] : b.numbers[j];
    masks[at] = first ? a.masks[i++] : b.masks[j++];
  }
  return { numbers, masks };
}
