// Which segments are shown, and what the page says across its whole width.
"use strict";

(() => {
  const { byId, list } = vertaal;

  const filters = {
    "": () => true,
    open: (unit) => !vertaal.approved(unit),
    done: vertaal.approved,
    trouble: (unit) => vertaal.troubles(unit).length > 0,
    edited: (unit) => unit.origin === "human",
    note: (unit) => Boolean(unit.note),
    waiting: (unit) => Boolean(unit.waiting),
  };
  vertaal.filter = () => {
    const passes = filters[byId("filter-state").value];
    const text = byId("filter-text").value.trim().toLowerCase();
    const everything = !byId("filter-state").value && !text;
    const shown = list.filter((id) => {
      const unit = vertaal.unit(id);
      return passes(unit) && (!text ||
        [unit.source, unit.target, unit.note].some((each) => each.toLowerCase().includes(text)));
    });
    byId("shown").textContent = everything ? "" : vertaal.count(shown, "segment", "segments");
    byId("segments").classList.toggle("none", shown === 0);
  };

  vertaal.banner = (text, kind = "problem") => {
    byId("banner").hidden = !text;
    byId("banner").className = kind;
    byId("banner").textContent = text;
  };
  const states = {
    down: (kept) => `The server does not answer. ${kept ? `${vertaal.count(kept, "change is", "changes are")} kept in this browser and` : "What you change now is kept in this browser and"} will be sent when it is back.`,
    locked: (kept) => `The server was started anew: open the link it printed in this browser. ${kept ? `${vertaal.count(kept, "change is", "changes are")} kept until then.` : ""}`,
    refused: () => "The server refused what was kept in this browser. Reload the page.",
    rebuilt: () => "The document was built anew. Reload the page to see it; what you saved is in it.",
    full: () => "This browser keeps nothing between visits: save your decisions to a file before you close this page.",
    up: () => "",
  };
  vertaal.stateOf = (state, kept) => states[state](kept);
})();
