"""The JSON Schema: fresh, helpful while typing, and of one mind with the loader."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError

from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.keys import keys_of_file, keys_of_settings
from progpro_tui.authoring.loader import read_content
from progpro_tui.authoring.model import InstrumentFile
from progpro_tui.authoring.schema import FILE_NAME, both, schema_of, schema_text
from progpro_tui.authoring.settings import twin
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.errors import InstrumentError
from progpro_tui.core.text import Text
from progpro_tui.host.plugin_host import PluginHost
from tests.authoring.editor import as_editor, complaints, resolved
from tests.authoring.small import ENGLISH, HOST, changed
from tests.cli.runner import run
from tests.kinds import GOLDEN

BUNDLED = sorted(bundled_folder().glob("*.yaml"))
FILES = [*BUNDLED, *sorted(GOLDEN.glob("*.yaml"))]
SCHEMA = schema_of(HOST)


def test_the_file_beside_the_questionnaires_is_fresh(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """``make schema`` writes it."""
    fresh = schema_text(HOST)
    assert (bundled_folder() / FILE_NAME).read_text("utf-8") == fresh
    assert run(capsys, "schema").out == fresh
    assert run(capsys, "schema", "-o", tmp_path / "own.json").out == ""
    assert (tmp_path / "own.json").read_text("utf-8") == fresh


def test_it_is_a_schema_of_the_draft_that_it_names() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft7Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_wrong_in_a_right_file(path: Path) -> None:
    assert complaints(as_editor(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_first_line_of_a_bundled_file_names_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={FILE_NAME}"


# -- what helps while typing ----------------------------------------------------------------------


def settings_of(kind: str) -> dict[str, Any]:
    """What is proposed under ``settings:`` once the kind is written."""
    for choice in SCHEMA["allOf"]:
        if choice["if"]["properties"]["kind"] == {"const": kind}:
            return defined(choice["then"]["properties"]["settings"])
    raise KeyError(kind)


def defined(part: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMA["definitions"]
    return dict(found[part["$ref"].removeprefix("#/definitions/").replace("%20", " ")])


@pytest.mark.parametrize("kind", HOST.kinds)
def test_each_kind_proposes_its_settings(kind: str) -> None:
    declared = [key for key in keys_of_settings(HOST.exercise(kind).Settings) if len(key.path) == 1]
    proposed = settings_of(kind)
    assert list(proposed["properties"]) == [key.name for key in declared]
    assert proposed["required"] == [key.name for key in declared if key.required]
    assert proposed["additionalProperties"] is False
    for key in declared:
        stated = proposed["properties"][key.name].get("default")
        assert (json.dumps(stated).strip('"') if key.default else stated) == key.default


def test_every_key_says_what_it_is_for_in_both_languages() -> None:
    every = [*keys_of_file()]
    for kind in HOST.kinds:
        every += keys_of_settings(HOST.exercise(kind).Settings)
    assert [key.path for key in every if key.about is None] == []
    assert [key.path for key in every if key.about and "\n\n" not in both(key.about)] == []


def test_words_and_kinds_are_proposed() -> None:
    assert SCHEMA["properties"]["kind"]["enum"] == sorted(HOST.kinds)
    assert "holland.code" in SCHEMA["properties"]["indices"]["items"]["enum"]
    order = settings_of("rating")["properties"]["order"]
    assert (order["enum"], order["default"]) == (["fixed", "shuffled", "blocks", "balanced"], "fixed")
    assert "celui du fichier (fixed)" in order["description"]
    assert "as in the file" in order["description"]
    seconds = settings_of("rating")["properties"]["seconds"]
    assert (seconds["default"], "number" in seconds["type"]) == (1.5, True)
    assert list(defined({"$ref": "#/definitions/wording"})["properties"]) == ["fr", "en"]


def test_what_is_used_twice_is_defined_once() -> None:
    found = SCHEMA["definitions"]
    both_kinds = [settings_of("rating"), defined(settings_of("grid")["properties"]["columns"]["items"])]
    assert [part["properties"]["responses"]["items"] for part in both_kinds] == [
        {"$ref": "#/definitions/Response"}
    ] * 2
    # Two plugins may each call a part by one name, and mean another.
    assert found["BoxNames"]["required"] != [] != found["BoxNames 2"]["required"]
    assert ("learn" in found["BoxNames"]["properties"]) != (
        "learn" in found["BoxNames 2"]["properties"]
    )


def test_words_of_a_plugin_without_a_catalogue_are_shown_as_they_are() -> None:
    assert both("A dial.") == "A dial."
    assert both(Text({"fr": "Un cadran.", "en": "A dial."})) == "Un cadran.\n\nA dial."


@dataclass(frozen=True)
class Impossible:
    anything: complex


@dataclass(frozen=True)
class Dial:
    top: Annotated[int, Text({"fr": "Le haut.", "en": "The top."})] = 10
    bare: str = "as it is"
    width: Fraction | None = Fraction(1, 4)


@pytest.mark.parametrize(
    ("settings", "proposed"),
    [
        (
            Dial,
            {
                "top": {
                    "description": "Le haut.\n\nThe top.",
                    "type": ["integer", "string"],
                    "default": 10,
                },
                "bare": {"type": ["string", "number", "boolean"], "default": "as it is"},
                "width": {"default": 0.25},
            },
        ),
        (Impossible, None),
    ],
)
def test_a_plugin_of_one_s_own_is_in_the_schema(
    settings: type, proposed: dict[str, Any] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words for it need no catalogue; settings that no file can say are left open."""
    own = PluginHost()
    exercise = SimpleNamespace(Settings=settings)
    monkeypatch.setattr(PluginHost, "kinds", ("own",))
    monkeypatch.setattr(own, "exercise", lambda kind: exercise)
    made = schema_of(own)
    assert made["properties"]["kind"]["enum"] == ["own"]
    if proposed is None:
        assert made["allOf"] == []
        return
    found = made["definitions"]["Dial"]["properties"]
    assert {
        key: {part: entry[part] for part in ("description", "type", "default") if part in entry}
        for key, entry in found.items()
    } == proposed


