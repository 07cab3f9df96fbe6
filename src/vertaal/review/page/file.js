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

  const keep = () => {
    if (!shelf.write("decisions", Object.keys(decisions).length ? decisions : null)) store.onState("full", 0);
  };

  const store = {
    online: false,
    onState: () => {},
    onUnits: () => {},
    onConflicts: () => {},
    decided: () => Object.keys(decisions).length,

    async load() {
      edition = JSON.parse(vertaal.byId("edition").textContent);
      edition.units.forEach((unit) => units.set(unit.id, unit));
      shelf.edition = `${edition.name}|${edition.key}`;
      decisions = shelf.read("decisions", {});
      for (const id of Object.keys(decisions)) if (!units.has(id)) delete decisions[id];
      return { ...edition, units: edition.units.map(({ id }) => view(id)) };
    },

    async change(changes) {
      group += 1;
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
