"""Holds the tree to the rules of ARCHITECTURE.md: run `python3 -m tools.tidy` in the repository root."""
