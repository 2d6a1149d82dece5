// Two flags in one line would have their numbers in the margin on top of each other: the later one moves down.

const HEIGHT = 21;

export function startMargin(text) {
  const numbers = [...text.querySelectorAll(".margin-number")];
  const settle = () => {
    let free = -Infinity;
    for (const number of numbers) {
      number.style.translate = "";
      const standsInMargin = getComputedStyle(number).position === "absolute";
      const top = number.getBoundingClientRect().top;
      const down = standsInMargin ? Math.max(0, free - top) : 0;
      if (down) number.style.translate = `0 ${down}px`;
      free = top + down + HEIGHT;
    }
  };
  new ResizeObserver(settle).observe(text);
}
