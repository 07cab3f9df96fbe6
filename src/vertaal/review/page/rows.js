// The segments, one row each, and the editor that opens in a row.
"use strict";

(() => {
  const { el, byId, shelf } = vertaal;
  const FIRST = 60;
  const PART = 120;
  const rows = new Map();
  const blocks = new Map();
  let waiting = [];
  let total = 0;
  let current = null;
  let editor = null;
  let comparing = shelf.liking("comparing", false);

  const list = {
    onSelect: () => {},
    onTyped: () => {},

    // The first rows at once, so that the page can be used; the others while nothing else happens.
    build(edition) {
      total = edition.units.length;
      const byBlock = new Map(edition.blocks.map((block) => [block.id, block]));
      waiting = edition.units.map((unit, at) => [unit, at, byBlock.get(unit.block)]);
      byId("segments").replaceChildren();
      const step = (count) => waiting.splice(0, count).forEach((entry) => add(...entry));
      step(FIRST);
      const later = () => {
        step(PART);
        if (waiting.length) setTimeout(later, 0);
      };
      setTimeout(later, 30);
    },

    // Everything that has to reach any row first sees to it that it is there.
    whole() {
      waiting.splice(0).forEach((entry) => add(...entry));
    },

    row(id) {
      if (!rows.has(id)) list.whole();
      return rows.get(id);
    },

    update(unit) {
      if (!rows.has(unit.id)) {
        waiting = waiting.map((entry) => (entry[0].id === unit.id ? [unit, entry[1], entry[2]] : entry));
        return;
      }
      fill(rows.get(unit.id), unit);
    },

    get current() {
      return current;
    },

    select(id, focus = true) {
      const row = list.row(id);
      if (!row) return;
      if (current !== id) {
        const before = rows.get(current);
        if (before) {
          before.classList.remove("current");
          before.removeAttribute("aria-current");
          before.tabIndex = -1;
        }
        current = id;
        row.classList.add("current");
        row.setAttribute("aria-current", "true");
        row.tabIndex = 0;
        list.onSelect(id);
      }
      if (focus) {
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: "nearest" });
      }
    },

    filter(passes) {
      list.whole();
      let shown = 0;
      for (const [id, row] of rows) {
        row.hidden = !passes(id);
        if (!row.hidden) shown += 1;
      }
      for (const block of blocks.values()) {
        block.hidden = !block.querySelector(".row:not([hidden])");
      }
      return shown;
    },

    visible(id) {
      return !list.row(id).hidden;
    },

    compare() {
      comparing = !comparing;
      shelf.setLiking("comparing", comparing);
      document.body.classList.toggle("comparing", comparing);
      return comparing;
    },

    comparing: () => comparing,

    get editor() {
      return editor;
    },

    // Open the text of a row. `base` is the revision that the text typed will be based on.
    edit(unit, text, base) {
      if (editor) list.close();
      list.select(unit.id, false);
      const row = list.row(unit.id);
      const area = el("textarea", {
        class: "english", lang: "en", rows: 1, spellcheck: "true",
        "aria-label": `English of segment ${row.dataset.number}`,
        "aria-describedby": "editing-hint",
      });
      area.value = text;
      const verdicts = el("ul", { class: "verdicts", "aria-label": "Findings in this text" });
      const hint = el("p", { class: "hint", id: "editing-hint" },
        el("kbd", {}, "Ctrl"), "+", el("kbd", {}, "Enter"), " save and approve · ",
        el("kbd", {}, "Alt"), "+", el("kbd", {}, "Enter"), " save · ",
        el("kbd", {}, "Esc"), " leave as it was");
      const box = el("div", { class: "editing" }, area, verdicts, hint);
      row.querySelector(".target").replaceChildren(box);
      row.classList.add("open");
      editor = { id: unit.id, base, area, verdicts, box };
      area.addEventListener("input", () => {
        grow(area);
        shelf.setDraft(unit.id, { target: area.value, rev: editor.base });
        list.onTyped(unit.id, area.value);
      });
      grow(area);
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
      row.scrollIntoView({ block: "nearest" });
      return editor;
    },

    close() {
      if (!editor) return;
      const row = rows.get(editor.id);
      editor = null;
      row.classList.remove("open");
      fill(row, vertaal.unit(row.dataset.id));
    },

    unit: () => null,
  };

  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };

  const add = (unit, at, block) => {
    if (!blocks.has(unit.block)) {
      const heading = `block-${blocks.size}`;
      const section = el("section", { class: `block ${block?.kind || ""}`, "aria-labelledby": heading },
        el("div", { class: "heading" },
          el("h2", { id: heading },
            el("span", { lang: "nl" }, block?.dutch || unit.block),
            el("span", {}, block?.english || "")),
          el("button", { type: "button", class: "quiet", "data-do": "approve-block", "data-block": unit.block },
            "Approve all", el("span", { class: "unseen" }, ` of ${block?.english || unit.block}`))));
      blocks.set(unit.block, section);
      byId("segments").append(section);
    }
    const row = el("div", {
      class: "row", role: "group", tabindex: at ? -1 : 0, "data-id": unit.id, "data-number": at + 1,
      "aria-describedby": `nl-${at + 1} en-${at + 1}`,
    },
    el("span", { class: "sign" }),
    el("p", { class: "source", lang: "nl", id: `nl-${at + 1}` }),
    el("div", { class: "target", lang: "en", id: `en-${at + 1}` }),
    el("div", { class: "tags" }));
    if (unit.paragraph !== blocks.get(unit.block).paragraph) {
      if (blocks.get(unit.block).paragraph !== undefined) row.classList.add("paragraph");
      blocks.get(unit.block).paragraph = unit.paragraph;
    }
    rows.set(unit.id, row);
    fill(row, unit);
    blocks.get(unit.block).append(row);
  };

  const fill = (row, unit) => {
    const done = vertaal.approved(unit);
    const troubles = vertaal.troubles(unit);
    const changed = vertaal.changed(unit);
    row.classList.toggle("done", done);
    row.classList.toggle("waiting", Boolean(unit.waiting));
    row.querySelector(".sign").dataset.sign = unit.waiting ? "waiting" : done ? "done" : "open";
    const said = [
      `Segment ${row.dataset.number} of ${total}`,
      unit.waiting ? "not yet saved" : done ? "approved" : "not approved",
      unit.origin === "human" ? "changed by a person" : null,
      troubles.length ? vertaal.count(troubles.length, "finding") : null,
      vertaal.doubtful(unit) ? "look here first" : null,
      unit.note ? "has a comment" : null,
    ].filter(Boolean);
    row.setAttribute("aria-label", said.join(", "));
    row.querySelector(".source").replaceChildren(...vertaal.marked(unit.source, vertaal.sourceMarks(unit)));
    if (editor?.id !== unit.id) {
      const text = unit.target
        ? vertaal.marked(unit.target, vertaal.targetMarks(unit))
        : [el("em", {}, "No translation yet")];
      row.querySelector(".target").replaceChildren(
        el("p", { class: "english" }, text),
        ...(changed ? [el("div", { class: "against" }, vertaal.compared(unit.machine, unit.target, "en"))] : []));
    }
    row.querySelector(".tags").replaceChildren(...[
      troubles.length ? el("span", { class: "tag trouble" }, vertaal.count(troubles.length, "finding")) : null,
      vertaal.doubtful(unit) ? el("span", { class: "tag look" }, "look here first") : null,
      unit.origin === "tm" ? el("span", { class: "tag" }, "from memory") : null,
      changed ? el("span", { class: "tag" }, "changed") : null,
      unit.waiting ? el("span", { class: "tag trouble" }, "not yet saved") : null,
      unit.note ? el("span", { class: "tag note" }, unit.note) : null,
    ].filter(Boolean));
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.body.classList.toggle("comparing", comparing);
    const main = byId("segments");
    main.addEventListener("focusin", (event) => {
      const row = event.target.closest(".row");
      if (row && row.dataset.id !== current) list.select(row.dataset.id, false);
    });
    // Pointing at a term lights up its counterpart.
    const light = (event, on) => {
      const mark = event.target.closest?.("mark[data-term]");
      mark?.closest(".row")?.querySelectorAll(`mark[data-term="${CSS.escape(mark.dataset.term)}"]`)
        .forEach((each) => each.classList.toggle("lit", on));
    };
    main.addEventListener("mouseover", (event) => light(event, true));
    main.addEventListener("mouseout", (event) => light(event, false));
  });

  vertaal.list = list;
})();
