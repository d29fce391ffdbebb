"""The window: widgets, models, theme and the translation of codes to sentences; no rule."""
