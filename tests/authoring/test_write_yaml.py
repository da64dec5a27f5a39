"""What is written says, read again, what it was given; and it looks as the bundled files do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.found import INVISIBLE
from progpro_tui.authoring.write_yaml import write_yaml

ROOT = Path(__file__).parents[2]

BUNDLED = sorted((ROOT / "questionnaires").glob("*.yaml"))

LETTERS = st.sampled_from(list(" \t\n\r\N{NO-BREAK SPACE}:#-?,[]{}&*!|>'\"%@`\\~=<0.eé’«»œ😀añ"))
TEXTS = st.one_of(
    st.text(LETTERS, max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["null", "~", "true", "1.0", "1e3", "2024-01-01", "a: b", "a #b", "...", "---"]),
).filter(lambda text: not INVISIBLE.search(text))
KEYS = TEXTS.filter(lambda key: key == key.strip() and key != "<<")
TREES = st.dictionaries(
    KEYS | st.sampled_from(["scales", "tags", "items", "settings"]),
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def read(text: str) -> Any:
    tree = read_tree(text.encode(), "written.yaml")
    assert tree.mistakes == []
    return tree.root


@settings(max_examples=80, deadline=None)
@given(TREES)
def test_what_was_written_is_read_again(tree: Mapping[str, Any]) -> None:
    assert read(write_yaml(tree)) == tree


@settings(max_examples=80, deadline=None)
@given(TREES)
def test_no_program_takes_a_text_for_anything_else(tree: Mapping[str, Any]) -> None:
    # A loader that guesses, by the rules of YAML 1.2.
    guessed = yaml.load(write_yaml(tree), GuessesNumbers)
    assert guessed == tree


class GuessesNumbers(yaml.SafeLoader):
    """Guesses numbers, dates, none and true, as an editor does."""


GuessesNumbers.yaml_implicit_resolvers = {}
for resolver, shape in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf)|\.(nan|NaN)",
}.items():
    GuessesNumbers.add_implicit_resolver(
        f"tag:yaml.org,2002:{resolver}", re.compile(f"^(?:{shape})$"), None
    )


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_file_written_anew_says_the_same(path: Path) -> None:
    tree = read(path.read_text("utf-8"))
    assert read(write_yaml(tree)) == tree


def test_it_looks_as_an_author_would_write_it() -> None:
    tree = {
        "id": "small",
        "version": "1.0.0",
        "languages": ["fr", "en"],
        "title": {"fr": "Mes goûts : un début", "en": "My tastes: a beginning"},
        "minutes": 5,
        "measures": {"fr": "des goûts", "en": "likings"},
        "instructions": {"fr": "Lisez.\n\nRépondez.\n", "en": "Read.\nAnswer."},
        "settings": {"not_applicable": True, "responses": [{"value": 1, "label": {"fr": "Non"}}]},
        "items": [
            {"id": "r01", "scales": {"R": 1, "E": -1}, "tags": {"place": "in", "of": "a, b"}},
            {"id": "r02", "text": {"fr": "- tiret", "en": "2024"}},
        ],
        "scales": [{"id": "R", "minimum_share": Fraction(4, 5), "tie_width": None}],
        "norms": [],
        "sources": ["A book", "Another: a title"],
    }
    notes = {("items",): ["One activity a line."], ("items", 1): ["To be completed."], ("norms",): [""]}
    assert write_yaml(tree, notes) == LOOKS


LOOKS = """\
id: small
version: 1.0.0
languages: [fr, en]
title:
  fr: "Mes goûts : un début"
  en: "My tastes: a beginning"
minutes: 5

measures:
  fr: des goûts
  en: likings

instructions:
  fr: |
    Lisez.

    Répondez.
  en: |-
    Read.
    Answer.

settings:
  not_applicable: true
  responses:
    - value: 1
      label:
        fr: Non

# One activity a line.
items:
  - id: r01
    scales: {R: 1, E: -1}
    tags: {place: in, of: "a, b"}
  # To be completed.
  - id: r02
    text:
      fr: "- tiret"
      en: "2024"

scales:
  - id: R
    minimum_share: 0.8
    tie_width: null
#
norms: []

sources:
  - A book
  - "Another: a title"
"""


def test_a_comment_never_stands_between_a_hyphen_and_its_entry() -> None:
    written = write_yaml({"items": [{"id": "a"}]}, {("items", 0, "id"): ["Choose it well."]})
    assert written == "items:\n  -\n    # Choose it well.\n    id: a\n"
    assert read(written) == {"items": [{"id": "a"}]}
