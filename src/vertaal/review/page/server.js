// The store behind the page, where a server keeps the edition.
"use strict";

(() => {
  const number = location.pathname.split("/")[2];
  const { shelf } = vertaal;
  let units = new Map();
  let stamp = "";
  let down = false;
  let sending = Promise.resolve();
  const taken = new Map();

  const ask = async (name, body) => {
    const headers = shelf.edition ? { "X-Vertaal-Edition": shelf.edition } : {};
    const answer = await fetch(`/api/${number}/${name}`, body === undefined ? { headers } : {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status === 403) throw new Away("locked");
    // Another server at this address: what is kept here is not for its edition.
    if (answer.status === 410) throw new Away("other");
    const value = await answer.json();
    if (!answer.ok && answer.status !== 409) throw new Error(value.error || "The server refused.");
    return value;
  };
  class Away extends Error {}
  const isAway = (error) => error instanceof TypeError || error instanceof Away;

  const store = {
    online: true,
    onState: () => {},
    onUnits: () => {},
    onConflicts: () => {},

    async load() {
      const edition = await ask("edition");
      stamp = edition.stamp;
      units = new Map(edition.units.map((unit) => [unit.id, unit]));
      shelf.edition = edition.key;
      const pending = shelf.pending();
      edition.units = edition.units.map((unit) => waiting(unit, pending));
      setInterval(pulse, 2000);
      if (Object.keys(pending).length || shelf.read("undos")) setTimeout(flush, 0);
      return edition;
    },

    // Kept here first, sent, and forgotten when the server has it on disk. The change is named
    // here, so that it can be taken back also where its answer was lost on the way.
    async change(changes, action) {
      const group = named();
      const before = changes.map(({ id }) => [id, shelf.pending()[id]]);
      const based = changes.map((change) => ({
        ...change, group, rev: change.rev ?? units.get(change.id).rev, source: units.get(change.id).source,
      }));
      if (!shelf.keep(based) && down) throw new Error("This browser has no room to keep the change.");
      const sent = changes.map(({ id }) => shelf.pending()[id]).filter(Boolean);
      try {
        return await send(sent.length === changes.length ? sent : based, action, group);
      } catch (error) {
        if (!isAway(error)) {
          shelf.drop(sent);
          throw error;
        }
        setDown(error);
        taken.set(group, before);
        return {
          group, conflicts: [], kept: true,
          units: changes.map(({ id }) => waiting(units.get(id), shelf.pending())),
        };
      }
    },

    async undo(group) {
      const pending = shelf.pending();
      const kept = Object.values(pending).filter((change) => change.group === group);
      if (!kept.length) return received(await ask("undo", { group, by: shelf.name() }));
      const before = new Map(taken.get(group));
      for (const { id } of kept) {
        if (before.get(id)) pending[id] = before.get(id);
        else delete pending[id];
      }
      shelf.write("pending", pending);
      shelf.write("undos", [...shelf.read("undos", []), group]);
      return { group: null, conflicts: [], units: kept.map(({ id }) => waiting(units.get(id), pending)) };
    },

    judge: (id, target) => ask("judge", { id, target }),
    proposals: (id) => ask(`proposals?id=${encodeURIComponent(id)}`),
    alternatives: (id) => ask(`alternatives?id=${encodeURIComponent(id)}`),
    addTerm: (row) => ask("term", row),
    async publish() {
      if (Object.keys(shelf.pending()).length) await flush();
      if (Object.keys(shelf.pending()).length) throw new Error("Not published: what is kept in this browser has to be saved first.");
      return ask("publish", { by: shelf.name() });
    },
    documents: (name) => `/edition/${number}/${name}`,
  };

  const named = () => [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const waiting = (unit, pending) =>
    pending[unit.id] ? { ...vertaal.foreseen(unit, pending[unit.id]), waiting: true } : unit;

  // One request after another: a later change is based on the earlier one's revision.
  const send = (changes, action, group) => {
    const turn = sending.catch(() => {}).then(async () => {
      const fresh = changes.map((change) => {
        const unit = units.get(change.id);
        return unit && unit.mine === change.rev ? { ...change, rev: unit.rev } : change;
      });
      const answer = received(await ask("change", { changes: fresh, action, group, by: shelf.name() }));
      shelf.drop(changes);
      setUp();
      return answer;
    });
    sending = turn;
    return turn;
  };

  const received = (answer) => {
    // After a conflict the others' text has yet to come with its terms and findings.
    stamp = answer.conflicts.length ? "" : answer.stamp;
    const pending = shelf.pending();
    for (const unit of answer.units) {
      const before = units.get(unit.id);
      // `mine`: the revision that our own confirmed change replaced.
      units.set(unit.id, { ...unit, mine: before && before.rev < unit.rev ? before.rev : undefined });
    }
    for (const { id, theirs } of answer.conflicts) {
      if (theirs) units.set(id, { ...units.get(id), ...theirs, mine: undefined });
    }
    return { ...answer, units: answer.units.map((unit) => (pending[unit.id] ? unit : units.get(unit.id))) };
  };

  const setDown = (error) => {
    down = true;
    store.onState(error instanceof Away ? error.message : "down", Object.keys(shelf.pending()).length);
  };
  const setUp = () => {
    if (down) store.onState("up", 0);
    down = false;
  };

  const flush = async () => {
    const changes = Object.values(shelf.pending());
    try {
      for (const group of shelf.read("undos", [])) {
        store.onUnits(received(await ask("undo", { group, by: shelf.name() })).units, "undone");
        const left = shelf.read("undos", []).filter((each) => each !== group);
        shelf.write("undos", left.length ? left : null);
      }
      const answers = [];
      for (const group of new Set(changes.map((change) => change.group))) {
        answers.push(await send(changes.filter((change) => change.group === group), "edit", group));
      }
      store.onUnits(answers.flatMap((answer) => answer.units), "sent");
      const conflicts = answers.flatMap((answer) => answer.conflicts);
      if (conflicts.length) store.onConflicts(conflicts);
    } catch (error) {
      if (isAway(error)) setDown(error);
      else store.onState("refused", changes.length);
    }
  };

  const pulse = async () => {
    try {
      let news = await ask(`news?since=${encodeURIComponent(stamp)}`);
      const back = down;
      setUp();
      if (back) await flush();
      if (news.stamp === stamp) return;
      await sending.catch(() => {});
      if (!news.units) {
        news = await ask("edition");
        if (news.units.length !== units.size || news.units.some(({ id }) => !units.has(id))) {
          stamp = news.stamp;
          store.onState("rebuilt", 0);
          return;
        }
      }
      stamp = news.stamp;
      // What was answered before a change of ours was confirmed may be older than it.
      const others = news.units.filter((unit) => {
        const { mine, ...known } = units.get(unit.id) || unit;
        return known.rev <= unit.rev && JSON.stringify(known) !== JSON.stringify(unit);
      });
      for (const unit of others) units.set(unit.id, unit);
      store.onUnits(others, "others");
    } catch (error) {
      if (isAway(error)) setDown(error);
    }
  };

  vertaal.store = store;
})();
