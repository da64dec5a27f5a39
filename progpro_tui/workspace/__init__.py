"""Use cases: what a front end may ask for, and nothing else. The rules of the practice live here."""
