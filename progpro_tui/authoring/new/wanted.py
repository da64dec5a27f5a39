"""What an author says of a questionnaire to be made, and what is proposed to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from progpro_tui.authoring.found import INVISIBLE
from progpro_tui.core.clean import MARK, clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

LANGUAGES = ("fr", "en")
"""The languages that the first file has words in."""

LICENCES = ("CC-BY-SA-4.0", "CC-BY-4.0", "CC-BY-NC-SA-4.0", "CC0-1.0", "reserved")
RESERVED = {"fr": "tous droits réservés", "en": "all rights reserved"}

LONGEST = 120
"""Letters of a title or a name: it stands on one line."""

MOST_SCALES, ITEMS, POINTS = 20, (2, 20), (3, 7)
"""As many as one begins with; an author who needs more adds them in the file."""

ID = re.compile(r"[a-z][a-z0-9-]{0,63}", re.ASCII)
SCALE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,15}", re.ASCII)
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae", "ß": "ss"})


@dataclass(frozen=True)
class NewScale:
    """One scale: its id, and its name in each language."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Wanted:
    """All that the first file depends on. ``items`` is how many each scale has."""

    kind: str
    languages: tuple[str, ...]
    titles: Mapping[str, str]
    id: str
    author: str
    licence: str = LICENCES[0]
    scales: tuple[NewScale, ...] = ()
    items: int = 3
    points: int = 5


def tidy(words: str) -> str:
    """What somebody typed, on one line, without a character that nobody sees."""
    visible = INVISIBLE.sub(" ", words).replace("\n", " ").replace("\t", " ")
    seen = "".join(letter for letter in visible if letter == MARK or MARK not in clean(letter))
    return re.sub(" {2,}", " ", unicodedata.normalize("NFC", seen)).strip()


def tidy_name(words: str) -> str:
    """A title or a name. Raises :class:`InputError` where it says nothing, or is too long."""
    name = tidy(words)
    if not name:
        raise InputError(N_("Write at least one letter."))
    if len(name) > LONGEST:
        raise InputError(N_("This is too long: {most} characters at most."), most=LONGEST)
    return name


def checked_id(words: str) -> str:
    """An id as it may stand in a file. Raises :class:`InputError`.

    The sentence stands in one line of eighty columns below what was typed.
    """
    if not ID.fullmatch(words):
        raise InputError(N_("Small letters without accents, digits, hyphens; a letter first."))
    return words


def checked_scale_id(words: str, taken: Collection[str]) -> str:
    """A scale's id that no other scale has. Raises :class:`InputError`."""
    if not SCALE_ID.fullmatch(words):
        raise InputError(N_("1 to 16 letters without accents or digits; a letter first."))
    if words.lower() in {other.lower() for other in taken}:
        raise InputError(N_("Another scale has the id “{id}”."), id=words)
    return words


def check_name_free(names: Mapping[str, str], scales: Collection[NewScale]) -> None:
    """Raise :class:`InputError` where another scale has one of these names."""
    for language, name in names.items():
        if any(scale.names[language].casefold() == name.casefold() for scale in scales):
            raise InputError(N_("Another scale has this name already."))


def _ascii(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words.translate(LIGATURES))
    return parts.encode("ascii", "ignore").decode()


def id_for(title: str) -> str:
    """The id that is proposed for a title: its words without accents, between hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", _ascii(title.replace("’", "-")).lower()).strip("-")
    if not words:
        return "questionnaire"
    return (words if words[0].isalpha() else f"q-{words}")[:64].rstrip("-")


def scale_id_for(name: str, taken: Collection[str]) -> str:
    """The id that is proposed for a scale: the first letters of its name, as many as it takes."""
    others = {other.lower() for other in taken}
    letters = re.sub(r"[^A-Z0-9]", "", _ascii(name).upper()).lstrip("0123456789")[:8] or "S"
    for length in range(1, len(letters) + 1):
        if letters[:length].lower() not in others:
            return letters[:length]
    return next(found for n in range(2, 10_000) if (found := f"{letters}{n}").lower() not in others)
