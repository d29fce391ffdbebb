"""One file an aggregate: rows to frozen dataclasses and back."""
