"""The conversation: forward and back, amend, wordings, languages, wrong lines, pauses, the end."""

from __future__ import annotations

import re
from typing import Any

import pytest

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import StoreFull
from progpro_tui.linear.session import Ending
from progpro_tui.workspace.runs import Sitting
from tests.linear.conversing import talk

NINE = ["4"] * 9
"""The golden rating asks nine questions."""


def test_a_run_from_the_first_line_to_thanks() -> None:
    done = talk("rating", "", *NINE, "")
    assert done.ended.how is Ending.FINISHED
    assert done.ended.profile is not None
    assert set(done.answers.values()) == {4}
    assert "Question 1 of 9.\n" in done.after(0)
    assert "p skip; n I do not know this; r I prefer not to answer\n" in done.after(0)
    assert done.after(1).startswith("Noted: Rather yes\n\nQuestion 2 of 9.\n")
    assert "Every question has its answer." in done.after(9)
    assert "It is finished. Thank you." in done.after(10)


def test_a_script_that_ends_with_its_last_answer_has_finished() -> None:
    assert talk("rating", "", *NINE).ended.how is Ending.FINISHED
    assert talk("rating", "", *NINE[1:], "p").ended.how is Ending.FINISHED
    assert talk("rating", "", *NINE[1:]).ended.how is Ending.CUT_SHORT
    assert talk("rating", "", *NINE, attended=True).ended.how is Ending.PAUSED


def test_the_three_ways_not_to_answer() -> None:
    done = talk("rating", "", "p", "n", "r", "s", "i do not know this", "I prefer not to answer")
    assert list(done.answers.values()) == [
        Missing.SKIPPED,
        Missing.NOT_APPLICABLE,
        Missing.DECLINED,
        Missing.SKIPPED,
        Missing.NOT_APPLICABLE,
        Missing.DECLINED,
    ]
    assert "Noted: I do not know this" in done.after(2)


def test_a_way_that_the_step_does_not_offer_is_refused() -> None:
    done = talk("form", "", "n", "2")
    assert done.after(1) == "This question cannot be left in that way.\n"
    assert done.answers == {"situation": "looking"}


def test_a_wrong_line_says_why_and_asks_again() -> None:
    done = talk("rating", "x", "", "6", "lots", "", "4")
    assert done.after(0) == "There is nothing to answer here: Enter alone goes on.\n"
    assert done.after(2) == "6 is not on the scale: a whole number from 1 to 5 is.\n"
    assert done.after(3) == "Type a number from 1 to 5, or ? for help.\n"
    assert "Question 1 of 9.\n" in done.after(4)  # Enter alone says the question again
    assert list(done.answers.values()) == [4]


def test_back_amend_and_forward_again() -> None:
    done = talk("rating", "", "4", "5", "<", "retour", "1", "", "3", "<", "<", "<", "<", "<")
    assert list(done.answers.values()) == [1, 5, 3]
    assert "Your answer: Very much. Enter keeps it." in done.after(3)
    assert "Noted: Very much" in done.after(6)
    assert "Enter: Begin." in done.after(11)
    assert "This is where it begins" in done.after(12)


def test_an_amended_answer_closes_a_branch_and_opens_it_again() -> None:
    done = talk("form", "", "1", "20", "2019", "<", "<", "<", "2", "<", "1", "", "", "3")
    assert done.answers == {"situation": "employed", "hours": 20, "since": "2019", "pace": 3}


def test_wording_and_language_change_at_any_time_and_stay_with_each_answer() -> None:
    done = talk("rating", "", "4", "m", "4", "a", "4", "m", "4", "autre langue", "4")
    given = [g for g in done.sitting.administration.live.values() if g.answer == 4]
    assert [g.plain for g in given] == [False, True, True, False, False]
    assert [g.language for g in given] == ["en", "en", "fr", "fr", "en"]
    assert "Question 2 of 9." in done.after(2)  # said again in the other wording
    assert "Beaucoup" in done.after(4)


def test_help_says_what_can_be_typed_then_the_question_again() -> None:
    done = talk("rating", "", "?")
    for words in ("“<” or “back”", "“m”", "“a”", "“q”", "“?” or “help”", "p skip"):
        assert words in done.after(1)
    assert done.after(1).index("“q”") < done.after(1).index("Question 1 of 9.")
    french = talk("rating", "", ":aide", language="fr")
    assert "Question 1 " in french.after(1)


REMINDER = "Write nothing about your health"


def test_the_reminder_stands_before_the_first_free_text_and_in_its_help() -> None:
    done = talk("form", "", "4", "abroad", "1", ":help", "An idea.", "", "?", "Yes.", "p")
    assert done.said.count(REMINDER) == 3  # where one first writes, and in the help
    assert REMINDER in done.after(1)
    assert REMINDER in done.after(4)
    assert "“:back”" in done.after(4)
    assert REMINDER in done.after(7)  # a lone « ? » is no text
    assert done.answers["apart"] == "Yes."
    assert "situation:other" in done.answers


