"""Bluesky (AT Protocol) by app password; lexicons ``com.atproto.*`` and ``app.bsky.feed.post``."""
