"""Pictures of timelines: marks, lanes, ticks, a plotly figure, and the same content as a table."""

from timelines.drawing.figure import figure
from timelines.drawing.table import Row, table

__all__ = ["Row", "figure", "table"]
