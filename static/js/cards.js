// The flags as cards: copying a correction, closing a card, selecting by click.

import { announce } from "./announce.js";
import { select } from "./selection.js";

async function copy(button) {
  const words = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(words);
    button.textContent = "Copied";
    announce(`Copied: ${words}`);
  } catch {
    markWords(button.closest(".change").querySelector("ins"));
    button.textContent = "Press Ctrl+C";
  }
  setTimeout(() => (button.textContent = "Copy"), 2000);
}

// Without leave to use the clipboard, the words are marked for the reader to copy.
function markWords(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const marked = getSelection();
  marked.removeAllRanges();
  marked.addRange(range);
}

export function startCards(list) {
  list.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card) return;
    const button = event.target.closest("button");
    if (button?.dataset.copy) {
      copy(button);
    } else if (button?.classList.contains("close")) {
      select("", "card");
    } else if (event.target.closest("a.number")) {
      event.preventDefault();
      select("", "card");
      select(card.dataset.keys, "number");
    } else if (!event.target.closest("a")) {
      select(card.dataset.keys, "card");
    }
  });
}
