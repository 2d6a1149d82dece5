// The switch between light and dark, remembered on this machine only.

const system = matchMedia("(prefers-color-scheme: dark)");
const button = document.getElementById("theme");

export function currentTheme() {
  return document.documentElement.dataset.theme || (system.matches ? "dark" : "light");
}

export function onThemeChange(listener) {
  document.addEventListener("themechange", listener);
}

function changed() {
  button.setAttribute("aria-pressed", String(currentTheme() === "dark"));
  document.dispatchEvent(new Event("themechange"));
}

button.addEventListener("click", () => {
  const theme = currentTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Not remembered, but in effect.
  }
  changed();
});
system.addEventListener("change", changed);
changed();