def test_keys_say_in_words_what_is_to_be_written() -> None:
    told = {".".join(key.path): ENGLISH(key.type) for key in keys_of_file()}
    assert told["title"] == "a text in every language, perhaps with a plain one"
    assert told["minutes"] == "a number above 0"
    assert told["scales.score"] == "one of: mean, sum"
    assert told["scales.tie_width"] == "a number above 0, or null"
    assert told["scales.levels"] == "a list of entries (below)"
    assert told["items.scales"] == "entries under names of yours; under each: a whole number, not 0"
    assert told["languages"] == "a list; in each place: a language, such as fr"


def test_a_plain_wording_is_asked_for_beside_a_text() -> None:
    seen = as_editor(changed("  plain: {fr: Imaginez cela., en: Imagine this.}\n", ""))
    assert complaints(seen) == ["instructions: 'plain' is a required property"]


# -- of one mind with the loader ------------------------------------------------------------------

LANGUAGES_ONLY = {"language_missing", "language_unknown"}
"""The mistakes of the model that no schema can see: it knows nothing of ``languages``."""

VALUES: tuple[Any, ...] = (
    "",
    "abc",
    "-5",
    "7",
    "0",
    "0.5",
    "1.5",
    "999",
    "12345678901",
    "two words",
    [],
    {},
)
"""Put in the place of anything."""


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every entry of a file."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for name, value in entries:
        yield (*path, name)
        if isinstance(value, dict | list):
            yield from places(value, (*path, name))


def changed_at_random(data: Any, chance: random.Random) -> tuple[str, Any]:
    """A file changed in its structure, and what was done."""
    data = deepcopy(data)
    *above, name = chance.choice(list(places(data)))
    holder = data
    for part in above:
        holder = holder[part]
    what = chance.choice(["take out", "rename", "add", "replace", "replace", "double"])
    if what == "take out":
        del holder[name]
    elif what == "replace" or (isinstance(holder, list) and what in ("rename", "add")):
        holder[name] = deepcopy(chance.choice(VALUES))
    elif what == "rename":
        holder["another"] = holder.pop(name)
    elif what == "add":
        holder["another"] = "abc"
    elif isinstance(holder, list):
        holder.append(deepcopy(holder[name]))
    else:
        holder[name] = [holder[name]]
    return f"{what} {'.'.join(map(str, (*above, name)))}", data


def mistakes_of_model(data: Any) -> set[str]:
    """What the model finds: not what lies between the parts of a file, nor what a plugin refuses."""
    languages = data.get("languages")
    known = [word for word in languages if isinstance(word, str)] if isinstance(languages, list) else []
    kind, indices = data.get("kind"), data.get("indices")
    found = faults_of(InstrumentFile, data, known)
    if kind in HOST.kinds and "settings" in data:
        found |= faults_of(twin(HOST.exercise(kind).Settings), data["settings"], known)
    elif "kind" in data:
        found.add("kind")
    if len(known) > len(set(known)):
        found.add("language twice")
    if isinstance(indices, list) and not all(index in HOST.index_ids for index in indices):
        found.add("index")
    return found


def faults_of(model: type[BaseModel], data: Any, languages: list[str]) -> set[str]:
    try:
        model.model_validate(data, context={"languages": tuple(languages)})
    except ValidationError as error:
        return {found["type"] for found in error.errors()}
    return set()


