"""Plain wordings: nothing in brackets, nothing shortened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

ASIDE = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
SHORTENED = re.compile(
    r"\b(?:[A-ZÀ-Ý]{2,}(?:\.[A-ZÀ-Ý])*|(?:[A-Z]\.){2,}"
    r"|(?:etc|cf|ex|p\. ?ex|env|resp|e\.g|i\.e|vs|approx)\.)"
)
EVERYDAY = {"CV", "GPS", "TV", "SMS", "OK", "PDF", "USB", "DVD", "PC", "SNCF", "CD"}
"""Read as words, and better known than what they stand for."""


def in_brackets(text: Wording) -> Iterator[Remark]:
    """Words in brackets in a plain wording."""
    if text.plain and text.reader != "counsellor" and (found := ASIDE.search(text.words)):
        what = message(
            N_("“{found}” in a plain wording: leave it out, or make it a sentence of its own."),
            found=found[0],
        )
        yield text.remark("plain-brackets", what)


def shortened(text: Wording) -> Iterator[Remark]:
    """An abbreviation in a plain wording."""
    if not text.plain or text.reader == "counsellor":
        return
    found = next((short for short in SHORTENED.findall(text.words) if short not in EVERYDAY), None)
    if found:
        what = message(N_("“{found}” in a plain wording: write the words out."), found=found)
        yield text.remark("plain-abbreviation", what)
