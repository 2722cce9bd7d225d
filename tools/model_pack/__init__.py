"""Builds model packs: the directories of OpenVINO models that Likeness searches with (see docs/packs.md)."""
