"""What a person types, as what a step takes: numbers, dates, and text without what steers a screen."""

from __future__ import annotations

import re

from progpro_tui.core.clean import purged

SPACES = re.compile(r"\s+")
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""What word processors and other systems have for a line break."""
BREAKS = re.compile(r"[ \t\n]+")
"""What becomes one space on a row; at the ends too, where a word typed before goes on."""
NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
MINUS = "\N{MINUS SIGN}"

DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[/. -])?(\d{1,2})[/. -])?(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)


def number_of(words: str) -> int | None:
    """A whole number as people write it, thousands parted or not; none where it is none."""
    written = SPACES.sub("", words).replace(MINUS, "-")
    return int(written) if NUMBER.fullmatch(written) else None


def date_of(words: str) -> str | None:
    """ISO 8601 of ``15/06/2011``, ``06/2011`` or ``2011``, also with points, hyphens or spaces.

    The day stands before the month in both languages; ISO itself is taken too. None where it is not
    written so; whether the calendar has that day is for the step to say.
    """
    written = SPACES.sub(" ", words.strip())
    if found := YEAR_FIRST.fullmatch(written):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(written):
        day, month, year = found.groups()
    else:
        return None
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def date_as_typed(iso: str) -> str:
    """An ISO date as a person types it: ``15/06/2011``."""
    return "/".join(reversed(iso.split("-"))) if YEAR_FIRST.fullmatch(iso) else iso


def pasted(words: str, lines: bool) -> str:
    """Text from elsewhere without controls and invisible letters; one row where ``lines`` is false."""
    text = LINE_ENDS.sub("\n", words)
    return purged(text.replace("\t", " ") if lines else BREAKS.sub(" ", text), lines)
