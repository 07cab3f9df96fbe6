// Texts with their terms and findings marked.
"use strict";

(() => {
  const { el } = vertaal;

  // `spans`: {start, end, class, title, term}. Where several overlap, each piece carries them all.
  vertaal.marked = (text, spans) => {
    const fit = spans.filter(({ start, end }) => 0 <= start && start < end && end <= text.length);
    const edges = [...new Set([0, text.length, ...fit.flatMap(({ start, end }) => [start, end])])];
    edges.sort((a, b) => a - b);
    const pieces = [];
    for (let at = 0; at + 1 < edges.length; at += 1) {
      const [start, end] = [edges[at], edges[at + 1]];
      const over = fit.filter((span) => span.start <= start && end <= span.end);
      const piece = text.slice(start, end);
      if (!over.length) {
        pieces.push(piece);
        continue;
      }
      pieces.push(el("mark", {
        class: [...new Set(over.flatMap((span) => span.class.split(" ")))].join(" "),
        title: over.map((span) => span.title).filter(Boolean).join("\n") || null,
        "data-term": over.find((span) => span.term !== undefined)?.term,
      }, piece));
    }
    return pieces;
  };

  const names = {
    satisfied: "as the glossary asks",
    forced: "as the glossary asks",
    variant: "in an admitted form",
    violated: "not as the glossary asks",
  };

  vertaal.termNote = (term) => {
    const asked = term.keep ? "leave as it is" : term.expected.join(" / ");
    return `${term.term}: ${asked} (${names[term.status] || term.status})`;
  };

  const kindOf = (term) => (term.status === "violated" ? "term violated" : "term");

  // The terms and findings of one side, each where it stands there.
  const placed = (unit, ofTerm, ofFinding) => [
    ...unit.terms.map((term, number) => [ofTerm(term), {
      class: kindOf(term), title: vertaal.termNote(term), term: number,
    }]),
    ...unit.findings.map((finding) => [ofFinding(finding), {
      class: `finding ${finding.severity}`, title: finding.message,
    }]),
  ].filter(([place]) => place).map(([[start, end], mark]) => ({ start, end, ...mark }));

  vertaal.sourceMarks = (unit) => placed(unit, ({ start, end }) => [start, end], ({ source }) => source);
  vertaal.targetMarks = (unit) => placed(unit, ({ found }) => found, ({ target }) => target);

  vertaal.violated = (unit) => unit.terms.filter((term) => term.status === "violated");

  // What a reviewer should look at: findings that are more than a remark, and broken terms.
  vertaal.troubles = (unit) => [
    ...unit.findings.filter((finding) => finding.severity !== "info"),
    ...(unit.findings.some((finding) => finding.check.startsWith("term"))
      ? []
      : vertaal.violated(unit).map((term) => ({
        check: "term", severity: "error", message: vertaal.termNote(term),
      }))),
  ];

  // What the model gives away that it may have got wrong, as long as nobody has approved it.
  vertaal.doubtful = (unit) => unit.risk >= 1 && vertaal.isOpen(unit);

  // Where there is no English, there is nothing to approve.
  vertaal.approved = (unit) => (unit.state === "reviewed" || unit.state === "final") && unit.target.trim() !== "";
  vertaal.isOpen = (unit) => !vertaal.approved(unit);
  vertaal.hasTroubles = (unit) => vertaal.troubles(unit).length > 0;

  // Whether the English is no longer what the machine wrote, where that is known.
  vertaal.changed = (unit) => typeof unit.machine === "string" && unit.machine !== unit.target;
})();
