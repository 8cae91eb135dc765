// A timeline that is zoomed and moved in place: wheel with Ctrl, drag, plus and minus, arrows. Days are counted from 1 January of year 1.
const EDGE = 24;
const TOP = 18;
const LANE = 27;
const GAP = 6; // from the rim of a mark to its words
const DAY = 86400000;
const EPOCH = 719163; // 1 January 1970
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SVG = "http://www.w3.org/2000/svg";

const dateOf = (day) => new Date((day - EPOCH) * DAY);
const dayOf = (year, month, date) => {
  const made = new Date(0);
  made.setUTCFullYear(year, month, date);
  return Math.round(made.getTime() / DAY) + EPOCH;
};

function ticks(first, last) {
  const length = last - first;
  const found = [];
  const begin = dateOf(first);
  if (length <= 12) {
    for (let day = Math.ceil(first); day <= last; day += 1) found.push([day, label(day)]);
  } else if (length <= 70) {
    for (let day = Math.ceil(first); day <= last; day += 1) if (dateOf(day).getUTCDay() === 1) found.push([day, label(day)]);
  } else {
    const step = length <= 800 ? Math.max(1, Math.round(length / 300)) : 12 * Math.max(1, Math.ceil(length / 365 / 10));
    const start = length <= 800 ? begin.getUTCMonth() : 0;
    for (let month = start; ; month += step) {
      const day = dayOf(begin.getUTCFullYear(), month, 1);
      if (day > last) break;
      const at = dateOf(day);
      if (day >= first) found.push([day, length <= 800 ? `${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}` : `${at.getUTCFullYear()}`]);
    }
  }
  return found;
}

const label = (day) => `${dateOf(day).getUTCDate()} ${MONTHS[dateOf(day).getUTCMonth()]}`;

