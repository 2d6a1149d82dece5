// A chart: drawn by the server for the room that there is, redrawn when room, colours or the part of time change.
// As it stands it is that of an article; that of a kept timeline says in what it differs.

import { announce } from "./announce.js";
import { light, onLight } from "./light.js";
import { emphasize, loadPlotly, pointAt } from "./plot.js";
import { foremost, onSelect, select, selected } from "./selection.js";
import { showTable } from "./table.js";
import { currentTheme, onThemeChange } from "./theme.js";

const NARROW = matchMedia("(max-width: 1099px)");
const ZOOM = 2;

export function startChart(place, article) {
  const chart = new Chart(place, `/articles/${encodeURIComponent(article)}/figure.json`);
  chart.start().catch(() => {
    place.hidden = true;
    showTable(true);
    announce("The chart could not be drawn; the table shows the same.");
  });
}

export class Chart {
  constructor(place, address) {
    this.place = place;
    this.address = address;
    this.window = null;
    this.meta = null;
    this.order = 0;
  }

  async start() {
    const [plotly, figure] = await Promise.all([loadPlotly(this.place.dataset.plotly), this.fetch()]);
    this.plotly = plotly;
    await this.draw(figure);
    this.place.on("plotly_click", (event) => this.clicked(event));
    this.place.on("plotly_hover", (event) => light(foremost(event.points[0].customdata || []), "chart"));
    this.place.on("plotly_unhover", () => light("", "chart"));
    this.place.on("plotly_relayout", (change) => this.moved(change));
    onSelect((key, from) => from !== "chart" && emphasize(plotly, this.place, key));
    onLight((key, from) => from !== "chart" && pointAt(plotly, this.place, key));
    onThemeChange(() => this.renew());
    new ResizeObserver(() => this.resized()).observe(this.place);
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => this.zoom(button.dataset.zoom));
    }
  }

  room() {
    const height = NARROW.matches ? 240 : Math.max(260, Math.min(460, Math.round(innerHeight * 0.46)));
    return { width: this.place.clientWidth, height };
  }

  // What is asked of the server beside room and colours.
  wish() {
    return this.window ? { low: this.window[0], high: this.window[1] } : {};
  }

  async fetch() {
    const { width, height } = this.room();
    this.width = width;
    const room = { theme: currentTheme(), width: Math.max(width, 160), height };
    const query = new URLSearchParams({ ...room, ...this.wish() });
    const answer = await fetch(`${this.address}?${query}`);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.json();
  }

  async draw({ data, layout, config }) {
    this.meta = layout.meta;
    // On a touch screen a finger on the chart scrolls the page; the buttons zoom.
    if (matchMedia("(pointer: coarse)").matches) layout.dragmode = false;
    await this.plotly.react(this.place, data, { ...layout, width: this.width }, config);
    this.place.classList.add("drawn");
    if (selected()) await emphasize(this.plotly, this.place, selected());
    this.note();
  }

  // Of several redrawings under way only the last one counts.
  async renew() {
    const order = ++this.order;
    try {
      const figure = await this.fetch();
      if (order === this.order) await this.draw(figure);
    } catch {
      announce("The server cannot be reached; the chart stays as it was.");
    }
  }

  resized() {
    if (this.place.clientWidth && this.place.clientWidth !== this.width) this.renew();
  }

  moved(change) {
    const low = change["xaxis.range[0]"] ?? change["xaxis.range"]?.[0];
    const high = change["xaxis.range[1]"] ?? change["xaxis.range"]?.[1];
    if (low === undefined || high === undefined) return;
    this.window = [low, high];
    this.renew();
  }

  zoom(how) {
    const [low, high] = this.meta.shown;
    const middle = (low + high) / 2;
    const half = (high - low) / 2;
    if (how === "focus") this.window = null;
    if (how === "all") this.window = this.meta.whole;
    if (how === "in") this.window = [middle - half / ZOOM, middle + half / ZOOM];
    if (how === "out") this.window = [middle - half * ZOOM, middle + half * ZOOM];
    this.renew();
  }

  clicked(event) {
    const key = foremost(event.points[0].customdata || []);
    if (!key) return;
    select(key, "chart");
    emphasize(this.plotly, this.place, key);
  }

  note() {
    const out = this.meta.left_out;
    const note = document.getElementById("chart-note");
    note.textContent = out ? `No room for ${out} more here; zoom in, or see the table.` : "";
    note.hidden = !out;
  }
}
