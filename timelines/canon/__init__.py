"""Reference knowledge: what happened when, who held which office, and who says so."""
