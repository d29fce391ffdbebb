"""One module a place of the navigation; built at the first visit."""
