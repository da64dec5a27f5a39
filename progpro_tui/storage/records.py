"""Frozen dataclasses to plain data and back, the same way for every file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, TypeVar

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.text import Message, Param, Text, Words

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


def to_data(value: Any) -> Any:
    """Plain data, as JSON has it."""
    return _converter().unstructure(value)


def from_data(data: Any, kind: type[T]) -> T:
    """The value that :func:`to_data` made this data from. Raises where it is not of this kind."""
    return _converter().structure(data, kind)


def given_from(data: Mapping[str, Any]) -> Given:
    """An answer from its data, by hand: a batch re-scored reads them by the hundred thousand."""
    return Given(**{**data, "answer": _answer(data["answer"])})


@cache
def _converter() -> Converter:
    # cattrs takes as long to import as a whole start of the command line: only when needed.
    from cattrs import Converter

    converter = Converter()
    converter.register_unstructure_hook(Fraction, lambda value: {"fraction": str(value)})
    converter.register_structure_hook(Fraction, lambda data, _: Fraction(data["fraction"]))
    converter.register_unstructure_hook(Missing, lambda value: {"missing": value.value})
    structures: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
        (Answer, _answer),
        (Words, lambda data: _words(data, converter)),
        (Words | None, lambda data: _words(data, converter)),
        (Param, lambda data: _param(data, converter)),
        (Mapping[str, Any], lambda data: data),
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
    raise TypeError(f"not an answer: {data!r}")


def _words(data: Any, converter: Converter) -> Words | None:
    if data is None:
        return None
    if "msgid" in data:
        return converter.structure(data, Message)
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
