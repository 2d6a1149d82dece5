// One selection for text, chart, table and list. The address bar holds it, Escape clears it.
// A key names a thing: "flag-1", "event-e3", "date-2". Elements carry the keys they stand for in data-keys.

const listeners = [];
let current = "";

export function selected() {
  return current;
}

// `from` says where the reader selected it ("text", "chart", "card", "table", "address"), so that the place
// where the reader's eyes are does not move.
export function select(key, from) {
  if (key === current) return;
  current = key;
  for (const element of document.querySelectorAll(".selected")) element.classList.remove("selected");
  for (const element of withKey(key)) element.classList.add("selected");
  const address = key ? `#${key}` : location.pathname + location.search;
  if (location.hash !== (key && `#${key}`)) history.replaceState(null, "", address);
  for (const listener of listeners) listener(key, from);
}

export function onSelect(listener) {
  listeners.push(listener);
}

export function withKey(key) {
  return key ? document.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`) : [];
}

// Of several things at one place the reader most likely means the flag.
export function foremost(keys) {
  return keys.find((key) => key.startsWith("flag-")) || keys[0] || "";
}

export function keysOf(element) {
  const keys = [];
  for (let at = element.closest("[data-keys]"); at; at = at.parentElement.closest("[data-keys]")) {
    keys.push(...at.dataset.keys.split(" "));
  }
  return keys;
}

function fromAddress() {
  const key = decodeURIComponent(location.hash.slice(1)).replace(/^text-/, "");
  if (withKey(key).length) select(key, "address");
}

export function startSelection() {
  addEventListener("hashchange", fromAddress);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) select("", "escape");
  });
  fromAddress();
}
