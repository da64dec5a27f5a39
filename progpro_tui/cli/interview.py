"""The questions about a new questionnaire, in their order; an option given answers its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from progpro_tui.authoring.new.make import STARTS
from progpro_tui.authoring.new.wanted import (
    ITEMS,
    LANGUAGES,
    LICENCES,
    POINTS,
    NewScale,
    Wanted,
    checked_id,
    id_for,
    tidy,
    tidy_name,
)
from progpro_tui.cli.asking import Asking, Check, blaming_option
from progpro_tui.cli.new_file import ENDINGS, free_file
from progpro_tui.cli.scale_questions import NAMES, ScaleQuestions
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

SPOKEN = {"fr,en": ("fr", "en"), "fr": ("fr",), "en": ("en",)}
"""The choices of languages, as ``--languages`` has them."""

LICENCE_WORDS = {
    "CC-BY-SA-4.0": N_("CC-BY-SA-4.0: share and change, naming you, on the same terms"),
    "CC-BY-4.0": N_("CC-BY-4.0: share and change, naming you"),
    "CC-BY-NC-SA-4.0": N_("CC-BY-NC-SA-4.0: as the first, and never sold"),
    "CC0-1.0": N_("CC0-1.0: do anything with it"),
    "reserved": N_("All rights reserved"),
}

PROPOSED_ITEMS, PROPOSED_POINTS = 3, 5


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


NOTHING = Given()


@dataclass
class Answers:
    """What has been answered so far; what has not is nothing."""

    file: Path | None = None
    languages: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    id: str = ""
    kind: str = ""
    author: str = ""
    licence: str = ""
    points: int = 0
    scales: tuple[NewScale, ...] = ()
    items: int = 0

    @property
    def wanted(self) -> Wanted:
        """All that the file depends on, once everything is answered."""
        scaled = STARTS[self.kind].slots is not None
        return Wanted(
            kind=self.kind,
            languages=self.languages,
            titles=self.titles,
            id=self.id,
            author=self.author,
            licence=self.licence,
            scales=self.scales if scaled else (),
            items=self.items or PROPOSED_ITEMS,
            points=self.points or PROPOSED_POINTS,
        )


class Interview:
    """Asks what no option answered, and again whatever is to be corrected."""

    def __init__(self, given: Given, asking: Asking, tr: Translator, file: Path | None = None) -> None:
        self._given, self._asking, self._tr = given, asking, tr
        self.answers = Answers(file)
        self._questions: dict[str, Callable[[], None]] = {
            "languages": self._ask_languages,
            "titles": self._ask_titles,
            "id": self._ask_id,
            "file": self._ask_file,
            "kind": self._ask_kind,
            "author": self._ask_author,
            "licence": self._ask_licence,
            "points": self._ask_points,
            "scales": self._ask_scales,
            "items": self._ask_items,
        }

    @property
    def parts(self) -> list[str]:
        """The names of what is asked, of the kind that was chosen, in their order."""
        return [name for name in self._questions if self._is_asked(name)]

    def complete(self) -> None:
        """Ask for everything that is not answered yet. Raises :class:`InputError`."""
        for name, ask in self._questions.items():
            if self._is_asked(name) and self._lacks(name):
                ask()

    def correct(self, name: str) -> None:
        """Ask one thing again, whatever the options said, and then what it made necessary."""
        self._given = NOTHING
        self._questions[name]()
        self.complete()

    def _is_asked(self, name: str) -> bool:
        kind = self.answers.kind
        if name == "points":
            return kind == "rating"
        return name not in ("scales", "items") or (bool(kind) and STARTS[kind].slots is not None)

    def _lacks(self, name: str) -> bool:
        answers = self.answers
        if name == "titles":
            return not answers.titles.keys() >= set(answers.languages)
        if name == "scales":
            few = len(answers.scales) < STARTS[answers.kind].least
            return few or any(not s.names.keys() >= set(answers.languages) for s in answers.scales)
        return not getattr(answers, name)

    # -- each question ------------------------------------------------------------------------------

    def _ask_languages(self) -> None:
        tr, before = self._tr, ",".join(self.answers.languages or LANGUAGES)
        words = {key: tr.joined([tr(NAMES[one]) for one in several]) for key, several in SPOKEN.items()}
        said = self._given.languages
        chosen = said or self._one(N_("Languages of the texts"), "--languages", words, before)
        self.answers.languages = SPOKEN[chosen]

    def _ask_titles(self) -> None:
        given, answers, before = self._given, self.answers, self.answers.titles
        if len(answers.languages) == 1:
            (one,) = answers.languages
            title = self._words(N_("Title"), "--title", given.title, tidy_name, before.get(one, ""))
            answers.titles = {**before, one: title}
            return
        question = N_("Title in French")
        first = self._words(question, "--title", given.title, tidy_name, before.get("fr", ""))
        # A script that has one title takes it for both, and its author translates it in the file.
        proposal = before.get("en", "" if self._asking.by_hand else first)
        second = self._words(N_("Title in English"), "--title-en", given.title_en, tidy_name, proposal)
        answers.titles = {"fr": first, "en": second}

    def _ask_id(self) -> None:
        answers = self.answers
        proposal = answers.id or id_for(answers.titles[answers.languages[0]])
        question = N_("Id, for the program")
        answers.id = self._words(question, "--id", self._given.id, checked_id, proposal)

    def _ask_file(self) -> None:
        answers = self.answers
        proposal = str(answers.file or f"{answers.id}{ENDINGS[0]}")
        if self._asking.by_hand:
            words = self._tr(N_("File to write"))
            proposal = self._asking.words(words, "FILE", lambda typed: str(free_file(typed)), proposal)
        answers.file = free_file(proposal)

    def _ask_kind(self) -> None:
        kinds = {kind: self._tr(start.words) for kind, start in STARTS.items()}
        before = self.answers.kind or next(iter(STARTS))
        self.answers.kind = self._given.kind or self._one(N_("Kind"), "--kind", kinds, before)
        self._refuse_strangers(self.answers.kind)

    def _ask_author(self) -> None:
        before, said = self.answers.author, self._given.author
        self.answers.author = self._words(N_("Author"), "--author", said, tidy_name, before)

    def _ask_licence(self) -> None:
        words = {licence: self._tr(LICENCE_WORDS[licence]) for licence in LICENCES}
        question, before = N_("What may others do with it?"), self.answers.licence or LICENCES[0]
        self.answers.licence = self._given.licence or self._one(question, "--licence", words, before)

    def _ask_points(self) -> None:
        question = N_("Number of answers to choose from, from {least} to {most}")
        before, said = self.answers.points or PROPOSED_POINTS, self._given.points
        self.answers.points = self._number(question, "--points", said, POINTS, before)

    def _ask_scales(self) -> None:
        answers, least = self.answers, STARTS[self.answers.kind].least
        questions = ScaleQuestions(self._asking, self._tr, answers.languages, least, answers.scales)
        answers.scales = questions.scales(self._given.scales)

    def _ask_items(self) -> None:
        question = N_("Items for each scale, from {least} to {most}")
        before, said = self.answers.items or PROPOSED_ITEMS, self._given.items
        self.answers.items = self._number(question, "--items", said, ITEMS, before)

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

    # -- one question -------------------------------------------------------------------------------

    def _words(
        self, question: str, option: str, said: str | None, check: Check, proposal: str = ""
    ) -> str:
        if said is not None:
            with blaming_option(option, said):
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
            with blaming_option(option, str(said)):
                return int(check(str(said)))
        return int(self._asking.words(self._tr(question, **slots), option, check, str(proposal)))

    def _one(self, question: str, option: str, choices: Mapping[str, str], proposal: str) -> str:
        return self._asking.one(self._tr(question), option, choices, proposal)
