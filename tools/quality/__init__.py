"""Test runs, evaluation report and the description of the machine."""
