"""The practice's folder: every file call, every format, and the repository above them."""
