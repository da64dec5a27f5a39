"""What the texts of a file mean: whole numbers, exact numbers, yes and no, words, languages.

Nothing is guessed: a value is what its place asks for, or a mistake. Each form says beside how it is
read what it is in words, for the tables of keys, and in a JSON Schema, for editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    GetCoreSchemaHandler,
    Tag,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from progpro_tui.core.text import N_, Text

WHOLE = re.compile(r"[-+]?[0-9]{1,9}", re.ASCII)
DECIMAL = re.compile(r"[-+]?[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)
LARGEST = 999_999_999
"""The largest whole number that a file may write: nine digits."""

NOTHING = ("", "null", "~")
"""How a file says: no value."""

TAGS = ("one wording", "two wordings")
"""The two forms of a text. They stand in the paths of pydantic, never in a file."""


class Strict(BaseModel):
    """A part of an instrument file: an entry that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


Limits: TypeAlias = Mapping[str, Any]
"""What is taken, as a JSON Schema says it."""


@dataclass(frozen=True, eq=False)
class Form:
    """How a file writes something: ``read`` makes a value of it, ``words`` tell an author what to
    write, ``limits`` an editor.

    Editors turn unquoted numbers, true and false into values; we keep every text until here. So the
    limits take both a number and the text of one. ``name`` is that of a form that holds others.
    """

    read: Callable[[Any], Any]
    words: str
    limits: Limits
    name: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


@dataclass(frozen=True, eq=False)
class Held:
    """A check of what was read; ``limits`` say the same to editors, as far as they can."""

    check: Callable[[Any], Any]
    limits: Limits

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


@dataclass(frozen=True)
class Written:
    """An expected number, and how exactly it was written."""

    value: Fraction
    decimals: int

    def means(self, value: Fraction) -> bool:
        """Whether ``value``, rounded to the decimals that were written, is this number."""
        return abs(value - self.value) <= Fraction(1, 2 * 10**self.decimals)


def mistake(kind: str, **slots: Any) -> PydanticCustomError:
    """An error of our own; ``sentences`` has its words."""
    return PydanticCustomError(kind, kind, slots or None)


def _text(value: Any, kind: str) -> str:
    if not isinstance(value, str):
        raise mistake(kind)
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if not WHOLE.fullmatch(_text(value, "whole")):
        raise mistake("whole")
    return int(value)


def _exact(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value
    if not DECIMAL.fullmatch(_text(value, "number")):
        raise mistake("comma" if DECIMAL.fullmatch(value.replace(",", ".")) else "number")
    return Fraction(value)


def _written(value: Any) -> Any:
    return Written(_exact(value), len(value.partition(".")[2]))


def _number(value: Any) -> Any:
    return value if isinstance(value, float) else float(_exact(value))


def _truth(value: Any) -> Any:
    if not isinstance(value, bool) and value not in ("true", "false"):
        raise mistake("truth")
    return value in (True, "true")


def _words(value: Any) -> Any:
    words = _text(value, "words").strip()
    if not words:
        raise mistake("empty")
    return words


def _nothing(value: Any) -> Any:
    return None if value in NOTHING else value


NUMBER: Limits = {
    "type": ["number", "string"],
    "pattern": f"^{DECIMAL.pattern}$",
    "exclusiveMinimum": -LARGEST - 1,
    "exclusiveMaximum": LARGEST + 1,
}

Whole: TypeAlias = Annotated[
    int,
    Form(
        _whole,
        N_("a whole number"),
        {
            "type": ["integer", "string"],
            "pattern": f"^{WHOLE.pattern}$",
            "minimum": -LARGEST,
            "maximum": LARGEST,
        },
    ),
]
Exact: TypeAlias = Annotated[Fraction, Form(_exact, N_("a number"), NUMBER)]
Expected: TypeAlias = Annotated[Written, Form(_written, N_("a number"), NUMBER)]
Number: TypeAlias = Annotated[float, Form(_number, N_("a number"), NUMBER)]
Truth: TypeAlias = Annotated[
    bool,
    Form(
        _truth,
        N_("true or false"),
        {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    ),
]
Words: TypeAlias = Annotated[
    str, Form(_words, N_("a text"), {"type": ["string", "number", "boolean"], "pattern": r"\S"})
]
Nothing = BeforeValidator(_nothing)
"""Before an optional value: ``null`` stands for none."""


def named(kind: str, pattern: str) -> Held:
    """Words of a fixed shape. ``kind`` names the sentence for all others."""
    shape = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise mistake(kind)
        return value

    return Held(check, {"type": "string", "pattern": f"^({pattern})$"})


def _mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise mistake("wording")
    return value


def _complete(value: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
    """Every language of the file, and no other. Without ``languages`` there is nothing to hold to."""
    languages = (info.context or {}).get("languages", ())
    if not languages:
        return value
    for language in value:
        if language not in languages:
            raise mistake("language_unknown", key=language, known=languages)
    missing = [language for language in languages if language not in value]
    if missing:
        raise mistake("language_missing", missing=missing)
    return value


Wording: TypeAlias = Annotated[
    dict[str, Words],
    Form(_mapping, N_("a text in every language"), {}, "wording"),
    AfterValidator(_complete),
]
"""One wording, in every language of the file."""


class TwoWordings(Strict):
    """A text with its plain wording beside the standard one."""

    text: Annotated[Wording, N_("The usual wording, in every language.")]
    plain: Annotated[Wording, N_("The same in simple words, for people who read little.")]


def _form(value: Any) -> str:
    two = isinstance(value, dict) and ("text" in value or "plain" in value)
    return TAGS[1] if two else TAGS[0]


def _core_text(value: Mapping[str, str] | TwoWordings) -> Text:
    return Text(value.text, value.plain) if isinstance(value, TwoWordings) else Text(dict(value))


_Forms: TypeAlias = Annotated[
    Annotated[Wording, Tag(TAGS[0])] | Annotated[TwoWordings, Tag(TAGS[1])],
    Discriminator(_form),
    AfterValidator(_core_text),
]


class _FromForms(Form):
    """Lets pydantic read a core :class:`Text` from either form of the file."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(_Forms)


FileText: TypeAlias = Annotated[
    Text, _FromForms(_core_text, N_("a text in every language, perhaps with a plain one"), {}, "text")
]
"""A text of the file, in either form."""
