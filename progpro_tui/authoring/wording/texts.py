"""Every text of a file in every language, with who reads it and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from progpro_tui.authoring.remarks import Remark, Severity
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.core.text import Message

Reader: TypeAlias = Literal["item", "person", "counsellor"]
"""An item is read by the person too; it is shorter, and has rules of its own."""

TOKEN = re.compile(r"\w+")

NO_TEXTS = {"languages", "sources", "indices", "norms", "examples"}
FOR_COUNSELLORS = {
    "measures",
    "does_not_measure",
    "for_whom",
    "not_for",
    "reading_help",
    "counsellor_instructions",
    "debrief",
}


@dataclass(frozen=True)
class Wording:
    """One text in one language. ``path`` leads to it in the tree of its file."""

    tree: Tree
    path: Path
    language: str
    words: str
    reader: Reader
    plain: bool

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Its words without case, as ``\\b`` parts them: most rules pass a text that lacks theirs."""
        return frozenset(TOKEN.findall(self.words.casefold()))

    def remark(self, code: str, what: Message, severity: Severity = "advice") -> Remark:
        """A remark at the place of this text."""
        return Remark(severity, code, self.tree.place(self.path), what)


def wordings_of(tree: Tree, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    """All of them, in the order of the file."""
    root: dict[str, Any] = tree.root
    return tuple(
        Wording(tree, path, str(path[-1]), words, _reader_of(path), "plain" in path)
        for name, part in root.items()
        if name not in NO_TEXTS
        for path, words in _texts(part, (name,), frozenset(languages))
    )


def _texts(found: Any, path: Path, languages: frozenset[str]) -> Iterator[tuple[Path, str]]:
    if isinstance(found, dict):
        texts = found.keys() <= languages
        for name, part in found.items():
            inner = (*path, name)
            if texts and isinstance(part, str):
                yield inner, part
            elif path[0] != "items" or name not in ("scales", "tags"):
                yield from _texts(part, inner, languages)
    elif isinstance(found, list):
        for number, part in enumerate(found):
            yield from _texts(part, (*path, number), languages)


def _reader_of(path: Path) -> Reader:
    if path[0] in FOR_COUNSELLORS or "counsellor" in path:
        return "counsellor"
    if path[0] == "scales" and path[2] == "name":
        return "counsellor"
    return "item" if path[0] == "items" and path[2] in ("text", "plain") else "person"
