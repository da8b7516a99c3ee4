// Proposes communes while one is typed: the combobox with a list of the ARIA practices (1.2). Without it the server takes the
// text as it is and asks back where it leaves a choice.
//   <input data-place="name of the field for the code" data-place-texts="{…}">

const patience = 200;
const shortest = 2;
const most = 7;

for (const input of document.querySelectorAll("input[data-place]")) { enhance(input); }

function enhance(input) {
  const texts = JSON.parse(input.dataset.placeTexts);
  const holder = document.createElement("div");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let places = [];
  let active = -1;
  let timer;
  let running;

  holder.className = "combobox";
  input.replaceWith(holder);
  holder.append(input, list, status);
  list.hidden = true;
  set(list, { id: `${input.id}-communes`, class: "combobox-list", role: "listbox", "aria-label": texts.list });
  set(status, { class: "visually-hidden", role: "status" });
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" });

  input.addEventListener("input", () => {
    setCode("");
    clearTimeout(timer);
    timer = setTimeout(propose, patience);
  });
  input.addEventListener("keydown", event => { if (keys[event.key]?.() === true) { event.preventDefault(); } });
  input.addEventListener("blur", close);
  // Before the field loses the focus, which would close the list under the finger.
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => choose([...list.children].indexOf(event.target.closest("li"))));

  const keys = {
    ArrowDown: () => (list.hidden ? propose() : move(active + 1), true),
    ArrowUp: () => !list.hidden && (move(active < 0 ? places.length - 1 : active - 1), true),
    Enter: () => !list.hidden && active >= 0 && (choose(active), true),
    Escape: () => !list.hidden && (close(), true),
    Tab: () => { if (!list.hidden && active >= 0) { choose(active); } },
  };

  async function propose() {
    running?.abort();
    const text = input.value.trim();
    if (text.length < shortest) { close(); return; }
    const mine = running = new AbortController();
    try {
      const answer = await fetch(`/api/v1/places?${new URLSearchParams({ q: text, limit: most })}`, { signal: mine.signal });
      if (!answer.ok) { return; }
      const { items } = await answer.json();
      if (!mine.signal.aborted && document.activeElement === input) { open(items.slice(0, most)); }
    } catch {
      // Nothing proposed: the text is taken as it is, as without script.
    }
  }

  function open(found) {
    places = found;
    active = -1;
    list.replaceChildren(...places.map(option));
    list.hidden = places.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = places.length === 0 ? texts.none : places.length === 1 ? texts.one : texts.several.replace("{0}", places.length);
  }

  function option({ name, department, postcodes }, at) {
    const item = document.createElement("li");
    set(item, { id: `${list.id}-${at}`, role: "option", "aria-selected": "false" });
    const where = document.createElement("span");
    where.textContent = postcodes?.length === 1 ? postcodes[0] : department ?? "";
    item.append(name, " ", where);
    return item;
  }

  function move(to) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (to + places.length) % places.length;
    const item = list.children[active];
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item.id);
  }

  function choose(at) {
    const place = places[at];
    if (!place) { return; }
    input.value = place.department ? `${place.name} (${place.department})` : place.name;
    setCode(place.code);
    close();
    status.textContent = input.value;
    input.dispatchEvent(new CustomEvent("place:chosen", { bubbles: true }));
  }

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** The commune's code travels in a hidden field; choices that the server had listed are answered by it. */
  function setCode(code) {
    const name = input.dataset.place;
    input.closest(".field")?.querySelector(".place-choices")?.remove();
    let field = input.form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`);
    if (!field) {
      field = document.createElement("input");
      set(field, { type: "hidden", name });
      holder.append(field);
    }
    field.value = code;
    field.disabled = code === "";
  }
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
}
