"""What a kind of exercise cannot ask is found when the file is read, at the entry that causes it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.authoring.small import mistakes_of
from tests.kinds import GOLDEN

PILE = "{id: less, name: {fr: moins important aujourd’hui, en: less important today}}"


def broken(tmp_path: Path, name: str, old: str, new: str) -> list[tuple[str, str]]:
    """A worked file with one place changed: the line of each mistake, and its sentence."""
    content = (GOLDEN / f"{name}.yaml").read_text()
    assert old in content, old
    content = content.replace(old, new)
    lines = content.splitlines()
    found = mistakes_of(tmp_path / "broken.yaml", content)
    return [(lines[line - 1].strip(), what) for line, _, what in found]


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"),
    [
        ("cards", PILE, PILE.replace("less,", "very,"), "{id: very", "already has the id “very”"),
        ("cards", PILE, PILE.replace("less,", '"x:y=",'), "x:y=", "cannot be an id here"),
        ("cards", PILE, PILE.replace("less,", "a" * 5000 + ","), "aaa", "cannot be an id here"),
        ("cards", "- id: missing", "- id: lived", "- id: lived", "already has the id “lived”"),
        ("cards", "- id: missing", "- id: line", "- id: line", "means something else here"),
        ("cards", "- {id: others,", "- {id: self,", "- {id: self,", "already has the id “self”"),
        ("cards", "- id: c07", "- id: own", "- id: own", "means something else here"),
        ("cards", "- id: c07", "- id: show", "- id: show", "“show:lived” for another question"),
        ("cards", "most: 1\n", "most: 5000\n", "most: 5000", "from 1 to 5"),
        ("cards", "most: 1\n", "most: -1\n", "most: -1", "from 1 to 5"),
        ("two-sorts", "- id: like\n", "- id: can\n", "- id: can", "already has the id “can”"),
        ("two-sorts", "- id: like\n", "- id: show\n", "- id: show", "for another question"),
        ("two-sorts", "{id: things,", "{id: people,", "{id: people,", "already has the id “people”"),
        ("two-sorts", "strong: [well]", "strong: []", "strong: []", "at least one entry"),
        ("grid", "- id: taste", "- id: level", "- id: level", "already has the id “level”"),
        ("grid", "- id: taste", "- id: words", "- id: words", "means something else here"),
        ("grid", "2, label: {fr: plutôt non", "1, label: {fr: plutôt non", "plutôt", "1 follows 1"),
        ("grid", "{column: level, from: 3}", "{column: level, from: 99}", "strong:", "from 1 to 4"),
        ("grid", "most: 2\n", "most: -1\n", "most: -1", "above 0"),
        ("grid", "{id: pass-on,", "{id: organise,", "{id: organise,", "already has the id"),
        ("q-sort", "{value: -2, places: 1}", "{value: -2, places: -1}", "-2", "above 0"),
        ("q-sort", "scales: {time: 1}", "scales: {time: 2}", "scales: {time: 2}", "exactly one scale"),
        ("q-sort", "score: mean", "score: sum", "score: sum", "write “mean”"),
        ("q-sort", "{id: middle,", "{id: more,", "{id: more,", "already has the id “more”"),
        ("ranks", "id: l2,", "id: l1,", "{id: l1, items: [care2", "already has the id “l1”"),
        ("ranks", "id: l2,", 'id: "l1:1",', "l1:1", "cannot be an id here"),
        ("ranks", "score: mean", "score: sum", "score: sum", "write “mean”"),
        ("best-worst", "id: set2,", "id: set1,", "{id: set1, items: [calm2", "already has the id"),
        ("pairs", "- [help2, make2]", "- [make1, help1]", "- [make1, help1]", "stands here twice"),
        ("pairs", "- [help2, make2]", "- [help1, make1]", "- [help1, make1]", "stands here twice"),
        ("pairs", "- [help2, make2]", "- [help2, help1]", "- [help2, help1]", "says nothing"),
        ("truest", "    most: 2\n", "    most: 7\n", "most: 7", "from 1 to 6"),
        ("truest", "    bonus: 2 ", "    bonus: 5 ", "bonus: 5", "from 1 to 4"),
        ("rating", "long_string: ", "long_string: -", "long_string: -", "from 2 to 1,000"),
        ("best-worst", "[near1, calm1, team1]", "[near1, calm1, calm2]", "set1", "for one scale"),
        ("truest", "scales: {safe: 1}", "scales: {safe: -1}", "scales: {safe: -1}", "exactly one"),
        ("truest", "scales: {safe: 1}", "scales: {safe: 3}", "scales: {safe: 3}", "exactly one"),
    ],
)
def test_a_fault_stands_at_its_cause(
    tmp_path: Path, name: str, old: str, new: str, where: str, what: str
) -> None:
    found = broken(tmp_path, name, old, new)
    assert any(where in line and what in sentence for line, sentence in found), found


@pytest.mark.parametrize(
    ("name", "start", "end", "empty", "what"),
    [
        ("cards", "  piles:", "  own:", "  piles: []", "This list holds 0: at least 2 are needed."),
        ("q-sort", "  columns:", "items:", "  columns: []", "This list holds 0: at least 2"),
        ("q-sort", "    - {value: -1", "items:", "", "This list holds 1: at least 2 are needed."),
        ("two-sorts", "      piles:", "    - id: like", "      piles: []", "This list holds 0"),
        ("grid", "  columns:", "  strong:", "  columns: []", "This list holds 0: at least 1"),
        (
            "grid",
            "      responses:",
            "    - id: taste",
            "      responses: []",
            "at least two responses",
        ),
        ("ranks", "  lists:", "items:", "  lists: []", "The list is empty"),
        ("best-worst", "  sets:", "items:", "  sets: []", "The list is empty"),
        ("pairs", "  pairs:", "items:", "  pairs: []", "The list is empty"),
    ],
)
def test_an_empty_list_that_is_asked_from_is_named(
    tmp_path: Path, name: str, start: str, end: str, empty: str, what: str
) -> None:
    content = (GOLDEN / f"{name}.yaml").read_text()
    before, _, rest = content.partition(f"\n{start}")
    content = f"{before}\n{empty}\n{end}{rest.partition(chr(10) + end)[2]}"
    line = before.count("\n") + (2 if empty else 1)
    found = mistakes_of(tmp_path / "broken.yaml", content)
    assert any(what in sentence for _, _, sentence in found), found
    assert not empty or any(at == line for at, _, sentence in found if what in sentence), found


@pytest.mark.parametrize("name", ["rating", "grid", "two-sorts", "cards", "q-sort", "wheel"])
def test_a_file_without_items_has_nothing_to_ask(tmp_path: Path, name: str) -> None:
    content = (GOLDEN / f"{name}.yaml").read_text()
    head = content.partition("\nitems:\n")[0]
    for items in ("", "items: []\n"):
        path = tmp_path / "empty.yaml"
        found = [what for _, _, what in mistakes_of(path, f"{head}\n{items}scales: []\n")]
        assert "There is nothing to ask: write at least one entry under “items:”." in found


@pytest.mark.parametrize("name", ["cards", "two-sorts", "q-sort"])
def test_a_tenth_pile_has_no_digit(tmp_path: Path, name: str) -> None:
    content = (GOLDEN / f"{name}.yaml").read_text().split("\nexamples:")[0]
    (pile,) = re.findall(r"piles:.*\n( +- {id: .*\n)", content)[:1]
    for piles, what in ((9, []), (10, ["At most 9 may stand here: a digit chooses one."])):
        many = "".join(re.sub(r"id: [\w-]+", f"id: p{n}", pile) for n in range(piles - 3))
        found = mistakes_of(tmp_path / "piles.yaml", content.replace(pile, pile + many, 1))
        assert [sentence for _, _, sentence in found] == what


SCALE = """
  - id: x
    name: {fr: X, en: X}
    plain: {fr: X, en: X}
    short: {fr: X, en: X}
    score: mean
    minimum_share: 1
