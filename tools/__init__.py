"""What ``dev.py`` does, for working on the program; no part of it. Standard library only."""
