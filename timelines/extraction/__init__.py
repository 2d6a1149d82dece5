"""Events (who did what, where, asserted or planned or denied) and claims about time."""
