"""Files made to fill a memory or to run for hours are refused at once, and at a place."""

from __future__ import annotations

import subprocess
import sys
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


MANY_REFERENCES = "".join(f"{name}: *laughs\n" for name in ("a", "b", "c"))
DEEP_MERGE = "".join(f"m{n}: &m{n}\n  <<: *m{n - 1}\n" for n in range(1, 3_000))
SLIPS = "".join(f"k{n}: @text\n" for n in range(60_000))
ITEM = "- {id: a, scales: {R: 1}, text: {fr: x, en: y}, plain: {fr: x, en: y}}\n"
OPTION = "{id: o, label: {fr: x, en: y}}"
HEAD = SMALL[: SMALL.index("settings:")]
FORM = HEAD.replace("kind: rating", "kind: form")

BOMBS = [
    ("lists in lists", "[" * 200_000, "Too many levels inside one another: 50 at most."),
    ("hyphens in hyphens", "- " * 200_000, "Too many levels inside one another: 50 at most."),
    ("braces in braces", "a: {" * 100_000, "Too many levels inside one another: 50 at most."),
    ("names of names", "? " * 200_000, "Too many levels inside one another: 50 at most."),
    (
        "deeper line by line",
        "".join(" " * n + "a:\n" for n in range(1_300)),
        "Too many levels inside one another: 50 at most.",
    ),
    ("many values", "- x\n" * 60_000, "The file holds too much: 50,000 values at most."),
    ("many names", "".join(f"k{n}: v\n" for n in range(60_000)), "The file holds too much"),
    ("many empty lists", "- []\n" * 60_000, "The file holds too much: 50,000 values at most."),
    ("much text", "a" * (MOST_BYTES + 1), "The file is too large: one instrument takes at most 1 MB."),
    ("much more text", "a: b\n" * 4_000_000, "The file is too large"),
    ("laughs", LAUGHS, "“&a” is not allowed at the beginning: put quotation marks round a text."),
    ("laughs that quote nothing", MANY_REFERENCES, "“*laughs” is not allowed at the beginning"),
    ("a list that holds itself", "items: &a [*a, *a]\n", "“&a” is not allowed at the beginning"),
    ("merges of merges", DEEP_MERGE, "“<<” is not allowed: write the entries out."),
    ("a program", "a: !!python/object/apply:os.system [ls]", "“!” is not allowed at the beginning"),
    ("binary data", "a: !!binary " + "A" * 900_000, "“!” is not allowed at the beginning"),
    ("tags everywhere", "- !x y\n" * 40_000, "“!” is not allowed at the beginning"),
    ("a tag of one's own", "%TAG ! tag:x.org,2000:\n---\na: !b c\n", "“!” is not allowed"),
    ("merged entries", "<<: {a: b}", "“<<” is not allowed: write the entries out."),
    ("a name of entries", "? {a: b}\n: c", "A name is expected before the colon."),
    ("mistakes", "".join(f"k{n}: v\n" for n in range(20_000)), "is not an entry that can stand here."),
    (
        "misspelt names",
        "".join(f"item{n}: v\n" for n in range(20_000)),
        "is not an entry that can stand here.",
    ),
    ("items", "items:\n" + "- {id: a, scales: {R: 1}}\n" * 4_000, "is missing"),
    ("equal items", HEAD + "items:\n" + ITEM * 2_000, "Another item already has the id “a”"),
    ("a long name", "x" * 900_000 + ": y", "A colon with a space after it stands inside a text"),
    ("a long name that is quoted", f"'{'x' * 1_000}': y", "is not an entry that can stand here."),
    ("slips", SLIPS, "A text cannot begin with “@”: put quotation marks round the text."),
    ("files in a file", "---\na: b\n" * 90_000, "“---” begins a second file inside this one"),
    ("nothing but nulls", "\0" * 900_000, "UTF-16"),
    ("a null", "id: a\nauthor: \0\n", "An invisible character (U+0000) stands here: delete it."),
    ("open quotation marks", 'a: "' * 200_000, "put the whole text between quotation marks"),
    ("comments", "#" * 900_000, "The file is empty."),
    ("spaces", " " * 900_000, "The file is empty."),
    ("one number", "minutes: " + "9" * 900_000, "is not a whole number, such as 5."),
    (
        "options",
        f"{FORM}settings:\n  questions:\n  - {{id: a, type: one, text: {{fr: x, en: y}}, "
        f"options: [{', '.join([OPTION] * 5_000)}]}}\nscales: []\n",
        "has one to 10 options.",
    ),
    (
        "questions that wait for one another",
        f"{FORM}settings:\n  questions:\n"
        + "".join(
            f"  - {{id: q{n}, type: short, text: {{fr: x, en: y}}, show_if: {{q{n + 1}: x}}}}\n"
            for n in range(2_000)
        )
        + "scales: []\n",
        "is asked later: a condition looks only at what was asked before.",
    ),
]

LIMITED = """
import resource, sys, time
from pathlib import Path
from progpro_tui.authoring.check import check
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.memory import peak
resource.setrlimit(resource.RLIMIT_AS, (256 * 1024 * 1024,) * 2)
host, words = PluginHost(), Translator("en")
for path in map(Path, sys.argv[1:]):
    started = time.process_time()
    mistakes = check(path, host).mistakes
    seconds = time.process_time() - started
    memory = peak() // 2**20
    print(path.stem, f"{seconds:.2f}", memory, *(words(found.what) for found in mistakes), sep="\\t")
"""


def test_a_bomb_is_refused_in_two_seconds_and_256_mebibytes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.yaml" for number in range(len(BOMBS))]
    for path, (_, content, _) in zip(paths, BOMBS, strict=True):
        path.write_text(content, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, paths)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for line, (name, _, sentence) in zip(done.stdout.splitlines(), BOMBS, strict=True):
        _, seconds, memory, *said = line.split("\t")
        assert float(seconds) < 2, name
        assert int(memory) < 256, name
        assert any(sentence in what for what in said), (name, said[:3])
        assert all(len(what) < 300 for what in said), name


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
