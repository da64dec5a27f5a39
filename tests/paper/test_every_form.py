"""Every bundled instrument on paper: what is keyed from its form gives the profile of the screen."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.blanks import Blank
from progpro_tui.core.card_steps import Choose, Rank
from progpro_tui.core.keyed_text import key_text
from progpro_tui.core.paper import Open
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import Show
from progpro_tui.reports.form_pages import form_document
from progpro_tui.reports.pdf import write_pdf
from progpro_tui.reports.wording import Typesetter
from progpro_tui.testing import instrument_from
from progpro_tui.workspace.keying import keying_of, profile_of_answers
from progpro_tui.workspace.profiles import make_profile
from tests.kinds import NAMES, golden, host
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


MANNERS = list(product(("fr", "en"), (False, True)))
"""Language, and whether in plain words."""

ONCE = [(path, *MANNERS[place % 4]) for place, path in enumerate(BUNDLED)]
OTHERS = [(p, *m) for place, p in enumerate(BUNDLED) for m in MANNERS if m != MANNERS[place % 4]]


@cache
def pages_of(path: Path, language: str, plain: bool) -> tuple[str, ...]:
    instrument = instrument_from(path, host())
    paper = keying_of(host(), instrument).paper
    pdf = write_pdf(form_document(paper, instrument, language, plain, MADE))
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize(("path", "language", "plain"), ONCE)
def test_what_is_printed_is_what_can_be_keyed(path: Path, language: str, plain: bool) -> None:
    """Every numbered line stands on the form with the codes of its answers."""
    printed = Counter(" ".join(pages_of(path, language, plain)).split())
    wanted: Counter[str] = Counter()
    numbers: set[str] = set()
    for part in keying_of(host(), instrument_from(path, host())).paper.parts:
        if isinstance(part, Show | Open):
            continue
        for blank in part.blanks:
            numbers.add(blank.number.rstrip("abcd"))
            if "#" not in blank.key and not isinstance(blank.step, Rank):
                wanted.update(codes_on_paper(blank))
    wanted.update(numbers)
    assert numbers
    assert {code for code, n in wanted.items() if printed[code] < n} == set()


def codes_on_paper(blank: Blank) -> Iterator[str]:
    """What is circled for the values of a line; many cards are named by their own lines."""
    step = blank.step
    if isinstance(step, Choose) and len(step.options) > 10:
        return
    for code, answer in blank.codes.items():
        if not isinstance(answer, Missing):
            yield code.replace("-", "\N{MINUS SIGN}")


def check_pages(path: Path, language: str, plain: bool) -> None:
    instrument = instrument_from(path, host())
    pages = pages_of(path, language, plain)
    title = Typesetter(language)(instrument.title, plain=plain)
    for number, page in enumerate(pages, 1):
        assert title in page
        assert f"{instrument.id} {instrument.version}, {instrument.licence}" in page
        assert instrument.hash[:6] in page
        of = "sur" if language == "fr" else "of"
        assert f"page {number} {of} {len(pages)}" in page.replace("\N{NO-BREAK SPACE}", " ")
        assert not re.search(r"\{\w+\}", page)
        # No page holds a title and nothing below it.
        assert len(page) > 200
    assert 1 <= len(pages) <= 20


@pytest.mark.parametrize(("path", "language", "plain"), ONCE)
def test_its_pages(path: Path, language: str, plain: bool) -> None:
    check_pages(path, language, plain)


@pytest.mark.long
@pytest.mark.parametrize(("path", "language", "plain"), OTHERS)
def test_its_pages_in_every_language_and_wording(path: Path, language: str, plain: bool) -> None:
    check_pages(path, language, plain)


def test_a_form_is_the_same_whenever_it_is_printed() -> None:
    instrument = golden("form")
    paper = keying_of(host(), instrument).paper
    one, other = (write_pdf(form_document(paper, instrument, "fr", False, MADE)) for _ in range(2))
    assert one == other
