"""Keying paper forms: what was keyed becomes an answers file, or a finished run in a dossier.

Either way nothing is lost on the way: a file has its draft beside it until it is whole, and a dossier
keeps every answer when it is keyed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

from progpro_tui.authoring.answers_file import answers_in, answers_text
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.keying import Keying
from progpro_tui.core.paper import form_code
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import SEEN, SHOW, Show
from progpro_tui.core.text import N_
from progpro_tui.host.blame import blaming
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import make_profile, open_run
from progpro_tui.workspace.sittings import dossier_in_hand, unfinished
from progpro_tui.workspace.workspace import Workspace

DRAFT = ".part"
"""What the name of a draft ends in."""


def check_form(instrument: Instrument, code: str) -> None:
    """Raise :class:`InputError` where a form that carries this code is of another version."""
    if code.strip().casefold() != form_code(instrument):
        raise InputError(
            N_(
                "The form carries the code {found}, this version of “{id}” prints {expected}: its "
                "questions may be others."
            ),
            found=code.strip()[:20] or "–",
            id=instrument.id,
            expected=form_code(instrument),
        )


def keying_of(
    host: PluginHost, instrument: Instrument, known: Mapping[str, Answer] | None = None
) -> Keying:
    """The keying of a form; it goes on behind what is known.

    Raises :class:`InputError` where the kind has no paper form, and says why.
    """
    with blaming(host.plugin_of(instrument.kind).name):
        return Keying(host.exercise(instrument.kind), open_run(host, instrument, seed=0), known)


def profile_of_answers(
    host: PluginHost, instrument: Instrument, answers: Mapping[str, Answer], seed: int = 0
) -> Profile:
    """The profile of answers that were keyed, as if they had been given on the screen."""
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed)
    with blaming(host.plugin_of(instrument.kind).name):
        administration = Administration(exercise, run)
        while (step := administration.step) is not None:
            answer = SEEN if isinstance(step, Show) else answers[step.id]
            administration.answer(Given(step.id, answer, by="paper"))
    return make_profile(host, instrument, administration)


class Keeper(ABC):
    """Where keyed answers go."""

    @abstractmethod
    def known(self) -> dict[str, Answer]:
        """What was keyed before and not finished."""

    @abstractmethod
    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Make what was keyed so far durable."""

    @abstractmethod
    def finish(self, answers: Mapping[str, Answer]) -> Profile:
        """Keep a form that was keyed to its end; its profile."""


class FileKeeper(Keeper):
    """An answers file. ``force`` lets it take the place of another."""

    def __init__(
        self, workspace: Workspace, instrument: Instrument, path: Path, force: bool = False
    ) -> None:
        self._workspace = workspace
        self._instrument = instrument
        self.path = path.expanduser().absolute()
        self.draft = self.path.with_name(self.path.name + DRAFT)
        if self.path.is_dir():
            words = N_("“{path}” is a folder: add the name of a file.")
            raise InputError(words, path=str(path))
        if self.path.exists() and not force:
            raise InputError(N_("“{path}” exists already: --force replaces it."), path=str(path))

    def known(self) -> dict[str, Answer]:
        return answers_in(self.draft) if self.draft.exists() else {}

    def keep(self, answers: Mapping[str, Answer]) -> None:
        self._write(self.draft, answers)

    def finish(self, answers: Mapping[str, Answer]) -> Profile:
        profile = profile_of_answers(self._workspace.host, self._instrument, answers)
        self._write(self.path, answers)
        self.draft.unlink(missing_ok=True)
        return profile

    def _write(self, path: Path, answers: Mapping[str, Answer]) -> None:
        self._workspace.fs.make_folder(path.parent)
        self._workspace.fs.replace(path, answers_text(answers).encode())


class DossierKeeper(Keeper):
    """A run in a dossier, which says that it was answered on paper. It is begun with the first answer.

    Raises :class:`InputError` where there is no such dossier, where a beneficiary has the keyboard, or
    where the same questionnaire is under way on the screen.
    """

    def __init__(
        self, workspace: Workspace, instrument: Instrument, named: str, language: str, plain: bool
    ) -> None:
        self._workspace = workspace
        self._instrument = instrument
        self._language = language
        self._plain = plain
        self.dossier = dossier_in_hand(workspace, named)
        begun = unfinished(self.dossier, instrument.id)
        self._run = begun.id if begun else ""
        self._kept: dict[str, Answer] = {}
        if begun is None:
            return
        given = workspace.repository.answers(self.dossier.id, begun.id)
        if begun.hash != instrument.hash or any(each.by != "paper" for each in given):
            raise InputError(
                N_(
                    "“{id}” is under way in this dossier, and was begun on the screen or with another"
                    " version: finish it there first."
                ),
                id=instrument.id,
            )
        self._kept = {g.step: g.answer for g in given if not g.step.startswith(SHOW)}

    def known(self) -> dict[str, Answer]:
        return dict(self._kept)

    def keep(self, answers: Mapping[str, Answer]) -> None:
        if not self._run:
            self._run = self._workspace.runs.begin(self.dossier, self._instrument).record.id
        for step, answer in answers.items():
            if self._kept.get(step) != answer:
                self._store(self._given(step, answer))
                self._kept[step] = answer

    def _store(self, given: Given) -> None:
        self._workspace.repository.keep_answer(self.dossier.id, self._run, given)

    def _given(self, step: str, answer: Answer) -> Given:
        now = self._workspace.runs.now()
        return Given(step, answer, at=now, language=self._language, plain=self._plain, by="paper")

    def finish(self, answers: Mapping[str, Answer]) -> Profile:
        self.keep(answers)
        self._see_what_is_shown()
        return self._workspace.runs.resume(self.dossier.id, self._run).finish()

    def _see_what_is_shown(self) -> None:
        """What only has to be read was read on the form."""
        sitting = self._workspace.runs.resume(self.dossier.id, self._run)
        while isinstance(step := sitting.step, Show):
            given = self._given(step.id, SEEN)
            self._store(given)
            sitting.administration.answer(given)
