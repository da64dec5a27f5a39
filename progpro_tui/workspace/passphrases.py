"""Passphrases that are proposed: seven words drawn from a list, three of them to be typed again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from progpro_tui.core.passphrase import LITTLE, as_typed

WORDS = 7
ASKED = 3
"""How many of the words are typed again, to show that they were written down."""

LISTS = {"fr": "fr-freelang", "en": "eff-long"}
"""The list of each language, as xkcdpass names it: the words are to be written by whoever speaks it."""

FITTING = re.compile("[a-z]{4,8}")
"""Words that every keyboard types, long enough to be told apart and short enough to stand in a row."""

_UNKIND_FR = """
alcool anus arabe assassin boiteux bordel bossu bouffon caca cadavre cancer catin cercueil chier
clochard connard conne deuil drogue esclave fasciste fesses garce gestapo gros grosse handicap idiot
inapte infirme invalide ivrogne juif merde meurtre minable moche mort mourir nazi noyer nulle pendre
pendu peste pisser prison putain pute rate renvoi salope seins sexuel sida sperme suicide taule tombe
torture tuer tumeur viol violer virer
"""
_UNKIND_EN = """
ashamed clumsy demote deport deranged disabled disgrace groin overkill poison pregnant prison sadden
stinky strangle undead unpaid unwanted whacking
"""
UNKIND = {"fr": frozenset(_UNKIND_FR.split()), "en": frozenset(_UNKIND_EN.split())}
"""Words that nobody is to write down in front of a beneficiary: insults, illness, death, dismissal."""


@dataclass(frozen=True)
class Drawn:
    """A passphrase that was drawn. ``asked`` are the places, from 0, of the words to type again."""

    words: tuple[str, ...]
    asked: tuple[int, ...]

    @property
    def phrase(self) -> str:
        return " ".join(self.words)

    def fits(self, place: int, typed: str) -> bool:
        """Whether this is the word at a place; accents and case do not count."""
        return as_typed(typed) == self.words[place]


def draw(language: str, below: Callable[[int], int] = secrets.randbelow) -> Drawn:
    """Seven words of the list of a language, each from the whole of it: at least 88 bits.

    ``below`` draws a number from 0 to one less than what it gets.
    """
    words = word_list(language)
    places = list(range(WORDS))
    asked = sorted(places.pop(below(len(places))) for _ in range(ASKED))
    return Drawn(tuple(words[below(len(words))] for _ in range(WORDS)), tuple(asked))


@cache
def word_list(language: str) -> Sequence[str]:
    """The words that are drawn from, sorted, each once."""
    language = language if language in LISTS else "fr"
    said = files("xkcdpass").joinpath("static", LISTS[language]).read_bytes().decode("utf-8", "replace")
    fitting = {word for word in map(str.strip, said.splitlines()) if FITTING.fullmatch(word)}
    # Whoever copies a word forgets the mark of its plural first.
    plurals = {word for word in fitting if word[-1] in "sx" and word[:-1] in fitting}
    return sorted(fitting - plurals - UNKIND[language] - LITTLE)
