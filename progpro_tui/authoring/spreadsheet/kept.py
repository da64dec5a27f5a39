"""What an author added by hand to a file, and that a spreadsheet does not say: its examples."""

from __future__ import annotations

import re

EXAMPLES = re.compile(r"^examples:(?![ \t]*\[\]).*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)
"""The entry with all its lines, as it stands."""


def with_examples_of(old: bytes, text: str) -> str | None:
    """The new text with the examples of the old one; none where it has its own, or there are none."""
    if EXAMPLES.search(text):
        return None
    try:
        lines = old.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    found = EXAMPLES.search(lines if lines.endswith("\n") else f"{lines}\n")
    return f"{text}\n{found[0].rstrip()}\n" if found else None
