"""What a plugin declares as ``Settings`` is what a file may say under ``settings:``."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

import pytest
from pydantic import ValidationError

from progpro_tui.authoring.settings import original_of, twin
from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import Text
from progpro_tui.storage.records import from_data, to_data


@dataclass(frozen=True)
class Pile:
    name: Text
    most: int | None = None


@dataclass(frozen=True)
class CardSettings:
    copy: str  # a name that pydantic keeps for itself
    piles: tuple[Pile, ...]
    width: Fraction
    order: Literal["file", "drawn"] = "file"
    shares: dict[str, float] = field(default_factory=dict)
    open: bool = False


@dataclass(frozen=True)
class Impossible:
    anything: complex


FILE: dict[str, Any] = {
    "copy": "on",
    "piles": [{"name": {"fr": "oui", "en": "yes"}, "most": "10"}, {"name": {"fr": "non", "en": "no"}}],
    "width": "0.1",
    "shares": {"a": "0.25"},
    "open": "true",
}
LANGUAGES = {"languages": ("fr", "en")}


def test_a_file_becomes_the_dataclass_of_the_plugin() -> None:
    settings = original_of(twin(CardSettings).model_validate(FILE, context=LANGUAGES))
    assert settings == CardSettings(
        copy="on",
        piles=(Pile(Text({"fr": "oui", "en": "yes"}), 10), Pile(Text({"fr": "non", "en": "no"}))),
        width=Fraction(1, 10),
        shares={"a": 0.25},
        open=True,
    )
    assert from_data(to_data(settings), CardSettings) == settings


@pytest.mark.parametrize(
    ("change", "where", "kind"),
    [
        ({"open": "yes"}, ("open",), "truth"),
        ({"open": "True"}, ("open",), "truth"),
        ({"width": "1e3"}, ("width",), "number"),
        ({"order": "random"}, ("order",), "literal_error"),
        ({"piles": [{"name": {"fr": "a", "en": "b"}, "most": "1_0"}]}, ("piles", 0, "most"), "whole"),
        (
            {"piles": [{"name": {"fr": "a", "en": "b"}, "least": "1"}]},
            ("piles", 0, "least"),
            "extra_forbidden",
        ),
        ({"shares": {"a": "b"}}, ("shares", "a"), "number"),
        ({"colour": "red"}, ("colour",), "extra_forbidden"),
    ],
)
def test_a_wrong_value_has_its_path(change: dict[str, Any], where: tuple[Any, ...], kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        twin(CardSettings).model_validate(FILE | change, context=LANGUAGES)
    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (where, kind)


def test_settings_that_no_file_can_say_are_the_plugin_s_fault() -> None:
    with pytest.raises(PluginError):
        twin(Impossible)


def test_the_schema_of_a_kind_can_be_made() -> None:
    schema = twin(CardSettings).model_json_schema()
    assert set(schema["properties"]) == {"copy", "piles", "width", "order", "shares", "open"}
    assert schema["additionalProperties"] is False
