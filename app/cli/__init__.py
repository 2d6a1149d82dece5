"""The command line. Commands import what they need when they run, so that help and tagging start fast."""

from app.cli.program import main

__all__ = ["main"]
