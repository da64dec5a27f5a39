"""The linear mode: a run and its profile as lines that are only ever appended.

For screen readers, braille displays, dictation and scripts. It knows no screen: it says a step in
lines, reads one line, and goes on.
"""
