"""Peers that `make bench` measures beside the program."""
