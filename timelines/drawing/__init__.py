"""Pictures of timelines: marks, lanes, ticks, a plotly figure, and the same content as a table."""

from timelines.drawing.figure import figure
from timelines.drawing.kept import Density, Told, first_window, kept_figure
from timelines.drawing.table import Row, table

__all__ = ["Density", "Row", "Told", "figure", "first_window", "kept_figure", "table"]
