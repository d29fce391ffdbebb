"""Storage, keyring, guarded HTTP, feed reading, paths: the real things behind the ports."""
