// The store behind the page, where the page's own file holds the edition: no server is needed.
"use strict";

(() => {
  const { shelf } = vertaal;
  const units = new Map();
  // Each decision is kept under a key of its own: two windows with this page write over nothing
  // that the other decided elsewhere. `at`, the moment of it, is the revision of what stands then.
  const decisions = new Map();
  // Those for which the browser has no room: this window alone knows them.
  const unkept = new Set();
  // What the changes of this window replaced, by their moment: [id, decision before, `at` after].
  let past = new Map();
  let edition = null;
  let latest = 0;

  const place = (id) => `decision|${id}`;
  const atOf = (id) => decisions.get(id)?.at ?? null;
  const view = (id) => {
    const unit = units.get(id);
    return { ...vertaal.foreseen(unit, decisions.get(id) || {}), rev: atOf(id) ?? unit.rev };
  };

  const stated = (id) => {
    const { target, state, note } = view(id);
    return { target, state, note };
  };

  const put = (id, decision) => {
    if (decision) decisions.set(id, decision);
    else decisions.delete(id);
  };

  // What a person decided, or the file's own text where that is back.
  const decide = (id, fields) => {
    const unit = units.get(id);
    const now = { ...decisions.get(id), ...fields };
    for (const name of ["target", "note", "state"]) {
      // A new text opens what was approved: approving it again is a decision of its own.
      if (name === "state" && "target" in now) continue;
      if (now[name] === unit[name] || now[name] === undefined) delete now[name];
    }
    put(id, Object.keys(now).length > 1 ? now : null);
  };

  const keep = (ids) => {
    for (const id of ids) {
      if (shelf.write(place(id), decisions.get(id) ?? null)) unkept.delete(id);
      else unkept.add(id);
    }
    if (unkept.size) store.onState("full", 0);
    shelf.passing.write("past", [...past].slice(-200));
  };

  // Look at what another window may have decided since.
  const refresh = (ids) => {
    const changed = ids.filter((id) => {
      const before = atOf(id);
      if (!unkept.has(id)) put(id, shelf.read(place(id), null));
      return atOf(id) !== before;
    });
    if (changed.length) store.onUnits(changed.map(view), "others");
  };
  const refreshAll = () => refresh([...units.keys()]);
  window.addEventListener("storage", ({ key }) => {
    const start = shelf.key(place(""));
    if (key === null) refreshAll();
    else if (key.startsWith(start) && units.has(key.slice(start.length))) refresh([key.slice(start.length)]);
  });
  // A page that the browser had put aside was told of nothing.
  window.addEventListener("pageshow", ({ persisted }) => persisted && refreshAll());

  const store = {
    online: false,
    onState: () => {},
    onUnits: () => {},
    onConflicts: () => {},
    decided: () => decisions.size,

    async load() {
      edition = JSON.parse(vertaal.byId("edition").textContent);
      edition.units.forEach((unit) => units.set(unit.id, unit));
      shelf.edition = `${edition.name}|${edition.key}`;
      past = new Map(shelf.passing.read("past", []));
      refreshAll();
      return { ...edition, units: edition.units.map(({ id }) => view(id)) };
    },

    async change(changes) {
      refresh(changes.map(({ id }) => id));
      latest = Math.max(Date.now(), latest + 1);
      const made = [];
      const conflicts = [];
      for (const { id, rev, target, state, note } of changes) {
        const stands = view(id);
        const asked = Object.entries({ target, state, note }).filter(([, value]) => value !== undefined);
        if (rev !== stands.rev && asked.some(([name, value]) => stands[name] !== value)) {
          conflicts.push({ id, yours: { target: null, state: null, note: null, ...Object.fromEntries(asked) }, theirs: stands });
          continue;
        }
        const before = decisions.get(id) ?? null;
        const moved = target !== undefined && target !== stands.target;
        decide(id, { ...(moved ? { state: "translated" } : {}), ...Object.fromEntries(asked), at: latest });
        made.push([id, before, atOf(id), stands.rev]);
      }
      past.set(latest, made.map(([id, before, after]) => [id, before, after]));
      keep(made.map(([id]) => id));
      return {
        group: made.length ? latest : null, conflicts, units: made.map(([id, , , mine]) => ({ ...view(id), mine })),
      };
    },

    async undo(which) {
      const changed = past.get(which);
      if (!changed) return { conflicts: [which], units: [] };
      const ids = changed.map(([id]) => id);
      refresh(ids);
      const conflicts = changed.filter(([id, , after]) => atOf(id) !== after);
      for (const [id, before, after] of changed) if (atOf(id) === after) put(id, before);
      past.delete(which);
      keep(ids);
      return { conflicts, units: ids.map(view) };
    },

    // A small file: only what differs from what this page was made with.
    save() {
      refreshAll();
      const sent = shelf.read("sent", {});
      const told = [...units.values()].filter(({ id }) => decisions.has(id) || sent[id]);
      const content = JSON.stringify({
        format: "vertaal-decisions",
        version: 1,
        edition: edition.name,
        reviewer: shelf.name(),
        // What an earlier file said is said anew, also where it was taken back since.
        decisions: told.map(({ id, source, rev, target }) => {
          const { at, ...fields } = decisions.get(id) || {};
          return { id, source, rev, shown: target, ...fields, ...(sent[id] ? { ...stated(id), sent: sent[id] } : {}) };
        }),
      }, null, 1);
      shelf.write("sent", Object.fromEntries(told.map(({ id }) => [id, stated(id)])));
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
