"""What somebody typed or dictated, as numbers and as names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.text import N_

FRENCH_ROW = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))
"""The keys of the digits on a French keyboard, without Shift."""

COUNTED = (
    ("zéro", "zero"),
    ("un", "une", "one"),
    ("deux", "two"),
    ("trois", "three"),
    ("quatre", "four"),
    ("cinq", "five"),
    ("six",),
    ("sept", "seven"),
    ("huit", "eight"),
    ("neuf", "nine"),
    ("dix", "ten"),
)
"""Numbers as dictation often writes them."""

SIGNS = {"moins": "-", "minus": "-", "plus": "+"}

BETWEEN = re.compile(r"[\s,;]+|\.\s+|\.$")
"""What stands between the numbers of a list."""


def folded(words: str) -> str:
    """Words as they are compared: no case, no accents, no punctuation, no spaces."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


NAMED = {folded(name): value for value, names in enumerate(COUNTED) for name in names}


def number(words: str) -> int | None:
    """The whole number that words say, or none: digits, the French row, or dictated."""
    words = words.strip().removesuffix(".").replace("\N{MINUS SIGN}", "-")
    for spoken, sign in SIGNS.items():
        if words.casefold().startswith(f"{spoken} "):
            words = sign + words[len(spoken) + 1 :].lstrip()
    sign, digits = (words[0], words[1:]) if len(words) > 1 and words[0] in "+-" else ("", words)
    digits = re.sub(r"\s", "", digits)
    if all(letter in FRENCH_ROW for letter in digits) and not (sign and digits[0] == "-"):
        digits = "".join(FRENCH_ROW[letter] for letter in digits)
    if re.fullmatch(r"\d{1,9}", digits):
        return int(sign + digits)
    value = NAMED.get(folded(digits))
    return -value if value is not None and sign == "-" else value


def numbers(words: str) -> list[int] | None:
    """The numbers of a list, in its order, or none where something else stands in it."""
    parts = [part for part in BETWEEN.split(words) if part and folded(part) not in ("et", "and")]
    found = [number(part) for part in parts]
    return None if not found or None in found else [n for n in found if n is not None]


def place_of(words: str, names: Sequence[str]) -> int:
    """Which of ``names`` is meant, from 0: by its number from 1, or by its name in full.

    Raises :class:`AnswerRefused` where it is none of them.
    """
    n = number(words)
    if n is None:
        wanted = folded(words)
        same = [place for place, name in enumerate(names) if wanted and folded(name) == wanted]
        if len(same) == 1:
            return same[0]
    elif 1 <= n <= len(names):
        return n - 1
    raise no_such(1, len(names))


def no_such(least: int, most: int) -> AnswerRefused:
    """Nothing here has this number or name."""
    return AnswerRefused(
        N_("Type a number from {least} to {most}, or ? for help."),
        least=signed(least),
        most=signed(most),
    )


def signed(value: int) -> str:
    """A whole number with a true minus sign."""
    return str(value).replace("-", "\N{MINUS SIGN}")
