"""The instruments that come with the program: right, complete, well written, balanced."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest

from progpro_tui.authoring.check import check
from progpro_tui.authoring.loader import Reading, read
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.text import Text
from tests.authoring.small import ENGLISH, HOST

FILES = {path.stem: path for path in sorted(bundled_folder().glob("*.yaml"))}
RING = "RIASEC"

SEVENTEEN = {
    "interests", "interests-short", "interests-pairs", "occupations-ranks", "career-anchors",
    "values-cards", "skills-cards", "skills-grid", "portfolio", "what-matters-at-work", "work-wheel",
    "life-line", "first-interview", "satisfaction-end", "satisfaction-six-months", "job-enquiry",
    "immersion-review",
}  # fmt: skip

PLACES = {"in", "out", "moving"}


def test_all_seventeen_are_there() -> None:
    assert set(FILES) == SEVENTEEN


@pytest.mark.parametrize("name", FILES)
def test_a_bundled_file_has_no_mistake(name: str) -> None:
    found = check(FILES[name], HOST).mistakes
    assert [f"{mistake.place} {ENGLISH(mistake.what)}" for mistake in found] == []


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {name: read(path, HOST) for name, path in FILES.items()}


# -- every one of them ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_it_carries_what_stands_around_the_items(name: str, readings: dict[str, Reading]) -> None:
    instrument, examples = readings[name].instrument, readings[name].examples
    around = instrument.guidance
    for words in (around.for_whom, around.not_for, around.reading_help, around.counsellor_instructions):
        assert words.standard.keys() == {"fr", "en"}
    assert around.instructions.plain.keys() == {"fr", "en"}
    assert around.minutes > 0
    assert 5 <= len(around.debrief) <= 8
    assert len(examples) >= 5
    assert instrument.licence == "CC-BY-SA-4.0"


def texts(found: Any) -> Iterator[Text]:
    """Every text of an instrument, wherever it stands."""
    if isinstance(found, Text):
        yield found
    elif isinstance(found, dict):
        if found.keys() == {"standard", "plain"}:
            yield Text(**found)
        else:
            for part in found.values():
                yield from texts(part)
    elif isinstance(found, list | tuple):
        for part in found:
            yield from texts(part)
    elif hasattr(found, "__dataclass_fields__"):
        yield from texts([getattr(found, name) for name in found.__dataclass_fields__])


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_typeset_in_both_languages(name: str, readings: dict[str, Reading]) -> None:
    for words in texts(readings[name].instrument):
        for wordings in (words.standard, words.plain):
            assert not wordings or wordings.keys() == {"fr", "en"}, words
            for language, said in wordings.items():
                assert "'" not in said, said
                assert '"' not in said, said
                if language == "fr":
                    assert not re.search(r"[^\u00a0\u202f?!…][:;?!»](?=\s|$)", said), said
                    assert not re.search(r"«(?!\u00a0)", said), said
                    assert not re.search(r"\b(tu|toi|ton|tes)\b", said, re.IGNORECASE), said
                    assert not re.search(r"\w\(e\)|\w·e", said), said


@pytest.mark.parametrize("name", FILES)
def test_items_are_short_and_plain(name: str, readings: dict[str, Reading]) -> None:
    for item in readings[name].instrument.items:
        assert item.text.standard.keys() == item.text.plain.keys() == {"fr", "en"}
        assert all(len(words.split()) <= 12 for words in item.text.standard.values()), item.text
        assert all(len(words.split()) <= 8 for words in item.text.plain.values()), item.text
        if item.short is not None:
            assert all(len(words) <= 24 for words in item.short.standard.values()), item.short


def test_no_two_items_of_the_interest_inventories_say_the_same(readings: dict[str, Reading]) -> None:
    names = ("interests", "interests-short", "interests-pairs")
    for language in ("fr", "en"):
        said = Counter(
            item.text.standard[language] for n in names for item in readings[n].instrument.items
        )
        assert [words for words, times in said.items() if times > 1] == []


# -- balance (instruments.md, section 2) ------------------------------------------------------------


def by_type(instrument: Instrument) -> dict[str, list[Item]]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in instrument.items:
        (letter,) = item.scales
        found[letter].append(item)
    return found


RATED = [("interests", 10, 2), ("interests-short", 5, 1)]


@pytest.mark.parametrize(("name", "count", "each_level"), RATED)
def test_every_type_is_balanced_over_the_world_of_work(
    name: str, count: int, each_level: int, readings: dict[str, Reading]
) -> None:
    types = by_type(readings[name].instrument)
    assert {letter: len(items) for letter, items in types.items()} == dict.fromkeys(RING, count)
    for letter, items in types.items():
        tags = [item.tags for item in items]
        levels = Counter(tag["level"] for tag in tags)
        assert len({tag["sector"] for tag in tags}) >= 5, letter
        assert set(levels) == {"1", "2", "3"}, letter
        assert min(levels.values()) >= each_level, letter
        assert len({tag["place"] for tag in tags}) >= 2, letter
        assert {tag["place"] for tag in tags} <= PLACES
        assert {"alone", "people"} <= {tag["with"] for tag in tags} <= {"alone", "people", "both"}


@pytest.mark.parametrize(("name", "count", "each_level"), RATED)
def test_every_block_of_six_holds_each_type_once_in_a_changing_order(
    name: str, count: int, each_level: int, readings: dict[str, Reading]
) -> None:
    letters = [next(iter(item.scales)) for item in readings[name].instrument.items]
    blocks = ["".join(letters[start : start + 6]) for start in range(0, 6 * count, 6)]
    assert all(sorted(block) == sorted(RING) for block in blocks)
    assert all(one != other for one, other in pairwise(blocks))
    assert all(one != other for one, other in pairwise(letters))


@pytest.mark.parametrize("name", ["interests", "interests-short"])
def test_items_never_begin_alike_more_than_twice(name: str, readings: dict[str, Reading]) -> None:
    instrument = readings[name].instrument
    for language in instrument.languages:
        beginnings = Counter(item.text.standard[language].split()[0] for item in instrument.items)
        assert max(beginnings.values()) <= 2, beginnings.most_common(3)


def test_each_type_meets_each_other_three_times_matched(readings: dict[str, Reading]) -> None:
    instrument = readings["interests-pairs"].instrument
    items = {item.id: item for item in instrument.items}
    pairs = [(items[left], items[right]) for left, right in instrument.settings["pairs"]]
    letters = [(next(iter(left.scales)), next(iter(right.scales))) for left, right in pairs]
    met = Counter(frozenset(pair) for pair in letters)
    assert met == {frozenset(pair): 3 for pair in combinations(RING, 2)}
    on_the_left = Counter(left for left, _ in letters)
    assert set(on_the_left) == set(RING)
    assert set(on_the_left.values()) == {7, 8}
    for left, right in pairs:
        assert left.tags["level"] == right.tags["level"], (left.id, right.id)
        assert left.tags["family"] == right.tags["family"], (left.id, right.id)
    assert len({item.id for pair in pairs for item in pair}) == len(items) == 90


def test_each_type_stands_once_at_every_place_of_the_lists(readings: dict[str, Reading]) -> None:
    instrument = readings["occupations-ranks"].instrument
    items = {item.id: item for item in instrument.items}
    lists = [[items[name] for name in ranked["items"]] for ranked in instrument.settings["lists"]]
    letters = ["".join(next(iter(item.scales)) for item in ranked) for ranked in lists]
    assert all(sorted(row) == sorted(RING) for row in letters)
    assert all(len(set(column)) == 6 for column in zip(*letters, strict=True))
    for ranked in lists:
        assert len({item.tags["level"] for item in ranked}) == 1
    assert Counter(ranked[0].tags["level"] for ranked in lists) == {"1": 2, "2": 2, "3": 2}


def test_values_come_from_twelve_fields_of_three_or_four(readings: dict[str, Reading]) -> None:
    instrument = readings["values-cards"].instrument
    fields = Counter(item.tags["field"] for item in instrument.items)
    assert len(instrument.items) == 45
    assert len(fields) == 12
    assert set(fields.values()) <= {3, 4}
    assert all(item.name is not None for item in instrument.items)


@pytest.mark.parametrize("name", ["skills-grid", "skills-cards"])
def test_skills_come_in_eight_families_of_six(name: str, readings: dict[str, Reading]) -> None:
    items = readings[name].instrument.items
    assert Counter(Counter(item.tags["family"] for item in items).values()) == {6: 8}
    if name == "skills-grid":
        assert all(len(item.levels) == 4 and item.short is not None for item in items)


@pytest.mark.parametrize(("name", "themes"), [("career-anchors", 7), ("what-matters-at-work", 9)])
def test_themes_have_four_statements_each(name: str, themes: int, readings: dict[str, Reading]) -> None:
    types = by_type(readings[name].instrument)
    assert {len(items) for items in types.values()} == {4}
    assert len(types) == themes


def test_the_shape_of_the_q_sort(readings: dict[str, Reading]) -> None:
    columns = readings["what-matters-at-work"].instrument.settings["columns"]
    assert [column["value"] for column in columns] == list(range(-4, 5))
    assert [column["places"] for column in columns] == [2, 3, 4, 6, 6, 6, 4, 3, 2]
