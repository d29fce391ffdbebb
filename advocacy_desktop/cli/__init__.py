"""Commands for administrators and communications teams."""
