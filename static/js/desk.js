// The desk: says that reading is under way, and leads to what went wrong.

const form = document.querySelector(".intake");
const button = document.getElementById("read");
const reading = document.getElementById("reading");

form.addEventListener("submit", () => {
  reading.hidden = false;
  button.setAttribute("aria-disabled", "true");
});

// Coming back with the back button must not find the form still reading.
addEventListener("pageshow", () => {
  reading.hidden = true;
  button.removeAttribute("aria-disabled");
});

document.getElementById("trouble")?.focus();
