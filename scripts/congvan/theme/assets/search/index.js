// The static index: several tiers read as one; docs/dev/search-format.md describes its files.

import { joined, NONE, union } from "./bytes.js";
import { bytes, json, Once } from "./files.js";
import { Order } from "./order.js";
import { Tier } from "./tier.js";

const FORMAT = 2;
const DAY = 86_400_000;
const ORIGIN = Date.UTC(1900, 0, 1);
const TEXT = "tim.bin";
const MISSING = { lines: [], names: [], missing: true };
const collator = new Intl.Collator("vi", { numeric: true });

/** All documents that are not struck out, numbered from 0, newest first. */
export class Index {
  #folder;
  #tiers;
  #directory;
  #once = new Once();

  constructor(folder, directory) {
    this.#folder = folder;
    this.#directory = directory;
    this.#tiers = directory.tiers.map((record) => new Tier(folder, record));
    this.size = directory.documents;
    /** The kinds of facets, in the order in which they are shown. */
    this.facets = directory.facets;
  }

  /** The index below `folder`, or that of this site. `failed` is the index that was opened before
   * and whose files could not be had: a build has replaced them, or its directory is an old one. */
  static async open(folder = new URL("../../chi-muc/", import.meta.url), { failed } = {}) {
    const url = new URL("index.json", folder);
    // The one file whose name stays: a kept copy may name folders that are no more.
    let directory = await read(url, failed ? "reload" : "no-cache");
    if (failed && directory.order === failed.#directory.order) {
      // Perhaps it is kept on the way; of an address never asked for nobody keeps a copy.
      directory = await read(new URL(`index.json?${Date.now()}`, folder), "reload");
    }
    if (directory.format !== FORMAT) throw new Error(`index format ${directory.format}`);
    const index = new Index(folder, directory);
    index.#prepare();
    return index;
  }

  /** Fetches what every search needs; what fails is asked for again when it is needed. */
  #prepare() {
    for (const tier of this.#tiers) tier.borders().catch(() => {});
    this.#order().catch(() => {});
  }

  #order() {
    return this.#once.of("order", async () => {
      const { order } = this.#directory;
      const packed = await bytes(new URL(`${order}/order.bin`, this.#folder), order);
      return new Order(
        packed,
        this.#tiers.map((tier) => tier.size),
      );
    });
  }

  /** Where a term stands: `{numbers, masks}`, empty where it stands nowhere. */
  async postings(sort, term) {
    const [order, ...lists] = await this.#all((tier) => tier.postings(sort, term));
    return joined(lists.map((list, t) => order.live(t, list)));
  }

  /** Where any term stands that begins with `prefix` and is longer, of at most `most` terms. */
  async starting(sort, prefix, most) {
    const order = await this.#order();
    const found = await Promise.all(
      this.#tiers.map((tier, t) =>
        tier.starting(sort, prefix, most, (list) => order.live(t, list)),
      ),
    );
    const terms = [...new Set(found.flat().map(([term]) => term))].sort().slice(0, most);
    const last = terms.at(-1);
    return union(found.flat().flatMap(([term, list]) => (term <= last ? [list] : [])));
  }

  /** What a result shows of document `number`. */
  async card(number) {
    const [t, own] = (await this.#order()).place(number);
    return this.#tiers[t].card(own);
  }

  /** The text of document `number` line by line, and the names it goes by; without lines and
   * `missing` where it cannot be had. */
  text(number) {
    return this.#once.of(`text ${number}`, async () => {
      const { address, text } = await this.card(number);
      const url = new URL(`../${address}${TEXT}?${text}`, this.#folder);
      const read = await json(url, text, { near: true }).catch(() => undefined);
      if (!read) return MISSING;
      return { lines: read[0].split("\n"), names: read[1].split("\n") };
    });
  }

  /** The values of a facet in order: `[{value, label, numbers}]`. */
  facet(kind) {
    return this.#once.of(`facet ${kind}`, async () => {
      const [order, ...tiers] = await this.#all((tier) => tier.facet(kind));
      const values = new Map();
      tiers.forEach((rows, t) => {
        for (const { value, label, numbers } of rows) {
          const live = order.live(t, list(numbers)).numbers;
          if (live.length) add(values, value, label, live);
        }
      });
      const rows = [...values].map(([value, labels]) => rowOf(value, labels));
      const inOrder = (a, b) => collator.compare(a.label, b.label) || (a.value < b.value ? -1 : 1);
      rows.sort(inOrder);
      return kind === "nam" ? rows.reverse() : rows;
    });
  }

  /** The documents that may be dated between two days, "2021-05-01"; an empty one is open. */
  async between(from, to) {
    const first = from ? (Date.parse(from) - ORIGIN) / DAY : -Infinity;
    const last = to ? (Date.parse(to) - ORIGIN) / DAY : Infinity;
    const [order, ...tiers] = await this.#all((tier) => tier.days());
    const lists = tiers.map((days, t) => {
      const within = [...days.keys()].filter((n) => days[n][1] >= first && days[n][0] <= last);
      return order.live(t, list(Uint32Array.from(within)));
    });
    return joined(lists).numbers;
  }

  #all(ask) {
    return Promise.all([this.#order(), ...this.#tiers.map(ask)]);
  }
}

async function read(url, cache) {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

function add(values, value, label, numbers) {
  if (!values.has(value)) values.set(value, new Map());
  const labels = values.get(value);
  labels.set(label, joined([labels.get(label) ?? NONE, list(numbers)]));
}

/** A value under the label that most of its documents print. */
function rowOf(value, labels) {
  const size = (label) => labels.get(label).numbers.length;
  const [label] = [...labels.keys()].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return { value, label, numbers: union([...labels.values()]).numbers };
}

/** A list of documents as postings without fields. */
const list = (numbers) => ({ numbers, masks: new Uint8Array(numbers.length) });
