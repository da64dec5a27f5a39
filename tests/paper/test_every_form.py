"""Every bundled instrument on paper: what is keyed from its form gives the profile of the screen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.answers import Answer
from progpro_tui.core.keyed_text import key_text
from progpro_tui.core.profile import Profile
from progpro_tui.reports.form_pages import form_document
from progpro_tui.reports.pdf import write_pdf
from progpro_tui.testing import instrument_from
from progpro_tui.workspace.keying import keying_of, profile_of_answers
from progpro_tui.workspace.profiles import make_profile
from tests.kinds import GOLDEN, NAMES, golden, host
from tests.paper.filled import answered, as_text, keyed

BUNDLED = tuple(sorted(bundled_folder().glob("*.yaml")))
MADE = "2026-11-28T09:00:00+01:00"


def timeless(profile: Profile) -> Profile:
    """A profile without when and how it was answered."""
    return replace(profile, given=(), provenance=None)


def unordered(step: str, answer: Answer) -> Answer:
    """Several choices in one order: the screen offers them as the cards were drawn."""
    return tuple(sorted(answer)) if isinstance(answer, tuple) and step != "arrange" else answer


@pytest.mark.parametrize("gaps", [0.0, 0.15], ids=("whole", "gaps"))
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_digits_give_the_profile_of_the_screen(path: Path, gaps: float) -> None:
    instrument = instrument_from(path, host())
    for number in range(3):
        answers, on_screen = answered(host(), instrument, number, gaps, seed=number)
        text = as_text(keyed(keying_of(host(), instrument), answers))
        keying = keying_of(host(), instrument)
        key_text(keying, text)
        assert {s: unordered(s, a) for s, a in keying.answers.items()} == {
            s: unordered(s, answers[s]) for s in keying.answers
        }
        by_digits = profile_of_answers(host(), instrument, keying.answers, seed=number)
        assert timeless(by_digits) == timeless(make_profile(host(), instrument, on_screen))


@pytest.mark.parametrize("name", NAMES)
def test_the_forms_of_every_kind_are_keyed(name: str) -> None:
    instrument = golden(name)
    for number in range(4):
        answers, on_screen = answered(host(), instrument, number, 0.1)
        keying = keying_of(host(), instrument)
        key_text(keying, as_text(keyed(keying_of(host(), instrument), answers)))
        by_digits = profile_of_answers(host(), instrument, keying.answers)
        assert timeless(by_digits) == timeless(make_profile(host(), instrument, on_screen))


assert GOLDEN.is_dir()


def pages_of(path: Path, language: str, plain: bool) -> list[str]:
    instrument = instrument_from(path, host())
    paper = keying_of(host(), instrument).paper
    pdf = write_pdf(form_document(paper, instrument, language, plain, MADE))
    assert pdf == write_pdf(form_document(paper, instrument, language, plain, MADE))
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
