"""Kills, wiped services and full disks in the middle of imports, and what must still be true afterwards."""