def assert_of_one_mind(path: Path, times: int) -> tuple[int, int]:
    """How many of the changed files both refused, and both took."""
    right = read_tree(path.read_bytes(), str(path)).root
    counted = [0, 0]
    for number in range(times):
        what, data = changed_at_random(right, random.Random(f"{path.stem} {number}"))
        found, underlined = mistakes_of_model(data), complaints(resolved(data))
        if not found or found - LANGUAGES_ONLY:
            assert bool(found) == bool(underlined), (what, found, underlined)
            counted[not found] += 1
    return counted[0], counted[1]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_schema_and_model_refuse_the_same_files(path: Path) -> None:
    refused, taken = assert_of_one_mind(path, 12)
    assert refused
    assert taken


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_schema_and_model_refuse_the_same_of_many_files(path: Path) -> None:
    assert_of_one_mind(path, 60)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: rating", "kind: ratting"),
        ("kind: rating", "kinds: rating"),
        ("minutes: 2", "minutes: 0"),
        ("minutes: 2", "minutes: deux"),
        ("minutes: 2", "minutes: 2.5"),
        ("version: 1.0.0", "version: 1.0"),
        ("languages: [fr, en]", "languages: fr"),
        ("languages: [fr, en]", "languages: []"),
        ("scales: {M: 1}", "scales: {M: 0}"),
        ("scales: {M: 1}", "scales: [M]"),
        ("score: mean", "score: median"),
        ("minimum_share: 0.5", "minimum_share: 1.5"),
        ("minimum_share: 0.5", "minimum_share: 0,5"),
        ("tie_width: 0.25", "tie_width: 0"),
        ("id: m1", "id: M 1"),
        ("author: Somebody", "author: []"),
        ("author: Somebody", "author:"),
        ("norms: []", "norms: [France]"),
        ("indices: [style.long_string]", "indices: [style.longstring]"),
        ("  question: {", "  order: any\n  question: {"),
        ("  question: {", "  not_applicable: yes\n  question: {"),
        ("  question: {", "  truest: {most: 2}\n  question: {"),
    ],
)
def test_what_both_refuse(old: str, new: str) -> None:
    seen = changed(old, new)
    assert complaints(as_editor(seen))
    with pytest.raises(InstrumentError):
        read_content(seen.encode(), "small.yaml", HOST)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 2", 'minutes: "2"'),
        ("minimum_share: 0.5", 'minimum_share: "0.5"'),
        ("tie_width: 0.25", "tie_width: null"),
        ("author: Somebody", "author: 1984"),
        ("author: Somebody", "author: no"),
        ("{fr: Non, en: No}", "{fr: 1, en: 1}"),
        ("  question: {", "  not_applicable: false\n  question: {"),
        ("  question: {", '  not_applicable: "false"\n  question: {'),
        ("  question: {", "  seconds: 2\n  question: {"),
        ("title:\n  fr: Petit questionnaire\n  en: A small questionnaire", "title: {fr: Oui, en: Yes}"),
    ],
)
def test_what_both_take(old: str, new: str) -> None:
    seen = changed(old, new)
    assert complaints(as_editor(seen)) == []
    read_content(seen.encode(), "small.yaml", HOST)


@pytest.mark.parametrize(
    ("old", "new", "refused_by"),
    [
        # It knows nothing of the languages of a file, of ids elsewhere, of sums and gaps.
        ("{fr: Non, en: No}", "{fr: Non}", "loader"),
        ("{fr: Non, en: No}", "{fr: Non, en: No, de: Nein}", "loader"),
        ("id: m2", "id: m1", "loader"),
        ("scales: {H: 1}", "scales: {X: 1}", "loader"),
        ("from: 2.5", "from: 2.6", "loader"),
        # It sees what a number is, not how it was written.
        ("minutes: 2", "minutes: 2.0", "loader"),
        ("minutes: 2", "minutes: 0x2", "loader"),
        ("minimum_share: 0.5", "minimum_share: .5", "loader"),
        ("minimum_share: 0.5", "minimum_share: 5e-1", "loader"),
        ("minimum_share: 0.5", 'minimum_share: "1.5"', "loader"),
        ("  question: {", "  not_applicable: True\n  question: {", "loader"),
        # And what an editor reads as nothing, or as true, it cannot know to be a word.
        ("author: Somebody", "author: null", "schema"),
        ("author: Somebody", "author: ~", "schema"),
        ("id: small", "id: true", "schema"),
        ("tie_width: 0.25", 'tie_width: "null"', "schema"),
    ],
)
def test_what_a_schema_cannot_say(old: str, new: str, refused_by: str) -> None:
    """All that they differ in, kept here so that nothing is added to it unseen."""
    seen = changed(old, new)
    assert bool(complaints(as_editor(seen))) == (refused_by == "schema")
    if refused_by == "schema":
        read_content(seen.encode(), "small.yaml", HOST)
    else:
        with pytest.raises(InstrumentError):
            read_content(seen.encode(), "small.yaml", HOST)
