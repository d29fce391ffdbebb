"""Suggestions in: RSS, Atom and JSON Feed to sanitised content, and how their bytes are fetched."""
