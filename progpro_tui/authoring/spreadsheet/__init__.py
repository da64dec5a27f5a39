"""Spreadsheets of authors: read within limits, turned into an instrument file, and written empty."""
