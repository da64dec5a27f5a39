"""What a cell means: numbers as one types them in French, yes and no, scales, tags.

What cannot be understood stays the text it was: the loader says what it expects.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from progpro_tui.authoring.spreadsheet.names import folded
from progpro_tui.authoring.values import DECIMAL, WHOLE

YES, NO = ("oui", "yes", "vrai", "true", "x", "1"), ("non", "no", "faux", "false", "0")
SCORES = {"moyenne": "mean", "mean": "mean", "somme": "sum", "sum": "sum"}
KINDS = {"rating": "rating", "notation": "rating", "evaluation": "rating"}
ORDERS = {
    "fixe": "fixed",
    "melange": "shuffled",
    "aleatoire": "shuffled",
    "blocs": "blocks",
    "equilibre": "balanced",
}
SCALE = re.compile(r"([-+]?)([A-Za-z][A-Za-z0-9_]*)(?:[:=*](-?[0-9]{1,3})|([-+]))?", re.ASCII)
MINUS_SIGNS = str.maketrans("\N{MINUS SIGN}\N{EN DASH}\N{NON-BREAKING HYPHEN}", "---")
BETWEEN = re.compile(r"[\s,;/]+")
PAIR = re.compile(r"([A-Za-z][\w.*:-]*?)\s*=\s*(-?[0-9]+(?:[.,][0-9]+)?|[A-Za-z_]+)[\s,;]*", re.ASCII)
NOTHING = ("null", "none", "aucun")
TAG = re.compile(r"\s*([^:=]{1,64}?)\s*[:=]\s*(.*?)\s*")


def number(words: str) -> Any:
    """A number: 0.8, 0,8 and 80 % are the same."""
    typed = words.translate(MINUS_SIGNS).replace(",", ".").replace("\N{NO-BREAK SPACE}", " ").strip()
    share = typed.removesuffix("%").strip()
    if WHOLE.fullmatch(typed):
        return int(typed)
    if not DECIMAL.fullmatch(share):
        return words
    return Fraction(share) / (100 if share != typed else 1)


def truth(words: str) -> Any:
    """Yes or no."""
    name = folded(words)
    return True if name in YES else False if name in NO else words


def score(words: str) -> str:
    """How a scale is scored."""
    return SCORES.get(folded(words), words)


def order(words: str) -> str:
    """In which order items are shown."""
    return ORDERS.get(folded(words), words)


def listed(words: str) -> list[str]:
    """Several words in one cell."""
    return [word for word in BETWEEN.split(words) if word]


def scales(words: str) -> dict[str, int] | None:
    """The scales that an item counts for: ``R -E`` or ``R, E-`` or ``R:2``; none if misspelt."""
    found: dict[str, int] = {}
    for word in listed(words.translate(MINUS_SIGNS)):
        parts = SCALE.fullmatch(word)
        if parts is None or parts[2] in found:
            return None
        before, scale, weight, after = parts.groups()
        found[scale] = int(weight or 1) * (-1 if "-" in (before, after) else 1)
    return found


def tags(words: str) -> dict[str, str] | None:
    """The tags of an item: ``sector=building, level=1``; none if misspelt."""
    found: dict[str, str] = {}
    for part in re.split(r"[;,\n]", words):
        if not part.strip():
            continue
        tag = TAG.fullmatch(part)
        if tag is None or not tag[2] or tag[1] in found:
            return None
        found[tag[1]] = tag[2]
    return found


def pairs(words: str) -> dict[str, Any] | None:
    """Ids with an answer or a score each: ``d01=5 d02=3`` or ``D=2,5; G=4``; none if misspelt."""
    found: dict[str, Any] = {}
    rest = words.translate(MINUS_SIGNS).strip()
    while rest:
        pair = PAIR.match(rest)
        if pair is None or pair[1] in found:
            return None
        found[pair[1]] = None if folded(pair[2]) in NOTHING else number(pair[2])
        rest = rest[pair.end() :]
    return found
