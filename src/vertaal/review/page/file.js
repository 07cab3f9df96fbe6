// The store behind the page, where the page's own file holds the edition: no server is needed.
"use strict";

(() => {
  const { shelf } = vertaal;
  const units = new Map();
  const before = new Map();
  let edition = null;
  let decisions = {};
  let group = 0;

  // What a person decided, or the file's own text where that is back.
  const decide = (id, fields) => {
    const unit = units.get(id);
    const now = { ...decisions[id], ...fields };
    for (const name of ["target", "note", "state"]) {
      // A new text opens what was approved: approving it again is a decision of its own.
      if (name === "state" && "target" in now) continue;
      if (now[name] === unit[name] || now[name] === undefined) delete now[name];
    }
    if (Object.keys(now).length) decisions[id] = now;
    else delete decisions[id];
  };

  const view = (id) => vertaal.foreseen(units.get(id), decisions[id] || {});

  // The browser keeps what all windows with this page decided; without room for it, this one does.
  let full = false;
  const refresh = () => {
    if (full) return;
    decisions = Object.fromEntries(
      Object.entries(shelf.read("decisions", {})).filter(([id]) => units.has(id)));
  };

  const keep = () => {
    full = !shelf.write("decisions", Object.keys(decisions).length ? decisions : null);
    if (full) store.onState("full", 0);
    sessionStorage.setItem(shelf.key("before"), JSON.stringify([...before].slice(-200)));
  };

  window.addEventListener("storage", ({ key }) => {
    if (!edition || key !== shelf.key("decisions")) return;
    const old = decisions;
    refresh();
    const changed = [...units.keys()]
      .filter((id) => JSON.stringify(old[id]) !== JSON.stringify(decisions[id]));
    store.onUnits(changed.map(view), "others");
  });

  const store = {
    online: false,
    onState: () => {},
    onUnits: () => {},
    onConflicts: () => {},
    decided: () => Object.keys(decisions).length,

    async load() {
      edition = JSON.parse(vertaal.byId("edition").textContent);
      edition.units.forEach((unit) => units.set(unit.id, unit));
      shelf.edition = `${edition.name}|${edition.made}`;
      refresh();
      for (const [which, list] of JSON.parse(sessionStorage.getItem(shelf.key("before")) || "[]")) {
        before.set(which, list);
        group = Math.max(group, which);
      }
      return { ...edition, units: edition.units.map(({ id }) => view(id)) };
    },

    async change(changes) {
      group += 1;
      refresh();
      before.set(group, changes.map(({ id }) => [id, decisions[id]]));
      for (const { id, target, state, note } of changes) {
        const moved = target !== undefined && target !== view(id).target;
        decide(id, {
          ...(target === undefined ? {} : { target }),
          ...(state === undefined ? (moved ? { state: "translated" } : {}) : { state }),
          ...(note === undefined ? {} : { note }),
        });
      }
      keep();
      return { group, conflicts: [], units: changes.map(({ id }) => view(id)) };
    },

    async undo(which) {
      const changed = before.get(which) || [];
      refresh();
      for (const [id, decision] of changed) {
        if (decision) decisions[id] = decision;
        else delete decisions[id];
      }
      keep();
      return { conflicts: [], units: changed.map(([id]) => view(id)) };
    },

    // A small file: only what differs from what this page was made with.
    save() {
      const content = JSON.stringify({
        format: "vertaal-decisions",
        version: 1,
        edition: edition.name,
        reviewer: shelf.name(),
        decisions: Object.entries(decisions).map(([id, fields]) => ({
          id, source: units.get(id).source, rev: units.get(id).rev, shown: units.get(id).target, ...fields,
        })),
      }, null, 1);
      const name = `${edition.name.replace(/[^\p{L}\p{N}._-]+/gu, "-")}-decisions.json`;
      const link = vertaal.el("a", {
        href: URL.createObjectURL(new Blob([content], { type: "application/json" })), download: name,
      });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      return name;
    },
  };
  vertaal.store = store;
})();
