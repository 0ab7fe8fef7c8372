// The search page: the form, the address and the results held together.

import { fillChosen, fillFilters } from "./filters.js";
import { Index } from "./index.js";
import { brief, element, passage, result } from "./results.js";
import { piecesOf, search } from "./search.js";
import { idle, read, write } from "./state.js";
import { WORDS } from "./words.js";

const SIZE = 10;
const PAUSE = 150;

const part = (id) => document.getElementById(id);
const form = part("mau-tim");
const box = form.elements.namedItem("q");
const status = part("tim-trang-thai");
const list = part("tim-ket-qua");
const more = part("tim-them");
const pages = part("tim-trang");
const panel = part("tim-loc");

let wanted = read(location.href);
let typing = false;
let timer;
let turn = 0;
let opened;
let failed;

/** The index, opened once; `ask` forgets it after a failure. */
function index() {
  opened ??= Index.open(undefined, { failed });
  return opened;
}

function fill() {
  if (box.value !== wanted.q) box.value = wanted.q;
  form.elements.namedItem("tu").value = wanted.from;
  form.elements.namedItem("den").value = wanted.to;
  form.elements.namedItem("xep").value = wanted.order === "date" ? "ngay" : "";
}

/** Asks for something else. Words being typed are one step back, not one a letter. */
function change(to, { typed = false } = {}) {
  clearTimeout(timer);
  wanted = { ...wanted, page: 1, ...to };
  const address = write(location.href, wanted);
  if (address !== location.href) {
    history[typed && typing ? "replaceState" : "pushState"](null, "", address);
  }
  typing = typed;
  return run();
}

async function run() {
  const mine = ++turn;
  list.setAttribute("aria-busy", "true");
  fill();
  const late = setTimeout(() => (status.textContent = WORDS.searching), 400);
  try {
    // A build may have replaced the files since they were opened: then they are opened anew.
    const answered = await ask().catch(() => ask());
    if (mine === turn) await show(answered);
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    clearTimeout(late);
    if (mine === turn) list.setAttribute("aria-busy", "false");
  }
}

async function ask() {
  if (idle(wanted)) return { found: undefined };
  let from;
  try {
    from = await index();
    return { from, found: await search(from, { ...wanted, size: SIZE, brief: true }) };
  } catch (error) {
    opened = undefined;
    failed = from;
    throw error;
  }
}

async function show({ from, found }) {
  list.replaceChildren(...(found?.shown ?? []).map(result));
  list.start = (wanted.page - 1) * SIZE + 1;
  status.textContent = found ? said(found) : "";
  more.replaceChildren(...(found ? extras(found) : []));
  showPages(found?.total ?? 0);
  part("tim-cong-cu").hidden = !found;
  if (!found) return;
  addPassages(from, found);
  await fillChosen(part("tim-dieu-kien"), from, wanted, change);
  if (panel.open) await fillFilters(part("tim-loc-than"), from, found, wanted);
}

/** Puts its passage under each result as soon as its text is there. */
function addPassages(from, found) {
  const items = [...list.children];
  found.shown.forEach(async ({ number }, i) => {
    const pieces = await piecesOf(from, found.query, number);
    if (pieces.length) items[i].append(passage(pieces));
  });
}

function fail(error) {
  console.error(error);
  status.textContent = WORDS.failed;
  const again = element("button", { type: "button" }, WORDS.retry);
  again.addEventListener("click", run);
  list.replaceChildren();
  pages.replaceChildren();
  more.replaceChildren(again);
}

function said(found) {
  if (!found.total) return wanted.q ? WORDS.none(wanted.q) : WORDS.noneFiltered;
  const first = (wanted.page - 1) * SIZE + 1;
  const last = Math.min(found.total, wanted.page * SIZE);
  if (found.total <= SIZE) return WORDS.count(found.total, found.about);
  return WORDS.shown(first, last, found.total, found.about);
}

/** Near numbers where there is none, and the way to a wider search. */
function extras(found) {
  const items = [];
  if (found.near.length) {
    items.push(element("p", {}, WORDS.near));
    items.push(element("ul", { class: "danh-sach" }, ...found.near.map(brief)));
  }
  if (found.wider) items.push(link({ wide: true, page: 1 }, WORDS.wider));
  return items;
}

function showPages(total) {
  const last = Math.ceil(total / SIZE);
  const items = [];
  if (wanted.page > 1) items.push(link({ page: wanted.page - 1 }, WORDS.previous, "prev"));
  if (wanted.page < last) items.push(link({ page: wanted.page + 1 }, WORDS.next, "next"));
  pages.replaceChildren(...items);
  pages.hidden = !items.length;
}

function link(to, label, rel) {
  const href = write(location.href, { ...wanted, ...to });
  const made = element("a", { href, rel, class: "tim-lien-ket" }, label);
  made.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await change(to);
    list.querySelector("a")?.focus();
  });
  return made;
}

function chosen() {
  const filters = {};
  for (const input of form.querySelectorAll(".tim-loc-nhom input:checked")) {
    (filters[input.name] ??= []).push(input.value);
  }
  return filters;
}

function asked() {
  const said = new FormData(form);
  const order = said.get("xep") === "ngay" ? "date" : "relevance";
  const days = { from: said.get("tu") ?? "", to: said.get("den") ?? "" };
  const filled = part("tim-loc-than").childElementCount > 0;
  return { q: box.value, order, ...days, filters: filled ? chosen() : wanted.filters };
}

/** Up and down go through the results, out at the top into the box. */
function walk(event) {
  if (event.key === "Escape" && list.contains(event.target)) return box.focus();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || (event.target !== box && !list.contains(event.target))) return undefined;
  const stops = [box, ...list.querySelectorAll("a.muc-ten")];
  const at = stops.indexOf(event.target);
  event.preventDefault();
  return stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({ q: box.value, wide: false }, { typed: true }), PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target !== box) change(asked());
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  typing = false;
  change({ ...asked(), wide: false });
});
panel.addEventListener("toggle", () => panel.open && run());
document.addEventListener("keydown", walk);
addEventListener("popstate", () => {
  typing = false;
  wanted = read(location.href);
  run();
});

part("tim-loi-vao")?.classList.add("tim-co-js");
form.hidden = false;
box.focus({ preventScroll: true });
run();
