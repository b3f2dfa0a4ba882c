/*
 * Suggestions under a search field (the combobox with a list of the ARIA practices). Runs by itself on public pages, so it imports nothing.
 * While a syllable is being put together the field already holds it: every input is asked about.
 */

interface Suggestion {
  kind: "store" | "product";
  name: string;
  pieces: { text: string; found: boolean }[];
  to: string;
}

const pause = 120;

for (const field of document.querySelectorAll<HTMLElement>("[data-suggest]")) {
  const input = field.querySelector("input");
  if (input) suggestFor(field, input);
}

function suggestFor(field: HTMLElement, input: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestLabel ?? "");
  input.after(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ] as const)
    input.setAttribute(name, value);

  let timer = 0;
  let asking: AbortController | undefined;
  let shown: Suggestion[] = [];
  let active = -1;

  const show = (suggestions: Suggestion[]) => {
    shown = suggestions;
    active = -1;
    list.replaceChildren(...suggestions.map((suggestion, at) => optionFor(field, list.id, suggestion, at)));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const activate = (at: number) => {
    active = at;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(index === at));
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    asking?.abort();
    const word = input.value.trim();
    if (word === "") return show([]);
    asking = new AbortController();
    try {
      const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ word })}`, {
        signal: asking.signal,
      });
      show(answer.ok ? ((await answer.json()) as Suggestion[]) : []);
    } catch {
      // Asked anew meanwhile, or no network: the form works without.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const suggestion = shown[active];
    if (event.key === "ArrowDown") activate((active + 1) % shown.length);
    else if (event.key === "ArrowUp") activate((active <= 0 ? shown.length : active) - 1);
    else if (event.key === "Enter" && suggestion) location.assign(suggestion.to);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asking?.abort();
    show([]);
  });
  // Before the field loses the focus and the list goes.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = (event.target as Element).closest("li");
    const suggestion = shown[option ? [...list.children].indexOf(option) : -1];
    if (suggestion) location.assign(suggestion.to);
  });
}

function optionFor(field: HTMLElement, listId: string, { kind, pieces }: Suggestion, at: number): HTMLLIElement {
  const option = document.createElement("li");
  option.id = `${listId}-${at}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const name = document.createElement("span");
  name.lang = "ko";
  for (const { text, found } of pieces) {
    const piece = document.createElement(found ? "mark" : "span");
    piece.textContent = text;
    name.append(piece);
  }
  const sort = document.createElement("span");
  sort.className = "soft";
  sort.textContent = (kind === "store" ? field.dataset.suggestStore : field.dataset.suggestProduct) ?? "";
  option.append(name, " ", sort);
  return option;
}
