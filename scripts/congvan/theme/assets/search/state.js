// The state of a search as the address of the page: what can be linked, kept and gone back to.

const KINDS = ["nam", "loai", "ban-hanh", "giao", "gui", "han", "co"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for. What it says wrongly is left out. */
export function read(address) {
  const asked = new URL(address).searchParams;
  const day = (key) => (DAY.test(asked.get(key) ?? "") ? asked.get(key) : "");
  const filters = {};
  for (const kind of KINDS) {
    const values = asked.getAll(kind).filter(Boolean);
    if (values.length) filters[kind] = values;
  }
  return {
    q: asked.get("q") ?? "",
    filters,
    from: day("tu"),
    to: day("den"),
    order: asked.get("xep") === "ngay" ? "date" : "relevance",
    wide: asked.get("rong") === "1",
    page: Math.max(1, Number.parseInt(asked.get("trang") ?? "1", 10) || 1),
  };
}

/** The address of a search on the page at `address`; what is usual is left out. */
export function write(address, wanted) {
  const url = new URL(address);
  const asked = new URLSearchParams();
  if (wanted.q) asked.set("q", wanted.q);
  for (const kind of KINDS) {
    for (const value of wanted.filters[kind] ?? []) asked.append(kind, value);
  }
  if (wanted.from) asked.set("tu", wanted.from);
  if (wanted.to) asked.set("den", wanted.to);
  if (wanted.order === "date") asked.set("xep", "ngay");
  if (wanted.wide) asked.set("rong", "1");
  if (wanted.page > 1) asked.set("trang", String(wanted.page));
  url.search = asked.toString();
  url.hash = "";
  return url.href;
}

/** Whether nothing is asked for. */
export const idle = ({ q, filters, from, to }) =>
  !q.trim() && !from && !to && !Object.keys(filters).length;
