// From segment to segment, over those that are shown.
"use strict";

(() => {
  const { list } = vertaal;
  const ids = () => vertaal.units().map(({ id }) => id);

  vertaal.moving = {
    // To the next segment that is wanted, or the one before; false where there is none.
    step(direction, wanted = () => true, wrap = false) {
      const order = ids();
      const here = order.indexOf(list.current);
      for (let n = 1; n <= order.length; n += 1) {
        let at = here + direction * n;
        if (at < 0 || at >= order.length) {
          if (!wrap) return false;
          at = (at + order.length) % order.length;
        }
        if (list.visible(order[at]) && wanted(vertaal.unit(order[at]))) {
          list.select(order[at]);
          return true;
        }
      }
      return false;
    },

    // To the first segment of the next question or answer; back: of this one, then of the last.
    stepBlock(direction) {
      const order = ids();
      const here = order.indexOf(list.current);
      let before;
      const starts = [];
      order.forEach((id, at) => {
        if (!list.visible(id)) return;
        const { block } = vertaal.unit(id);
        if (block !== before && direction * (at - here) > 0) starts.push(id);
        before = block;
      });
      const to = starts.at(direction > 0 ? 0 : -1);
      return to ? list.select(to) : false;
    },

    // To the segment that calls for a look most; from one that does, to the next in that order.
    toDoubtful() {
      const order = ids().filter((id) => list.visible(id) && vertaal.doubtful(vertaal.unit(id)))
        .sort((a, b) => vertaal.unit(b).risk - vertaal.unit(a).risk);
      if (!order.length) return false;
      list.select(order[(order.indexOf(list.current) + 1) % order.length]);
      return true;
    },

    // To the first segment (0) or the last (-1).
    toEnd(at) {
      const to = ids().filter(list.visible).at(at);
      return to ? list.select(to) : false;
    },
  };
})();
