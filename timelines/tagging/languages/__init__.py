"""Words, rules and examples of each language, as data."""
