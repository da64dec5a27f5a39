"""The recovery code: random, printed, typed at most once; a slip of the hand is found at once.

Twenty-eight letters and digits in seven groups. Twenty-six carry five random bits each, 130 in all;
two are check symbols of a Reed–Solomon code over GF(32) (generator polynomial x⁵ + x² + 1), of
distance three: any one or two wrong symbols, and any two exchanged, are found. The alphabet is
Crockford's base 32: no I, L, O and U; O is read as 0, I and L as 1.
"""

from __future__ import annotations

import secrets

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM, GROUP = 26, 4
LENGTH = RANDOM + 2
_READ_AS = str.maketrans("OIL", "011", " -–—.\t\u00a0\u202f")
_POWERS = [1]
for _ in range(30):
    _doubled = _POWERS[-1] << 1
    _POWERS.append(_doubled ^ 0b100101 if _doubled & 32 else _doubled)


def new_code() -> str:
    """A fresh code, as it is printed."""
    return printed("".join(secrets.choice(ALPHABET) for _ in range(RANDOM)))


def printed(random: str) -> str:
    """The random symbols with their check symbols, in groups of four."""
    values = [ALPHABET.index(symbol) for symbol in random]
    whole = random + "".join(ALPHABET[check] for check in _checks(values))
    return " ".join(whole[place : place + GROUP] for place in range(0, LENGTH, GROUP))


def random_part(typed: str) -> str:
    """The random symbols of a code as somebody typed it: case, spaces and dashes do not count.

    Raises :class:`InputError` where it cannot be a code that was printed.
    """
    read = typed.upper().translate(_READ_AS)
    values = [ALPHABET.find(symbol) for symbol in read]
    fits = len(values) == LENGTH and min(values) >= 0
    if not fits or _checks(values[:RANDOM]) != values[RANDOM:]:
        raise InputError(
            N_(
                "This is not a recovery code as progpro prints them: {n} letters and digits in groups"
                " of four. Compare it with the paper, group by group."
            ),
            n=LENGTH,
        )
    return read[:RANDOM]


def looks_like_code(typed: str) -> bool:
    """Whether somebody typed a recovery code, with slips perhaps, and not a passphrase."""
    read = typed.upper().translate(_READ_AS)
    return (
        abs(len(read) - LENGTH) <= 2
        and all(symbol in ALPHABET for symbol in read)
        and (any(symbol.isdigit() for symbol in read))
    )


def _checks(values: list[int]) -> list[int]:
    """The two symbols by which the sum of all, and the sum of all weighted by place, are zero.

    With e the weight of the last two places, e₁c₁ + e₂c₂ = w and c₁ + c₂ = s (all in GF(32)).
    """
    total = weighted = 0
    for place, value in enumerate(values):
        total ^= value
        weighted ^= _times(value, _POWERS[place])
    first, second = _POWERS[RANDOM], _POWERS[RANDOM + 1]
    one = _times(weighted ^ _times(total, second), _inverse(first ^ second))
    return [one, total ^ one]


def _times(one: int, other: int) -> int:
    if not one or not other:
        return 0
    return _POWERS[(_POWERS.index(one) + _POWERS.index(other)) % 31]


def _inverse(value: int) -> int:
    return _POWERS[-_POWERS.index(value) % 31]
