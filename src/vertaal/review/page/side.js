// What is known of the segment at hand: findings, terms, changes, comment, proposals.
"use strict";

(() => {
  const { el, byId } = vertaal;
  let shown = null;
  let offers = [];
  let timer = 0;
  let pressing = false;
  let stale = false;
  const known = new Map();

  const part = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);

  const offer = (entry, at) => el("li", {},
    el("p", { class: "from" },
      entry.percent ? el("strong", {}, `${entry.percent}%`) : null,
      entry.percent ? ` ${entry.where}` : null),
    entry.percent && entry.percent < 100 ? vertaal.compared(entry.source, shown.source, "nl") : null,
    el("p", { lang: "en", class: "offer" }, entry.target),
    el("button", { type: "button", class: "quiet", "data-offer": at, "aria-label": `Use proposal ${at + 1}` },
      "Use", at < 9 ? el("kbd", {}, String(at + 1)) : null));

  const side = {
    offers: () => offers,
    pressing: () => pressing,

    show(unit) {
      const fresh = shown?.id !== unit.id;
      shown = unit;
      if (fresh) {
        offers = [];
        clearTimeout(timer);
        timer = setTimeout(() => side.look(unit), 150);
      }
      draw();
    },

    // Ask the memory, unless it was asked a moment ago.
    async look(unit) {
      if (!vertaal.store.proposals) return;
      try {
        const found = await vertaal.store.proposals(unit.id);
        known.set(unit.id, found);
        if (shown?.id !== unit.id) return;
        offers = [...found, ...offers.filter((entry) => !entry.percent)];
        draw();
      } catch { /* The banner says that the server is away. */ }
    },

    async alternatives() {
      const unit = shown;
      if (!unit || !vertaal.store.alternatives) return;
      const place = byId("alternatives");
      place.replaceChildren(el("p", { class: "dim" }, "Translating… the model is loaded first, which may take a while."));
      vertaal.say("Asking the model for other translations");
      try {
        const { targets } = await vertaal.store.alternatives(unit.id);
        if (shown?.id !== unit.id) return;
        offers = [
          ...offers.filter((entry) => entry.percent),
          ...targets.filter((target) => target !== unit.target).map((target) => ({ target })),
        ];
        draw();
        vertaal.say(`${vertaal.count(targets.length, "translation")} found`);
        if (!offers.some((entry) => !entry.percent)) {
          byId("alternatives").replaceChildren(el("p", { class: "dim" }, "The model has nothing else to offer."));
        }
      } catch (error) {
        byId("alternatives").replaceChildren(el("p", { class: "problem" }, error.message));
      }
    },
  };

  // A button that is held down stays where it is: drawn anew, it would not be clicked.
  document.addEventListener("pointerdown", (event) => {
    pressing = event.target.closest("[data-do], [data-offer]") !== null;
  });
  const released = () => setTimeout(() => {
    pressing = false;
    if (stale) draw();
  }, 0);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, released);

  const draw = () => {
    stale = pressing;
    if (pressing) return;
    const unit = shown;
    const memory = offers.map((entry, at) => [entry, at]).filter(([entry]) => entry.percent);
    const model = offers.map((entry, at) => [entry, at]).filter(([entry]) => !entry.percent);
    byId("side").replaceChildren(...[
      el("div", { class: "actions", role: "toolbar", "aria-label": "Segment" },
        vertaal.approved(unit) ? button("approve", "Reopen", "a") : button("approve", "Approve", "a", "main"),
        button("edit", "Edit", "Enter"),
        button("comment", unit.note ? "Edit comment" : "Comment", "c"),
        vertaal.store.addTerm ? button("term", "Add term", "g") : null,
        button("undo", "Undo", "u")),
      unit.findings.length ? part("Findings", el("ul", { class: "plain" }, unit.findings.map((finding) =>
        el("li", { class: finding.severity }, el("span", { class: `level ${finding.severity}` }, finding.severity), " ", finding.message)))) : null,
      unit.note ? part("Comment", el("p", { class: "comment" }, unit.note)) : null,
      vertaal.changed(unit) ? part("Machine → now", vertaal.compared(unit.machine, unit.target, "en")) : null,
      unit.terms.length ? part("Terms", el("ul", { class: "plain terms" }, once(unit.terms).map((term) =>
        el("li", { class: term.status },
          el("span", { lang: "nl" }, term.surface), " ",
          el("strong", { lang: "en" }, term.keep ? "leave as it is" : term.expected.join(" / ")),
          term.status === "violated" ? el("span", { class: "level error" }, "not found") : null,
          term.reason && term.status === "violated" ? el("small", {}, term.reason) : null,
          term.note ? el("small", {}, term.note) : null)))) : null,
      memory.length ? part("Approved before", el("ol", { class: "plain offers" }, memory.map(([entry, at]) => offer(entry, at)))) : null,
      vertaal.store.alternatives ? part("Other translations",
        el("div", { id: "alternatives" },
          model.length ? el("ol", { class: "plain offers" }, model.map(([entry, at]) => offer(entry, at))) : null),
        button("alternatives", model.length ? "Ask again" : "Ask the model", "x", "quiet")) : null,
    ].filter(Boolean));
  };

  // A term that stands twice in the sentence and fares alike is listed once.
  const once = (terms) => [...new Map(terms.map((term) =>
    [JSON.stringify([term.surface, term.expected, term.status, term.reason]), term])).values()];

  const button = (name, label, key, kind = "") => el("button", {
    type: "button", class: kind, "data-do": name, "aria-keyshortcuts": key,
  }, label, " ", el("kbd", { "aria-hidden": "true" }, key === "Enter" ? "↵" : key));

  vertaal.side = side;
})();
