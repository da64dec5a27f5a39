"""Slips of the keyboard that nobody sees on the screen, and texts that need quotation marks.

Each is told, and mended for the moment where it is plain what was meant: the reading goes on, and an
author learns of all of them at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from progpro_tui.authoring.found import quoted
from progpro_tui.core.text import N_, Message, message

HARD = "\u00a0\u2007\u202f"
"""The spaces at which no line breaks. YAML knows only the ordinary one."""

AFTER_COLON = N_("A no-break space stands behind the colon of “{key}”: delete it and type a space.")
NO_SPACE = N_("A space is missing behind the colon of “{key}”.")
INDENTED = N_("A no-break space stands at the beginning of the line: delete it and type spaces.")
AFTER_DASH = N_("A no-break space stands behind the hyphen: delete it and type a space.")
OTHER_DASH = N_("An entry of a list begins with a hyphen and a space, not with “{key}”.")
NO_SPACE_DASH = N_("A space is missing behind the hyphen.")

KEY = r"(?P<key>[A-Za-z][\w-]*)"
SLIPS = (
    (re.compile(rf"[ \t]*(?P<wrong>[{HARD}][\s{HARD}]*)"), INDENTED, " "),
    (re.compile(rf"\s*(?:- +)?{KEY}:(?P<wrong>[{HARD}]\s*)"), AFTER_COLON, " "),
    (re.compile(rf"\s*-(?P<wrong>[{HARD}]\s*)"), AFTER_DASH, " "),
    (re.compile(r"\s*(?P<wrong>(?P<key>[–—•]))\s"), OTHER_DASH, "-"),
    (re.compile(r"\s*-(?P<wrong>(?=[A-Za-z][\w-]*:))"), NO_SPACE_DASH, ""),
    (re.compile(rf"\s*(?:- +)?{KEY}:(?P<wrong>(?=[^\s/{HARD}]))"), NO_SPACE, ""),
)

ENTRY = re.compile(r"(?P<before>\s*(?:- +)?[A-Za-z][\w-]* *: +|\s*- +)(?P<text>\S.*?)\s*")


@dataclass(frozen=True)
class Slip:
    """Where a slip stands (line and column from 1), its sentence, and the line as it was meant.

    ``adds``: a space is put there, and what follows stands one column further on than in the file.
    """

    line: int
    column: int
    what: Message
    instead: str | None = None
    adds: bool = False


def slip_in(lines: Sequence[str], numbers: Iterable[int]) -> Slip | None:
    """The first slip on these lines, which count from 1."""
    for number in numbers:
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        for pattern, sentence, instead in SLIPS:
            if found := pattern.match(line):
                start, end = found.span("wrong")
                key = quoted(found.groupdict().get("key") or "")
                right = line[:start] + (instead * (end - start) or " ") + line[end:]
                return Slip(number, start + 1, message(sentence, key=key), right, start == end)
    return None


def in_quotes(line: str) -> str | None:
    """The line with its text between quotation marks; none where it holds none alone."""
    found = ENTRY.fullmatch(line)
    return found["before"] + json.dumps(found["text"], ensure_ascii=False) if found else None