export function liveTimeline(figure) {
  const svg = figure.querySelector("svg");
  const wide = svg.viewBox.baseVal.width;
  const [LEFT, RIGHT] = [EDGE, wide - EDGE];
  const marks = [...svg.querySelectorAll(".mark")];
  const ground = svg.querySelector("[data-ticks]");
  const axis = Number(ground.querySelector("line")?.getAttribute("y2") ?? svg.viewBox.baseVal.height - 22);
  const low = Number(figure.dataset.low) - 2;
  const high = Number(figure.dataset.high) + 2;
  const home = [Number(figure.dataset.first), Number(figure.dataset.last)];
  let shown = [...home];
  figure.classList.add("live");

  const at = (day) => LEFT + ((day - shown[0]) / (shown[1] - shown[0])) * (RIGHT - LEFT);

  // The highest lane with room for a mark and its words, else for the mark alone; where there is none, the last, whose words then give way.
  function seat(lanes, from, to, room) {
    for (const lane of lanes) {
      const behind = lane.end < from - 8 && from + room < wide;
      if (behind || (lane.end < from - room && from - room > 0)) {
        lane.end = behind ? Math.max(to + 8, from + room) : to + 10;
        return { lane, behind, before: !behind };
      }
    }
    const lane = lanes.find((one) => one.end < from - 8) ?? lanes[lanes.length - 1];
    if (lane.end >= from - 8) lane.words?.setAttribute("visibility", "hidden");
    lane.end = Math.max(lane.end, to + 10);
    return { lane, behind: false, before: false };
  }

  function draw() {
    const lanes = Array.from({ length: Number(figure.dataset.lanes) }, (_, number) => ({ y: TOP + number * LANE, end: -1, words: null }));
    const placed = marks
      .map((mark) => ({ mark, first: Number(mark.dataset.first), last: Number(mark.dataset.last), room: Number(mark.dataset.wide) }))
      .sort((one, other) => one.first - other.first);
    for (const { mark, first, last, room } of placed) {
      const ranged = last - first > 1;
      const x = at(ranged ? first : first + 0.5);
      const end = at(ranged ? last : first + 0.5);
      const inside = end >= LEFT - 1 && x <= RIGHT + 1;
      mark.setAttribute("visibility", inside ? "visible" : "hidden");
      const text = mark.querySelector("text");
      const gap = Number(mark.querySelector("circle")?.getAttribute("r") ?? 5) + GAP;
      if (!inside) {
        text.setAttribute("visibility", "hidden");
        continue;
      }
      const from = Math.max(x, 2);
      const to = Math.min(end, wide - 2);
      const seen = Math.max(x, LEFT);
      const { lane, behind, before } = seat(lanes, seen, to, room);
      const set = (part, values) => Object.entries(values).forEach(([name, value]) => mark.querySelector(part)?.setAttribute(name, value));
      set("circle", { cx: x, cy: lane.y });
      set(".span", { x1: from, x2: to, y1: lane.y, y2: lane.y });
      set(".low", { x1: from, x2: from, y1: lane.y - 5, y2: lane.y + 5 });
      set(".high", { x1: to, x2: to, y1: lane.y - 5, y2: lane.y + 5 });
      set("text", {
        x: before ? seen - gap : seen + (ranged ? 4 : gap),
        y: ranged && !before ? lane.y - 5 : lane.y + 4,
        "text-anchor": before ? "end" : "start",
        visibility: behind || before ? "inherit" : "hidden",
      });
      lane.words = behind ? text : null;
    }
    ground.replaceChildren(
      ...ticks(...shown).flatMap(([day, words]) => {
        const line = document.createElementNS(SVG, "line");
        const name = document.createElementNS(SVG, "text");
        const x = at(day);
        for (const [key, value] of [["class", "axis"], ["x1", x], ["x2", x], ["y1", 4], ["y2", axis]]) line.setAttribute(key, value);
        for (const [key, value] of [["class", "soft"], ["x", x], ["y", axis + 15], ["text-anchor", "middle"]]) name.setAttribute(key, value);
        name.textContent = words;
        return [line, name];
      }),
    );
  }

  function show(first, last) {
    const length = Math.min(Math.max(last - first, 2), high - low);
    const middle = Math.min(Math.max((first + last) / 2, low + length / 2), high - length / 2);
    shown = [middle - length / 2, middle + length / 2];
    draw();
  }

  function zoom(factor, around = (shown[0] + shown[1]) / 2) {
    show(around - (around - shown[0]) * factor, around + (shown[1] - around) * factor);
  }

  const move = (share) => show(shown[0] + (shown[1] - shown[0]) * share, shown[1] + (shown[1] - shown[0]) * share);
  const ways = {
    closer: () => zoom(0.5),
    further: () => zoom(2),
    earlier: () => move(-0.5),
    later: () => move(0.5),
    "most of it": () => show(...home),
    everything: () => show(low, high),
  };
  for (const link of figure.parentElement.querySelectorAll("a[data-zoom]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      ways[link.dataset.zoom]();
    });
  }
  figure.addEventListener("keydown", (event) => {
    const way = { "+": "closer", "=": "closer", "-": "further", ArrowLeft: "earlier", ArrowRight: "later", Home: "most of it", End: "everything" }[event.key];
    if (!way) return;
    event.preventDefault();
    ways[way]();
  });
  figure.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const share = Math.min(Math.max((((event.clientX - box.left) / box.width) * wide - LEFT) / (RIGHT - LEFT), 0), 1);
      zoom(event.deltaY > 0 ? 1.25 : 0.8, shown[0] + share * (shown[1] - shown[0]));
    },
    { passive: false },
  );
  let dragged = null;
  figure.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") dragged = { x: event.clientX, shown: [...shown], moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const days = ((dragged.x - event.clientX) / svg.getBoundingClientRect().width) * (wide / (RIGHT - LEFT)) * (dragged.shown[1] - dragged.shown[0]);
    if (Math.abs(event.clientX - dragged.x) > 4) dragged.moved = true;
    if (dragged.moved) show(dragged.shown[0] + days, dragged.shown[1] + days);
  });
  window.addEventListener("pointerup", () => {
    window.setTimeout(() => {
      dragged = null;
    });
  });
  figure.addEventListener("click", (event) => {
    if (dragged?.moved) event.preventDefault();
  }, true);
  figure.addEventListener("dragstart", (event) => event.preventDefault());
}
