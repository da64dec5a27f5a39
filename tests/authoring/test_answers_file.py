"""Answers from a file: one clear sentence for whatever cannot be taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from progpro_tui.authoring.answers_file import answer_from
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.card_steps import Choose, Rank
from progpro_tui.core.errors import InputError
from progpro_tui.core.exercise import Exercise, Steps
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import NO_WAY, SKIP_OR_DECLINE, Option, Response, Show, Step
from progpro_tui.core.text import Text
from tests.authoring.small import ENGLISH

WORDS = Text({"en": "words"})
RESPONSES = tuple(Response(value, WORDS) for value in range(1, 6))
OPTIONS = tuple(Option(name, WORDS) for name in ("a", "b", "c"))
STEPS: list[Step] = [
    Show("show:instructions", WORDS, WORDS, WORDS),
    Rate("r01", WORDS, WORDS, RESPONSES),
    Rate("r02", WORDS, WORDS, RESPONSES, takes=SKIP_OR_DECLINE),
]


class Plain(Exercise[None]):
    """Asks steps one after the other."""

    kind = "plain"
    Settings = type(None)

    def __init__(self, steps: Sequence[Step] = STEPS) -> None:
        self._steps = steps

    def steps(self, run: Run[None]) -> Steps:
        for step in self._steps:
            _ = yield step

    def outline(self, run: Run[None]) -> Sequence[Step]:
        return self._steps

    def profile(self, run: Run[None]) -> Profile:
        raise NotImplementedError


class Ranked(Plain):
    """Keeps some of three, then ranks those; a pick is offered only once."""

    def __init__(self) -> None:
        super().__init__([self._keep(), self._rank(1, OPTIONS), self._rank(2, OPTIONS)])

    def steps(self, run: Run[None]) -> Steps:
        kept = yield self._keep()
        if not isinstance(kept, tuple):
            return
        left = tuple(option for option in OPTIONS if option.id in kept)
        picked: tuple[tuple[Option, bool], ...] = ()
        for place in (1, 2):
            pick = yield self._rank(place, left, picked)
            if isinstance(pick, Missing):
                return
            found = next(option for option in left if option.id == str(pick).removeprefix("="))
            picked = (*picked, (found, False))
            left = tuple(option for option in left if option != found)

    def _keep(self) -> Choose:
        return Choose("keep", WORDS, OPTIONS, several=True, most=2)

    def _rank(
        self, place: int, left: tuple[Option, ...], picked: tuple[tuple[Option, bool], ...] = ()
    ) -> Rank:
        return Rank(f"top:{place}", WORDS, left, 2, picked, equals=True)


def read(path: Path, content: str, exercise: Plain | None = None) -> dict[str, Answer]:
    """The answers of questions after being led through by a file of this content."""
    path.write_text(content, "utf-8")
    exercise = exercise or Plain()
    run = Run(cast(Instrument, None), None, seed=0)
    administration = Administration(exercise, run)
    answer_from(path, administration, exercise.outline(run))
    assert administration.finished
    answers = administration.answers
    return {step.id: answers[step.id] for step in administration.path if step.asks}


def refused(path: Path, content: str, exercise: Plain | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(path, content, exercise)
    return ENGLISH(caught.value).replace(str(path), "FILE")


def test_answers_are_read_and_absent_ones_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    assert read(path, '\ufeff{"r01": 4}') == {"r01": 4, "r02": Missing.SKIPPED}
    assert read(path, '{"r02": "declined", "r01": "not_applicable"}') == {
        "r01": Missing.NOT_APPLICABLE,
        "r02": Missing.DECLINED,
    }
    assert read(path, '{"r01": null}')["r01"] is Missing.SKIPPED


def test_lists_and_equal_picks_are_checked_as_the_run_asks_them(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    answers = read(path, '{"keep": ["c", "a"], "top:1": "c", "top:2": "=a"}', Ranked())
    assert answers == {"keep": ("c", "a"), "top:1": "c", "top:2": "=a"}
    assert read(path, '{"keep": []}', Ranked()) == {"keep": (), "top:1": Missing.SKIPPED}
    assert read(path, '{"top:2": null}', Ranked()) == {"keep": Missing.SKIPPED}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            '{"keep": ["a", "b"], "top:1": "a", "top:2": "a"}',
            'the answer to “top:2” is "a". a is not one of the choices here.',
        ),
        (
            '{"keep": ["a", "b"], "top:1": "=a"}',
            'the answer to “top:1” is "=a". =a is not one of the choices here.',
        ),
        ('{"keep": ["a", "a"]}', 'the answer to “keep” is ["a", "a"]. a is chosen twice.'),
        (
            '{"keep": "a"}',
            'the answer to “keep” is "a". a is not a list of choices.',
        ),
        (
            '{"keep": ["a"], "top:1": ["a"]}',
            'the answer to “top:1” is ["a"]. a is not one of the choices here.',
        ),
        (
            '{"keep": [["a"]]}',
            'the answer to “keep” is [["a"]]. Expected: a whole number, a text or a list of texts; '
            'null; or "declined".',
        ),
        (
            '{"keep": null, "top:1": "a"}',
            "after the answers before it, “top:1” is not asked: leave it out, or change those answers.",
        ),
        (
            '{"kept": ["a"], "top:1": "a"}',
            "this instrument has no question “kept”. Did you mean “keep”?",
        ),
        (
            '{"keep": ["a"], "tops:1": "a", "top:1": "b"}',
            "this instrument has no question “tops:1”. Did you mean “top:1”?",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_what_the_run_does_not_ask_or_take_is_named(
    tmp_path: Path, content: str, sentence: str
) -> None:
    assert refused(tmp_path / "answers.json", content, Ranked()) == f"FILE: {sentence}"


def test_a_question_that_cannot_be_skipped_needs_its_answer(tmp_path: Path) -> None:
    must = Plain([Rate("r01", WORDS, WORDS, RESPONSES, takes=NO_WAY)])
    said = refused(tmp_path / "answers.json", "{}", must)
    assert said == "FILE: “r01” has no answer, and cannot be skipped."


def test_a_huge_number_is_quoted_shortly(tmp_path: Path) -> None:
    said = refused(tmp_path / "answers.json", '{"keep": ' + "9" * 400 + "}", Ranked())
    assert said.endswith("99…. > 10⁶⁰ is not a list of choices.")
    assert len(said) < 150


EXPECTED = (
    "Expected: a whole number from 1 to 5, null for a question passed over, or "
    '"not_applicable", "declined".'
)
EXAMPLE = '{"r01": 4, "i01": null}'
TABLE = (
    "this looks like a table (a spreadsheet or .csv): answers stand between braces here, such as "
    f"{EXAMPLE}. “progpro key” writes such a file while you type the answers."
)
ONE_OBJECT = 'Expected: questions and answers between braces, such as {"r01": 4, "i01": null}.'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"r01": 7}', f"FILE: the answer to “r01” is 7. {EXPECTED}"),
        ('{"r01": 4.0}', f"FILE: the answer to “r01” is 4.0. {EXPECTED}"),
        ('{"r01": true}', f"FILE: the answer to “r01” is true. {EXPECTED}"),
        ('{"r01": "4"}', f'FILE: the answer to “r01” is "4". {EXPECTED}'),
        ('{"r01": [4]}', f"FILE: the answer to “r01” is [4]. {EXPECTED}"),
        (
            '{"r02": "not_applicable"}',
            'FILE: the answer to “r02” is "not_applicable". Expected: a whole number from 1 to 5, null '
            'for a question passed over, or "declined".',
        ),
        ('{"r03": 1}', "FILE: this instrument has no question “r03”. Did you mean “r02”?"),
        ('{"show:instructions": 1}', "FILE: this instrument has no question “show:instructions”."),
        ('{"r01": 1, "r01": 2}', "FILE: “r01” stands there twice: keep one of the two."),
        ('{"r01": NaN}', "FILE: NaN is not a number. Expected: a whole number, or null."),
        ("[1, 2]", f"FILE: no answers are in it. {ONE_OBJECT}"),
        ("[" * 100_000, f"FILE: no answers are in it. {ONE_OBJECT}"),
        ('{"r01": ' + "9" * 5_000 + "}", f"FILE: no answers are in it. {ONE_OBJECT}"),
        (
            '{"r01": 1,\n "r02" 2}',
            "FILE:2:8: a colon is missing between a question and its answer, before “2}”.",
        ),
        ("", "FILE:1:1: the file is empty."),
        (
            '{"r01": 1,\n "r02": 2,\n}',
            "FILE:2:10: there is a comma too many after the last answer: take it out.",
        ),
        (
            '{"r01": 1,, "r02": 2}',
            "FILE:1:10: there is a comma too many here: take it out.",
        ),
        (
            "{\n “r01”: 1}",
            "FILE:2:2: ““” is a quotation mark that a word processor has put there: retype it as a "
            'straight one (").',
        ),
        (
            '{"r01": «a»}',
            "FILE:1:9: “«” is a quotation mark that a word processor has put there: retype it as a "
            'straight one (").',
        ),
        ("question;réponse\nr01;4\n", f"FILE:1:1: {TABLE}"),
        ('"r01","r02"\n4,5\n', f"FILE:1:1: {TABLE}"),
        (
            "r01 = 4",
            f"FILE:1:1: answers begin with an opening brace, as in {EXAMPLE}; here stands “r01 = 4”.",
        ),
        (
            '{"r01": 1 "r02": 2}',
            'FILE:1:11: a comma is missing between two answers, before “"r02": 2}”.',
        ),
        (
            "{'r01': 1}",
            f"FILE:1:2: a question stands between double quotation marks, as in {EXAMPLE}: not between "
            "single ones.",
        ),
        (
            "{r01: 1}",
            f"FILE:1:2: a question stands between quotation marks, as in {EXAMPLE}; here "
            "stands “r01: 1}”.",
        ),
        ('{"r01": 1', "FILE:1:10: the file ends too early: the closing brace is missing."),
        ('{"r01: 1}', "FILE:1:2: a quotation mark is opened here and not closed on this line."),
        ('{"r01": 1} {}', "FILE:1:12: after the closing brace stands “{}”: take it out."),
        (
            '{"r01": souvent}',
            "FILE:1:9: “souvent}” is no answer: write a number, a text between quotation marks, "
            "or null.",
        ),
        (
            "PK\x03\x04 word",
            "FILE: this file belongs to a word processor, a spreadsheet or another program. "
            "“progpro key” writes an answers file while you type the answers.",
        ),
        (" " * 1_100_000, "FILE: too large: answers take at most 1 MB."),
        (
            '{"zz\\u001b[2J": 1}',
            "FILE: this instrument has no question “zz\ufffd[2J”.",
        ),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, content: str, sentence: str) -> None:
    assert refused(tmp_path / "answers.json", content) == sentence


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    run = Run(cast(Instrument, None), None, seed=0)
    with pytest.raises(InputError) as caught:
        answer_from(path, Administration(Plain(), run), STEPS)
    assert ENGLISH(caught.value) == f"{path}: there is no such file."
    path.write_bytes(b'{"r01": \xff}')
    with pytest.raises(InputError) as caught:
        answer_from(path, Administration(Plain(), run), STEPS)
    assert ENGLISH(caught.value) == f"{path}: not UTF-8: save it again with the encoding UTF-8."
