"""Fills in a form as a person would, and turns it into what a counsellor keys.

What is keyed is written here once more, and not taken from the program: a wrong digit is to be found,
not repeated. Lines are numbered as the form prints them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.blanks import Blank
from progpro_tui.core.card_steps import EQUAL, Arrange, Choose, Rank, Sort
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.keying import Keying
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Option, Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import open_run

LETTER = {Missing.SKIPPED: "p", Missing.NOT_APPLICABLE: "n", Missing.DECLINED: "r"}


class OnPaper(Random):
    """Somebody who answers at random what a pen can say on paper.

    Cards in one column have no order there, nor have options that share a place.
    """

    def pick(self, step: Rank) -> str:
        order = [item.id for item in self.who.instrument.items]
        found = super().pick(step)
        before = step.picked[-1][0].id if step.picked else ""
        later = [found.removeprefix(EQUAL), before]
        in_order = all(i in order for i in later) and order.index(later[0]) > order.index(later[1])
        return found if in_order else found.removeprefix(EQUAL)

    def arranged(self, step: Arrange) -> tuple[str, ...]:
        order = [card.id for card in step.cards]
        left = iter(super().arranged(step))
        columns = [[next(left) for _ in range(column.places)] for column in step.columns]
        return tuple(card for cards in columns for card in sorted(cards, key=order.index))


def answered(
    host: PluginHost, instrument: Instrument, number: int, gaps: float = 0.1, seed: int = 0
) -> tuple[dict[str, Answer], Administration]:
    """The answers of somebody, given as on the screen, in the order drawn from ``seed``."""
    who = OnPaper(Who(instrument, seed=5, number=number, gaps=gaps))
    administration = Administration(host.exercise(instrument.kind), open_run(host, instrument, seed))
    answers: dict[str, Answer] = {}
    while (step := administration.step) is not None:
        answer = who.answer(_printed_order(step, host, instrument))
        administration.answer(Given(step.id, answer))
        if not isinstance(step, Show):
            answers[step.id] = answer
    return answers, administration


def _printed_order(step: Step, host: PluginHost, instrument: Instrument) -> Step:
    """The cards of an arrangement in the order in which a form prints them."""
    if not isinstance(step, Arrange):
        return step
    outline = host.exercise(instrument.kind).outline(open_run(host, instrument, 0))
    return next(printed for printed in outline if printed.id == step.id)


def keyed(keying: Keying, answers: Mapping[str, Answer]) -> list[str]:
    """What is keyed for every line of the form, in its order, until nothing more is asked."""
    typed: list[str] = []
    while (blank := keying.blank) is not None:
        typed.append(_typed(blank, answers, _line_numbers(keying)))
        keying.take(keying.read(typed[-1]))
    return typed


def as_text(typed: Sequence[str]) -> str:
    """Pieces with spaces between them; what has a space is set between quotation marks."""

    def piece(words: str) -> str:
        plain = words and '"' not in words and not any(letter.isspace() for letter in words)
        return words if plain else '"' + words.replace('"', '""') + '"'

    return " ".join(map(piece, typed))


def _line_numbers(keying: Keying) -> dict[str, str]:
    """The numbers before cards and items, by id: the first time that each stands on the form."""
    numbers: dict[str, str] = {}
    for group in keying.paper.groups:
        for blank in group.blanks:
            step = blank.step
            named = step.card.id if isinstance(step, Sort) else step.id
            if blank.number:
                numbers.setdefault(named, blank.number)
    return numbers


def _typed(blank: Blank, answers: Mapping[str, Answer], numbers: Mapping[str, str]) -> str:
    step = blank.step
    if isinstance(step, Rank) and "#" in blank.key:
        return _place(blank, answers)
    answer = answers[step.id]
    if isinstance(step, Arrange):
        return _column(blank, step, answer)
    if isinstance(answer, Missing):
        return (":" if isinstance(step, Write) and step.free else "") + LETTER[answer]
    match step:
        case Rate() | Grid() | Place():
            return str(answer)
        case Sort():
            return _number(step.piles, str(answer), {})
        case Choose(several=True):
            assert isinstance(answer, tuple)
            return ",".join(_number(step.options, each, numbers) for each in answer) or "0"
        case Choose():
            return _number(step.options, str(answer), numbers)
        case Rank():
            equal = EQUAL if str(answer).startswith(EQUAL) else ""
            return equal + _number(step.options, str(answer).removeprefix(EQUAL), numbers)
        case Write():
            return f":{answer}" if str(answer).startswith(":") else str(answer)
    raise TypeError(type(step).__name__)


def _number(options: Sequence[Option], wanted: str, numbers: Mapping[str, str]) -> str:
    """A digit for each of a few; many are named by the numbers of their lines."""
    if len(options) > 9 and all(option.id in numbers for option in options):
        return numbers[wanted]
    return str([option.id for option in options].index(wanted) + 1)


def _place(blank: Blank, answers: Mapping[str, Answer]) -> str:
    """The place written beside an option; the last one's too, as people do."""
    assert isinstance(blank.step, Rank)
    list_id, _, option = blank.key.rpartition("#")
    name = list_id.rpartition(":")[0]
    places: dict[str, int] = {}
    declined = False
    for n in range(1, len(blank.step.options) + 1):
        answer = answers.get(f"{name}:{n}")
        declined = declined or answer is Missing.DECLINED
        if not isinstance(answer, str):
            break
        tied = answer.startswith(EQUAL)
        places[answer.removeprefix(EQUAL)] = max(places.values()) if tied else n
    if option in places:
        return str(places[option])
    return "r" if declined else "0"


def _column(blank: Blank, step: Arrange, answer: Answer) -> str:
    if isinstance(answer, Missing):
        return LETTER[answer]
    assert isinstance(answer, tuple)
    place = answer.index(blank.key.rpartition("#")[2])
    for number, column in enumerate(step.columns, 1):
        if place < column.places:
            return str(number)
        place -= column.places
    raise AssertionError(blank.key)
