"""Keying line after line: what is read, what is refused and why, going back, groups, whole texts."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progpro_rating.rating import Rating, RatingSettings
from progpro_tui.core.answers import Missing
from progpro_tui.core.blanks import blank_of
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.keyed_text import key_text, tokens
from progpro_tui.core.keying import Keying
from progpro_tui.core.paper import Single, paper_of
from progpro_tui.core.run import Run
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import Option, Response, Show
from progpro_tui.core.text import N_, Message, message
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.keying import keying_of
from tests.authoring.test_bundled_respondents import bundled
from tests.kinds import golden, host
from tests.support import SETTINGS, riasec, text

SAY = Translator("en")


def rating(least: int = 1, most: int = 5) -> Rate:
    points = tuple(Response(n, text(f"answer {n}")) for n in range(least, most + 1))
    return Rate("r1", text("an item"), text("how?"), points)


def choosing(n: int, most: int | None = None) -> Choose:
    options = tuple(Option(f"o{k}", text(f"option {k}")) for k in range(1, n + 1))
    return Choose("c1", text("which?"), options, several=True, most=most or n)


def keying(name: str) -> Keying:
    return keying_of(host(), golden(name))


def small(items: int = 2) -> Keying:
    return keying_of(host(), riasec(items))


# -- what one line takes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("4", 4),
        (" 4 ", 4),
        ("0", Missing.SKIPPED),
        ("p", Missing.SKIPPED),
        ("", Missing.SKIPPED),
        ("N", Missing.NOT_APPLICABLE),
        ("r", Missing.DECLINED),
    ],
)
def test_a_rating(typed: str, answer: object) -> None:
    assert blank_of(rating(), "1", {}).read(typed) == answer


def test_zero_is_an_answer_where_the_scale_holds_it() -> None:
    blank = blank_of(rating(0, 10), "1", {})
    assert blank.read("0") == 0
    assert blank.read("p") is Missing.SKIPPED
    assert not blank.is_whole("1")  # it may become 10
    assert blank.is_whole("2")
    assert blank.is_whole("10")


def test_a_negative_point_is_keyed_with_its_sign() -> None:
    blank = blank_of(rating(-2, 2), "1", {})
    assert blank.read("-2") == -2
    assert blank.read("\N{MINUS SIGN}1") == -1
    assert SAY(blank.expected()) == "Expected: −2 … 2, or p, n, r."


@pytest.mark.parametrize("typed", ["6", "x", "44", "-1", "1.5", "\N{SUPERSCRIPT TWO}"])
def test_what_is_no_answer_is_told_with_what_is_one(typed: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        blank_of(rating(), "1", {}).read(typed)
    assert SAY(refused.value) == f"“{typed}” was found. Expected: 1–5, or 0, p, n, r."


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("2", ("o2",)), ("31", ("o1", "o3")), ("1,3", ("o1", "o3")), ("1 3", ("o1", "o3")), ("0", ())],
)
def test_several_of_a_few(typed: str, answer: object) -> None:
    assert blank_of(choosing(4), "1", {}).read(typed) == answer


def test_many_are_named_by_the_numbers_of_their_lines() -> None:
    numbers = {f"o{n}": str(n + 20) for n in range(1, 13)}
    blank = blank_of(choosing(12, most=3), "1", numbers)
    assert blank.read("32,21") == ("o1", "o12")
    for typed in ("1", "2122", "21,21", "21,22,23,24"):
        with pytest.raises(AnswerRefused):
            blank.read(typed)


def test_words_are_taken_as_they_are_and_their_letters_have_a_colon() -> None:
    blank = blank_of(Write("w", text("what?")), "1", {})
    assert blank.read("n") == "n"
    assert blank.read("0") == "0"
    assert blank.read(":p") is Missing.SKIPPED
    assert blank.read("") is Missing.SKIPPED
    assert blank.read("::p") == ":p"


def test_a_number_and_a_date() -> None:
    year = blank_of(Write("y", text("year?"), form="number", least=1900, most=2100), "1", {})
    assert year.read("2011") == 2011
    when = blank_of(Write("d", text("when?"), form="date"), "1", {})
    assert when.read("2011-06") == "2011-06"
    assert when.read("0") is Missing.SKIPPED
    for blank, typed in ((year, "1066"), (year, "abc"), (when, "2011-13")):
        with pytest.raises(AnswerRefused):
            blank.read(typed)


def test_a_step_of_another_kind_has_no_place_on_paper() -> None:
    shown = Show("show:x", text("title"), text("body"), text("on"))
    with pytest.raises(InputError, match="no place on paper"):
        blank_of(shown, "1", {})


# -- line after line ----------------------------------------------------------------------------


def test_going_back_keeps_what_was_keyed_until_it_is_keyed_again() -> None:
    form = small()
    for typed in "543":
        form.take(form.read(typed))
    assert form.blank is not None
    assert form.blank.number == "4"
    assert form.back()
    assert form.back()
    assert form.standing == 4
    form.take(form.read("1"))
    assert form.standing == 3
    assert list(form.answers.values()) == [5, 1]
    form.forward()
    assert list(form.answers.values()) == [5, 1, 3]


def test_there_is_nothing_before_the_first_line() -> None:
    assert not small().back()


def test_going_to_a_line_and_forward_again() -> None:
    form = small()
    while form.blank is not None:
        form.take(form.read("3"))
    form.go_to("7")
    form.take(form.read("5"))
    form.forward()
    assert form.blank is None
    assert list(form.answers.values()) == [3, 3, 3, 3, 3, 3, 5, 3, 3, 3, 3, 3]
    with pytest.raises(AnswerRefused):
        form.go_to("77")


def test_a_form_goes_on_behind_what_is_known() -> None:
    form = keying_of(host(), riasec(), {"r1": 5, "i1": Missing.DECLINED, "nonsense": 3})
    assert form.blank is not None
    assert form.blank.number == "3"
    assert form.answers == {"r1": 5, "i1": Missing.DECLINED}


def test_only_what_is_asked_is_keyed() -> None:
    """A question that a condition leaves out is passed over, as on the screen."""
    form = keying("form")
    asked = []
    while form.blank is not None:
        asked.append(form.blank.key)
        form.take(form.read(""))
    every = [blank.key for group in form.paper.groups for blank in group.blanks]
    assert set(asked) < set(every)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("1 1", "given twice"), ("2 3", "given to nothing"), ("1 3", "given to nothing")],
)
def test_places_that_make_no_order_are_refused_and_the_list_is_keyed_again(
    typed: str, reason: str
) -> None:
    form = keying("ranks")
    first = form.blank
    options = len(next(iter(form.paper.groups)).blanks)
    places = [*typed.split(), *"0" * (options - 2)]
    for place in places[:-1]:
        form.take(form.read(place))
    with pytest.raises(AnswerRefused, match=reason):
        form.take(form.read(places[-1]))
    assert form.blank == first
    assert form.answers == {}


def test_columns_that_hold_too_many_are_refused() -> None:
    form = keying("q-sort")
    while form.blank is not None and "#" not in form.blank.key:
        form.take(form.read("1"))
    cards = len(golden("q-sort").items)
    for _ in range(cards - 1):
        form.take(form.read("1"))
    with pytest.raises(AnswerRefused, match="Column 1 holds"):
        form.take(form.read("1"))
    assert form.blank is not None
    assert form.blank.key.startswith("arrange#")


# -- a whole text -------------------------------------------------------------------------------


def test_digits_may_be_run_together_or_apart() -> None:
    one, other = small(), small()
    key_text(one, "543210nrp123")
    key_text(other, "5 4 3\n2 1 0 n r\tp 1 2 3")
    assert one.answers == other.answers
    assert list(one.answers.values())[5:9] == [
        Missing.SKIPPED,
        Missing.NOT_APPLICABLE,
        Missing.DECLINED,
        Missing.SKIPPED,
    ]


def test_a_wrong_digit_is_told_with_its_line() -> None:
    with pytest.raises(InputError) as refused:
        key_text(small(), "5432 7 11111111")
    assert SAY(refused.value) == (
        "Line 5, “E 1”, answer 5 (group 2, place 1): “7” was found. Expected: 1–5, or 0, p, n, r."
    )


def test_too_few_and_too_many_answers() -> None:
    with pytest.raises(InputError) as few:
        key_text(small(), "55555")
    assert "5 answers were found" in SAY(few.value)
    assert "line 6, “C 1”" in SAY(few.value)
    with pytest.raises(InputError, match="nothing more is asked"):
        key_text(small(), "5" * 13)


def test_words_stand_between_quotation_marks() -> None:
    found = [(token.words, token.quoted) for token in tokens('1 "two ""words""" 3\n"" 4')]
    assert found == [("1", False), ('two "words"', True), ("3", False), ("", True), ("4", False)]
    with pytest.raises(InputError, match="not closed"):
        list(tokens('1 "two'))


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_is_keyed_or_refused_in_words(words: str) -> None:
    form = small()
    try:
        key_text(form, words)
        refused = None
    except InputError as error:
        refused = SAY(error)
    assert refused or form.blank is None


