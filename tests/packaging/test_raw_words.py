"""Nothing reaches a screen, a linear page or the command line's output but what was cleaned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.raw_words import raw_words

PACKAGE = Path(__file__).parents[2] / "progpro_tui"
PLUGINS = PACKAGE.parent / "plugins"
LOOKED_AT = [*(PACKAGE / part for part in ("tui", "linear", "cli")), PLUGINS]

DOORS = {
    "tui/safe.py": {"update"},
    "tui/patches.py": {"Segment"},
    "tui/quick.py": {"update"},  # of styles
    "tui/ending.py": {"Text", "panic"},
    "tui/steps/fields.py": {"TextArea"},
    "tui/widgets/line_input.py": {"Input"},
    "linear/page.py": {"write"},
    "cli/context.py": {"echo"},  # a path to a script, exactly as it is
    "cli/new_questionnaire.py": {"write"},  # to a file
    "cli/schema.py": {"echo"},  # our own schema
}
"""The one module that may do each of these: it is where words are cleaned, or no terminal is there."""

HEAD = """
from textual.content import Content
from textual.widgets import Button, Input, Label, Static
"""

BAD = [
    "Static(name, markup=False)",
    "Static(f'{name}!', markup=False)",
    "Static('fixed')",
    "Static()",
    "Label(person.name, markup=False)",
    "Button(tr(words), id='go')",
    "Button(label=name)",
    "Input(id='person')",
    "self.query_one('#x', Static).update(name)",
    "self.query_one('#x').update(f'{safe(a)}{b}')",
    "self.notify(str(error))",
    "self.notify('saved', markup=True)",
    "self.border_title = name",
    "field.placeholder = tr(N_('Look for {name}'), name=name)",
    "app.title = dossier.person",
    "Content(name)",
    "Content(clean(a) + b)",
    "Content.styled(name, 'bold')",
    "Content.assemble('a', 'b')",
    "Content.from_markup('[b]a[/b]')",
    "Segment(words, style)",
    "click.echo(error)",
    "click.echo(tr(N_('Hello {name}'), name=name))",
    "print(name)",
    "sys.stdout.write(line)",
    "input(question)",
    "questionary.text(question)",
    "from rich.text import Text",
    "from rich.markup import escape",
    "from textual.markup import to_content",
    "class Field(Input): pass",
    "def render(self): return words",
    "def render(self) -> str: return words",
    "def draw(self, words):\n    said = clean(words)\n    said = words\n    Content(said)",
    "def draw(self, rows):\n    for row in rows:\n        Content(row)",
    "def draw(self):\n    Content(self.words())\ndef words(self):\n    return self.name",
]

GOOD = [
    "Static(id='x', markup=False)",
    "Label('', markup=False)",
    "Button('', id='go')",
    "self.notify(clean(words), markup=False)",
    "field.placeholder = tr(N_('Look for a name…'))",
    "field.placeholder = clean(tr(words, name=name))",
    "Content('  ' * depth)",
    "Content(f'{padded(name, 9)} {clean(other)}')",
    "Content(clean(name) if name else '–')",
    "Segment(' ' * width, plain)",
    "Segment(padded(name, width), style)",
    "click.echo(clean(tr(N_('Hello {name}'), name=name)))",
    "click.echo(json_line(data))",
    "def render(self) -> Content: ...",
    "def draw(self, words):\n    said = clean(words)\n    Content(said)",
    "def draw(self):\n    Content(words(1))\ndef words(n):\n    return padded(n, 3)",
]


def of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.name


def sources() -> list[Path]:
    return sorted(path for folder in LOOKED_AT for path in folder.rglob("*.py"))


def test_no_raw_words_reach_a_screen() -> None:
    raw = [
        f"{of(path)}:{found.line} {found.what}"
        for path in sources()
        for found in raw_words(path.read_text("utf-8"), doors=frozenset(DOORS.get(of(path), ())))
    ]
    assert raw == []


def test_every_door_is_used() -> None:
    for name, doors in DOORS.items():
        source = (PACKAGE / name).read_text("utf-8")
        for door in doors:
            assert raw_words(source, doors=frozenset(doors - {door})), f"{name}: {door}"


@pytest.mark.parametrize("line", BAD)
def test_a_raw_line_is_found(line: str) -> None:
    assert raw_words(HEAD + line)


@pytest.mark.parametrize("line", GOOD)
def test_a_cleaned_line_is_left_alone(line: str) -> None:
    assert raw_words(HEAD + line) == []


@pytest.mark.parametrize(
    "name", ["tui/screens/home.py", "tui/safe.py", "linear/session.py", "cli/key.py"]
)
def test_a_raw_line_in_a_module_of_ours_is_found(name: str) -> None:
    """A line that slips in somewhere, as it would: the check can fail."""
    source = (PACKAGE / name).read_text("utf-8")
    seeded = f"{source}\n\ndef slip(widget, person):\n    widget.notify(person.name)\n"
    assert len(raw_words(seeded)) == len(raw_words(source)) + 1
