"""One module for each network; every adapter passes the contract suite in ``tests/contract``."""
