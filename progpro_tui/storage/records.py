"""Frozen dataclasses to plain data and back, the same way for every file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.text import Filled, Message, Param, Text, Words
from progpro_tui.storage.damage import damaged

if TYPE_CHECKING:
    from cattrs import Converter

    from progpro_tui.core.findings import Finding

T = TypeVar("T")


def to_data(value: Any) -> Any:
    """Plain data, as JSON has it."""
    return _converter().unstructure(value)


def from_data(data: Any, kind: type[T]) -> T:
    """The value that :func:`to_data` made this data from. Raises where it is not of this kind."""
    return _converter().structure(data, kind)


def built(data: Any, kind: type[T], name: str) -> T:
    """As :func:`from_data`. Raises :class:`StoreDamaged`, which says ``name``, where it is not."""
    try:
        return from_data(dict(data), kind)
    except Exception as error:  # cattrs raises groups of whatever the parts raised
        raise damaged(name) from error


def given_from(data: Mapping[str, Any]) -> Given:
    """An answer from its data, by hand: a batch re-scored reads them by the hundred thousand."""
    return Given(**{**data, "answer": _answer(data["answer"])})


@cache
def _converter() -> Converter:
    # cattrs takes as long to import as a whole start of the command line: only when needed.
    from cattrs import Converter

    from progpro_tui.core.findings import Finding

    converter = Converter()
    converter.register_unstructure_hook(Fraction, lambda value: {"fraction": str(value)})
    converter.register_structure_hook(Fraction, lambda data, _: Fraction(data["fraction"]))
    converter.register_unstructure_hook(Missing, lambda value: {"missing": value.value})
    converter.register_unstructure_hook_func(partial(eq, Finding), partial(_tagged, converter))
    structures: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
        (Answer, _answer),
        (Words, lambda data: _words(data, converter)),
        (Words | None, lambda data: _words(data, converter)),
        (Param, lambda data: _param(data, converter)),
        (Mapping[str, Any], _plain),
        (Finding, lambda data: _finding(data, converter)),
    )
    # By equality: cattrs dispatches on classes, and unions and generics are none.
    for kind, make in structures:
        converter.register_structure_hook_func(partial(eq, kind), _ignoring_kind(make))
    return converter


def _ignoring_kind(make: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda data, _: make(data)


def _answer(data: Any) -> Answer:
    if isinstance(data, dict):
        return Missing(data["missing"])
    if isinstance(data, int | str):
        return data
    if isinstance(data, list | tuple):
        return tuple(str(part) for part in data)
    raise TypeError(f"not an answer: {data!r}")


def _plain(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise TypeError(f"not an object: {data!r}")
    return data


def _tagged(converter: Converter, value: Finding) -> dict[str, Any]:
    return {"finding": type(value).__name__, **converter.unstructure(value)}


def _finding(data: Mapping[str, Any], converter: Converter) -> Finding:
    from progpro_tui.core.findings import Finding

    parts = dict(data)
    kind = {kind.__name__: kind for kind in get_args(Finding)}[parts.pop("finding")]
    found: Finding = converter.structure(parts, kind)
    return found


def _words(data: Any, converter: Converter) -> Words | None:
    if data is None:
        return None
    if "msgid" in data:
        return converter.structure(data, Message)
    if "text" in data:
        return converter.structure(data, Filled)
    return converter.structure(data, Text)


def _param(data: Any, converter: Converter) -> Param:
    if not isinstance(data, dict):
        plain: str | int | float = data
        return plain
    if "fraction" in data:
        return Fraction(data["fraction"])
    words = _words(data, converter)
    assert words is not None
    return words
