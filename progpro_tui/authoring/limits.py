"""What single entries of an instrument file are held to: ids, versions, weights, shares, lengths."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeAlias

from progpro_tui.authoring.values import Exact, Form, Held, Whole, Words, mistake, named
from progpro_tui.core.text import N_

Id: TypeAlias = Annotated[
    Words, named("id", r"[a-z][a-z0-9-]{0,63}", N_("small letters, digits and hyphens"))
]
ItemId: TypeAlias = Annotated[
    Words,
    named("item_id", r"[a-z][a-z0-9_-]{0,31}", N_("small letters, digits, hyphens and underscores")),
]
ScaleId: TypeAlias = Annotated[
    Words, named("scale_id", r"[A-Za-z][A-Za-z0-9_]{0,15}", N_("letters, digits and underscores"))
]
Version: TypeAlias = Annotated[
    Words,
    named(
        "version",
        r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)([-+][0-9A-Za-z.+-]+)?",
        N_("three numbers with points"),
    ),
]
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
Language: TypeAlias = Annotated[
    Words, named("language", LANGUAGE.pattern, N_("a language, such as fr"))
]


def _weight(value: int) -> int:
    if value == 0:
        raise mistake("weight")
    return value


def _share(value: Any) -> Any:
    if not 0 <= value <= 1:
        raise mistake("share")
    return value


def _positive(value: Any) -> Any:
    if value <= 0:
        raise mistake("positive")
    return value


def _some(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise mistake("nothing")
    return value


def at_most(most: int) -> Held:
    """No instrument has more; scoring more would take a hostile file minutes."""

    def check(value: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(value) > most:
            raise mistake("too_many", most=most)
        return value

    return Held(check, {"maxItems": most})


def _no_norms(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if value:
        raise mistake("norms")
    return value


Weight: TypeAlias = Annotated[
    Whole, Held(_weight, {"not": {"enum": [0, "0"]}}, N_("a whole number, not 0"))
]
Share: TypeAlias = Annotated[
    Exact, Held(_share, {"minimum": 0, "maximum": 1}, N_("a number from 0 to 1"))
]
POSITIVE = Held(_positive, {"exclusiveMinimum": 0}, N_("a number above 0"))
Minutes: TypeAlias = Annotated[Whole, POSITIVE]
SOME = Held(_some, {"minItems": 1, "uniqueItems": True})
NO_NORMS = Held(_no_norms, {"maxItems": 0})
Answered: TypeAlias = Annotated[
    str | tuple[str, ...],
    Form(
        lambda value: value,
        N_("an answer, or a list of them"),
        {
            "type": ["string", "number", "boolean", "null", "array"],
            "items": {"type": ["string", "number", "boolean", "null"]},
        },
    ),
]
