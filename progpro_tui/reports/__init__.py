"""Profiles as documents: what they say, how their charts are shaped, and how they are printed."""
