"""Puts French typography right in the text of a file, and touches nothing else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from progpro_tui.authoring.events import LOADER, read_tree, spot_of
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.authoring.wording.texts import wordings_of
from progpro_tui.authoring.wording.typography import with_typography, without_typography
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

BOM = b"\xef\xbb\xbf"
ESCAPE = re.compile(r"(\\(?:x..|u.{4}|U.{8}|\r\n|.))", re.DOTALL)
"""What stands for another character between double quotes: it is left as it is."""


DOUBLED = "''"
"""How an apostrophe is typed between single quotes."""


@dataclass(frozen=True)
class Fixed:
    """A file as it was, or with its typography put right in ``n`` texts."""

    content: bytes
    n: int


def fix_typography(content: bytes, file: str, languages: tuple[str, ...]) -> Fixed:
    """The content with ’ and no-break spaces in its French texts; every other byte stays.

    The file must have been read without a mistake. Raises :class:`InputError` where the
    result would say anything else than before.
    """
    before = read_tree(content, file)
    text, head = content.decode("utf-8-sig"), BOM if content.startswith(BOM) else b""
    paths = _french(before, languages)
    parts, end, n = [], 0, 0
    for event in _scalars(text, {before.places[path] for path in paths}):
        start, stop = event.start_mark.index, event.end_mark.index
        found = _in_style(text[start:stop], event.style)
        n += found != text[start:stop]
        parts += [text[end:start], found]
        end = stop
    fixed = head + "".join((*parts, text[end:])).encode()
    if not _same(before, read_tree(fixed, file), paths):
        raise InputError(
            N_("{file}: nothing was changed; put the typography right by hand."), file=file
        )
    return Fixed(fixed, n)


def _french(tree: Tree, languages: tuple[str, ...]) -> set[Path]:
    return {text.path for text in wordings_of(tree, languages) if text.language == "fr"}


def _scalars(text: str, spots: set[tuple[int, int]]) -> Iterator[Any]:
    """The events of the texts that begin at these places."""
    for event in iter(LOADER(text).get_event, None):
        # A value that is not there begins where what follows it does.
        if isinstance(event, yaml.ScalarEvent) and event.value and spot_of(event) in spots:
            yield event


def _in_style(raw: str, style: str | None) -> str:
    """A text as it is typed in the file, its typography put right as its quotes need it."""
    if style == '"':
        parts = ESCAPE.split(raw[1:-1])
        return f'"{"".join(p if n % 2 else with_typography(p) for n, p in enumerate(parts))}"'
    if style == "'":
        return f"'{with_typography(raw[1:-1], DOUBLED)}'"
    if style in ("|", ">"):
        head, line, body = raw.partition("\n")
        return head + line + with_typography(body)
    return with_typography(raw)


def _same(before: Tree, after: Tree, paths: set[Path]) -> bool:
    """Whether both say the same, but for the typography of these texts."""
    return (
        not after.mistakes
        and before.places.keys() == after.places.keys()
        and all(_alike(before.at(path), after.at(path), path in paths) for path in before.places)
    )


def _alike(one: Any, other: Any, typography: bool) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return type(one) is type(other)
    return one == other or (typography and without_typography(one) == without_typography(other))
