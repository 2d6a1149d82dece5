// Pointing at a thing, by mouse or by focus, lights it up wherever it stands.

import { keysOf, foremost, withKey } from "./selection.js";

const listeners = [];
let lit = "";

export function light(key, from) {
  if (key === lit) return;
  for (const element of withKey(lit)) element.classList.remove("lit");
  for (const element of withKey(key)) element.classList.add("lit");
  lit = key;
  for (const listener of listeners) listener(key, from);
}

export function onLight(listener) {
  listeners.push(listener);
}

export function startLight(...places) {
  for (const place of places) {
    const on = (event) => light(foremost(keysOf(event.target)), "page");
    const off = () => light("", "page");
    place.addEventListener("mouseover", on);
    place.addEventListener("mouseleave", off);
    place.addEventListener("focusin", on);
    place.addEventListener("focusout", off);
  }
}
