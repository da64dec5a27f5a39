"""Advice on wording, one rule a file: what a reader may stumble over, in French and in English."""
