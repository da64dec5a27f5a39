"""The kit for authors of plugins, on every exercise of ours, and on broken ones."""
