"""Rules and facts of the field: no framework, no clock, no randomness, no interface text."""
