"""The terminal app: thin screens over the workspace."""
