"""What a session is made of: no screen, no file, no plugin, no clock, no randomness."""
