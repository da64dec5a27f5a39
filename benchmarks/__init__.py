"""How fast and how large, beside reference programs measured in the same run: ``make bench``."""
