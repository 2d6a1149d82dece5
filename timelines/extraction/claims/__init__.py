"""Claims about time: what an article states that can be checked, one kind a file."""

from timelines.extraction.claims.extract import extract_claims

__all__ = ["extract_claims"]
