"""Plugins: found, loaded one by one, and asked for what they offer."""
