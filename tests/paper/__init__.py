"""Tests of paper forms: printed, filled in, keyed."""
