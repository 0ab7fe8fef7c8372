// What results look like: elements made of cards, without any markup in strings.

import { WORDS } from "./words.js";

const SITE = new URL("../../", import.meta.url);

/** An element with attributes and children; children that are null are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const PART = String.raw`(?:\d+\p{L}?|\p{Lu}+r?\d*)`;
const CODE = new RegExp(String.raw`(\/?${PART}(?:[-/]${PART})+)`, "u");

/** A text with each code and date in an element that keeps it on one line. */
const unbroken = (text) =>
  text.split(CODE).map((part, i) => (i % 2 ? element("span", { class: "ma" }, part) : part));

/** The address of a document's page from wherever the reader is. */
export const pageOf = (card) => new URL(card.address, SITE).href;

/** One result of the page. */
export function result({ card }) {
  return element(
    "li",
    { class: "muc tim-muc", "data-id": card.id },
    element("a", { class: "muc-ten", href: pageOf(card) }, ...unbroken(card.title), subject(card)),
    under(card),
  );
}

/** The stretch of text under a result, what was sought marked. */
export const passage = (pieces) => element("p", { class: "tim-doan" }, ...marked(pieces));

/** A document by its name alone. */
export function brief(card) {
  return element(
    "li",
    { class: "muc" },
    element("a", { class: "muc-ten", href: pageOf(card) }, ...unbroken(card.title)),
    under(card),
  );
}

/** One suggestion of the box. */
export function option(card, id) {
  return element(
    "li",
    { role: "option", id, "aria-selected": "false", "data-href": pageOf(card) },
    element("span", { class: "tim-goi-y-ten" }, ...unbroken(card.title), subject(card)),
    under(card, "span"),
  );
}

function subject(card) {
  return card.subject ? element("span", { class: "tim-trich-yeu" }, ...unbroken(`: ${card.subject}`)) : null;
}

function under(card, name = "p") {
  const day = card.said ? element("time", { datetime: card.date }, card.said) : null;
  return element(
    name,
    { class: "muc-phu" },
    day,
    day ? " · " : null,
    card.issuer,
    card.held ? null : " ",
    card.held ? null : element("span", { class: "nhan nhan-chua-co" }, WORDS.stub),
  );
}

const marked = (pieces) =>
  pieces.map((piece) => (piece.hit ? element("mark", {}, piece.text) : piece.text));
