"""What the fictitious people of the demonstration say in their own words."""

from __future__ import annotations

from collections.abc import Mapping

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_

LIVED = (
    N_("When I train the new ones."),
    N_("In the shop on Saturdays, with the regulars."),
    N_("At home, when I plan the week."),
)
MISSING = (
    N_("I have done the same thing since 2014."),
    N_("Everything is decided for me, minute by minute."),
    N_("Nobody asks me what I think of it."),
)
POSSIBLE = (
    N_("To follow a colleague for a day."),
    N_("To ask for the early shift one week in two."),
    N_("A short course in the autumn."),
)

LIFE_LINE: Mapping[str, Answer | str] = {
    "event:1": N_("First job, in a bakery"),
    "event:1.year": 1998,
    "event:1.height": 3,
    "event:1.learned": N_("To get up early, and to talk to everyone."),
    "event:2": N_("Team leader in the warehouse"),
    "event:2.year": 2004,
    "event:2.height": 4,
    "event:2.learned": N_("To share out the work so that nobody is left behind."),
    "event:3": N_("The warehouse closes"),
    "event:3.year": 2011,
    "event:3.height": -4,
    "event:3.learned": N_("I stay calm when everything goes fast."),
    "event:4": N_("A year looking after my father"),
    "event:4.year": 2016,
    "event:4.height": -1,
    "event:4.learned": N_("To organise visits, papers and meals."),
    "event:5": N_("A course, and a diploma"),
    "event:5.year": 2019,
    "event:5.height": 5,
    "event:5.learned": Missing.SKIPPED,
    "event:6": Missing.SKIPPED,
}

PORTFOLIO: Mapping[str, Answer | str] = {
    "exp:1": N_("Salesperson in a hardware shop"),
    "exp:1.when": N_("2015 to 2022"),
    "exp:1.act:1": N_("Advise customers on tools"),
    "exp:1.act:1.skill:1": N_("Ask questions to understand a need"),
    "exp:1.act:1.skill:1.proof": N_("Two customers wrote to thank the shop."),
    "exp:1.act:1.skill:1.level": 4,
    "exp:1.act:1.skill:2": Missing.SKIPPED,
    "exp:1.act:2": N_("Order the stock"),
    "exp:1.act:2.skill:1": N_("Work out quantities"),
    "exp:1.act:2.skill:1.proof": N_("The order sheets of 2021."),
    "exp:1.act:2.skill:1.level": 3,
    "exp:1.act:2.skill:2": Missing.SKIPPED,
    "exp:1.act:3": Missing.SKIPPED,
    "exp:2": N_("Treasurer of a football club"),
    "exp:2.when": N_("Since 2018"),
    "exp:2.act:1": N_("Keep the accounts"),
    "exp:2.act:1.skill:1": N_("Follow a budget of the year"),
    "exp:2.act:1.skill:1.proof": N_("The accounts were voted every year."),
    "exp:2.act:1.skill:1.level": 3,
    "exp:2.act:1.skill:2": Missing.SKIPPED,
    "exp:2.act:2": Missing.SKIPPED,
    "exp:3": Missing.SKIPPED,
}

BY_STEP: Mapping[str, Mapping[str, Answer | str]] = {"life-line": LIFE_LINE, "portfolio": PORTFOLIO}
BY_ENDING = {"lived": LIVED, "missing": MISSING, "possible": POSSIBLE}


def words_of(instrument: str, step: Step, place: int) -> Answer | str | None:
    """What is said here, marked for translation where it is words; none where nothing is written.

    ``place`` counts the steps of the run, so that the same is not said again at once.
    """
    if instrument in BY_STEP:
        return BY_STEP[instrument].get(step.id)
    endings = BY_ENDING.get(step.id.rpartition(":")[2])
    return None if endings is None else endings[place % len(endings)]