@given(st.text(max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_typing_at_all_is_read_or_refused(words: str) -> None:
    steps = (rating(), rating(-5, 5), choosing(4), choosing(12), Write("d", text("?"), form="date"))
    for step in (*steps, Write("n", text("?"), form="number")):
        blank = blank_of(step, "1", {})
        with suppress(AnswerRefused):  # anything else that is raised is a fault
            step.check(blank.read(words))


# -- what an exercise says of its form ----------------------------------------------------------


class Spoken(Rating):
    """An exercise that is led by word of mouth alone."""

    def unprintable(self, run: Run[RatingSettings]) -> Message | None:
        return message(N_("none"))


def test_a_kind_that_cannot_be_printed_says_why() -> None:
    with pytest.raises(InputError) as refused:
        paper_of(Spoken(), Run(riasec(), SETTINGS, seed=0))
    assert SAY(refused.value) == "none"


def test_a_condition_names_the_line_that_it_looks_at() -> None:
    said = {
        part.blank.key: SAY(part.condition)
        for part in keying_of(host(), bundled("first-interview")).paper.parts
        if isinstance(part, Single) and part.condition is not None
    }
    assert said["job"] == "Only if on line 6 you circled 1 or 2."
    assert said["learned"] == ("Only if you answered line 14, and not if on line 14 you circled 9.")
    assert said["tried:other"] == "Only if on line 14 you circled 10."


def test_a_gap_is_told_by_the_groups_and_by_what_stands_for_it() -> None:
    with pytest.raises(InputError) as refused:
        key_text(small(), "54321 543")
    said = SAY(refused.value)
    assert said.startswith(
        "8 answers were found, in groups of 5 + 3. The next one is missing: line 9, "
    )
    assert "key p there (:p where one writes): spaces do not count." in said
    key_text(small(), "54321p543215")
    with pytest.raises(InputError) as refused:
        key_text(small(), "5 4 3 2 1")  # one answer a group: their sizes say nothing
    assert SAY(refused.value).startswith("5 answers were found. The next one")


def test_an_answer_too_many_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        key_text(small(), "5" * 13)
    assert "After the last line stands “5”" in SAY(refused.value)
