"""The questionnaires that come with the program: right, complete and balanced."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from progpro_tui.authoring.check import check
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.instrument import Instrument, Item
from tests.authoring.small import ENGLISH, HOST

FILES = sorted(bundled_folder().glob("*.yaml"))
INTERESTS = bundled_folder() / "interests.yaml"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundled_file_has_no_mistake(path: Path) -> None:
    assert [f"{found.place} {ENGLISH(found.what)}" for found in check(path, HOST).mistakes] == []


@pytest.fixture(scope="module")
def interests() -> Instrument:
    if not INTERESTS.exists():
        pytest.skip("questionnaires/interests.yaml is not written yet")
    instrument = check(INTERESTS, HOST).instrument
    assert instrument is not None
    return instrument


def test_no_item_lacks_a_language_or_a_plain_wording(interests: Instrument) -> None:
    for item in interests.items:
        for wordings in (item.text.standard, item.text.plain):
            assert set(wordings) == {"fr", "en"}
            assert all(wordings.values())


def test_wordings_are_as_short_as_they_should_be(interests: Instrument) -> None:
    for item in interests.items:
        assert all(len(wording.split()) <= 12 for wording in item.text.standard.values()), item.text
        assert all(len(wording.split()) <= 8 for wording in item.text.plain.values()), item.text


def by_type(interests: Instrument) -> dict[str, list[Item]]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in interests.items:
        (letter,) = item.scales
        found[letter].append(item)
    return found


def test_every_type_is_balanced_over_the_world_of_work(interests: Instrument) -> None:
    types = by_type(interests)
    assert {letter: len(items) for letter, items in types.items()} == dict.fromkeys("RIASEC", 10)
    for letter, items in types.items():
        tags = [item.tags for item in items]
        levels = Counter(tag["level"] for tag in tags)
        assert len({tag["sector"] for tag in tags}) >= 5, letter
        assert set(levels) == {"1", "2", "3"}, letter
        assert min(levels.values()) >= 2, letter
        assert len({tag["place"] for tag in tags}) >= 2, letter
        assert {tag["place"] for tag in tags} <= {"in", "out", "moving"}
        assert {"alone", "people"} <= {tag["with"] for tag in tags} <= {"alone", "people", "both"}


def test_every_block_of_six_holds_each_type_once_in_a_changing_order(interests: Instrument) -> None:
    letters = [next(iter(item.scales)) for item in interests.items]
    blocks = ["".join(letters[start : start + 6]) for start in range(0, 60, 6)]
    assert all(sorted(block) == sorted("RIASEC") for block in blocks)
    assert all(one != other for one, other in pairwise(blocks))
    assert all(one != other for one, other in pairwise(letters))


def test_items_never_begin_alike_more_than_twice(interests: Instrument) -> None:
    for language in interests.languages:
        beginnings = Counter(item.text.standard[language].split()[0] for item in interests.items)
        assert max(beginnings.values()) <= 2, beginnings.most_common(3)
