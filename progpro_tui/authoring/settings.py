"""The file twin of a kind's ``Settings``: the same entries, read from a file with every mistake.

A plugin declares a frozen dataclass and needs no pydantic. The twin is made from it, with the texts
of the core in the forms that files have, so that mistakes carry the path where they stand. What an
entry is for stands beside its type, ``most: Annotated[int, "How many at most."]``: the tables of the
guide and the editors of authors show it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import Field as PydanticField
from pydantic import create_model

from progpro_tui.authoring.values import Exact, FileText, Nothing, Number, Strict, Truth, Whole, Words
from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_, Text

SCALARS: dict[Any, Any] = {
    bool: Truth,
    int: Whole,
    float: Number,
    Fraction: Exact,
    str: Words,
    Text: FileText,
    Any: Any,
}
"""What a scalar of the dataclass is in a file; what is ``Any`` comes as the file has it."""

ENTRY = "entry"
"""In the metadata of a field: its name in the file, where Python could not take it, as ``from``."""


PREFIX = "its_"
"""Before the names in a twin: a plugin's own, such as ``copy``, may be pydantic's."""


class Twin(Strict):
    """What the file says of a dataclass of a plugin."""

    original: ClassVar[type]


def original_of(found: Any) -> Any:
    """The plugin's own dataclass, made of what the file says."""
    if isinstance(found, Twin):
        return found.original(
            **{name.removeprefix(PREFIX): original_of(value) for name, value in found}
        )
    if isinstance(found, tuple):
        return tuple(original_of(part) for part in found)
    if isinstance(found, dict):
        return {key: original_of(part) for key, part in found.items()}
    return found


@cache
def twin(settings: type) -> type[Twin]:
    """The twin of a dataclass. Raises :class:`PluginError` where a file cannot say what it holds."""
    assert is_dataclass(settings)
    hints = get_type_hints(settings, include_extras=True)
    entries: dict[str, Any] = {
        PREFIX + entry.name: (_twin_type(hints[entry.name]), _default(entry))
        for entry in fields(settings)
    }
    made = create_model(f"{settings.__name__}File", __base__=Twin, **entries)
    made.original = settings
    return made


def _default(entry: Field[Any]) -> Any:
    default: Any = ... if entry.default is MISSING else entry.default
    if entry.default_factory is not MISSING:
        default = entry.default_factory()
    return PydanticField(default, alias=entry.metadata.get(ENTRY, entry.name))


def _twin_type(hint: Any) -> Any:
    """The type of the file for a type of the dataclass; what stands beside it is kept."""
    if get_origin(hint) is Annotated:
        kind, *beside = get_args(hint)
        return Annotated[_twin_type(kind), *beside]
    if hint in SCALARS:
        return SCALARS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return twin(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return hint
    if origin in (tuple, list, Sequence) and (len(inner) == 1 or inner[1:] == (...,)):
        return tuple[_twin_type(inner[0]), ...]  # type: ignore[misc]  # made while running
    if origin in (dict, Mapping) and inner[0] is str:
        return dict[str, _twin_type(inner[1])]  # type: ignore[misc]  # made while running
    if origin in (Union, types.UnionType) and len(inner) == 2 and type(None) in inner:
        kept = _twin_type(next(part for part in inner if part is not type(None)))
        return Annotated[kept | None, Nothing]
    raise PluginError(
        N_("Its settings hold {found}, which an instrument file cannot say."), found=str(hint)
    )
