// The list of editions, where several are served.
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const { el, byId } = vertaal;
  const answer = await fetch("/api/editions");
  const editions = await answer.json();
  byId("editions").replaceChildren(...editions.map(({ number, name, done, total }) => el("li", {},
    el("a", { href: `/edition/${number}` }, name),
    el("progress", { max: total || 1, value: done, "aria-label": `${done} of ${total} approved` }),
    el("span", {}, `${done} of ${total} approved`))));
});
