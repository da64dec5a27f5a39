"""Hostile words, the same ones at every run."""

from __future__ import annotations

import random
from collections.abc import Callable

MARKED = "31337"
"""In every hostile sequence, as a parameter that the program never sends of its own."""

SEQUENCES = (
    f"\x1b[{MARKED}m",
    f"\x1b[{MARKED};{MARKED}H",
    f"\x1b[{MARKED}J",
    f"\x1b[?{MARKED}h",
    f"\x1b]0;{MARKED}\x07",
    f"\x1b]2;{MARKED}\x1b\\",
    f"\x1b]52;c;{MARKED}\x07",
    f"\x1b]8;;http://{MARKED}.example\x1b\\link\x1b]8;;\x1b\\",
    f"\x1bP{MARKED}q\x1b\\",
    f"\x1b_{MARKED}\x1b\\",
    f"\x9b{MARKED}m",
    f"\x9d52;c;{MARKED}\x9c",
    "\x1bc",
    "\x1b#8",
    "\x1b(0",
    "\x0e",
    "\x1b[5n",
    "\x1b[21t",
    "\x05",
    "\x07",
    "\x08" * 9,
    "\x7f",
    "\r",
    "\x0b\x0c",
    "\x00",
    "\x85",
)
MARKUP = (
    *("[/", "[/]", "[bold]", "[/bold]", "[red on blue]", "[link=http://x]", "\\[", "\\", "[[]]"),
    *("[@click=app.bell]", "[@click=app.quit]x[/]", "[$accent]", "[a=[b]]", ":smile:", "[", "]"),
    *("%s%n", "{0}", "{error}", "{", "}", "{{}}", "${HOME}", "`id`", "$(id)"),
)
TURNING = (
    *("\u202e", "\u202d", "\u202a", "\u2066", "\u2067", "\u2068", "\u2069"),
    *("\u200e", "\u200f", "\u061c"),
)
UNSEEN = (
    *("\u200b", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164", "\u2800", "\u180e"),
    *("\U000e0041\U000e0042", "\ufe00\ufe01", "\U000e0101" * 5, "a\u200db", "\u2028", "\u2029"),
    *("\ud800", "\udfff", "\ue000", "\U0010ffff", "\uffff"),
)
WIDE = (
    *("👩‍👩‍👧‍👦", "🏴\U000e0067\U000e0062\U000e007f", "❤️", "1️⃣", "漢字", "ｆｕｌｌ", "한글", "ไทย"),
    *(
        "العربية",
        "e" + "\u0301" * 40,
        "\u0301\u0316\u0327" * 30,
        "ﷺ",
        "न\u200dन",
        "עִבְרִית",
        "🇫🇷",
        "\u200d\u200d",
    ),
)
PLAIN = ("Amina", "l’été", "Nguyễn", " ", "=1+1", "-2", "../../etc/passwd", "CON", "a" * 300)

PARTS = (SEQUENCES, MARKUP, TURNING, UNSEEN, WIDE, PLAIN)


def hostile(count: int, seed: int = 6) -> list[str]:
    """Each part alone first, then parts side by side, and some of 100,000 letters."""
    chance = random.Random(seed)
    alone = [part for parts in PARTS for part in parts]
    mixed: list[Callable[[], str]] = [
        lambda: "".join(chance.choice(chance.choice(PARTS)) for _ in range(chance.randint(2, 8))),
        lambda: "".join(chr(chance.randint(0, 0x2FF)) for _ in range(chance.randint(1, 40))),
        lambda: "".join(chance.choice(SEQUENCES) + "x" for _ in range(12)),
    ]
    words = alone[:count]
    while len(words) < count:
        words.append(_endless(chance) if len(words) % 100 == 99 else chance.choice(mixed)())
    chance.shuffle(words)
    return words


def _endless(chance: random.Random) -> str:
    part = chance.choice(chance.choice(PARTS))
    return (part * (100_000 // len(part) + 1))[:100_000]
