// The review queue by keyboard: j and k move, Enter opens, a accepts, d dismisses, u undoes, ? helps.

import { announce } from "./announce.js";

const items = [...document.querySelectorAll(".queued")];
const help = document.getElementById("help");
const remembered = "timelines-review";

function current() {
  return items.indexOf(document.activeElement?.closest(".queued"));
}

function go(to) {
  if (!items.length) return;
  const place = Math.max(0, Math.min(items.length - 1, to));
  items[place].focus();
  announce(`Flag ${place + 1} of ${items.length}`);
}

// After a decision the page comes anew; the next flag takes the place of the one that has gone.
function remember() {
  sessionStorage.setItem(remembered, String(Math.max(0, current())));
}

const deeds = {
  j: () => go(current() + 1),
  k: () => go(current() - 1),
  a: () => items[current()]?.querySelector('[data-do="accept"]')?.click(),
  d: () => items[current()]?.querySelector(".dismiss input[type=text]")?.focus(),
  u: () => document.getElementById("undo")?.click(),
  "?": () => help.showModal(),
  Enter: () => items[current()]?.querySelector("[data-open]").click(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const field = event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape") field.closest(".queued")?.focus();
    return;
  }
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
});

for (const form of document.querySelectorAll(".judge form, .done")) form.addEventListener("submit", remember);

const before = sessionStorage.getItem(remembered);
if (before !== null) {
  sessionStorage.removeItem(remembered);
  if (items.length) go(Number(before));
}
