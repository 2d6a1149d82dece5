"""What people decide: about events, flags and timelines. Every decision is on record and can be undone."""
