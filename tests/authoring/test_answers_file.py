"""Answers from a file: one clear sentence for whatever cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.answers_file import read_answers
from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import InputError
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import SKIP_OR_DECLINE, Response, Show, Step
from progpro_tui.core.text import Text
from tests.authoring.small import ENGLISH

WORDS = Text({"en": "words"})
RESPONSES = tuple(Response(value, WORDS) for value in range(1, 6))
STEPS: list[Step] = [
    Show("show:instructions", WORDS, WORDS, WORDS),
    Rate("r01", WORDS, WORDS, RESPONSES),
    Rate("r02", WORDS, WORDS, RESPONSES, takes=SKIP_OR_DECLINE),
]


def test_answers_are_read_and_absent_ones_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('\ufeff{"r01": 4}', "utf-8")
    assert read_answers(path, STEPS) == {"r01": 4, "r02": Missing.SKIPPED}
    path.write_text('{"r02": "declined", "r01": "not_applicable"}', "utf-8")
    assert read_answers(path, STEPS) == {"r01": Missing.NOT_APPLICABLE, "r02": Missing.DECLINED}
    path.write_text('{"r01": null}', "utf-8")
    assert read_answers(path, STEPS)["r01"] is Missing.SKIPPED


EXPECTED = (
    "Expected: a whole number from 1 to 5, null for a question passed over, or "
    '"not_applicable", "declined".'
)
ONE_OBJECT = 'Expected: one JSON object, such as {"r01": 4, "i01": null}.'


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
            'FILE:2:8: this is not JSON. Expected: one object, such as {"r01": 4, "i01": null}.',
        ),
        ("", 'FILE:1:1: this is not JSON. Expected: one object, such as {"r01": 4, "i01": null}.'),
        (" " * 1_100_000, "FILE: too large: answers take at most 1 MB."),
        (
            '{"zz\\u001b[2J": 1}',
            "FILE: this instrument has no question “zz\ufffd[2J”.",
        ),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as caught:
        read_answers(path, STEPS)
    assert ENGLISH(caught.value) == sentence.replace("FILE", str(path))


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    with pytest.raises(InputError) as caught:
        read_answers(path, STEPS)
    assert ENGLISH(caught.value) == f"{path}: there is no such file."
    path.write_bytes(b'{"r01": \xff}')
    with pytest.raises(InputError) as caught:
        read_answers(path, STEPS)
    assert ENGLISH(caught.value) == f"{path}: not UTF-8: save it again with the encoding UTF-8."
