// The order of documents of all tiers: those struck out left out, the others numbered from 0,
// newest first.

import { Bytes } from "./bytes.js";

const GONE = 0xffffffff;

export class Order {
  #numbers;
  #places;
  #whole;

  /** Reads the order of tiers of these sizes: what is struck out in each; then, for each but the
   * first, how many documents of the earlier ones stand before each of its own. */
  constructor(array, sizes) {
    const read = new Bytes(array);
    const struck = sizes.map(() => read.numbers());
    this.#numbers = sizes.map((size) => new Uint32Array(size));
    struck.forEach((list, t) => list.forEach((n) => (this.#numbers[t][n] = GONE)));
    this.#places = this.#count(woven(read, sizes));
    this.#whole = sizes.length === 1 && !struck[0].length;
  }

  /** Gives each place that is not struck out its number. */
  #count(places) {
    const live = new Uint32Array(places.length);
    let count = 0;
    for (const place of places) {
      const [t, n] = this.#parts(place);
      if (this.#numbers[t][n] === GONE) continue;
      this.#numbers[t][n] = count;
      live[count++] = place;
    }
    return live.subarray(0, count);
  }

  #parts(place) {
    const tiers = this.#numbers.length;
    return [place % tiers, Math.floor(place / tiers)];
  }

  /** The tier in which document `number` stands, and its number there. */
  place(number) {
    return this.#parts(this.#places[number]);
  }

  /** Postings of a tier by the numbers that documents have among all. */
  live(t, { numbers, masks }) {
    if (this.#whole) return { numbers, masks };
    const known = this.#numbers[t];
    const kept = { numbers: new Uint32Array(numbers.length), masks: new Uint8Array(masks.length) };
    let at = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = known[numbers[i]];
      if (number === GONE) continue;
      kept.numbers[at] = number;
      kept.masks[at++] = masks[i];
    }
    return { numbers: kept.numbers.subarray(0, at), masks: kept.masks.subarray(0, at) };
  }
}

/** The places of all tiers in one order, each its number in its tier times the tiers, plus its tier:
 * plain numbers, since there are a hundred thousand of them. */
function woven(read, sizes) {
  let places = [];
  sizes.forEach((size, t) => {
    const merged = [];
    let at = 0;
    for (let n = 0, before = 0; n < size; n++) {
      if (t) before += read.number();
      while (at < before) merged.push(places[at++]);
      merged.push(n * sizes.length + t);
    }
    while (at < places.length) merged.push(places[at++]);
    places = merged;
  });
  return places;
}
