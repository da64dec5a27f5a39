"""French typography: the apostrophe that curls, and the spaces that do not break a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.clean import NBSP
from progpro_tui.core.text import NN_, message

APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
SPACE = re.compile(r"(?<=[^\s\d:;?!»«/])(?:[ \t]*)(?:[?!;]|[:](?!//)|»)(?=[\s?!»)]|$)|«(?=[ \t]|\w)")
"""A sign without a space that holds it to its word. A space that breaks no line is no blank here."""

BEFORE = re.compile(r"(?<=[^\s\d:;?!»«/])[ \t]*([?!;]|:(?!//)|»)(?=[\s?!»)]|$)")
AFTER = re.compile(r"«(?:[ \t]+|(?=\w))")
SPACES = re.compile(rf"[ \t{NBSP}]+(?=[:;?!»])|(?<=«)[ \t{NBSP}]+")
"""Where the space stands that breaks no line: in each sign of ``SPACE``."""

RULES = (
    (
        "apostrophe",
        frozenset("'"),
        APOSTROPHE,
        NN_(
            "A straight apostrophe ('): a French text has ’ (Alt+0146, or Option+Shift+4 on a Mac).",
            "Straight apostrophes (') in {n} texts, from here on: a French text has ’ (Alt+0146, or "
            "Option+Shift+4 on a Mac); or let “progpro check --fix-typography” do it.",
        ),
    ),
    (
        "no-break-space",
        frozenset(":;?!«»"),
        SPACE,
        NN_(
            "No no-break space before : ; ? ! or », or after «: without it the sign may begin a line "
            "(Alt+0160, or Option+Space on a Mac).",
            "No no-break space before : ; ? ! or », or after «, in {n} texts, from here on: without it "
            "the sign may begin a line (Alt+0160, or Option+Space on a Mac); or let “progpro check "
            "--fix-typography” do it.",
        ),
    ),
)


def with_typography(words: str, apostrophe: str = "'") -> str:
    """The words with ’ and with spaces that break no line. ``apostrophe`` is how one is typed."""
    curled = re.sub(rf"(?<=\w){apostrophe}(?=\w)", "’", words)
    return AFTER.sub(f"«{NBSP}", BEFORE.sub(rf"{NBSP}\1", curled))


def without_typography(words: str) -> str:
    """What is left of the words where typography does not matter: alike before and after it."""
    return SPACES.sub("", words.replace("’", "'"))


def typography(texts: Iterable[Wording]) -> Iterator[Remark]:
    """One remark a rule, at the first text: an author's keyboard does it everywhere or nowhere."""
    french = [text for text in texts if text.language == "fr"]
    for code, signs, pattern, words in RULES:
        likely = (text for text in french if not signs.isdisjoint(text.words))
        found = [text for text in likely if pattern.search(text.words)]
        if found:
            yield found[0].remark(code, message(words, n=len(found)))