"""


@pytest.mark.parametrize("name", ["cards", "two-sorts", "grid", "wheel", "timeline"])
def test_a_kind_that_never_scores_takes_no_scales(tmp_path: Path, name: str) -> None:
    content = (GOLDEN / f"{name}.yaml").read_text()
    item = "  - id: x1\n    scales: {x: 1}\n    text: {fr: X, en: X}\n    plain: {fr: X, en: X}\n"
    before, scales, after = content.partition("\nscales: []\n")
    assert scales
    if "\nitems:\n" in before:
        before = before.replace("\n    text:", "\n    scales: {x: 1}\n    text:")
    else:
        before += f"\nitems:\n{item}"
    content = before + "\nscales:" + SCALE + after
    found = [what for _, _, what in mistakes_of(tmp_path / "scaled.yaml", content)]
    assert "This kind of exercise gives no scores: leave the list of scales empty." in found, found


def with_levels(name: str, start: str, end: str) -> str:
    """A worked file whose scales have one level, without examples."""
    content = (GOLDEN / f"{name}.yaml").read_text().split("\nexamples:")[0]
    head, _, scales = content.partition("\nscales:")
    words = "name: {fr: L, en: L}, person: {fr: L, en: L}, counsellor: {fr: L, en: L}"
    level = f"    levels: [{{from: {start}, to: {end}, {words}}}]\n"
    made = [
        SCALE.replace("- id: x", f"- id: {of}") + level for of in re.findall(r"- id: (\w+)", scales)
    ]
    return f"{head}\nscales:{''.join(made)}"


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("pairs", "0", "1"), ("best-worst", "-1", "1"), ("ranks", "1", "3"), ("q-sort", "-2", "2")],
)
def test_the_levels_of_ipsative_scales_span_what_can_be_scored(
    tmp_path: Path, name: str, least: str, most: str
) -> None:
    path = tmp_path / "levels.yaml"
    assert mistakes_of(path, with_levels(name, least, most)) == []
    wrong = [what for _, _, what in mistakes_of(path, with_levels(name, "5", "9"))]
    assert any(f"the scores of this scale begin at {least}." in what for what in wrong), wrong
    assert any(f"the scores of this scale go up to {most}." in what for what in wrong)


@pytest.mark.parametrize("name", ["grid", "wheel", "two-sorts", "rating"])
def test_a_thousand_items_are_checked_while_one_waits(tmp_path: Path, name: str) -> None:
    content = (GOLDEN / f"{name}.yaml").read_text().split("\nexamples:")[0]
    head, _, rest = content.partition("\nitems:\n")
    items, _, scales = rest.partition("\nscales:")
    entry = "  - id:" + items.split("  - id:")[1]
    name_of = entry.split("\n")[0]
    many = "".join(entry.replace(name_of, f"  - id: i{n}", 1) for n in range(1000))
    started = time.process_time()
    mistakes_of(tmp_path / "many.yaml", f"{head}\nitems:\n{many}\nscales:{scales}")
    # Quadratic work took six seconds and more; this leaves room for a slow machine.
    assert time.process_time() - started < 3


def test_a_wrong_value_of_the_settings_hides_no_fault_beside_it(tmp_path: Path) -> None:
    content = (GOLDEN / "truest.yaml").read_text().split("\nexamples:")[0]
    content = content.replace("    most: 2\n", "    most: 7\n").replace("version: 1.0.0", "version: 1")
    content = content.replace("not_applicable: false", "not_applicable: oui\n  order: random")
    found = [what for _, _, what in mistakes_of(tmp_path / "both.yaml", content)]
    assert [what.split(":")[0] for what in found] == [
        "“1” is not a version",
        "“oui” is neither “true” nor “false”",
        "“random” is not known here. Expected",
        "Write a number from 1 to 6.",
    ]


def test_nothing_is_said_of_what_hangs_on_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    content = (GOLDEN / "grid.yaml").read_text().split("\nexamples:")[0]
    before, _, rest = content.partition("  families:\n")
    content = (
        f"{before}  families: Organiser\n\nitems:\n{rest.partition(chr(10) + 'items:' + chr(10))[2]}"
    )
    found = [what for _, _, what in mistakes_of(tmp_path / "list.yaml", content)]
    assert found == ["A list is expected here, each entry on a line of its own behind a hyphen."]
