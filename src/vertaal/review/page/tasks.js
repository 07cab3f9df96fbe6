// The tasks that open a dialog: replace, comment, glossary, conflict, publish.
"use strict";

(() => {
  const { el, byId, shelf, store } = vertaal;
  const tasks = {};
  const PART = 60;

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  const pattern = () => {
    const find = byId("replace-find").value;
    if (!find) return null;
    const word = byId("replace-word").checked;
    const before = word && /^[\p{L}\p{N}_]/u.test(find) ? "(?<![\\p{L}\\p{N}_])" : "";
    const after = word && /[\p{L}\p{N}_]$/u.test(find) ? "(?![\\p{L}\\p{N}_])" : "";
    return new RegExp(before + escaped(find) + after, byId("replace-case").checked ? "gu" : "giu");
  };

  // A capital at the place stays a capital, unless the case was asked for.
  const put = (found, by) => {
    const capital = !byId("replace-case").checked && /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(by);
    return capital ? by[0].toUpperCase() + by.slice(1) : by;
  };

  // The places found, as [unit, text after]; those that the reviewer leaves out, by id.
  let hits = [];
  const leftOut = new Set();
  let drawing = 0;

  const line = ([unit, after]) => {
    const same = unit.target === after;
    return el("li", {}, el("label", {},
      el("input", { type: "checkbox", checked: !same && !leftOut.has(unit.id), value: unit.id, disabled: same }),
      vertaal.compared(unit.target, after, "en")));
  };

  const preview = () => {
    const expression = pattern();
    const by = byId("replace-by").value;
    let places = 0;
    const change = (found) => {
      places += 1;
      return put(found, by);
    };
    hits = [];
    if (expression) {
      for (const unit of vertaal.units()) {
        const before = places;
        const after = unit.target.replace(expression, change);
        if (places > before) hits.push([unit, after]);
      }
    }
    const approved = hits.filter(([unit]) => vertaal.approved(unit)).length;
    byId("replace-count").textContent = expression === null ? "" :
      `${vertaal.count(places, "place")} in ${vertaal.count(hits.length, "segment")}` +
      (approved ? `; ${approved} of them approved, which will be open again` : "");
    byId("replace-do").disabled = !hits.some(([unit, after]) => unit.target !== after);
    // The first at once, the others while nothing is typed.
    const waiting = [...hits];
    byId("replace-list").replaceChildren(...waiting.splice(0, PART).map(line));
    clearTimeout(drawing);
    const later = () => {
      byId("replace-list").append(...waiting.splice(0, PART).map(line));
      if (waiting.length) drawing = setTimeout(later, 0);
    };
    if (waiting.length) drawing = setTimeout(later, 400);
  };

  tasks.replace = () => {
    const chosen = String(getSelection()).trim();
    if (chosen && chosen.length < 80) byId("replace-find").value = chosen;
    leftOut.clear();
    preview();
    byId("replace").showModal();
    byId("replace-find").select();
    vertaal.settled().then(looked);
  };

  // A text that was on its way when its places were shown is shown anew: what was typed stays.
  const looked = () => {
    const moved = hits.some(([{ id, rev }]) => vertaal.unit(id).rev !== rev);
    if (moved) preview();
    return !moved;
  };

  const replaceAll = async () => {
    await vertaal.settled();
    if (!byId("replace").open) return;
    if (!looked()) {
      vertaal.say("The text has changed meanwhile: look again", true);
      return;
    }
    const changes = hits.filter(([unit, after]) => unit.target !== after && !leftOut.has(unit.id))
      .map(([{ id, rev }, after]) => ({ id, target: after, rev }));
    byId("replace").close();
    if (changes.length > 100) vertaal.say(`Changing ${changes.length} segments…`, true);
    if (changes.length) await vertaal.change(changes, "replace", `${vertaal.count(changes.length, "segment")} changed`);
  };

  tasks.comment = (unit) => {
    byId("comment-source").textContent = unit.source;
    byId("comment-text").value = unit.note;
    Object.assign(byId("comment").dataset, { id: unit.id, rev: unit.rev });
    byId("comment").showModal();
    byId("comment-text").focus();
  };

  const saveComment = async () => {
    const { id, rev } = byId("comment").dataset;
    const note = byId("comment-text").value.trim();
    const done = await vertaal.change([{ id, note, rev: Number(rev) }], "comment", "Comment saved");
    // What was refused is still there to be saved again.
    if ((done || byId("conflict").open) && byId("comment").dataset.id === id) byId("comment").close();
  };

  // The selection decides which side it fills; the term at hand fills the other.
  // While the English is being edited, `words` are what is selected there.
  tasks.term = (unit, files, words = null) => {
    const chosen = getSelection();
    const text = (words ?? String(chosen)).trim().replace(/\s+/g, " ");
    const inside = words === null && chosen.anchorNode?.parentElement?.closest(".source, .target");
    const dutch = inside && inside.classList.contains("source");
    byId("term-source").value = dutch ? text : "";
    byId("term-target").value = words !== null || (inside && !dutch) ? text : "";
    offerWords("term-dutch", unit?.source);
    offerWords("term-english", unit?.target);
    byId("term-note").value = "";
    byId("term-error").textContent = "";
    byId("term-file").replaceChildren(...files.map((name, at) => el("option", { value: at }, name)));
    byId("term").showModal();
    byId(dutch && text ? "term-target" : "term-source").focus();
    byId("term").dataset.id = unit?.id || "";
  };

  // The words of the sentence, so that they need not be typed where nothing can be selected.
  const offerWords = (id, text) => {
    const words = new Set((text || "").match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu));
    byId(id).replaceChildren(...[...words].map((word) => el("option", { value: word })));
  };

  const saveTerm = async () => {
    const value = (name) => byId(`term-${name}`).value;
    try {
      const added = await store.addTerm({
        source: value("source"), target: value("target"), status: value("status"),
        note: value("note"), file: Number(value("file")),
      });
      byId("term").close();
      vertaal.say(`${added.source} → ${added.target} is in ${added.file}; the next build uses it`, true);
    } catch (error) {
      byId("term-error").textContent = error.message;
    }
  };

  // Conflicts are put one after another; a text of ours is a draft until it is decided on.
  const queue = [];
  let conflict = null;

  tasks.conflicts = (list) => {
    for (const entry of list) {
      if (typeof entry.yours.target === "string" && entry.theirs) {
        // Of no revision that there is, so that whoever leaves now is asked again on saving.
        shelf.setDraft(entry.id, { target: entry.yours.target, rev: -1 });
      }
      queue.push(entry);
    }
    if (!conflict) nextConflict();
  };

  const nextConflict = () => {
    conflict = queue.shift() || null;
    if (!conflict) return;
    const { yours, theirs, id } = conflict;
    const unit = vertaal.unit(id);
    const words = typeof yours.target === "string";
    byId("conflict-title").textContent = theirs ? "This segment was changed meanwhile" : "This segment is no longer in the document";
    byId("conflict-why").textContent = !theirs
      ? "The document was built anew and the Dutch sentence has gone or changed. Copy your text if you need it."
      : words ? "Somebody else, or another window, saved this segment after you began. Nothing of yours has been saved yet."
        : "Somebody else, or another window, saved this segment after you began. Look at what stands there now.";
    byId("conflict-source").textContent = unit?.source || "";
    byId("conflict-theirs").textContent = theirs ? theirs.target + (theirs.note ? ` (comment: ${theirs.note})` : "") : "—";
    byId("conflict-yours").textContent = [
      words ? yours.target : null, yours.note ? `Comment: ${yours.note}` : null,
      !words && yours.state ? (yours.state === "reviewed" ? "Approve it" : "Open it again") : null,
    ].filter(Boolean).join(" · ");
    byId("conflict-difference").replaceChildren(words && theirs ? vertaal.compared(theirs.target, yours.target, "en") : "");
    byId("conflict-edit").hidden = !words || !theirs;
    byId("conflict-mine").hidden = !theirs;
    ask();
  };

  // Not with a button at hand: it may come while something else is being typed.
  let asking = false;
  const ask = () => {
    asking = true;
    byId("conflict").showModal();
    byId("conflict-title").focus();
  };

  const decided = async (what) => {
    const { id, yours, theirs } = conflict;
    asking = false;
    byId("conflict").close();
    let decision = true;
    if (what === "mine") {
      const fields = Object.fromEntries(Object.entries(yours).filter(([, value]) => value !== null));
      decision = await vertaal.change([{ id, ...fields, rev: theirs.rev }], "edit", "Yours is saved");
    }
    if (what === "edit") shelf.setDraft(id, { target: yours.target, rev: theirs.rev });
    else if (decision) shelf.setDraft(id, null);
    conflict = null;
    if (what === "edit") vertaal.edit(id);
    else if (theirs && !vertaal.list.editor) vertaal.list.select(id);
    if (!byId("conflict").open) nextConflict();
  };

  const howFar = () => {
    const { done, total, troubles } = vertaal.tally();
    byId("publish-state").textContent =
      `${done} of ${vertaal.count(total, "segment is", "segments are")} approved` +
      (troubles ? `, and ${vertaal.count(troubles, "segment has", "segments have")} findings` : "") +
      (store.online ? ". The edition will say how much was reviewed."
        : `. You decided on ${vertaal.count(store.decided(), "segment")}. Save them to a file and send it back to whoever gave you this page.`);
    byId("approve-all").hidden = done === total;
  };

  tasks.publish = () => {
    howFar();
    byId("publish-name").value = shelf.name();
    byId("publish-said").replaceChildren();
    byId("publish").showModal();
    vertaal.settled().then(howFar);
  };

  const publish = async () => {
    shelf.setName(byId("publish-name").value.trim());
    const said = byId("publish-said");
    said.replaceChildren(store.online ? "Writing the documents…" : "");
    byId("publish-do").disabled = true;
    await vertaal.settled();
    if (!store.online) {
      const name = store.save();
      said.replaceChildren(`Saved as ${name}, in the folder for downloads.`);
      byId("publish-do").disabled = false;
      return;
    }
    try {
      const { reviewed, total, documents, reviewers } = await store.publish();
      said.replaceChildren(
        `Published, ${reviewed} of ${vertaal.count(total, "segment")} reviewed` + (reviewers.length ? ` by ${reviewers.join(", ")}. ` : ". "),
        ...documents.flatMap((name, at) => [at ? " · " : "", el("a", { href: store.documents(name), target: "_blank", rel: "noopener" }, name)]));
    } catch (error) {
      said.replaceChildren(error.message);
    }
    byId("publish-do").disabled = false;
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (!store.online) {
      byId("do-publish").textContent = "Save decisions";
      byId("publish-title").textContent = "Save your decisions";
      byId("publish-do").textContent = "Save to a file";
    }
    for (const name of ["find", "by", "case", "word"]) {
      byId(`replace-${name}`).addEventListener("input", preview);
    }
    const enter = (dialog, run) => byId(dialog).addEventListener("keydown", (event) => {
      const area = event.target.matches("textarea");
      if (event.key !== "Enter" || event.target.matches("button, a") || (area && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      run();
    });
    const on = (id, run) => byId(id).addEventListener("click", run);
    byId("replace-list").addEventListener("change", ({ target }) => {
      leftOut[target.checked ? "delete" : "add"](target.value);
    });
    const replace = () => { if (!byId("replace-do").disabled) replaceAll(); };
    on("replace-do", replace);
    enter("replace", replace);
    on("comment-save", saveComment);
    enter("comment", saveComment);
    on("term-save", saveTerm);
    enter("term", saveTerm);
    on("conflict-keep", () => decided("keep"));
    on("conflict-mine", () => decided("mine"));
    on("conflict-edit", () => decided("edit"));
    // Escape decides nothing away: the text stays a draft and the question comes back on save.
    byId("conflict").addEventListener("cancel", (event) => { event.preventDefault(); });
    // A browser lets a second Escape through.
    byId("conflict").addEventListener("close", () => { if (asking) ask(); });
    on("publish-do", publish);
    enter("publish", publish);
    on("approve-all", async () => {
      await vertaal.approveAll();
      byId("publish").close();
      tasks.publish();
    });
    byId("name").addEventListener("change", (event) => shelf.setName(event.target.value.trim()));
    byId("letters").addEventListener("change", (event) => vertaal.onLetters(event.target.checked));
  });

  vertaal.tasks = tasks;
})();
