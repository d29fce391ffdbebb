"""The parts around the pages: top bar, navigation, palette of commands."""
