// The inbox by keyboard, and the usual message of a reason at once. Without it the same is done with buttons.

const list = document.querySelector("[data-inbox]");

// Letters act only while the focus is in the list and in no field: who dictates or types elsewhere sets nothing off.
list?.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) { return; }
  const row = event.target.closest("[data-row]");
  const act = { j: () => move(row, 1), k: () => move(row, -1), a: () => accept(row), r: () => decline(row) }[event.key];
  if (!act) { return; }
  event.preventDefault();
  act();
});

const keys = document.querySelector("[data-keys]");
if (keys) { keys.hidden = !matchMedia("(hover: hover)").matches; }

function move(row, step) {
  const rows = [...list.querySelectorAll("[data-row]")];
  const next = rows[rows.indexOf(row) + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function accept(row) {
  row?.querySelector("form[data-action=accept]")?.requestSubmit();
}

function decline(row) {
  const panel = row?.querySelector("details.decline");
  if (!panel) { return; }
  panel.open = true;
  panel.querySelector("select").focus();
}

for (const form of document.querySelectorAll("form[data-decline]")) {
  const usual = JSON.parse(form.dataset.decline);
  const message = form.querySelector("textarea");
  for (const replaced of form.querySelectorAll("[data-without-script]")) { replaced.hidden = true; }
  form.querySelector("select").addEventListener("change", event => {
    // What somebody wrote themselves stays.
    if (message.value.trim() === "" || Object.values(usual).includes(message.value.trim())) { message.value = usual[event.target.value] ?? ""; }
  });
}
