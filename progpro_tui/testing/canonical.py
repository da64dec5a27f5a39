"""Values as text that is the same in every process, to compare what two runs came to."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def canonical(value: Any) -> str:
    """A text that two values share only where they are equal, entries in their order.

    A set has no order, and the one that Python gives it changes from process to process: its
    entries are sorted. That of a mapping is what a person would see, and counts.
    """
    if is_dataclass(value) and not isinstance(value, type):
        parts = (f"{entry.name}={canonical(getattr(value, entry.name))}" for entry in fields(value))
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, Mapping):
        entries = (f"{canonical(key)}: {canonical(part)}" for key, part in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, Set):
        return f"set({', '.join(sorted(map(canonical, value)))})"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(canonical, value))}]"
    return repr(value)


def difference(one: Any, other: Any) -> str:
    """In which field of two values of one dataclass the first difference lies."""
    if type(one) is not type(other):
        return f"a {type(one).__name__} and a {type(other).__name__}"
    for entry in fields(one):
        here, there = (canonical(getattr(value, entry.name)) for value in (one, other))
        if here != there:
            return f"“{entry.name}” is {shortly(here, there)}"
    return "nothing"


def shortly(here: str, there: str) -> str:
    """Two texts from a little before they part."""
    same = next((n for n, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, same - 20)
    return f"…{here[start : start + 80]}… and …{there[start : start + 80]}…"
