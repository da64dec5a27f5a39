"""Dates in words. Babel writes “1 mars” for « 1er mars » and costs a third of a start: hence these."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import NBSP, Translator

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"),
    N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip


def day(iso: str) -> date:
    """The date of an ISO time or date."""
    return datetime.fromisoformat(iso).date()


def long_date(tr: Translator, when: date) -> str:
    """« 23 novembre 2026 »."""
    return f"{_day_month(tr, when, MONTHS)}{NBSP}{when.year}"


def day_month(tr: Translator, when: date) -> str:
    """« 23 novembre »."""
    return _day_month(tr, when, MONTHS)


def weekday_date(tr: Translator, when: date) -> str:
    """« lundi 23 novembre »."""
    return f"{tr(WEEKDAYS[when.weekday()])} {day_month(tr, when)}"


def short_date(tr: Translator, when: date, today: date) -> str:
    """« 23 nov. », and the year where it is not of the last twelve months."""
    words = _day_month(tr, when, SHORT_MONTHS)
    return words if abs(today - when) < timedelta(days=330) else f"{words} {when.year}"


def _day_month(tr: Translator, when: date, months: tuple[str, ...]) -> str:
    number = "1er" if when.day == 1 and tr.language == "fr" else str(when.day)
    return f"{number}{NBSP}{tr(months[when.month - 1])}"
