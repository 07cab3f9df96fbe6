// The page itself: what happens when something is pressed, typed, saved or answered.
"use strict";

(() => {
  const { el, byId, shelf, list, side, tasks, store } = vertaal;
  const units = new Map();
  let order = [];
  let glossaries = [];
  let undone = [];
  let typed = 0;

  vertaal.unit = (id) => units.get(id);
  vertaal.units = () => order.map((id) => units.get(id));

  // Said to a screen reader, and for a moment to everybody.
  let gone = 0;
  vertaal.say = (text, visible = false) => {
    byId("said").textContent = text;
    byId("said").classList.toggle("unseen", !visible);
    clearTimeout(gone);
    gone = setTimeout(() => byId("said").classList.add("unseen"), 4000);
  };

  vertaal.tally = () => {
    const all = vertaal.units();
    return {
      total: all.length,
      done: all.filter(vertaal.approved).length,
      troubles: all.filter(vertaal.hasTroubles).length,
    };
  };

  const count = () => {
    const { total, done, troubles } = vertaal.tally();
    byId("progress").max = total || 1;
    byId("progress").value = done;
    byId("counts").textContent = `${done} of ${total} approved` +
      (troubles ? ` · ${troubles} with findings` : "");
    document.title = `${done}/${total} ${byId("title").textContent}`;
    vertaal.offerKinds();
  };

  // New values of units, ours or others', put in their rows.
  const take = (changed) => {
    for (const unit of changed) {
      units.set(unit.id, unit);
      list.update(unit);
      if (list.editor?.id === unit.id && list.editor.base === unit.mine) list.editor.base = unit.rev;
      if (unit.id === list.current) side.show(unit);
    }
    count();
  };

  // What is not answered yet: an undo, or the approval of many, is about it, too, and waits for it.
  let working = Promise.resolve();
  vertaal.change = (changes, action, said) => {
    const made = change(changes, action, said);
    working = Promise.allSettled([working, made]);
    return made;
  };
  vertaal.settled = async () => {
    for (let seen; seen !== working;) {
      seen = working;
      await seen;
    }
  };

  // What keys ask for is done in the order in which they are pressed, however late the answers.
  const inTurn = (job) => {
    const made = working.then(job);
    working = Promise.allSettled([made]);
    return made;
  };

  // A late answer takes nobody away from where they have gone meanwhile.
  const still = (id) => list.current === id && !list.editor && !document.querySelector("dialog[open]");

  const standing = (conflicts) => take(conflicts.filter(({ theirs }) => theirs)
    .map(({ id, theirs }) => ({ ...units.get(id), ...theirs, waiting: undefined })));

  const change = async (changes, action, said) => {
    try {
      const answer = await store.change(changes, action);
      take(answer.units);
      if (answer.group) {
        undone.push({ group: answer.group, id: changes[0].id });
        shelf.passing.write("undo", undone.slice(-200));
      }
      if (answer.conflicts.length) {
        standing(answer.conflicts);
        tasks.conflicts(answer.conflicts);
        return false;
      }
      if (byId("banner").className === "mistake") banner("");
      vertaal.say(answer.kept ? "Kept in this browser until the server is back" : said);
      return true;
    } catch (error) {
      banner(`Not saved: ${error.message}`, "mistake");
      return false;
    }
  };

  const undo = () => {
    const at = list.current;
    return inTurn(() => undoLast(at));
  };

  const undoLast = async (at) => {
    const last = undone.pop();
    if (!last) return vertaal.say("Nothing to undo", true);
    try {
      const answer = await store.undo(last.group);
      take(answer.units);
      shelf.passing.write("undo", undone);
      if (answer.conflicts.length) vertaal.say("Not undone: it was changed again meanwhile", true);
      else vertaal.say("Undone", true);
      if (still(at) && list.visible(last.id)) list.select(last.id);
    } catch (error) {
      undone.push(last);
      banner(`Not undone: ${error.message}`, "mistake");
    }
    return undefined;
  };

  // Moving about

  const { step, stepBlock, toEnd } = vertaal.moving;
  const { isOpen, hasTroubles } = vertaal;
  const nextOpen = () => step(1, isOpen, true) || vertaal.say("Every segment is approved", true);
  const nextTrouble = () => step(1, hasTroubles, true) || vertaal.say("No findings", true);
  const current = () => units.get(list.current);

  // Editing

  vertaal.edit = (id = list.current) => {
    const unit = units.get(id);
    if (!unit) return;
    if (list.editor && list.editor.id !== id) save();
    const draft = shelf.draft(id);
    list.edit(unit, draft?.target ?? unit.target, draft?.rev ?? unit.rev);
    judge(id, list.editor.area.value);
  };

  const leave = () => {
    const { id } = list.editor;
    shelf.setDraft(id, null);
    list.close();
    side.show(units.get(id));
    list.select(id);
  };

  const save = async (state) => {
    const { id, area, base } = list.editor;
    const target = area.value.trim();
    if (state && !target) {
      vertaal.say("There is no English to approve", true);
      return false;
    }
    const unit = units.get(id);
    const change = { id, rev: base };
    if (target !== unit.target || base !== unit.rev) change.target = target;
    if (state) change.state = state;
    list.close();
    if (Object.keys(change).length > 2) {
      const done = await vertaal.change([change], state ? "approve" : "edit", state ? "Saved and approved" : "Saved");
      if (!done) {
        // What could not be saved is open again, unless a conflict asks about it first or another
        // text is being typed: then it stays a draft.
        if (!list.editor && !document.querySelector("dialog[open]")) vertaal.edit(id);
        return false;
      }
    }
    if (list.editor?.id !== id) shelf.setDraft(id, null);
    return true;
  };

  const judge = async (id, text) => {
    if (!store.judge) return;
    const turn = ++typed;
    try {
      const verdict = await store.judge(id, text);
      if (turn !== typed || list.editor?.id !== id) return;
      const troubles = vertaal.troubles(verdict);
      list.editor.verdicts.replaceChildren(...troubles.map((finding) =>
        el("li", { class: finding.severity }, finding.message)));
      side.show({ ...units.get(id), ...verdict, target: units.get(id).target });
      if (troubles.length) vertaal.say(troubles.map(({ message }) => message).join(". "));
    } catch { /* The checks come again with the next key, or on saving. */ }
  };
  let pause = 0;
  list.onTyped = (id, text) => {
    clearTimeout(pause);
    pause = setTimeout(() => judge(id, text), 250);
  };

  // A text that is still on its way to the server is approved as it will stand, not as it stood.
  const approve = (onward = true) => {
    const id = list.current;
    if (!units.has(id)) return undefined;
    const before = vertaal.approved(units.get(id));
    return inTurn(() => approveOne(id, before, onward));
  };

  const approveOne = async (id, before, onward) => {
    if (byId("conflict").open) return;
    const unit = units.get(id);
    if (vertaal.approved(unit)) {
      // Where it was not when the key was pressed, an earlier key has seen to it.
      if (before) await vertaal.change([{ id, state: "translated", rev: unit.rev }], "reopen", "Open again");
      return;
    }
    if (drafted()(unit)) {
      if (!still(id)) return;
      vertaal.say("A text you were typing is still here", true);
      vertaal.edit(id);
      return;
    }
    if (!unit.target.trim()) {
      vertaal.say("There is no English to approve", true);
      return;
    }
    const done = await vertaal.change([{ id, state: "reviewed", rev: unit.rev }], "approve", "Approved");
    if (done && onward && still(id)) step(1, isOpen);
  };

  // Whether a text of a segment was typed and not saved: what stands there is not what was meant.
  const drafted = () => {
    const drafts = shelf.read("drafts", {});
    return ({ id, target }) => id in drafts && drafts[id].target.trim() !== target;
  };

  const approveMany = (among = () => true) => inTurn(() => approveAmong(among));
  const approveAmong = async (among) => {
    if (byId("conflict").open) return undefined;
    const left = drafted();
    const changes = vertaal.units().filter(among).filter(isOpen)
      .filter((unit) => unit.target.trim() && !left(unit))
      .map(({ id, rev }) => ({ id, rev, state: "reviewed" }));
    if (!changes.length) return vertaal.say("Nothing left to approve", true);
    return vertaal.change(changes, "approve", `${vertaal.count(changes.length, "segment")} approved`);
  };
  const approveBlock = async (block, onward = false) => {
    const id = list.current;
    const done = await approveMany((unit) => unit.block === block);
    if (done === true && onward && still(id)) step(1, isOpen);
  };
  vertaal.approveAll = () => approveMany();

  const use = (at) => {
    const found = side.offers()[at];
    if (!found) return false;
    vertaal.edit();
    list.editor.area.value = found.target;
    list.editor.area.dispatchEvent(new Event("input"));
    return true;
  };

  const { banner, filter } = vertaal;
  store.onState = (state, kept) => banner(vertaal.stateOf(state, kept));
  store.onUnits = (changed, why) => {
    take(changed);
    if (why === "sent" && changed.length) vertaal.say(`${vertaal.count(changed.length, "kept change")} sent and saved`, true);
    if (why === "others" && changed.some(({ id }) => id === list.editor?.id && units.get(id).rev !== list.editor.base)) {
      vertaal.say("Somebody else has just changed the segment you are editing", true);
    }
  };
  store.onConflicts = (conflicts) => {
    standing(conflicts);
    tasks.conflicts(conflicts);
  };

  const doing = {
    approve: () => approve(),
    edit: () => vertaal.edit(),
    comment: () => tasks.comment(current()),
    term: () => tasks.term(current(), glossaries),
    undo,
    alternatives: () => side.alternatives(),
  };

  const { key } = vertaal;
  key("Move", ["ArrowDown", "j"], "next segment", () => step(1));
  key("Move", ["ArrowUp", "k"], "previous segment", () => step(-1));
  key("Move", ["J"], "next question or answer", () => stepBlock(1));
  key("Move", ["K"], "previous question or answer", () => stepBlock(-1));
  key("Move", ["Home", "End"], "first or last segment", (name) => toEnd(name === "Home" ? 0 : -1));
  key("Move", ["n"], "next segment that is not approved", nextOpen);
  key("Move", ["f"], "next segment with a finding", nextTrouble);
  key("Move", ["l"], "look here first: what the model may have got wrong, the worst first", () =>
    vertaal.moving.toDoubtful() || vertaal.say("Nothing calls for a look", true));
  key("Move", ["/"], "find text", () => byId("filter-text").focus());
  key("Move", ["i"], "to the details of the segment", () => byId("side").querySelector("button")?.focus());
  key("Move", ["Escape"], "back to the segment", () => {
    if (!list.current) return false;
    list.select(list.current);
    return true;
  });
  key("Decide", ["a"], "approve the segment and go on; or open it again", doing.approve);
  key("Decide", ["A"], "approve the whole question or answer and go on", () => approveBlock(current()?.block, true));
  key("Decide", ["Enter", "e"], "edit the English", doing.edit);
  key("Decide", ["c"], "comment", doing.comment);
  key("Decide", ["u", "Ctrl+z"], "undo your last change", undo);
  key("While editing", ["Ctrl+Enter"], "save, approve and go on", null);
  key("While editing", ["Alt+Enter"], "save", null);
  key("While editing", ["Escape"], "leave the text as it was", null);
  if (store.addTerm) key("While editing", ["Alt+g"], "add the selected words to the glossary", null);
  key("Tools", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "take over a proposal", (name) => use(Number(name) - 1));
  if (store.alternatives) key("Tools", ["x"], "other translations", doing.alternatives);
  key("Tools", ["d"], "show or hide what the machine wrote", () =>
    vertaal.say(list.compare() ? "Changes against the machine are shown" : "Changes are hidden", true));
  if (store.addTerm) key("Tools", ["g"], "add the selected words to the glossary", doing.term);
  key("Tools", ["r"], "search and replace", () => tasks.replace());
  key("Tools", ["p"], store.online ? "publish" : "save your decisions to a file", () => tasks.publish());
  key("Tools", ["?"], "these keys", vertaal.help);

  list.onSelect = (id) => {
    shelf.write("place", id);
    side.show(units.get(id));
  };

  // A button pressed while a text is open is about that text.
  const pressed = async ({ do: what, block }) => {
    if (list.editor && what === "approve") {
      const { id } = list.editor;
      if (await save("reviewed") && still(id)) list.select(id);
      return;
    }
    if (list.editor && what !== "edit" && !(await save())) return;
    if (what === "approve-block") approveBlock(block);
    else doing[what]?.();
  };

  const listen = () => {
    document.addEventListener("click", (event) => {
      const at = event.target.closest("[data-do], [data-offer]");
      if (at?.dataset.offer) use(Number(at.dataset.offer));
      else if (at) pressed(at.dataset);
    });
    byId("segments").addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      if (!row || event.target.closest("textarea")) return;
      // A selection is for copying, or for the glossary: it does not open the editor.
      const chosen = !getSelection().isCollapsed;
      if (event.target.closest(".sign")) {
        if (list.editor) return;
        list.select(row.dataset.id);
        approve(false);
      } else if (event.target.closest(".target") && !chosen) vertaal.edit(row.dataset.id);
      else list.select(row.dataset.id, !chosen);
    });
    byId("segments").addEventListener("keydown", async (event) => {
      if (!list.editor || event.target !== list.editor.area || event.isComposing) return;
      if (event.key === "Escape") {
        event.preventDefault();
        leave();
      } else if (event.altKey && event.key === "g" && store.addTerm) {
        event.preventDefault();
        const { selectionStart, selectionEnd, value } = event.target;
        tasks.term(current(), glossaries, value.slice(selectionStart, selectionEnd));
      } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.altKey)) {
        event.preventDefault();
        const { id } = list.editor;
        const approving = !event.altKey;
        if (await save(approving ? "reviewed" : undefined) && still(id)) {
          list.select(id);
          if (approving) step(1, isOpen);
        }
      }
    });
    // Going elsewhere saves what was typed; a button on its way down will do that itself, so that
    // text and approval are one change.
    const left = (editor) => {
      if (list.editor === editor && !side.pressing() && document.hasFocus() &&
        document.activeElement !== editor.area && !document.querySelector("dialog[open]")) save();
    };
    const leaving = () => {
      const { editor } = list;
      if (editor) setTimeout(() => left(editor), 0);
    };
    byId("segments").addEventListener("focusout", (event) => {
      if (event.target === list.editor?.area) leaving();
    });
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, leaving);
    byId("filter-state").addEventListener("change", filter);
    byId("filter-text").addEventListener("input", filter);
    // Enter goes to what is shown, Escape shows everything again.
    for (const field of [byId("filter-state"), byId("filter-text")]) {
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        if (event.key === "Escape") {
          field.value = "";
          filter();
        }
        event.preventDefault();
        if (list.current && list.visible(list.current)) list.select(list.current);
        else toEnd(0);
      });
    }
    const press = { "do-replace": tasks.replace, "do-help": vertaal.help, "do-publish": tasks.publish, "next-open": nextOpen, "next-trouble": nextTrouble };
    for (const [id, run] of Object.entries(press)) {
      byId(id).addEventListener("click", async () => {
        if (!list.editor || await save()) run();
      });
    }
    // A dialog gives the focus back to the segment it was about.
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.addEventListener("close", () => {
        if (list.current && !list.editor && document.activeElement === document.body) list.select(list.current);
      });
    }
  };

  const start = async () => {
    let edition;
    try {
      edition = await store.load();
    } catch (error) {
      banner(`The edition cannot be shown: ${error.message}`);
      return;
    }
    order = edition.units.map(({ id }) => id);
    edition.units.forEach((unit) => units.set(unit.id, unit));
    glossaries = edition.glossaries || [];
    byId("title").textContent = edition.name;
    byId("subtitle").textContent = [edition.source, edition.reference].filter(Boolean).join(" · ");
    undone = shelf.passing.read("undo", []);
    list.build(edition);
    count();
    listen();
    const place = shelf.read("place");
    const first = units.has(place) ? place : order[0];
    if (first) list.select(first, first === place);
    const drafts = Object.keys(shelf.read("drafts", {})).filter((id) => units.has(id));
    if (drafts.length) {
      vertaal.say("A text you were typing is still here", true);
      vertaal.edit(drafts[0]);
    }
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  };

  document.addEventListener("DOMContentLoaded", start);
})();
