// What the browser keeps: the reviewer's name, texts being typed, changes not yet confirmed.
"use strict";

(() => {
  const read = (key, otherwise, where = "localStorage") => {
    try {
      return JSON.parse(window[where].getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const write = (key, value, where = "localStorage") => {
    try {
      if (value === null) window[where].removeItem(key);
      else window[where].setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  vertaal.shelf = {
    edition: "",
    key: (what) => `vertaal|${vertaal.shelf.edition}|${what}`,
    read: (what, otherwise) => read(vertaal.shelf.key(what), otherwise),
    write: (what, value) => write(vertaal.shelf.key(what), value),
    // What belongs to this window alone, and goes with it.
    passing: {
      read: (what, otherwise) => read(vertaal.shelf.key(what), otherwise, "sessionStorage"),
      write: (what, value) => write(vertaal.shelf.key(what), value, "sessionStorage"),
    },
    // How a person likes the page, whatever it shows.
    liking: (what, otherwise) => read(`vertaal|${what}`, otherwise),
    setLiking: (what, value) => write(`vertaal|${what}`, value),

    name: () => read("vertaal|name", ""),
    setName: (name) => write("vertaal|name", name),

    // A text being typed, so that a closed tab or a power cut takes none of it.
    draft: (id) => vertaal.shelf.read("drafts", {})[id],
    setDraft(id, draft) {
      const drafts = vertaal.shelf.read("drafts", {});
      if (draft === null) delete drafts[id];
      else drafts[id] = draft;
      vertaal.shelf.write("drafts", Object.keys(drafts).length ? drafts : null);
    },

    // Changes on their way, by segment: several of one segment are one, based on the first's rev.
    pending: () => vertaal.shelf.read("pending", {}),
    keep(changes) {
      const pending = vertaal.shelf.pending();
      for (const change of changes) {
        const before = pending[change.id];
        // As at the server: a new text opens what was approved before it.
        const opened = before?.state && change.target !== undefined && change.target !== before.target;
        pending[change.id] = before
          ? { ...before, ...(opened ? { state: "translated" } : {}), ...change, rev: before.rev } : change;
      }
      return vertaal.shelf.write("pending", pending);
    },
    // Forget those that were sent, unless more was added to them meanwhile.
    drop(changes) {
      const pending = vertaal.shelf.pending();
      for (const change of changes) {
        if (JSON.stringify(pending[change.id]) === JSON.stringify(change)) delete pending[change.id];
      }
      vertaal.shelf.write("pending", Object.keys(pending).length ? pending : null);
    },
  };

  // A unit as it will stand once a change is confirmed.
  vertaal.foreseen = (unit, change) => {
    const target = change.target ?? unit.target;
    const moved = target !== unit.target;
    return {
      ...unit,
      target,
      note: change.note ?? unit.note,
      state: change.state ?? (moved ? "translated" : unit.state),
      origin: moved ? "human" : unit.origin,
      terms: moved ? unit.terms.map((term) => ({ ...term, found: null })) : unit.terms,
      findings: moved ? unit.findings.map((finding) => ({ ...finding, target: null })) : unit.findings,
    };
  };
})();
