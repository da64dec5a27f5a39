"""Texts that a file still has from whoever began it: proposed, to be replaced by the author’s own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.core.text import NN_, message

PROPOSED = {"fr": "À remplacer", "en": "To be replaced"}
"""How the sentences begin that a new file proposes, in the language of the text."""

UNWRITTEN = {"fr": "À compléter", "en": "To be completed"}
"""Stands where a spreadsheet said nothing, in the language of the text."""

MARKS = (*PROPOSED.values(), *UNWRITTEN.values())
BEGINNING = re.compile(rf"\s*(?:{'|'.join(MARKS)})(?=\s*(?:[:,.…(]|$))", re.IGNORECASE)
"""« À compléter avec votre conseiller » is a sentence of the author’s, and no mark."""


def is_unwritten(words: str) -> bool:
    """Whether a text is still the one that was proposed."""
    return BEGINNING.match(words) is not None


def unwritten_paths(tree: Tree) -> Iterator[Path]:
    """The ways to the texts that are still the ones proposed."""
    yield from (path for path, words in _texts(tree.root, ()) if is_unwritten(words))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
        return
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in entries:
        yield from _texts(inner, (*path, name))


def _runs(lines: Iterable[int]) -> Iterator[str]:
    """Numbers in their order, those that follow each other as one run: 12, 15–17."""
    for _, group in groupby(enumerate(dict.fromkeys(lines)), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def unwritten(tree: Tree) -> Iterator[Remark]:
    """One warning for all of them, at the first one, with every line."""
    lines = sorted(tree.place(path).line for path in unwritten_paths(tree))
    if not lines:
        return
    words = NN_(
        "{n} text is still the one that was proposed: line {lines}.",
        "{n} texts are still those that were proposed: lines {lines}.",
    )
    what = message(words, n=len(lines), lines=", ".join(_runs(lines)))
    first = min(unwritten_paths(tree), key=lambda path: tree.places[path])
    yield Remark("warning", "placeholder", tree.place(first), what)
