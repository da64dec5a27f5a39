"""Passphrases: how a typed one is read, and whether one of a person's own making is enough.

The estimate is a rule that can be told to whoever chooses a phrase. A word that says something counts
12 bits, as if it were drawn among four thousand; little words such as « le » count 3. Digits and signs
count what chance would give them, runs of the keyboard and repetitions nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

ENOUGH = 80.0
"""Bits of a passphrase that nothing but its own length protects from guessing (CNIL, 2022-100)."""

OF_WORD, OF_LITTLE, OF_LETTER, OF_DIGIT, OF_SIGN = 12.0, 3.0, 4.7, 3.3, 3.0
SHORTEST_RUN = 4
LONGEST = 200
"""Characters of a passphrase: more are a slip of the clipboard."""

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'"})
DASHES = re.compile("[\u2010-\u2015\u2212]")

# Of French, then of English: what every sentence is full of.
_LITTLE = """
le la les un une des du de et ou a au aux en dans sur sous par pour avec sans que qui quoi dont
je tu il elle on nous vous ils elles me te se lui leur mon ma mes ton ta tes son sa ses notre votre
nos vos leurs ce cet cette ces est es suis sont ai as avons avez ont ne pas plus ni si tres tout tous
y mais donc or car comme
the an and of to in on at by for with from is are am be was were it its he she we you they i my your
his her our their this that these those not no do does as if or but so all me him them us
"""
LITTLE = frozenset(_LITTLE.split())

KEYBOARD = (
    *("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890"),
)

KNOWN = (
    "correct horse battery staple",
    "portez ce vieux whisky au juge blond qui fume",
    "the quick brown fox jumps over the lazy dog",
    "liberte egalite fraternite",
    "allons enfants de la patrie le jour de gloire est arrive",
    "longtemps je me suis couche de bonne heure",
    "aujourd'hui maman est morte ou peut-etre hier je ne sais pas",
    "maitre corbeau sur un arbre perche tenait en son bec un fromage",
    "la cigale ayant chante tout l'ete se trouva fort depourvue",
    "rien ne sert de courir il faut partir a point",
    "demain des l'aube a l'heure ou blanchit la campagne",
    "les sanglots longs des violons de l'automne",
    "sous le pont mirabeau coule la seine et nos amours",
    "mignonne allons voir si la rose",
    "heureux qui comme ulysse a fait un beau voyage",
    "frere jacques dormez-vous sonnez les matines",
    "au clair de la lune mon ami pierrot",
    "notre pere qui es aux cieux que ton nom soit sanctifie",
    "je vous salue marie pleine de grace",
    "tous les etres humains naissent libres et egaux en dignite et en droits",
    "le coeur a ses raisons que la raison ne connait point",
    "to be or not to be that is the question",
    "it was the best of times it was the worst of times",
    "all human beings are born free and equal in dignity and rights",
    "call me ishmael some years ago never mind how long precisely",
    "our father who art in heaven hallowed be thy name",
    "twinkle twinkle little star how i wonder what you are",
)
"""Sentences that stand at the top of every list of guesses, as :func:`as_typed` reads them."""


def as_typed(phrase: str) -> str:
    """A passphrase as it is compared: without accents, case, or the width of the gaps."""
    folded = DASHES.sub("-", phrase.casefold().translate(LIGATURES))
    decomposed = unicodedata.normalize("NFKD", folded)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def judge(phrase: str, practice: str = "") -> None:
    """Raise :class:`InputError`, with the reason, unless a phrase of one's own is hard enough to guess.

    ``practice`` is the name of the practice, which is the first thing to be tried.
    """
    read = as_typed(phrase)
    if not read:
        raise InputError(N_("Type a passphrase."))
    if len(read) > LONGEST:
        raise InputError(N_("This is too long: {most} characters at most."), most=LONGEST)
    if bits(read) < ENOUGH:
        raise InputError(_too_little(read))
    named = as_typed(practice)
    if named and bits(read.replace(named, " ")) < ENOUGH:
        raise InputError(N_("The practice’s name does not count: it can be read. Add other words."))
    words = " ".join(_words(read))
    if (fewer := _without_known(words)) != words and bits(fewer) < ENOUGH:
        raise InputError(N_("This sentence is known: whoever guesses tries it early. Choose your own."))


def _too_little(read: str) -> str:
    words = _words(read)
    if len(set(words)) < len(words):
        return N_("A word that comes again does not count. Add other words.")
    if any(map(_is_run, re.findall(r"[a-z]+|[0-9]+", read))):
        return N_("What follows the keyboard or the alphabet does not count. Add other words.")
    return N_(
        "This could be guessed. Take seven different words or more; little ones (the, of, my) count"
        " for almost nothing."
    )


def _without_known(words: str) -> str:
    """The words that stand in no known sentence."""
    for known in KNOWN:
        sentence = " ".join(_words(known))
        if words in sentence:
            return ""
        words = words.replace(sentence, " ")
    return words


def bits(phrase: str) -> float:
    """How hard a phrase is to guess, in bits, by the rule of this module."""
    total, before = 0.0, set[str]()
    for part in re.findall(r"[a-z]+|[0-9]+|[^a-z0-9\s]", as_typed(phrase)):
        if part not in before:
            total += _bits_of(part)
        before.add(part)
    return total


def _bits_of(part: str) -> float:
    if part.isascii() and part.isdigit():
        return 0.0 if _is_run(part) else OF_DIGIT * _different(part)
    if not (part.isascii() and part.isalpha()):
        return OF_SIGN
    if part in LITTLE:
        return OF_LITTLE
    if _is_run(part) or _different(part) < min(3, len(part)):
        return 0.0
    return min(OF_WORD, OF_LETTER * len(part))


def _different(part: str) -> int:
    """How many characters are not just the one before again."""
    return 1 + sum(one != other for one, other in pairwise(part))


def _is_run(part: str) -> bool:
    """Whether most of a part follows the keyboard, the alphabet or the digits, either way."""
    longest = max((len(run) for run in _runs(part)), default=0)
    return longest >= SHORTEST_RUN and longest * 3 > 2 * len(part)


def _runs(part: str) -> Iterator[str]:
    for row in (*KEYBOARD, *(row[::-1] for row in KEYBOARD)):
        for start in range(len(part)):
            end = start + SHORTEST_RUN
            while end <= len(part) and part[start:end] in row:
                yield part[start:end]
                end += 1


def _words(read: str) -> list[str]:
    return re.findall(r"[^\W_]+", read)
