// The table beside the chart: the switch between the two, and rows that can be selected.

import { select } from "./selection.js";

export function showTable(yes) {
  const button = document.getElementById("switch");
  document.documentElement.classList.toggle("table-shown", yes);
  button.setAttribute("aria-pressed", String(yes));
  button.textContent = yes ? "Chart" : "Table";
}

export function tableShown() {
  return document.documentElement.classList.contains("table-shown");
}

export function startTable(table) {
  document.getElementById("switch").addEventListener("click", () => showTable(!tableShown()));
  for (const row of table.querySelectorAll("tr.of-article")) {
    const cell = row.cells[1];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "as-text";
    button.append(...cell.childNodes);
    cell.append(button);
  }
  table.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-keys]");
    if (!row) return;
    event.preventDefault();
    select(row.dataset.keys.split(" ")[0], "table");
  });
}
