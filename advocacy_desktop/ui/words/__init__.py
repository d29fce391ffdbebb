"""Codes of the domain as words in the language of the interface, a file for each subject."""
