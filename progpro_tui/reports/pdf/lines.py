"""Words as lines: measured once, broken at U+0020 alone, set in the face that has their letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, partial

from progpro_tui.reports.pdf.faces import ATKINSON, FIRA, parsed
from progpro_tui.reports.pdf.sheet import POINT, Style
from progpro_tui.reports.typography import NBSP, clean

SHORT_NAME = 12
"""So few words are a name or a label: they are set in one face."""

LONELY = 14
"""A word of fewer letters does not stand alone on the last line."""


@dataclass(frozen=True)
class Line:
    """One line: its runs (family and words), its width in millimetres.

    ``glued`` where the line breaks inside a word: a reader joins it to the next.
    """

    runs: tuple[tuple[str, str], ...]
    width: float
    glued: bool = False

    @property
    def text(self) -> str:
        return "".join(words for _, words in self.runs)


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """``text`` in lines of at most ``width`` millimetres; an empty text has no line."""
    words = [word for word in printable(text).split(" ") if word]
    families = _families(words)
    limit = width / (style.size * POINT / 1000)
    space = _units(ATKINSON, style.bold, " ")
    rows: list[list[tuple[str, str, float]]] = [[]]
    glued: list[bool] = []
    used = 0.0
    for word, family in zip(words, families, strict=True):
        long = _units(family, style.bold, word)
        if rows[-1] and used + space + long > limit:
            rows.append([])
            glued.append(False)
        pieces = [word] if long <= limit else _pieces(word, family, style.bold, limit)
        for piece in pieces[:-1]:
            rows[-1].append((family, piece, _units(family, style.bold, piece)))
            rows.append([])
            glued.append(not piece.endswith(NBSP))
        last = _units(family, style.bold, pieces[-1])
        used = last if not rows[-1] else used + space + last
        rows[-1].append((family, pieces[-1], last))
    _accompany(rows, limit, space, glued)
    ends = [*glued, False]
    return [_line(row, style, space, end) for row, end in zip(rows, ends, strict=True) if row]


def width_of(text: str, style: Style) -> float:
    """The width of ``text`` on one line, in millimetres."""
    lines = set_lines(text, style, 1e9)
    return lines[0].width if lines else 0.0


def run_width(family: str, words: str, style: Style) -> float:
    """The width of one run of words in its face, in millimetres."""
    widths = parsed(family, style.bold).cw
    return sum(widths[ord(letter)] for letter in words) * style.size * POINT / 1000


def longest_word(text: str, style: Style) -> float:
    """The width of the longest word of ``text``, in millimetres."""
    words = printable(text).split(" ")
    units = max(map(partial(_units, ATKINSON, style.bold), words), default=0.0)
    return units * style.size * POINT / 1000


@cache
def _letters(family: str) -> frozenset[str]:
    return frozenset(map(chr, parsed(family, bold=False).cmap))


def printable(text: str) -> str:
    """``text`` cleaned, « ? » for every letter that no font of ours has."""
    text = clean(text)
    if _letters(ATKINSON).issuperset(text):
        return text
    for letter in set(text) - _letters(ATKINSON) - _letters(FIRA):
        # An accent that joins no letter would stand as a mark of its own.
        text = text.replace(letter, "" if unicodedata.combining(letter) else "?")
    return text


def _families(words: list[str]) -> list[str]:
    """The face of each word. A word that needs the fallback takes the rest of its name along.

    Half a name in another face looks like a mistake.
    """
    known = _letters(ATKINSON)
    behind = [not known.issuperset(word) for word in words]
    if not any(behind):
        return [ATKINSON] * len(words)
    if len(words) <= SHORT_NAME:
        return [FIRA] * len(words)
    for places in (range(len(words)), range(len(words) - 1, -1, -1)):
        before = False
        for place in places:
            before = behind[place] = behind[place] or (before and words[place][:1].isupper())
    return [FIRA if fallback else ATKINSON for fallback in behind]


@cache
def _widths(family: str, bold: bool) -> dict[str, float]:
    return {}


def _units(family: str, bold: bool, word: str) -> float:
    """The width of a word in thousandths of its size, kept for the next time."""
    known = _widths(family, bold)
    if word not in known:
        if len(known) > 20_000:
            known.clear()  # A hundred documents have fewer words; a hostile one must not fill memory.
        widths = parsed(family, bold).cw
        known[word] = sum(widths[ord(letter)] for letter in word)
    return known[word]


def _pieces(word: str, family: str, bold: bool, limit: float) -> list[str]:
    """A word wider than its column: parted at U+00A0, else after - / @ . _, else between letters."""
    widths = parsed(family, bold).cw
    pieces = []
    start, used, at = 0, 0.0, 0
    while at < len(word):
        used += widths[ord(word[at])]
        if used > limit and at > start:
            end = _best_end(word, start, at)
            pieces.append(word[start:end])
            start, at, used = end, end, 0.0
            continue
        at += 1
    return [*pieces, word[start:]]


def _best_end(word: str, start: int, limit: int) -> int:
    for marks in (NBSP, "-/@._"):
        end = max(word.rfind(mark, start, limit) for mark in marks) + 1
        if end > start + 1:
            return end
    return limit


def _accompany(
    rows: list[list[tuple[str, str, float]]], limit: float, space: float, glued: list[bool]
) -> None:
    """A short word alone on the last line takes the word before it along."""
    if len(rows) < 2 or len(rows[-1]) != 1 or len(rows[-2]) < 3 or glued[-1]:
        return
    word, before = rows[-1][0], rows[-2][-1]
    if len(word[1]) < LONELY and before[2] + space + word[2] <= limit:
        rows[-1].insert(0, rows[-2].pop())


def _line(row: list[tuple[str, str, float]], style: Style, space: float, glued: bool) -> Line:
    runs: list[tuple[str, str]] = []
    for family, word, _ in row:
        if runs and runs[-1][0] == family:
            runs[-1] = (family, f"{runs[-1][1]} {word}")
        elif runs:
            runs[-1] = (runs[-1][0], f"{runs[-1][1]} ")
            runs.append((family, word))
        else:
            runs.append((family, word))
    units = sum(long for _, _, long in row) + space * (len(row) - 1)
    return Line(tuple(runs), units * style.size * POINT / 1000, glued)
