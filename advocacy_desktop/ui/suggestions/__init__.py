"""Parts of the suggestions page: list, painting, reader."""
