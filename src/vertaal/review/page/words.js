// Building elements, and comparing texts word by word.
"use strict";

const vertaal = {};

// An element with attributes and children. Text goes in as text: nothing is ever parsed as HTML.
vertaal.el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
};

vertaal.byId = (id) => document.getElementById(id);

vertaal.tokens = (text) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) || [];

// The shortest way from one text to another, as [kind, text] with kind "same", "out" or "in".
vertaal.compare = (before, after) => {
  const a = vertaal.tokens(before);
  const b = vertaal.tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head && tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  const parts = [["same", a.slice(0, head).join("")]];
  if (left.length * right.length > 1e6) {
    parts.push(["out", left.join("")], ["in", right.join("")]);
  } else {
    parts.push(...path(left, right));
  }
  parts.push(["same", a.slice(a.length - tail).join("")]);
  return merged(parts);

  function path(from, to) {
    const width = to.length + 1;
    const longest = new Uint32Array((from.length + 1) * width);
    for (let i = from.length - 1; i >= 0; i -= 1) {
      for (let j = to.length - 1; j >= 0; j -= 1) {
        longest[i * width + j] = from[i] === to[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
      }
    }
    const found = [];
    let i = 0;
    let j = 0;
    while (i < from.length && j < to.length) {
      if (from[i] === to[j]) {
        found.push(["same", from[i]]);
        i += 1;
        j += 1;
      } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
        found.push(["out", from[i]]);
        i += 1;
      } else {
        found.push(["in", to[j]]);
        j += 1;
      }
    }
    for (; i < from.length; i += 1) found.push(["out", from[i]]);
    for (; j < to.length; j += 1) found.push(["in", to[j]]);
    return found;
  }

  // Neighbours of a kind as one, and a lone blank between two changes as part of them.
  function merged(list) {
    const result = [];
    const changed = { out: "", in: "" };
    const flush = () => {
      for (const kind of ["out", "in"]) {
        if (changed[kind]) result.push([kind, changed[kind]]);
        changed[kind] = "";
      }
    };
    list.forEach(([kind, text], at) => {
      if (!text) return;
      const inside = kind === "same" && /^\s+$/.test(text) && (changed.out || changed.in) &&
        list.slice(at + 1).find(([, next]) => next)?.[0] !== "same";
      if (inside && list.slice(at + 1).some(([, next]) => next)) {
        changed.out += text;
        changed.in += text;
      } else if (kind === "same") {
        flush();
        if (result.length && result[result.length - 1][0] === "same") result[result.length - 1][1] += text;
        else result.push(["same", text]);
      } else changed[kind] += text;
    });
    flush();
    return result;
  }
};

// A comparison as elements: what went out is struck, what came in is underlined.
vertaal.compared = (before, after, lang) => {
  const { el } = vertaal;
  const names = { out: "del", in: "ins" };
  return el("p", { class: "compared", lang }, vertaal.compare(before, after).map(([kind, text]) =>
    kind === "same" ? text : el(names[kind], {}, text)));
};

vertaal.count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
