// The search boxes of every page: the first results while one types. Nothing is fetched before a
// box is used, and without this module the form leads to the search page.

import { WORDS } from "./words.js";

const MOST = 6;
const PAUSE = 150;

let modules;

/** The index and what searches it, fetched when first needed; `failed` is one to be replaced. */
function engine(failed) {
  modules ??= Promise.all([
    import("./index.js").then(({ Index }) => Index.open(undefined, { failed })),
    import("./search.js"),
    import("./results.js"),
  ]).catch((error) => {
    modules = undefined;
    throw error;
  });
  return modules;
}

/** What `q` finds, and how to show it. A build may have replaced the files since the index was
 * opened: then it is opened anew, once. */
async function find(q, failed) {
  const [index, { search }, results] = await engine(failed);
  try {
    return { ...(await search(index, { q, size: MOST, brief: true })), ...results };
  } catch (error) {
    modules = undefined;
    if (failed) throw error;
    return find(q, index);
  }
}

/** Gives one form its suggestions, as a combobox with a list. */
class Box {
  constructor(form, number) {
    this.form = form;
    this.input = form.elements.namedItem("q");
    this.id = `tim-goi-y-${number}`;
    this.list = this.#part("ul", { id: this.id, role: "listbox", "aria-label": WORDS.suggestions });
    this.list.className = "tim-goi-y";
    this.list.hidden = true;
    this.status = this.#part("span", { role: "status" });
    this.status.className = "tim-an";
    this.at = -1;
    this.turn = 0;
    for (const [key, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.id,
    })) {
      this.input.setAttribute(key, value);
    }
    form.classList.add("tim-hop");
    this.#listen();
  }

  #part(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    this.form.append(made);
    return made;
  }

  #listen() {
    this.input.addEventListener("focus", () => engine().catch(() => {}), { once: true });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.suggest(), PAUSE);
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    // A press must not take the focus away before the click is known.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const chosen = event.target.closest("[role=option]");
      if (chosen) location.href = chosen.dataset.href;
    });
  }

  async suggest() {
    const mine = ++this.turn;
    const q = this.input.value.trim();
    if (!q) return this.close();
    try {
      const { shown, total, option, element } = await find(q);
      if (mine !== this.turn) return undefined;
      const options = shown.map(({ card }, i) => option(card, `${this.id}-${i}`));
      if (total > MOST) options.push(this.#all(total, q, element));
      this.list.replaceChildren(...options);
      this.status.textContent = WORDS.hits(shown.length);
      return this.#open(options.length > 0);
    } catch (error) {
      // The form still leads to the search page, which says what is wrong.
      console.error(error);
      return this.close();
    }
  }

  #all(total, q, element) {
    const href = new URL(this.form.action);
    href.searchParams.set("q", q);
    const id = `${this.id}-tat-ca`;
    const attributes = { role: "option", id, "aria-selected": "false", "data-href": href.href };
    return element("li", attributes, WORDS.all(total));
  }

  #open(open) {
    this.at = -1;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.turn++;
    this.#open(false);
  }

  #key(event) {
    const options = [...this.list.children];
    const open = !this.list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && open && this.at >= 0) {
      event.preventDefault();
      location.href = options[this.at].dataset.href;
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#choose(options, event.key === "ArrowDown" ? 1 : -1);
    }
  }

  /** Round the list, and between its ends back to what was typed. */
  #choose(options, step) {
    const stops = options.length + 1;
    this.at = ((this.at + 1 + step + stops) % stops) - 1;
    options.forEach((one, i) => one.setAttribute("aria-selected", String(i === this.at)));
    const chosen = options[this.at];
    if (chosen) {
      this.input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }
}

const EDITABLE = "input, textarea, select, [contenteditable]";

/** "/" leads to the search: on the search page to its own box, else to the first one seen. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.(EDITABLE)) return;
  const own = document.querySelector("#mau-tim input[name=q]");
  const boxes = [own, ...document.querySelectorAll("form[role=search] input[name=q]")];
  const box = boxes.find((input) => input?.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

document
  .querySelectorAll("form[role=search]:not(#mau-tim)")
  .forEach((form, number) => form.elements.namedItem("q") && new Box(form, number));
