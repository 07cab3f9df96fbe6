// The keys: one table, for pressing and for the help sheet.
"use strict";

(() => {
  const { el, byId } = vertaal;
  const table = [];

  vertaal.letters = () => vertaal.shelf.liking("letters", true);

  // `keys` as KeyboardEvent.key, with "Ctrl+" (or Cmd) before where it is held.
  vertaal.key = (group, keys, what, run) => table.push({ group, keys, what, run });

  const pressed = (event) =>
    (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") +
    (event.key.length === 1 && (event.ctrlKey || event.metaKey) ? event.key.toLowerCase() : event.key);

  // A field of a dialog that was just closed has the focus until the page is drawn again.
  const typing = (target) => {
    if (document.querySelector("dialog[open]")) return true;
    if (!(target instanceof HTMLElement)) return false;
    const dialog = target.closest("dialog");
    return dialog ? dialog.open : target.matches("input, textarea, select");
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || typing(event.target)) return;
    const name = pressed(event);
    if (name.length === 1 && name !== "?" && !vertaal.letters()) return;
    if (name === "Enter" && event.target.closest("button, a, summary")) return;
    const entry = table.find(({ keys, run }) => run && keys.includes(name));
    if (!entry) return;
    // A key held down moves on, and decides nothing: nobody has seen what it would come to.
    if (event.repeat && entry.group !== "Move") event.preventDefault();
    else if (entry.run(name) !== false) event.preventDefault();
  });

  const shown = (key) => ({
    ArrowDown: "↓", ArrowUp: "↑", Enter: "Enter", Escape: "Esc", " ": "Space",
  })[key] || key;

  const drawn = (key) => shown(key).split(/(?<=.)\+/)
    .flatMap((part, at) => [at ? "+" : null, el("kbd", {}, part)]);

  vertaal.help = () => {
    const dialog = byId("help");
    const groups = [...new Set(table.map(({ group }) => group))];
    byId("help-keys").replaceChildren(...groups.map((group) =>
      el("section", {},
        el("h3", {}, group),
        el("dl", {}, table.filter((entry) => entry.group === group).map(({ keys, what }) =>
          el("div", {},
            el("dt", {}, keys.length > 3
              ? [drawn(keys[0]), " to ", drawn(keys[keys.length - 1])].flat()
              : keys.flatMap((each, at) => [at ? " or " : null, ...drawn(each)])),
            el("dd", {}, what)))))));
    byId("letters").checked = vertaal.letters();
    byId("name").value = vertaal.shelf.name();
    dialog.showModal();
    // Not to the first field, which is at the end: the keys are to be seen.
    byId("help-title").focus();
  };

  vertaal.onLetters = (on) => vertaal.shelf.setLiking("letters", on);
})();
