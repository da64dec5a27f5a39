"""Pieces of screens, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._wrap import compute_wrap_offsets
from textual.content import Content

from progpro_tui.core.clean import MARK, clean
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.keys import Act, bindings
from progpro_tui.tui.patches import keep_words_together
from progpro_tui.tui.safe import clipped, padded, safe
from progpro_tui.tui.widgets.hexagon import hexagon
from progpro_tui.tui.widgets.score_bar import score_bar
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_lines_do_not_break_at_no_break_spaces(space: str) -> None:
    keep_words_together()
    words = f"vous êtes prêt ici{space}? oui"
    assert compute_wrap_offsets(words, 18, 4) == [15]
    assert Content(words).wrap(18)[0].plain.strip() == "vous êtes prêt"


CONTROLS = {chr(code) for code in (*range(32), *range(0x7F, 0xA0))}
INVISIBLE = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


@given(st.text(max_size=60))
def test_nothing_that_steers_a_terminal_gets_through(words: str) -> None:
    for lines in (False, True):
        shown = clean(words, lines)
        assert not set(shown) & (CONTROLS - {"\n"} | INVISIBLE)
        assert lines or "\n" not in shown


def test_what_is_cleaned_is_marked_and_french_is_left_alone() -> None:
    assert clean("a\x1b[31mb") == f"a{MARK}[31mb"
    assert clean("l’œuvre d’Élodie\u202f: 5\u00a0€") == "l’œuvre d’Élodie\u00a0: 5\u00a0€"
    assert safe("[/red]").plain == "[/red]"


@given(st.text(max_size=40), st.integers(1, 30))
def test_words_are_padded_to_exactly_their_cells(words: str, width: int) -> None:
    assert Content(padded(words, width)).cell_length == width
    assert Content(clipped(words, width)).cell_length <= width


@pytest.mark.parametrize(
    ("share", "half", "width", "expected"),
    [
        (0.5, 0.0, 8, "■■■■····"),
        (1.0, 0.0, 4, "■■■■"),
        (0.0, 0.0, 4, "····"),
        (0.5, 0.25, 8, "■■□□□□··"),
        (0.9, 0.025, 16, "■■■■■■■■■■■■■■··"),
    ],
)
def test_a_bar_is_solid_then_its_margin_then_empty(
    share: float, half: float, width: int, expected: str
) -> None:
    assert score_bar(share, half, width) == expected


@pytest.mark.parametrize("size", [(31, 13), (58, 26)])
def test_the_hexagon_has_six_letters_and_a_point_for_every_score(size: tuple[int, int]) -> None:
    rows = hexagon("RIASEC", [0.2, 0.5, 0.8, 1.0, 0.6, 0.4], *size)
    assert len(rows) == size[1]
    assert {len(row) for row in rows} == {size[0]}
    drawn = "".join(rows)
    assert all(drawn.count(letter) == 1 for letter in "RIASEC")
    assert drawn.count("●") == 6
    assert set(drawn) <= set(" RIASEC·●▀▄█")


def test_a_score_that_is_none_has_no_point_and_its_neighbours_are_not_joined() -> None:
    whole = "".join(hexagon("RIASEC", [0.8] * 6, 31, 13))
    gap = "".join(hexagon("RIASEC", [0.8, 0.8, None, 0.8, 0.8, 0.8], 31, 13))
    assert gap.count("●") == 5
    lines = sum(gap.count(block) for block in "▀▄█")
    assert 0 < lines < sum(whole.count(block) for block in "▀▄█")


def test_every_key_of_an_act_is_bound_and_named() -> None:
    act = Act("export", ("e", "ctrl+s"), "Export")
    assert [binding.key for binding in bindings([act])] == ["e", "ctrl+s"]
    assert Act("x", ("ctrl+n",), "").key == "Ctrl N"
    assert Act("x", ("f5",), "").key == "F5"
    assert Act("x", ("left",), "").key == "←"


FORBIDDEN = {
    *(f"ctrl+{letter}" for letter in "cxvadekuwyzhijmb"),
    *("f6", "f7", "f10", "f11", "f12", "ctrl+left_square_bracket"),
}


def test_no_key_is_bound_that_text_fields_or_terminals_own() -> None:
    import importlib
    import pkgutil

    from progpro_tui.tui import screens
    from progpro_tui.tui.base import BaseScreen

    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    bound = set()
    waiting = [BaseScreen]
    while waiting:
        screen = waiting.pop()
        waiting += screen.__subclasses__()
        bound |= {key for act in screen.ACTS for key in act.keys}
    assert len(bound) > 15
    assert bound & FORBIDDEN == set()


async def test_a_button_is_drawn_before_there_is_room_for_its_new_words(tmp_path: Path) -> None:
    app = ProgproApp(Workspace(tmp_path / "none"), "fr", Settings("fr"))
    async with app.run_test() as pilot:
        verb = Verb(id="soon")
        await app.screen.mount(verb)
        await pilot.pause()
        verb.say("Continuer")
        verb._render_content()  # what the compositor does where another change is painted first
        await pilot.pause()
        assert verb.size.width == len(" [ Continuer ] ")
