"""Temporal-error rules, one a file."""
