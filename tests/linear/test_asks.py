"""Every kind of step: what is said of it, how a line answers it, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.card_steps import Arrange, Choose, Column, Rank, Sort
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.findings import Gap, Gaps
from progpro_tui.core.scale_steps import Grid, GridColumn, Place, Rate
from progpro_tui.core.steps import ANY_WAY, SEEN, Option, Response, Show, Step
from progpro_tui.core.text import Text, Words, message
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.asking import ways
from progpro_tui.linear.asks.ask import Reply, Told
from progpro_tui.linear.asks.every import ask_of
from progpro_tui.linear.commands import Command, meant_by

TELL = Translator("en")


def text(words: str) -> Text:
    return Text({"en": words})


POINTS = (Response(1, text("Not at all")), Response(2, text("Very much")))
A, B, C, D = (Option(name[0].lower(), text(name)) for name in ("Ann", "Bea", "Cleo", "Dora"))
ENDS = (text("bad"), text("good"))
AROUND = Gaps((Gap("d1", text("Hours"), today=3),), 0, 10, ENDS)

SHOW = Show("show:x", text("Title"), text("Body"), message("Begin"))
RATE = Rate("r", text("Mend a bicycle"), text("Would you?"), POINTS)
GRID = Grid(
    "s:level",
    text("People"),
    Option("s", text("Share the work")),
    "level",
    (GridColumn("level", text("Level"), text("How well?"), POINTS),),
)
PLACE = Place("d1", text("How is it?"), Option("d1", text("Hours")), -5, 5, ENDS, AROUND, "wished")
ONE = Choose("c", text("Which?"), (A, B, C))
SEVERAL = Choose("k", text("Which ones?"), (A, B, C), several=True, least=1, most=2)
ANY = Choose("k", text("Which ones?"), (A, B, C), several=True, most=3)
RANK = Rank("t", text("Next?"), (B, C), 3, picked=((A, False),), equals=True)
SORT = Sort("p", text("Where?"), Option("x", text("Pay"), text("To earn well")), (A, B), {"a": (C,)})
ARRANGE = Arrange(
    "arrange",
    text("Arrange them"),
    (A, B, C, D),
    (Column(-1, 1), Column(0, 2), Column(1, 1)),
    ENDS,
    ("b", "a", "c", "d"),
)


def said(words: Any) -> list[str]:
    return [TELL(line) for line in words]


def read(step: Step, line: str, given: Answer | None = None, final: bool = True) -> Answer:
    """What a line answers, after the step has taken it."""
    ask = ask_of(step, None if given is None else Given(step.id, given, final))
    reply = ask.read(line, TELL) if line else ask.enter()
    assert isinstance(reply, Reply)
    step.check(reply.answer, reply.final)
    return reply.answer


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (SHOW, ["Title", "Body", "Enter: Begin."]),
        (RATE, ["Mend a bicycle", "Would you?", "1: Not at all", "2: Very much"]),
        (GRID, ["People", "Share the work", "Level: How well?", "1: Not at all", "2: Very much"]),
        (
            PLACE,
            ["Hours", "How is it?", "Today: 3.", "Type a number, from −5 (bad) to 5 (good)."],
        ),
        (ONE, ["Which?", "1: Ann", "2: Bea", "3: Cleo"]),
        (SEVERAL, ["Type 1 to 2 numbers, with spaces between them."]),
        (ANY, ["Type up to 3 numbers, with spaces between them, or 0 for none."]),
        (RANK, ["Next?", "So far: Ann.", "1: Bea", "2: Cleo"]),
        (SORT, ["Pay", "To earn well", "Where?", "1: Ann", "2: Bea"]),
        (ARRANGE, ["Arrange them", "−1, bad: 1 Bea", "0: 2 Ann; 3 Cleo", "+1, good: 4 Dora"]),
        (Write("w", text("Why?"), "long"), ["Why?", "One line or several; an empty line ends."]),
        (Write("w", text("Why?"), "number", least=0, most=9), ["A whole number from 0 to 9."]),
        (Write("w", text("When?"), "date", about=text("Pay")), ["Pay", "When?"]),
    ],
)
def test_a_step_is_said_in_lines(step: Step, lines: list[str]) -> None:
    found = said(ask_of(step, None).question())
    assert [line for line in found if line in lines] == lines


@pytest.mark.parametrize(
    ("step", "line", "answer"),
    [
        (SHOW, "", SEEN),
        (SHOW, "begin", SEEN),
        (RATE, "2", 2),
        (RATE, "very much", 2),
        (GRID, "1", 1),
        (PLACE, "−5", -5),
        (PLACE, "moins cinq", -5),
        (ONE, "3", "c"),
        (ONE, "bea", "b"),
        (SEVERAL, "3 1", ("c", "a")),
        (SEVERAL, "Ann, Cleo", ("a", "c")),
        (ANY, "0", ()),
        (RANK, "2", "c"),
        (RANK, "=2", "=c"),
        (RANK, "= 2", "=c"),
        (RANK, "2=", "=c"),
        (SORT, "2", "b"),
        (ARRANGE, "ok", ("b", "a", "c", "d")),
        (ARRANGE, "1 4", ("d", "a", "c", "b")),
        (Write("w", text("Why?")), "  Because  ", "Because"),
        (Write("w", text("Why?")), "::) yes", ":) yes"),
        (Write("w", text("Why?"), "number"), "12 000", 12000),
        (Write("w", text("Why?"), "date"), "2011-06", "2011-06"),
    ],
)
def test_a_line_answers_a_step(step: Step, line: str, answer: Answer) -> None:
    assert read(step, line) == answer


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (SHOW, "4"),
        (RATE, "3"),
        (RATE, "a lot"),
        (GRID, "x"),
        (PLACE, "6"),
        (PLACE, "high"),
        (ONE, "4"),
        (ONE, "0"),
        (SEVERAL, "1 2 3"),
        (SEVERAL, "0"),
        (SEVERAL, "1 1"),
        (SEVERAL, "1 x"),
        (SEVERAL, "Zoe"),
        (RANK, "3"),
        (RANK, "="),
        (Rank("t", text("First?"), (A, B), 2, equals=True), "=1"),
        (SORT, "3"),
        (ARRANGE, "1 5"),
        (ARRANGE, "1 2 3"),
        (ARRANGE, "yes"),
        (Write("w", text("Why?")), "x" * 201),
        (Write("w", text("Why?"), "long"), "x" * 5001),
        (Write("w", text("Why?"), "number", least=0, most=9), "10"),
        (Write("w", text("Why?"), "number"), "many"),
        (Write("w", text("When?"), "date"), "last year"),
    ],
)
def test_a_line_that_does_not_answer_is_refused_with_a_sentence(step: Step, line: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read(step, line)
    assert TELL(refused.value).endswith(".")


def test_an_empty_line_keeps_what_stands_and_says_so() -> None:
    ask = ask_of(RATE, Given("r", 2))
    assert said(ask.standing()) == ["Your answer: Very much. Enter keeps it."]
    assert ask.enter() == Reply(2)
    assert ask_of(RATE, None).enter() is None
    assert ask_of(RATE, Given("r", 9)).enter() is None  # an answer that the step takes no more
    skipped = ask_of(RATE, Given("r", Missing.SKIPPED))
    assert said(skipped.standing()) == ["Your answer: skip. Enter keeps it."]
    assert skipped.enter() == Reply(Missing.SKIPPED)


def test_what_is_chosen_at_first_can_be_kept_by_an_empty_line() -> None:
    step = Choose("k", text("?"), (A, B, C), several=True, least=1, most=2, at_first=("a", "c"))
    ask = ask_of(step, None)
    assert said(ask.standing()) == ["Chosen now: 1, 3. Enter keeps them."]
    assert ask.enter() == Reply(("a", "c"))
    none = ask_of(ANY, Given("k", ()))
    assert said(none.standing()) == ["None is chosen now. Enter keeps it so."]
    assert none.enter() == Reply(())
    many = ask_of(
        Choose("k", text("?"), (A, B, C), several=True, most=2, at_first=("a", "b", "c")), None
    )
    assert said(many.standing()) == [
        "3 are chosen now, 2 at most may be kept: type the numbers of those."
    ]


def test_a_range_among_several_says_how_numbers_are_typed() -> None:
    step = Choose("k", text("?"), (A, B, C), several=True, most=2)
    with pytest.raises(AnswerRefused) as refused:
        read(step, "1-3")
    said = TELL(refused.value)
    assert said == "Type numbers from 1 to 3 with spaces between them, such as: 1 3."


def test_a_long_text_grows_line_by_line_and_each_line_is_a_draft() -> None:
    step = Write("w", text("Why?"), "long")
    skips = message("{letter} says: {words}.", letter=":p", words=message("skip"))
    assert ask_of(step, None).read("One.", TELL) == Reply("One.", final=False)
    begun = ask_of(step, Given("w", "One.", final=False))
    assert begun.read("Two.", TELL) == Reply("One.\nTwo.", final=False)
    assert begun.enter() == Reply("One.")
    assert said(begun.standing())[:2] == ["You wrote:", "One."]
    assert begun.erase() == Reply("", final=False)
    erased = ask_of(step, Given("w", "", final=False))
    assert erased.enter() == Told((message("Nothing is written yet."), skips))
    assert said(erased.standing()) == []
    with pytest.raises(AnswerRefused):
        erased.erase()


def test_a_swap_is_a_draft_and_says_where_both_cards_lie() -> None:
    reply = ask_of(ARRANGE, None).read("1 4", TELL)
    assert isinstance(reply, Reply)
    assert not reply.final
    assert said(reply.said) == ["1 Bea: column +1", "4 Dora: column −1"]
    told = ask_of(ARRANGE, Given("arrange", reply.answer, final=False)).read("1", TELL)
    assert isinstance(told, Told)  # one number answers nothing: it says the whole card
    assert said(told.said) == ["1 Bea: column +1", "Bea"]


def test_a_card_in_hand_in_the_app_takes_the_empty_place_here() -> None:
    ask = ask_of(ARRANGE, Given("arrange", ("b", "", "c", "d"), final=False))
    assert ask.read("ok", TELL) == Reply(("b", "a", "c", "d"))


def test_the_piles_are_told_by_the_help() -> None:
    assert said(ask_of(SORT, None).help()) == ["Ann: Cleo", "Bea: none"]


# -- what is no answer ------------------------------------------------------------------------------


def meant(line: str, step: Step = RATE, language: str = "en") -> object:
    return meant_by(line, step, ask_of(step, None).writes, Translator(language))


@pytest.mark.parametrize(
    ("line", "command"),
    [
        *((line, Command.BACK) for line in ("<", "back", "Retour.", ":retour", " :back ")),
        *((line, Command.HELP) for line in ("?", "aide", "Help", ":?")),
        *((line, Command.WORDING) for line in ("m", "M", "mots simples", ":words")),
        *((line, Command.LANGUAGE) for line in ("a", "langue", ":language")),
        *((line, Command.PAUSE) for line in ("q", "quitter", "pause", ":q")),
        *((line, Missing.SKIPPED) for line in ("p", "s", "passer", "skip", ":passer")),
        *((line, Missing.DECLINED) for line in ("r", "I prefer not to answer.")),
        *((line, Missing.NOT_APPLICABLE) for line in ("n", "does not apply to me")),
    ],
)
def test_commands_are_letters_or_words_of_both_languages(line: str, command: object) -> None:
    assert meant(line) is command


@pytest.mark.parametrize("line", ["4", "à", "&", "=3", "beaucoup", "-", "1 2", "ok", "o", "x"])
def test_no_answer_is_taken_for_a_command(line: str) -> None:
    assert meant(line) is None


def test_where_one_writes_only_a_colon_makes_a_command() -> None:
    step = Write("w", text("Why?"), skip_words=text("that is all"))
    for line in ("p", "retour", "??", "q", "::retour", "a: b", "why?"):
        assert meant(line, step) is None
    assert meant(" ? ", step) is Command.HELP  # no text consists of it
    assert meant(":p", step) is Missing.SKIPPED
    assert meant(":that is all", step) is Missing.SKIPPED
    assert meant(":retour", step) is Command.BACK
    assert meant(":erase", step) is Command.ERASE
    with pytest.raises(AnswerRefused):
        meant(":)", step)
    number: Words = text("How many?")
    assert meant("p", Write("w", number, "number")) is Missing.SKIPPED


def test_the_ways_are_said_in_the_authors_words_with_their_letters() -> None:
    step = Rate("r", text("?"), text("?"), POINTS, takes=ANY_WAY, not_applicable=text("I do not know"))
    assert said(ways(ask_of(step, None))) == ["p skip; n I do not know; r I prefer not to answer"]
    written = Write("w", text("Why?"), skip_words=text("that is all"))
    assert said(ways(ask_of(written, None))) == [":p that is all; :r I prefer not to answer"]
    assert said(ways(ask_of(SHOW, None))) == []
