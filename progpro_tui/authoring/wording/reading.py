"""How hard a text is to read: LIX, a count of long sentences and long words.

Source: Björnsson, C. H. (1968). Läsbarhet. Stockholm: Liber. In English: Anderson, J. (1983). Lix and
Rix: variations on a little-known readability index. Journal of Reading, 26(6), 490–496. It was tried
on newspapers of eleven languages, French and English among them (Björnsson, C. H. (1983). Readability
of newspapers in 11 languages. Reading Research Quarterly, 18(4), 480–497): it counts letters, so that
it needs no rules of syllables. One number does not mean the same effort in two languages: a text is
compared with texts of its own. No formula knows whether a text makes sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.counting import LETTERS, sentences_of
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

Ease: TypeAlias = Literal["easy", "medium", "hard"]

LANGUAGES = ("fr", "en")
LONG = 6
"""A word of more letters is long."""

FEWEST = 30
"""In fewer words chance decides more than the author."""

MEDIUM, HARD = 40, 50
"""Björnsson's steps: below 40 stories, to 50 newspapers, above that official and learned texts."""


@dataclass(frozen=True)
class Grade:
    """The LIX of some text, and its longest words."""

    lix: int
    longest: tuple[str, ...]

    @property
    def ease(self) -> Ease:
        """In a word."""
        return "easy" if self.lix < MEDIUM else "medium" if self.lix < HARD else "hard"


def grade(texts: Iterable[str]) -> Grade | None:
    """The grade of texts read as one; none where they hold too few words.

    LIX = words / sentences + 100 · words of more than six letters / words, rounded.
    """
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    words = [word for sentence in sentences for word in LETTERS.findall(sentence)]
    if len(words) < FEWEST:
        return None
    long = [word for word in words if len(word) > LONG]
    lix = Fraction(len(words), len(sentences)) + Fraction(100 * len(long), len(words))
    longest = sorted({word.casefold() for word in long}, key=lambda word: (-len(word), word))
    return Grade(round(lix), tuple(longest[:3]))


def ease_of(texts: Iterable[Wording]) -> dict[str, Grade]:
    """The grade of all that the person reads in the plain wording, by language."""
    read = list(_plainest(texts))
    grades = {
        language: grade(text.words for text in read if text.language == language)
        for language in LANGUAGES
    }
    return {language: found for language, found in grades.items() if found}


def _plainest(texts: Iterable[Wording]) -> Iterator[Wording]:
    """The plain wording of each text for the person, or the one there is."""
    for text in texts:
        if text.reader == "counsellor":
            continue
        root = text.path[:-2] if text.path[-2] in ("text", "plain") else None
        if text.plain or root is None or not text.tree.at((*root, "plain", text.language)):
            yield text


def hard_text(text: Wording) -> Iterator[Remark]:
    """A long text for the person that reads harder than its readers may: medium where it is plain."""
    if text.reader != "person" or text.language not in LANGUAGES:
        return
    found = grade([text.words]) if len(text.words) > 2 * FEWEST else None  # most are short
    if found is None or found.ease == "easy" or (found.ease == "medium" and not text.plain):
        return
    most = (MEDIUM if text.plain else HARD) - 1
    what = message(
        N_(
            "Hard to read: LIX {lix}, expected {most} at most. Cut long sentences, or replace long "
            "words (here {words})."
        ),
        lix=found.lix,
        most=most,
        words=", ".join(found.longest),
    )
    yield text.remark("reading", what)
