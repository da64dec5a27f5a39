"""The questions about a new questionnaire, in their order; an option given answers its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from progpro_tui.authoring.new.make import STARTS
from progpro_tui.authoring.new.wanted import (
    ITEMS,
    LANGUAGES,
    LICENCES,
    POINTS,
    Wanted,
    checked_id,
    id_for,
    tidy,
    tidy_name,
)
from progpro_tui.cli.asking import Asking, Check
from progpro_tui.cli.scale_questions import NAMES, ScaleQuestions
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

SPOKEN = {"fr,en": ("fr", "en"), "fr": ("fr",), "en": ("en",)}
"""The choices of languages, as ``--languages`` has them."""

LICENCE_WORDS = {
    "CC-BY-SA-4.0": N_("CC-BY-SA-4.0: share and change, naming you, on the same terms"),
    "CC-BY-4.0": N_("CC-BY-4.0: share and change, naming you"),
    "CC0-1.0": N_("CC0-1.0: do anything with it"),
    "reserved": N_("All rights reserved"),
}


@dataclass(frozen=True)
class Given:
    """What the options said; what they left out is nothing."""

    title: str | None = None
    title_en: str | None = None
    languages: str | None = None
    id: str | None = None
    kind: str | None = None
    author: str | None = None
    licence: str | None = None
    scales: Sequence[str] = ()
    items: int | None = None
    points: int | None = None


class Interview:
    """Asks what no option answered."""

    def __init__(self, given: Given, asking: Asking, tr: Translator) -> None:
        self._given, self._asking, self._tr = given, asking, tr

    def wanted(self) -> Wanted:
        """Everything that the file depends on. Raises :class:`InputError`."""
        given = self._given
        languages = SPOKEN[given.languages or self._languages()]
        titles = self._titles(languages)
        proposed = id_for(titles[languages[0]])
        made = Wanted(
            languages=languages,
            titles=titles,
            id=self._words(N_("Id, for the program"), "--id", given.id, checked_id, proposed),
            kind=given.kind or self._kind(),
            author=self._words(N_("Author"), "--author", given.author, tidy_name),
            licence=given.licence or self._licence(),
        )
        self._refuse_strangers(made.kind)
        return self._with_scales(made) if STARTS[made.kind].slots else made

    def _languages(self) -> str:
        tr = self._tr
        words = {key: tr.joined([tr(NAMES[one]) for one in several]) for key, several in SPOKEN.items()}
        return self._one(N_("Languages of the texts"), "--languages", words, ",".join(LANGUAGES))

    def _kind(self) -> str:
        kinds = {kind: self._tr(start.words) for kind, start in STARTS.items()}
        return self._one(N_("Kind"), "--kind", kinds, next(iter(STARTS)))

    def _licence(self) -> str:
        words = {licence: self._tr(LICENCE_WORDS[licence]) for licence in LICENCES}
        return self._one(N_("What may others do with it?"), "--licence", words, LICENCES[0])

    def _titles(self, languages: Sequence[str]) -> dict[str, str]:
        given = self._given
        if len(languages) == 1:
            return {languages[0]: self._words(N_("Title"), "--title", given.title, tidy_name)}
        first = self._words(N_("Title in French"), "--title", given.title, tidy_name)
        # A script that has one title takes it for both, and its author translates it in the file.
        proposal = "" if self._asking.by_hand else first
        second = self._words(N_("Title in English"), "--title-en", given.title_en, tidy_name, proposal)
        return {"fr": first, "en": second}

    # -- scales -----------------------------------------------------------------------------------

    def _refuse_strangers(self, kind: str) -> None:
        """Raise :class:`InputError` for an option that means nothing for this kind."""
        given = self._given
        strangers = {"--points": given.points} if kind != "rating" else {}
        if not STARTS[kind].slots:
            strangers |= {"--scale": len(given.scales) or None, "--items": given.items}
        for option, said in strangers.items():
            if said is not None:
                raise InputError(
                    N_("The kind “{kind}” does not ask that: leave {option} out."),
                    kind=kind,
                    option=option,
                )

    def _with_scales(self, made: Wanted) -> Wanted:
        """The scales, and what goes with them."""
        given, asking = self._given, self._asking
        if made.kind == "rating":
            question = N_("Number of answers to choose from, from {least} to {most}")
            points = self._number(question, "--points", given.points, POINTS, made.points)
            made = replace(made, points=points)
        questions = ScaleQuestions(asking, self._tr, made.languages, STARTS[made.kind].least)
        scales = questions.scales(given.scales)
        question = N_("Items for each scale, from {least} to {most}")
        items = self._number(question, "--items", given.items, ITEMS, made.items)
        return replace(made, scales=scales, items=items)

    # -- one question -------------------------------------------------------------------------------

    def _words(
        self, question: str, option: str, said: str | None, check: Check, proposal: str = ""
    ) -> str:
        if said is not None:
            return check(tidy(said))
        words = self._tr(question)
        return self._asking.words(words, option, lambda typed: check(tidy(typed)), proposal)

    def _number(
        self, question: str, option: str, said: int | None, bounds: tuple[int, int], proposal: int
    ) -> int:
        slots: dict[str, Any] = {"least": bounds[0], "most": bounds[1]}

        def check(typed: str) -> str:
            number = tidy(typed)
            if not (number.isascii() and number.isdigit() and bounds[0] <= int(number) <= bounds[1]):
                raise InputError(N_("Write a whole number from {least} to {most}."), **slots)
            return number

        if said is not None:
            return int(check(str(said)))
        return int(self._asking.words(self._tr(question, **slots), option, check, str(proposal)))

    def _one(self, question: str, option: str, choices: Mapping[str, str], proposal: str) -> str:
        return self._asking.one(self._tr(question), option, choices, proposal)
