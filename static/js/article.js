// The article page: joins text, chart, table and cards by one selection.

import { announce } from "./announce.js";
import { startCards } from "./cards.js";
import { startChart } from "./chart.js";
import { startDisclosure } from "./disclosure.js";
import { startLight } from "./light.js";
import { startMargin } from "./margin.js";
import { foremost, keysOf, onSelect, select, startSelection, withKey } from "./selection.js";
import { startTable } from "./table.js";

const text = document.getElementById("text");
const table = document.getElementById("table");
const flags = document.querySelector(".flags");
const chart = document.getElementById("chart");
const narrow = matchMedia("(max-width: 1099px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let origin = null;

// On a narrow page the selected card lies over the lower part of the text.
function isSeen(element) {
  const box = element.getBoundingClientRect();
  const sheet = document.querySelector(".card.selected");
  const covered = sheet && getComputedStyle(sheet).position === "fixed" ? sheet.offsetHeight : 0;
  return box.top >= 60 && box.bottom <= innerHeight - covered;
}

function bringIntoView(element, block) {
  element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
}

function showInText(key) {
  const mark = [...withKey(key)].find((element) => text.contains(element));
  if (mark && !isSeen(mark)) bringIntoView(mark, narrow.matches ? "start" : "center");
}

function showInList(key) {
  const card = [...withKey(key)].find((element) => element.classList.contains("card"));
  if (!card) return;
  // Only the list scrolls; the reader's place in the text stays.
  const list = flags.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  if (flags.scrollHeight > flags.clientHeight && (box.top < list.top || box.bottom > list.bottom)) {
    flags.scrollTop += box.top - list.top - flags.querySelector("h2").offsetHeight;
  }
}

function tell(key) {
  const card = document.getElementById(key);
  if (!card?.classList.contains("card")) return;
  const place = key.replace("flag-", "Flag ");
  announce(`${place} of ${flags.querySelectorAll(".card").length} selected.`);
}

onSelect((key, from) => {
  if (!key) {
    announce("Nothing selected.");
    origin?.focus({ preventScroll: true });
    origin = null;
    return;
  }
  if (from !== "text" || narrow.matches) showInText(key);
  showInList(key);
  tell(key);
});

text.addEventListener("click", (event) => {
  const flag = event.target.closest("a.flag");
  if (flag) event.preventDefault();
  else if (event.target.closest("a") || !getSelection().isCollapsed) return;
  const key = foremost(keysOf(event.target));
  if (!key || key.startsWith("canon-")) return;
  select(key, "text");
  // Whoever came by keyboard goes on reading in the card, and comes back with Escape.
  if (flag && event.detail === 0) {
    origin = flag;
    document.getElementById(key)?.focus({ preventScroll: true });
  }
});

startDisclosure(document.querySelector(".why"));
startMargin(text);
startTable(table);
startCards(flags);
startLight(text, table, flags);
startChart(chart, document.querySelector(".reading").dataset.article);
startSelection();
