// The filters of the page: values to tick with how many results each holds.

import { element } from "./results.js";
import { counted } from "./search.js";
import { WORDS } from "./words.js";

const MOST = 40;

const labelOf = (kind, row) => WORDS.values[kind]?.[row.value] ?? row.label;

/** Fills `box` with the filters that fit the results; keeps the focus where it was. */
export async function fillFilters(box, index, found, wanted) {
  const kinds = index.facets;
  const rows = await Promise.all(kinds.map((kind) => counted(index, kind, found.numbers)));
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  box.replaceChildren(
    ...kinds
      .map((kind, i) => group(kind, rows[i], wanted.filters[kind] ?? []))
      .filter((fieldset) => fieldset !== null),
  );
  if (focused) {
    const same = [...box.querySelectorAll("input")].find(
      (input) => input.name === focused.name && input.value === focused.value,
    );
    same?.focus();
  }
}

function group(kind, rows, chosen) {
  const useful = rows.filter((row) => row.count || chosen.includes(row.value));
  if (!useful.length) return null;
  const shown =
    useful.length > MOST
      ? useful.toSorted((a, b) => b.count - a.count).slice(0, MOST)
      : useful;
  return element(
    "fieldset",
    { class: "tim-loc-nhom" },
    element("legend", {}, WORDS.facets[kind]),
    ...shown.map((row) => choice(kind, row, chosen.includes(row.value))),
  );
}

function choice(kind, row, checked) {
  const input = element("input", { type: "checkbox", name: kind, value: row.value, checked });
  return element("label", {}, input, ` ${labelOf(kind, row)} `, count(row.count));
}

const count = (number) => element("span", { class: "tim-loc-so" }, `(${number})`);

/** Fills `list` with what narrows the search now, each with a button that takes it away. */
export async function fillChosen(list, index, wanted, change) {
  const items = [];
  for (const [kind, values] of Object.entries(wanted.filters)) {
    const rows = await index.facet(kind);
    for (const value of values) {
      const row = rows.find((one) => one.value === value) ?? { value, label: value };
      const left = { ...wanted.filters, [kind]: values.filter((one) => one !== value) };
      if (!left[kind].length) delete left[kind];
      items.push(chip(labelOf(kind, row), () => change({ filters: left })));
    }
  }
  if (wanted.from) items.push(chip(WORDS.from(wanted.from), () => change({ from: "" })));
  if (wanted.to) items.push(chip(WORDS.to(wanted.to), () => change({ to: "" })));
  list.replaceChildren(...items);
  list.hidden = !items.length;
}

function chip(label, remove) {
  const name = WORDS.remove(label);
  const button = element("button", { type: "button", "aria-label": name, title: name }, label);
  button.addEventListener("click", remove);
  return element("li", {}, button);
}
