"""Clauses of the sentences that may carry an event or a claim."""
