"""Writes instrument files as the bundled ones are written: block style, one language a line.

The reader never guesses, and other programs do: an editor takes an unquoted ``1.0`` for a number.
So a text that looks like something else is quoted, and a number is given as a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from progpro_tui.authoring.tree import Path

SCHEMA_LINE = "# yaml-language-server: $schema=instrument.schema.json\n"
"""The first line of a file: editors complete and check by it while one types."""

APART = (
    *("measures", "sources", "instructions", "debrief", "settings", "items", "scales", "indices"),
    "examples",
)
"""Entries at the top of a file with a blank line above them."""

ON_ONE_LINE = ("scales", "tags", "answers", "scores", "facts", "code")
"""Entries whose values stand between braces on the same line, where they are short."""

WIDEST = 100

PLAIN = re.compile(r"[^\W_][^\n\r\t]*")
PUNCTUATED = re.compile(r":(?=\s|$)|\s#|\s$")
"""What would end a text that is not quoted."""
WORD = re.compile(r"[^\W_][\w.*()/+-]*")
"""What needs no quotes between braces."""
LOOKS_OTHERWISE = re.compile(
    r"(null|true|false|[-+.]?\d[\d_]*\.?\d*([eE][-+]?\d+)?|0[xo][0-9a-fA-F]+|\d{4}-\d\d?-\d\d?.*)",
    re.ASCII | re.IGNORECASE,
)
"""Texts that a program which guesses takes for nothing, a truth value, a number or a date."""
ESCAPED = re.compile(
    r'["\\\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]'
)
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
SEEN = "\N{NO-BREAK SPACE}"
"""Of what is escaped, the one that French authors type on purpose, and that stays as it is."""

NO_NOTES: Mapping[Path, Sequence[str]] = {}


def write_yaml(root: Mapping[str, Any], notes: Mapping[Path, Sequence[str]] = NO_NOTES) -> str:
    """The text of a file that says ``root``: mappings, lists, texts, numbers, truth values, none.

    ``notes`` are lines of comment, each under the path of the entry that it stands above.
    """
    lines: list[str] = []
    for key, value in root.items():
        if key in APART and lines:
            lines.append("")
        lines += _entry(key, value, (key,), notes)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, path: Path, notes: Mapping[Path, Sequence[str]]) -> Iterator[str]:
    """The lines of one entry of a mapping."""
    yield from _comments(path, notes)
    name = _scalar(key, inside=True)
    if (line := _on_one_line(key, value)) is not None:
        yield f"{name}: {line}"
    elif isinstance(value, str):
        first, *others = _literal(value)
        yield f"{name}: {first}"
        yield from others
    else:
        yield f"{name}:"
        yield from _indented(_block(value, path, notes))


def _block(value: Any, path: Path, notes: Mapping[Path, Sequence[str]]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(key, inner, (*path, key), notes)
        return
    for number, inner in enumerate(value):
        yield from _comments((*path, number), notes)
        yield from _list_item(inner, (*path, number), notes)


def _list_item(value: Any, path: Path, notes: Mapping[Path, Sequence[str]]) -> Iterator[str]:
    if (line := _on_one_line("", value)) is not None:
        yield f"- {line}"
    elif isinstance(value, str):
        first, *others = _literal(value)
        yield f"- {first}"
        yield from others
    else:
        lines = list(_block(value, path, notes))
        if lines[0].startswith("#"):  # a comment cannot stand between a hyphen and its entry
            yield "-"
            yield from _indented(lines)
            return
        yield f"- {lines[0]}"
        yield from _indented(lines[1:])


def _comments(path: Path, notes: Mapping[Path, Sequence[str]]) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in notes.get(path, ()))


def _indented(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _on_one_line(key: str, value: Any) -> str | None:
    """The value as it stands behind a colon or a hyphen; none where it takes lines of its own."""
    if isinstance(value, Mapping):
        if value and not (key in ON_ONE_LINE and all(map(_is_short, value.values()))):
            return None
        parts = [f"{_scalar(k, inside=True)}: {_scalar(v, inside=True)}" for k, v in value.items()]
        line = f"{{{', '.join(parts)}}}"
        return line if not value or len(line) <= WIDEST else None
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not all(_is_word(part) for part in value):
            return None
        line = f"[{', '.join(_scalar(part, inside=True) for part in value)}]"
        return line if not value or len(line) <= WIDEST else None
    if isinstance(value, str) and _is_literal(value):
        return None
    return _scalar(value)


def _is_short(value: Any) -> bool:
    return not isinstance(value, Mapping | list | tuple) and "\n" not in str(value)


def _is_word(value: Any) -> bool:
    return _is_short(value) and (not isinstance(value, str) or WORD.fullmatch(value) is not None)


def _scalar(value: Any, inside: bool = False) -> str:
    """A single value, quoted where it must be. ``inside``: between braces, or before a colon."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else str(float(value))
    if not isinstance(value, str):
        return str(value)
    shape = WORD if inside else PLAIN
    bare = shape.fullmatch(value) and not PUNCTUATED.search(value) and not _has_escaped(value)
    return value if bare and not LOOKS_OTHERWISE.fullmatch(value) else _quoted(value)


def _has_escaped(value: str) -> bool:
    return any(found[0] not in (SEEN, '"', "\\") for found in ESCAPED.finditer(value))


def _quoted(value: str) -> str:
    return f'"{ESCAPED.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter == SEEN:
        return letter
    return SHORT_ESCAPES.get(letter, f"\\u{ord(letter):04x}")


def _is_literal(value: str) -> bool:
    """Whether a text of several lines can stand as it is, behind ``|``."""
    lines = value.removesuffix("\n").split("\n")
    return (
        "\n" in value
        and bool(lines[0])
        and not lines[0][0].isspace()
        and bool(lines[-1])
        and all(line == line.rstrip() and not _has_escaped(line) for line in lines)
    )


def _literal(value: str) -> list[str]:
    head = "|" if value.endswith("\n") else "|-"
    return [head, *_indented(value.removesuffix("\n").split("\n"))]
