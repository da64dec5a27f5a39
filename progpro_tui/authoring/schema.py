"""The JSON Schema of instrument files, by which editors complete and check while an author types.

It is made from the keys of the models. Drafts after 7 are not understood by every editor. What no
schema can say is the loader's alone: that every text has every language of the file, that ids fit
one another, how exactly a number is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from progpro_tui.authoring.keys import (
    Anything,
    ByName,
    Choice,
    Group,
    Key,
    Listed,
    OrNothing,
    Plain,
    Shape,
    own_keys_of,
    shape_of,
)
from progpro_tui.authoring.model import InstrumentFile
from progpro_tui.authoring.settings import twin
from progpro_tui.authoring.values import Form, TwoWordings, Words
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, Message, Text
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.i18n.translator import Translator

Schema: TypeAlias = dict[str, Any]

FILE_NAME = "instrument.schema.json"
"""What the first line of an instrument file calls the schema beside it."""

SPOKEN = tuple(Translator(language) for language in sorted(LANGUAGES, reverse=True))
"""Editors show one description: French first, English below."""


def schema_text(host: PluginHost) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema_of(host), ensure_ascii=False, indent=1) + "\n"


def schema_of(host: PluginHost) -> Schema:
    """The schema of the files of every kind that a plugin offers, choosing by ``kind``."""
    parts = _Parts()
    whole = parts.group(InstrumentFile)
    kinds = sorted(host.kinds)
    whole["properties"]["kind"] |= {"enum": kinds}
    if host.index_ids:
        whole["properties"]["indices"]["items"] = {"enum": sorted(host.index_ids)}
    choices = [_choice(kind, settings) for kind in kinds if (settings := _settings(kind, host, parts))]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "progpro-tui",
        "description": both(N_("An instrument: what is asked, and what becomes of the answers.")),
        **whole,
        "allOf": choices,
        "definitions": parts.definitions,
    }


def both(words: str | Message | Text) -> str:
    """Words in both languages, one below the other."""
    return "\n\n".join(dict.fromkeys(tr(words) for tr in SPOKEN))


def _choice(kind: str, settings: Schema) -> Schema:
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"properties": {"settings": settings}},
    }


def _settings(kind: str, host: PluginHost, parts: _Parts) -> Schema | None:
    """Where the settings of a kind are defined; none where its plugin cannot say them."""
    try:
        return parts.reference(twin(host.exercise(kind).Settings))
    except ProgproError:
        return None


class _Parts:
    """The schemas of shapes; what holds others is defined once and referred to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._names: dict[type[BaseModel], str] = {}

    def reference(self, model: type[BaseModel]) -> Schema:
        """Where a model is defined, which it is from now on."""
        if model not in self._names:
            name = model.__name__.removesuffix("File")
            taken = sum(known.partition(" ")[0] == name for known in self._names.values())
            self._names[model] = f"{name} {taken + 1}" if taken else name
            self.definitions[self._names[model]] = {}
            self.definitions[self._names[model]] = self.group(model)
        return _reference(self._names[model])

    def group(self, model: type[BaseModel]) -> Schema:
        """The entries of a model, and no others."""
        keys = list(own_keys_of(model))
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [key.name for key in keys if key.required],
            "properties": {key.name: self._entry(key) for key in keys},
        }

    def _entry(self, key: Key) -> Schema:
        entry = self._shape(key.shape)
        if key.about is not None:
            entry = {"description": both(key.about), **entry}
        if key.default is not None:
            entry["default"] = _typed(key)
        return entry

    def _shape(self, shape: Shape) -> Schema:
        match shape:
            case Plain(form=form, limits=limits):
                return self._form(form) | dict(limits)
            case Choice(words):
                return {"enum": list(words)}
            case Listed(each, limits):
                return {"type": "array", "items": self._shape(each), **limits}
            case ByName(each):
                return {"type": "object", "additionalProperties": self._shape(each)}
            case Group(model):
                return self.reference(model)
            case OrNothing(value):
                return {"anyOf": [self._shape(value), {"type": "null"}]}
            case Anything():
                return {}

    def _form(self, form: Form) -> Schema:
        if not form.name:
            return dict(form.limits)
        if form.name not in self.definitions:
            self.definitions[form.name] = {}
            made = self._text() if form.name == "text" else self._wording()
            self.definitions[form.name] = made
        return _reference(form.name)

    def _wording(self) -> Schema:
        """Words under each language. Any language may be; the two of the program are proposed."""
        words = self._shape(shape_of(Words))
        return {
            "type": "object",
            "minProperties": 1,
            "properties": {tr.language: words for tr in SPOKEN},
            "patternProperties": {"^[a-z]{2,3}$": words},
            "additionalProperties": False,
        }

    def _text(self) -> Schema:
        two = self.reference(TwoWordings)
        entries: Mapping[str, Any] = self.definitions[self._names[TwoWordings]]["properties"]
        return {
            "type": "object",
            "if": {"anyOf": [{"required": [name]} for name in entries]},
            "then": two,
            "else": _reference("wording"),
        }


def _reference(name: str) -> Schema:
    return {"$ref": "#/definitions/" + name.replace(" ", "%20")}


def _typed(key: Key) -> Any:
    """A default as an editor has it: a number is no text there."""
    shape = key.shape.value if isinstance(key.shape, OrNothing) else key.shape
    is_text = not isinstance(shape, Plain) or shape.form.limits["type"][0] == "string"
    return key.default if is_text else json.loads(key.default or "null")
