// The page of a kept timeline: the chart with wheel and keys, the strip of the whole, the list that follows.

import { announce } from "./announce.js";
import { Chart } from "./chart.js";
import { startLight } from "./light.js";
import { emphasize } from "./plot.js";
import { select, selected, startSelection } from "./selection.js";

const STEP = 1.6;
const ASIDE = 0.4;
const QUIET = 250;

const picture = document.querySelector("[data-timeline]");
const place = document.getElementById("chart");
const view = document.getElementById("view");
const overview = document.getElementById("overview");
const chosen = document.getElementById("chosen");
const keys = { "+": "in", "=": "in", "-": "out", ArrowLeft: "left", ArrowRight: "right", 0: "all" };

function parameters() {
  const from = new FormData(view);
  from.delete("at");
  return new URLSearchParams([...from].filter(([name, value]) => value && !(name === "lanes" && value === "source")));
}

class KeptChart extends Chart {
  constructor() {
    super(place, `/timelines/${encodeURIComponent(picture.dataset.timeline)}/figure.json`);
    this.window = [Number(picture.dataset.low), Number(picture.dataset.high)];
    this.first = this.window;
    this.focus = this.window;
  }

  room() {
    const height = innerWidth < 720 ? 460 : Math.max(360, Math.min(620, Math.round(innerHeight * 0.58)));
    return { width: place.clientWidth, height };
  }

  wish() {
    return { ...super.wish(), lanes: view.elements.lanes.value, q: view.elements.q.value };
  }

  async draw(figure) {
    await super.draw(figure);
    mark(this.meta.shown);
    if (this.meta.shown.join() !== this.first.join()) this.follow();
    this.first = [];
  }

  // Address, form, strip and list show the same part of time as the chart.
  follow() {
    view.elements.from.value = this.meta.address.from;
    view.elements.to.value = this.meta.address.to;
    history.replaceState(null, "", `${location.pathname}?${parameters()}${location.hash}`);
    clearTimeout(this.later);
    this.later = setTimeout(() => renewList(this.meta.says), QUIET);
  }

  zoom(how) {
    const [low, high] = this.window || this.meta.shown;
    const middle = (low + high) / 2;
    const length = high - low;
    if (how === "in") return this.around(middle, 1 / STEP);
    if (how === "out") return this.around(middle, STEP);
    if (how === "left") this.window = [low - length * ASIDE, high - length * ASIDE];
    if (how === "right") this.window = [low + length * ASIDE, high + length * ASIDE];
    if (how === "all") this.window = this.meta.whole;
    if (how === "focus") this.window = this.focus;
    return this.renew();
  }

  // The day under the pointer stays where it is.
  around(day, factor) {
    const [low, high] = this.window || this.meta.shown;
    const longest = (this.meta.whole[1] - this.meta.whole[0]) * 1.5;
    const wanted = Math.min(Math.max((high - low) * factor, 1), Math.max(longest, 1));
    const share = (day - low) / (high - low);
    this.window = [day - share * wanted, day + (1 - share) * wanted];
    return this.renew();
  }

  clicked(event) {
    const point = event.points[0];
    const found = point.customdata || [];
    if (!found.length || found.length > 1) return this.around(point.x, 0.25);
    select(found[0], "chart");
    emphasize(this.plotly, place, found[0]);
    tell(found[0], point.hovertext);
    return undefined;
  }

  note() {}

  dayAt(event) {
    const axis = place._fullLayout.xaxis;
    return axis.p2d(event.clientX - place.getBoundingClientRect().left - axis._offset);
  }
}

function mark([low, high]) {
  const [first, last] = [Number(overview.dataset.low), Number(overview.dataset.high)];
  const at = (day) => Math.max(0, Math.min(120, ((day - first) / (last - first)) * 120));
  const shown = document.getElementById("overview-shown");
  shown.setAttribute("x", at(low));
  shown.setAttribute("width", Math.max(0.6, at(high) - at(low)));
}

function tell(key, hover) {
  const lines = new DOMParser().parseFromString((hover || "").replaceAll("<br>", "\n"), "text/html");
  const link = document.createElement("a");
  link.href = `/events/${encodeURIComponent(key.replace(/^event-/, ""))}`;
  link.textContent = "Open";
  chosen.replaceChildren(`${lines.body.textContent.split("\n").join(" · ")} `, link);
  chosen.hidden = false;
}

// The server makes the list; what is being typed or read there is left alone.
async function renewList(says) {
  announce(says);
  document.getElementById("summary").textContent = says;
  const list = document.getElementById("events");
  if (list.contains(document.activeElement) || list.querySelector("details[open]")) return;
  const address = `${location.pathname}?${parameters()}`;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok || address !== `${location.pathname}?${parameters()}`) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...page.getElementById("events").childNodes);
    startLight(list.querySelector("table") || list);
    const key = selected();
    if (key) for (const row of list.querySelectorAll(`[data-keys="${CSS.escape(key)}"]`)) row.classList.add("selected");
  } catch {
    announce("The server cannot be reached; the list stays as it was.");
  }
}

const chart = new KeptChart();
chart
  .start()
  .then(() => {
    let wheel = null;
    place.addEventListener(
      "wheel",
      (event) => {
        if (!event.target.closest(".plotly") || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
        event.preventDefault();
        const day = chart.dayAt(event);
        wheel = wheel ? { day: wheel.day, by: wheel.by + event.deltaY } : { day, by: event.deltaY };
        clearTimeout(chart.turning);
        chart.turning = setTimeout(() => {
          chart.around(wheel.day, STEP ** Math.max(-3, Math.min(3, wheel.by / 120)));
          wheel = null;
        }, 40);
      },
      { passive: false },
    );
  })
  .catch(() => {
    place.hidden = true;
    announce("The chart could not be drawn; the list shows the same.");
  });

place.addEventListener("keydown", (event) => {
  const how = keys[event.key];
  if (!how || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  chart.zoom(how);
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") chosen.hidden = true;
  if (event.key === "u" && !event.target.closest("input, textarea, select")) document.getElementById("undo")?.click();
});
view.elements.lanes.addEventListener("change", () => view.requestSubmit());
// An empty field and the usual lanes need no place in the address.
view.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});
document.querySelector("[data-all]")?.addEventListener("click", (event) => {
  event.preventDefault();
  chart.zoom("all");
});
overview.querySelector("svg").addEventListener("click", (event) => {
  const box = event.currentTarget.getBoundingClientRect();
  const [first, last] = [Number(overview.dataset.low), Number(overview.dataset.high)];
  const day = first + ((event.clientX - box.left) / box.width) * (last - first);
  const [low, high] = chart.meta.shown;
  const length = high - low < (last - first) * 0.9 ? high - low : (last - first) / 8;
  chart.window = [day - length / 2, day + length / 2];
  chart.renew();
});
startLight(document.getElementById("events"));
startSelection();
