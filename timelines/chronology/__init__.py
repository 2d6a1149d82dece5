"""Time itself: uncertain spans, EDTF, granularities, Allen relations, calendar arithmetic."""
