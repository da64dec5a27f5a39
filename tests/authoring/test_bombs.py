"""Files made to fill a memory or to run for hours are refused at once, and at a place."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progpro_tui.authoring import events
from progpro_tui.authoring.files import MOST_BYTES
from progpro_tui.authoring.loader import load
from progpro_tui.core.errors import InstrumentError, Mistake
from tests.authoring.small import ENGLISH, HOST, SMALL, mistakes_of

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[" * 200_000, "Too many levels inside one another: 50 at most."),
        ("- " * 200_000, "Too many levels inside one another: 50 at most."),
        ("a: {" * 100_000, "Too many levels inside one another: 50 at most."),
        ("- x\n" * 60_000, "The file holds too much: 50,000 values at most."),
        ("a" * (MOST_BYTES + 1), "The file is too large: one instrument takes at most 1 MB."),
        (LAUGHS, "“&a” is not allowed at the beginning: put quotation marks round a text."),
        ("a: !!python/object/apply:os.system [ls]", "“!” is not allowed at the beginning"),
        ("<<: {a: b}", "“<<” is not allowed: write the entries out."),
        ("? {a: b}\n: c", "A name is expected before the colon."),
        ("".join(f"k{n}: v\n" for n in range(20_000)), "is not an entry that can stand here."),
        ("items:\n" + "- {id: a, scales: {R: 1}}\n" * 4_000, "is missing"),
        ("x" * 900_000 + ": y", "A colon with a space after it stands inside a text"),
    ],
)
def test_a_bomb_is_refused_fast(tmp_path: Path, content: str, sentence: str) -> None:
    started = time.perf_counter()
    found = mistakes_of(tmp_path / "bomb.yaml", content)
    assert time.perf_counter() - started < 3
    assert any(sentence in what for _, _, what in found)
    assert all(len(what) < 300 for _, _, what in found)


def test_the_slow_reader_refuses_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOADER", yaml.BaseLoader)
    assert mistakes_of(tmp_path / "small.yaml", SMALL) == []
    places = [found[:2] for found in mistakes_of(tmp_path / "laughs.yaml", LAUGHS)]
    assert (1, 4) in places
    deep = mistakes_of(tmp_path / "deep.yaml", "[" * 2_000)
    assert deep == [(1, 52, "Too many levels inside one another: 50 at most.")]


def _drop_line(lines: list[str], at: int) -> None:
    del lines[at]


def _repeat_line(lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _indent(lines: list[str], at: int) -> None:
    lines[at] = "  " + lines[at]


def _outdent(lines: list[str], at: int) -> None:
    lines[at] = lines[at].removeprefix("  ")


def _no_value(lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ":"


def _list_value(lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ": [a, {b: c}]"


def _map_value(lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ": {a: [b], id: {c: d}, fr: [e]}"


def _swap_signs(lines: list[str], at: int) -> None:
    lines[at] = lines[at].translate(str.maketrans("{}[]:-,", "[]{},:-"))


def _cut(lines: list[str], at: int) -> None:
    lines[at] = lines[at][: len(lines[at]) // 2]


CHANGES: list[Callable[[list[str], int], None]] = [
    _drop_line,
    _repeat_line,
    _indent,
    _outdent,
    _no_value,
    _list_value,
    _map_value,
    _swap_signs,
    _cut,
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 10_000)), min_size=1, max_size=4),
)
def test_a_damaged_file_gives_mistakes_with_places_and_nothing_else(
    tmp_path: Path, changes: list[tuple[Callable[[list[str], int], None], int]]
) -> None:
    lines = SMALL.splitlines()
    for change, at in changes:
        change(lines, at % len(lines))
    path = tmp_path / "damaged.yaml"
    path.write_text("\n".join(lines), "utf-8")
    for mistake in _mistakes(path):
        assert mistake.place.file == str(path)
        assert 1 <= mistake.place.line <= len(lines) + 1
        assert mistake.place.column >= 1
        assert ENGLISH(mistake.what)


def _mistakes(path: Path) -> Sequence[Mistake]:
    """What is refused; nothing where the changes left the file right. Other errors go through."""
    try:
        load(path, HOST)
    except InstrumentError as error:
        return error.mistakes
    return ()
