"""The command line: everything that can be scripted, without a screen. One command a file."""
