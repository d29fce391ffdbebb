"""Sheets: questions that show exactly what leaves the computer."""
