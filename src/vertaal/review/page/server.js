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
    const answer = await fetch(`/api/${number}/${name}`, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status === 403) throw new Away("locked");
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
      if (Object.keys(pending).length) setTimeout(flush, 0);
      return edition;
    },

    // Kept here first, sent, and forgotten when the server has it on disk.
    async change(changes, action) {
      const before = changes.map(({ id }) => [id, shelf.pending()[id]]);
      const based = changes.map((change) => ({
        ...change, rev: change.rev ?? units.get(change.id).rev, source: units.get(change.id).source,
      }));
      if (!shelf.keep(based) && down) throw new Error("This browser has no room to keep the change.");
      const sent = changes.map(({ id }) => shelf.pending()[id]).filter(Boolean);
      try {
        return await send(sent.length === changes.length ? sent : based, action);
      } catch (error) {
        if (!isAway(error)) {
          shelf.drop(sent);
          throw error;
        }
        setDown(error);
        const group = `kept-${Date.now()}-${taken.size}`;
        taken.set(group, before);
        return {
          group, conflicts: [], kept: true,
          units: changes.map(({ id }) => waiting(units.get(id), shelf.pending())),
        };
      }
    },

    async undo(group) {
      if (taken.has(group)) {
        const pending = shelf.pending();
        const ids = taken.get(group).map(([id, before]) => {
          if (before) pending[id] = before;
          else delete pending[id];
          return id;
        });
        shelf.write("pending", pending);
        return { group: null, conflicts: [], units: ids.map((id) => waiting(units.get(id), pending)) };
      }
      return received(await ask("undo", { group, by: shelf.name() }));
    },

    judge: (id, target) => ask("judge", { id, target }),
    proposals: (id) => ask(`proposals?id=${encodeURIComponent(id)}`),
    alternatives: (id) => ask(`alternatives?id=${encodeURIComponent(id)}`),
    addTerm: (row) => ask("term", row),
    publish: () => ask("publish", { by: shelf.name() }),
    documents: (name) => `/edition/${number}/${name}`,
  };

  const waiting = (unit, pending) =>
    pending[unit.id] ? { ...vertaal.foreseen(unit, pending[unit.id]), waiting: true } : unit;

  // One request after another: a later change is based on the earlier one's revision.
  const send = (changes, action) => {
    const turn = sending.catch(() => {}).then(async () => {
      const fresh = changes.map((change) => {
        const unit = units.get(change.id);
        return unit && unit.mine === change.rev ? { ...change, rev: unit.rev } : change;
      });
      const answer = received(await ask("change", { changes: fresh, action, by: shelf.name() }));
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
    store.onState(error instanceof Away ? "locked" : "down", Object.keys(shelf.pending()).length);
  };
  const setUp = () => {
    if (down) store.onState("up", 0);
    down = false;
  };

  const flush = async () => {
    const changes = Object.values(shelf.pending());
    if (!changes.length) return;
    try {
      const answer = await send(changes, "edit");
      store.onUnits(answer.units, "sent");
      if (answer.conflicts.length) store.onConflicts(answer.conflicts);
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
