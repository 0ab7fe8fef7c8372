// Files of the index: each behind a stamp that says of which build it is, then gzip.

const STAMP = 6;
const UTF8 = new TextDecoder();

/** What a file holds. One that is not of the build `stamp` names is asked for once more, past the
 * browser's own store; `near` takes it then even so. Rejects where it cannot be had. */
export async function bytes(url, stamp, { near = false } = {}) {
  const first = await opened(url, stamp).catch(() => undefined);
  return first ?? opened(url, stamp, { cache: "reload" }, near);
}

/** The same of JSON. */
export const json = async (url, stamp, options) =>
  JSON.parse(UTF8.decode(await bytes(url, stamp, options)));

async function opened(url, stamp, options, near = false) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const data = new Uint8Array(await response.arrayBuffer());
  const own = Array.from(data.subarray(0, STAMP), (byte) => byte.toString(16).padStart(2, "0"));
  if (!near && !own.join("").startsWith(stamp)) throw new Error(`another build: ${url}`);
  const stream = new Blob([data.subarray(STAMP)]).stream();
  const plain = stream.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/** Answers that are worked out once; a failure is forgotten, so that it can be tried again. */
export class Once {
  #answers = new Map();

  of(key, make) {
    if (!this.#answers.has(key)) {
      const answer = make();
      answer.catch(() => this.#answers.delete(key));
      this.#answers.set(key, answer);
    }
    return this.#answers.get(key);
  }
}
