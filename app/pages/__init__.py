"""The HTML pages: what they show (presenting), how it is marked up (templates), where it is found (routes)."""
