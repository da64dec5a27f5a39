"""The least programs that do comparable work: what ours are measured against."""
