"""Advocacy Desktop: a local queue of suggested content that serves the employee.

Importing this package imports nothing else, so that start-up stays cheap.
"""

__version__ = "0.1.0"
