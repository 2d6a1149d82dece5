"""Is it the same event? Mentions are placed on canonical events."""
