"""The one door by which words enter a document: cleaned, and set as French or English is printed."""

from __future__ import annotations

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"

_USUAL = r"[\x21-\x7e\xa0-\xac\xae-\u02ff–‘’“”…€−]+"
_PLAIN = re.compile(rf"{_USUAL}(?: {_USUAL})*")
_TOUCHED = re.compile(r"[^\w ,…’()/]|\d|\b(?:Mmes?|Mlle|Dr)\b")
"""What some rule below may change; most answers hold nothing of it."""

_SPACES = re.compile(rf"[^\S{NBSP}]+")
# Bounded, and tried where a word begins only: ten thousand letters without a break cost no more.
_ADDRESS = re.compile(
    r"((?<!\w)[A-Za-z]{2,9}://\S+|(?<!\w)www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\S+)"
)
_DROPPED = frozenset({"Cc", "Cf"})
_SPACING = frozenset({"Zs", "Zl", "Zp"})

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|janv|févr|avr|juil|sept|oct|nov|déc"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNITS = "h|min|s|mm|cm|m|km|g|kg|t|°C|ans?|mois|semaines?|jours?|heures?|minutes?|points?"

_BOTH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\.{3,}", "…"),
        (rf"(?<=[^\s{NBSP}])[ {NBSP}]-(?= \S)", f"{NBSP}–"),
        (r"(?<![\w.,/–-])-(?=\d)", "\N{MINUS SIGN}"),
        (r"(?<![\w-])(\d{4})-(\d{4})(?![\w-])", r"\1–\2"),
        (rf"(?<=\d) (?=(?:{_UNITS})(?![\w’'.]))", NBSP),
        (rf"\b(\d{{1,2}}(?:er)?) (?=(?:{_MONTHS})\b)", rf"\1{NBSP}"),
        (rf"\b({_MONTHS}) (?=\d{{4}}\b)", rf"\1{NBSP}"),
    )
)

_FRENCH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"'", "’"),
        (rf"«[ {NBSP}]*(?=\S)", f"«{NBSP}"),
        # A mark that stands apart keeps its distance, one glued to its word takes it. What is glued
        # on both sides, such as 9:30 or a?b, is no punctuation.
        (rf"(?<=\S)[ {NBSP}]+(?=[:;?!»%€])", NBSP),
        (r"(?<=[\w)\]”’…»%€.])(?=(?:[:;]|[?!]+)(?:[\s)\]»”]|$))", NBSP),
        (r"(?<=[^\s«])(?=»)", NBSP),
        (r"(?<=\d)(?=[%€])", NBSP),
        (rf"(?<![\d.,])(?=\d{{1,3}}(?:[ {NBSP}]\d{{3}})+(?!\d))(\d+) ", rf"\1{NBSP}"),
        (rf"(?<=\d{NBSP}h) (?=\d)", NBSP),
        (r"(?i)\b(sur|pages?) (?=\d)", rf"\1{NBSP}"),
        (r"(?i)(?<!\w)(n°|nos?|p\.) ?(?=\d)", rf"\1{NBSP}"),
        (r"(?<!\w)(M\.|MM\.|Mmes?|Mlle|Dr) (?=\w)", rf"\1{NBSP}"),
    )
)

_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=\w)'", "’"),
        (r"'(?=\d0s\b)", "’"),
        (r"(?<!\w)'(?=\w)", "‘"),
        (r"'", "’"),
        (rf"«[ {NBSP}]*", "“"),
        (rf"[ {NBSP}]{{0,2}}»", "”"),
        (rf"(?<=[\w)\]”’])[ {NBSP}]+(?=[:;?!%](?:\s|$))", ""),
        (r"(?i)\b(pages?|of|no\.) (?=\d)", rf"\1{NBSP}"),
    )
)

_STRAIGHT = re.compile(r'(?<!\w)"([^"\s](?:[^"]*[^"\s])?)"(?!\w)')


def typeset(text: str, language: str) -> str:
    """``text`` as it is printed in ``language``; typesetting it again changes nothing.

    Lines may break at U+0020 only: everything that holds together comes out with U+00A0. Addresses
    of pages and of mail are left as they are.
    """
    text = clean(text)
    if not _TOUCHED.search(text):
        return text
    pieces = _ADDRESS.split(text)
    for place in range(0, len(pieces), 2):
        # An address is a word to what stands around it; English glues no mark to its end.
        before = "x" if place and language == "fr" else ""
        after = "x" if place + 1 < len(pieces) else ""
        composed = _compose(f"{before}{pieces[place]}{after}", language)
        pieces[place] = composed[len(before) : len(composed) - len(after)]
    return "".join(pieces)


def clean(text: str) -> str:
    """``text`` without what a page cannot hold: hostile until it has passed here.

    Control characters, marks of direction and other invisible letters go, white space becomes one
    U+0020, U+202F becomes U+00A0, letters and their accents become one. Names need no more.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", "".join(map(_letter, text)))
    return _SPACES.sub(" ", text).strip(" ")


def quoted(words: str, language: str) -> str:
    """``words`` between the quotation marks of ``language``; quotes inside become inner ones."""
    if language == "fr":
        inside = words.replace(f"«{NBSP}", "“").replace(f"{NBSP}»", "”")
        return f"«{NBSP}{inside}{NBSP}»"
    return "“" + words.replace("“", "‘").replace("”", "’") + "”"


def capitalised(words: str) -> str:
    """``words`` with a capital first letter; the others stay as they are."""
    return words[:1].upper() + words[1:]


def _letter(letter: str) -> str:
    if letter in (NBSP, "\N{NARROW NO-BREAK SPACE}"):
        return NBSP
    kind = unicodedata.category(letter)
    if kind in _SPACING or letter in "\t\n\v\f\r\x85":
        return " "
    if kind in _DROPPED:
        return ""
    # A lone surrogate is no letter, and no encoding takes it.
    return "\N{REPLACEMENT CHARACTER}" if kind == "Cs" else letter


def _compose(text: str, language: str) -> str:
    french = language == "fr"
    text = _STRAIGHT.sub(r"«\1»" if french else r"“\1”", text)
    for pattern, new in (*_BOTH, *(_FRENCH if french else _ENGLISH)):
        text = pattern.sub(new, text)
    return _inner_quotes(text) if french else text


def _inner_quotes(text: str) -> str:
    """Guillemets inside guillemets become “ ”; where they do not pair, nothing changes."""
    if text.count("«") != text.count("»") or text.count("«") < 2:
        return text
    pieces, depth = [], 0
    for piece in re.split(rf"(«{NBSP}|{NBSP}»)", text):
        if piece.startswith("«"):
            depth += 1
            pieces.append(piece if depth == 1 else "“")
        elif piece.endswith("»"):
            pieces.append(piece if depth == 1 else "”")
            depth -= 1
        else:
            pieces.append(piece)
    return "".join(pieces)
