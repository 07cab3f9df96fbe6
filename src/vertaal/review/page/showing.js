// Which segments are shown, and what the page says across its whole width.
"use strict";

(() => {
  const { byId, list } = vertaal;

  const filters = {
    "": () => true,
    open: vertaal.isOpen,
    done: vertaal.approved,
    trouble: vertaal.hasTroubles,
    look: vertaal.doubtful,
    edited: (unit) => unit.origin === "human",
    note: (unit) => Boolean(unit.note),
    waiting: (unit) => Boolean(unit.waiting),
  };
  const KIND = "finding ";
  const ofKind = (kind) => (unit) => vertaal.troubles(unit).some(({ check }) => check === kind);

  // The kinds of finding that there are, to choose from.
  vertaal.offerKinds = () => {
    const kinds = [...new Set(vertaal.units().flatMap((unit) => vertaal.troubles(unit).map(({ check }) => check)))].sort();
    const group = byId("filter-kinds");
    const chosen = byId("filter-state").value;
    if (chosen.startsWith(KIND) && !kinds.includes(chosen.slice(KIND.length))) kinds.push(chosen.slice(KIND.length));
    if (kinds.join() === group.dataset.kinds) return;
    group.dataset.kinds = kinds.join();
    group.hidden = !kinds.length;
    group.replaceChildren(...kinds.map((kind) =>
      vertaal.el("option", { value: KIND + kind }, `finding: ${kind.replaceAll("_", " ")}`)));
    byId("filter-state").value = chosen;
  };

  vertaal.filter = () => {
    const state = byId("filter-state").value;
    const passes = state.startsWith(KIND) ? ofKind(state.slice(KIND.length)) : filters[state];
    const text = byId("filter-text").value.trim().toLowerCase();
    const everything = !state && !text;
    const shown = list.filter((id) => {
      const unit = vertaal.unit(id);
      return passes(unit) && (!text ||
        [unit.source, unit.target, unit.note].some((each) => each.toLowerCase().includes(text)));
    });
    byId("shown").textContent = everything ? "" : vertaal.count(shown, "segment");
    byId("segments").classList.toggle("none", shown === 0);
    light(text);
  };

  // What was searched for, lit up where it stands, in browsers that can do so.
  const light = (text) => {
    if (!window.Highlight || !CSS.highlights) return;
    const found = new Highlight();
    if (text) {
      for (const row of byId("segments").querySelectorAll(".row:not([hidden])")) {
        for (const part of row.querySelectorAll(".source, .english, .tag.note")) add(found, part, text);
      }
    }
    CSS.highlights.set("found", found);
  };

  // A word may run over several text nodes, where a part of it is marked.
  const add = (found, part, text) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole = "";
    while (walker.nextNode()) {
      nodes.push([walker.currentNode, whole.length]);
      whole += walker.currentNode.data;
    }
    const lower = whole.toLowerCase();
    // Where lower case is longer or shorter than the text, offsets would not fit.
    if (lower.length !== whole.length) return;
    const at = (offset) => nodes.findLast(([, start]) => start <= offset);
    for (let from = lower.indexOf(text); from >= 0; from = lower.indexOf(text, from + text.length)) {
      const range = document.createRange();
      const [first, start] = at(from);
      const [last, end] = at(from + text.length - 1);
      range.setStart(first, from - start);
      range.setEnd(last, from + text.length - end);
      found.add(range);
    }
  };

  // Where a sticky head or a sheet at the foot covers the text, scrolling knows how much of it.
  const measure = () => {
    const style = document.documentElement.style;
    style.setProperty("--head", `${document.querySelector("header").offsetHeight}px`);
    const sheet = getComputedStyle(byId("side")).position === "fixed" ? byId("side").offsetHeight : 0;
    style.setProperty("--foot", `${sheet}px`);
  };
  const watch = new ResizeObserver(measure);
  document.addEventListener("DOMContentLoaded", () => {
    measure();
    for (const each of [document.querySelector("header"), byId("side"), document.body]) watch.observe(each);
  });

  vertaal.banner = (text, kind = "problem") => {
    byId("banner").hidden = !text;
    byId("banner").className = kind;
    byId("banner").textContent = text;
  };
  const states = {
    down: (kept) => `The server does not answer. ${kept ? `${vertaal.count(kept, "change is", "changes are")} kept in this browser and` : "What you change now is kept in this browser and"} will be sent when it is back.`,
    locked: (kept) => `The server was started anew: open the link it printed in this browser. ${kept ? `${vertaal.count(kept, "change is", "changes are")} kept until then.` : ""}`,
    other: (kept) => `Another edition is served at this address now. ${kept ? `${vertaal.count(kept, "change is", "changes are")} kept in this browser until this one is served there again.` : ""}`,
    refused: () => "The server refused what was kept in this browser. Reload the page.",
    rebuilt: () => "The document was built anew. Reload the page to see it; what you saved is in it.",
    full: () => "This browser keeps nothing between visits: save your decisions to a file before you close this page.",
    up: () => "",
  };
  vertaal.stateOf = (state, kept) => states[state](kept);
})();
