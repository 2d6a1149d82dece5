"""From a timeline to a plotly figure, and the same content as a table."""
