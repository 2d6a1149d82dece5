// Everything that talks to plotly.js: loading it, drawing, which points stand for a key.

let loading;

export function loadPlotly(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.js could not be loaded"));
    document.head.append(script);
  });
  return loading;
}

export function pointsOf(figure, key) {
  return figure.data.map((trace) =>
    (trace.customdata || []).flatMap((keys, index) => (keys.includes(key) ? [index] : [])),
  );
}

// Dims all but the points of the key; without a key, nothing is dimmed.
export function emphasize(plotly, chart, key) {
  const points = pointsOf(chart, key);
  const found = key && points.some((indexes) => indexes.length);
  const data = chart.data.map((trace, i) =>
    trace.meta
      ? { ...trace, opacity: found && !trace.meta.includes(key) ? 0.25 : 1 }
      : { ...trace, selectedpoints: found ? points[i] : null },
  );
  const annotations = chart.layout.annotations.map((note) => ({
    ...note,
    opacity: found && note.name && note.name !== key ? 0.25 : 1,
  }));
  return plotly.react(chart, data, { ...chart.layout, annotations });
}

// Shows the box that hovering shows, on the first mark of a key that has one.
export function pointAt(plotly, chart, key) {
  const points = pointsOf(chart, key);
  const curve = points.findIndex((indexes, i) => indexes.length && chart.data[i].hoverinfo === "text");
  if (curve < 0) plotly.Fx.unhover(chart);
  else plotly.Fx.hover(chart, [{ curveNumber: curve, pointNumber: points[curve][0] }]);
}
