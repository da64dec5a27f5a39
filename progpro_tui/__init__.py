"""Assessment instruments for career counsellors: a terminal app and a plugin framework."""

__version__ = "0.1.0"