def test_a_long_text_is_kept_line_by_line() -> None:
    done = talk("form", "", "2", "p", "1", "One.", "::two", ":back", "", "Three.")
    given = done.sitting.administration.given("idea")
    assert given is not None
    assert (given.answer, given.final) == ("One.\n:two\nThree.", False)
    assert "You wrote:\nOne.\n:two\n" in done.after(7)
    finished = talk("form", "", "2", "p", "1", "One.", ":erase", "", "Two.", "", ":p")
    assert finished.answers["idea"] == "Two."
    assert "Saved." not in finished.said  # it is kept nowhere
    assert "Noted." in finished.said


def test_a_text_that_is_too_long_says_so_and_loses_nothing() -> None:
    done = talk("form", "", "2", "p", "1", "One.", "x" * 6000, "Two.", "")
    assert "too long" in done.after(5)
    assert done.answers["idea"] == "One.\nTwo."


# -- the end ----------------------------------------------------------------------------------------


def test_what_was_passed_can_be_gone_back_to_one_after_the_other() -> None:
    lines = ["", "4", "p", "4", "p", *["4"] * 5]
    done = talk("rating", *lines, "o", "5", "p", "y", "1", "")
    assert "2 questions were passed: go back to them (y/n)?" in done.after(9)
    assert "Question 2 of 9." in done.after(10)
    assert "Question 4 of 9." in done.after(11)
    assert "1 question was passed: go back to it (y/n)?" in done.after(12)
    assert "Question 4 of 9." in done.after(13)
    assert done.ended.how is Ending.FINISHED
    assert list(done.answers.values()) == [4, 5, 4, 1, 4, 4, 4, 4, 4]


def test_the_end_understands_no_back_commands_and_nothing_else() -> None:
    lines = ["", *["4"] * 8, "p"]
    done = talk("rating", *lines, "perhaps", "", "?", "m", "a", "<", "", "non", language="en")
    assert done.after(10).startswith("Type y for yes, n for no.\n")
    assert "Question 9" not in done.after(13)
    assert re.search("Question 9 (sur|of) 9", done.after(15))
    assert done.ended.how is Ending.FINISHED
    again = talk("rating", "", *NINE, "yes", "<", "1", "")
    assert again.after(10).startswith("Enter alone finishes.\n")
    assert list(again.answers.values())[-1] == 1
    assert again.ended.how is Ending.FINISHED


# -- leaving ----------------------------------------------------------------------------------------


def test_leaving_a_run_that_is_kept_nowhere_is_asked_once_more() -> None:
    assert talk("rating", "q").ended.how is Ending.PAUSED  # nothing to lose
    done = talk("rating", "", "4", "q", "no", "4", ":quitter", "q")
    assert "Type q once more" in done.after(2)
    assert "Question 2 of 9." in done.after(3)
    assert done.ended.how is Ending.PAUSED
    assert done.said.endswith("You are leaving before the end. Nothing was kept.\n")
    end = talk("rating", "", *NINE, "q", "q")
    assert end.ended.how is Ending.PAUSED


@pytest.mark.parametrize(
    ("attended", "end", "how"),
    [
        (False, EOFError, Ending.CUT_SHORT),
        (True, EOFError, Ending.PAUSED),
        (True, KeyboardInterrupt, Ending.INTERRUPTED),
        (False, KeyboardInterrupt, Ending.INTERRUPTED),
    ],
)
def test_a_closed_input_says_what_is_safe_and_how_to_go_on(
    attended: bool, end: type[BaseException], how: Ending
) -> None:
    done = talk("rating", "", "4", "4", resume="progpro run x", attended=attended, end=end)
    assert done.ended.how is how
    assert done.said.endswith(
        "You are on a break. Your 2 answers are saved.\nTo go on, type:\nprogpro run x\n"
    )


def test_a_kept_run_pauses_at_once() -> None:
    done = talk("rating", "", "4", "q", resume="progpro run x")
    assert done.ended.how is Ending.PAUSED
    assert "Your answer is saved." in done.after(2)
    assert "Saved: Rather yes" in done.after(1)


def test_a_full_disk_is_told_to_a_person_and_ends_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    take, failures = Sitting.answer, [1, 1]

    def answer(self: Sitting, *arguments: Any, **named: Any) -> None:
        if self.answered == 1 and failures:
            failures.pop()
            raise StoreFull("The disk is full.")
        take(self, *arguments, **named)

    monkeypatch.setattr(Sitting, "answer", answer)
    done = talk("rating", "", "4", "4", "5", "5", attended=True)
    assert done.after(2) == "The disk is full.\n"
    assert list(done.answers.values()) == [4, 5]
    failures.append(1)
    with pytest.raises(StoreFull):
        talk("rating", "", "4", "4")
