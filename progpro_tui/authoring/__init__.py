"""Instrument files: read within bounds, checked with every mistake located, offered by the shelf."""
