"""The keys that may stand in an instrument file, for the tables of the guide and for the schema.

Both are made from the models themselves, so that neither can say what the loader does not do.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from progpro_tui.authoring.model import InstrumentFile
from progpro_tui.authoring.settings import twin
from progpro_tui.authoring.values import Form, Held, Limits, Nothing
from progpro_tui.core.text import N_, Message, Text, message


@dataclass(frozen=True)
class Plain:
    """A single value, in one of the forms that files have."""

    form: Form
    limits: Limits = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """A list of entries that are all alike."""

    each: Shape
    limits: Limits = field(default_factory=dict)


@dataclass(frozen=True)
class ByName:
    """Entries under names of the author's own, such as the ids of scales."""

    each: Shape


@dataclass(frozen=True)
class Group:
    """Entries whose names the model gives."""

    model: type[BaseModel]


@dataclass(frozen=True)
class Anything:
    """What the kind or a plugin reads by itself."""


@dataclass(frozen=True)
class OrNothing:
    """A value, or ``null``."""

    value: Shape


Shape: TypeAlias = Plain | Choice | Listed | ByName | Group | Anything | OrNothing


@dataclass(frozen=True)
class Key:
    """One key: its path from the top of the file, or of ``settings:``.

    ``default`` is what counts where it is left out, as a file would write it; none where that is
    nothing at all. ``about`` says what it is for; none where a plugin does not.
    """

    path: tuple[str, ...]
    required: bool
    default: str | None
    shape: Shape
    about: Message | Text | None

    @property
    def name(self) -> str:
        """The key itself."""
        return self.path[-1]

    @property
    def type(self) -> Message:
        """What is to be written, in words."""
        return words_of(self.shape)


def keys_of_file() -> Iterator[Key]:
    """Every key that a file of any kind may have, but for those of its settings."""
    return keys_of(InstrumentFile)


def keys_of_settings(settings: type) -> Iterator[Key]:
    """Every key under ``settings:`` of a kind, from the dataclass that its exercise declares."""
    return keys_of(twin(settings))


def keys_of(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[Key]:
    """The keys of a model in the order of its fields, each followed by those inside it."""
    for key in own_keys_of(model, path):
        yield key
        if inner := group_in(key.shape):
            yield from keys_of(inner, key.path)


def own_keys_of(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[Key]:
    """The keys of a model, without those inside them."""
    for name, entry in model.model_fields.items():
        shape = shape_of(entry.annotation, entry.metadata)
        yield Key(
            (*path, entry.alias or name),
            entry.is_required(),
            _default(entry),
            shape,
            _about(entry.metadata),
        )


def group_in(shape: Shape) -> type[BaseModel] | None:
    """The model whose entries stand in a value of this shape, if any do."""
    match shape:
        case Group(model):
            return model
        case Listed(each) | ByName(each) | OrNothing(each):
            return group_in(each)
    return None


def shape_of(annotation: Any, beside: list[Any] | tuple[Any, ...] = ()) -> Shape:
    """The shape of a type, with what stands beside it in its annotation."""
    if get_origin(annotation) is Annotated:
        annotation, *own = get_args(annotation)
        return shape_of(annotation, [*own, *beside])
    limits = {
        name: held for part in beside if isinstance(part, Held) for name, held in part.limits.items()
    }
    for part in beside:
        if isinstance(part, Form):
            return Plain(part, limits)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        (kept,) = (part for part in inner if part is not type(None))
        value = shape_of(kept)
        return OrNothing(value) if Nothing in beside else value
    if origin is Literal:
        return Choice(inner)
    if origin is tuple:
        return Listed(shape_of(inner[0]), limits)
    if origin in (dict, Mapping):
        return ByName(shape_of(inner[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Group(annotation)
    return Anything()


def words_of(shape: Shape) -> Message:
    """What is to be written, in words."""
    match shape:
        case Plain(form):
            return message(form.words)
        case Choice(words):
            return message(N_("one of: {words}"), words=", ".join(words))
        case Listed(Group()):
            return message(N_("a list of entries (below)"))
        case Listed(each):
            return message(N_("a list; in each place: {words}"), words=words_of(each))
        case ByName(each):
            return message(
                N_("entries under names of yours; under each: {words}"), words=words_of(each)
            )
        case Group():
            return message(N_("entries (below)"))
        case OrNothing(value):
            return message(N_("{words}, or null"), words=words_of(value))
    return message(N_("anything that the kind reads"))


def _default(entry: FieldInfo) -> str | None:
    default = None if entry.is_required() else entry.get_default(call_default_factory=True)
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, int | float | str | Fraction) and default:
        return str(default)
    return None


def _about(beside: list[Any]) -> Message | Text | None:
    """What an entry is for: words beside its type, marked for the catalogues or in every language."""
    for part in beside:
        if isinstance(part, str):
            return message(part)
        if isinstance(part, Message | Text):
            return part
    return None
