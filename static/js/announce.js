// Says something to screen readers without moving the focus.

const line = document.getElementById("announce");

export function announce(words) {
  line.textContent = words;
}
