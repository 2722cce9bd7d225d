"""Tests of the pack builder: python -m unittest discover -s tools/model_pack/tests -t ."""
