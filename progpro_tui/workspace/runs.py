"""Runs: begin one, resume it, answer, finish. An answer that was taken is on the disk."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace

from progpro_tui import __version__
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Keyboard
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import StoreError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile, Provenance
from progpro_tui.core.steps import SHOW, Count, Step
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.blame import blaming
from progpro_tui.host.plugin import Plugin
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.dossier_repository import DossierRepository
from progpro_tui.workspace.dossiers import Dossiers, new_id
from progpro_tui.workspace.practice import MONOTONIC, Clock
from progpro_tui.workspace.profiles import lasting, make_profile, open_run

PLUGIN_CHANGED = N_("The plugin of this questionnaire has changed since: the profile may depend on it.")
"""Said before a run goes on that another version of the plugin began."""


PAPER = ("paper",)
"""By whom a run was answered that was keyed from paper: no times are kept of it."""


class Sitting:
    """One run in hand: the administration, and the dossier that it is kept in."""

    def __init__(
        self,
        runs: Runs,
        dossier: Dossier,
        record: RunRecord,
        instrument: Instrument,
        administration: Administration,
    ) -> None:
        self._runs = runs
        self._shown = runs.monotonic()
        self.dossier_id = dossier.id
        self.person = dossier.person
        self.record = record
        self.instrument = instrument
        self.administration = administration

    @property
    def step(self) -> Step | None:
        return self.administration.step

    @property
    def total(self) -> int:
        return self.administration.total

    @property
    def number(self) -> int:
        """Which question stands on the screen, counted from 1."""
        reached = self.administration.path[: self.administration.position + 1]
        return min(max(1, sum(step.asks for step in reached)), self.total)

    @property
    def count(self) -> Count:
        """Where the present step stands: among those like it, else in the run."""
        own = self.step.count if self.step is not None else None
        return own or Count(self.number, self.total)

    @property
    def count_words(self) -> Message:
        """The same in words."""
        return message(self.count.words, n=self.count.n, total=self.count.total)

    @property
    def whereabouts(self) -> Message:
        """Where the run stood, for whoever takes it up again."""
        own = self.step.count if self.step is not None else None
        if own is None:
            return message(N_("You were at question {n}."), n=self.number)
        return message(
            N_("You were here: {where}."), where=message(own.words, n=own.n, total=own.total)
        )

    @property
    def kept(self) -> int:
        """How many answers are safe, those of branches that are closed now too."""
        every = (*self.administration.live.values(), *self.administration.sleeping.values())
        return sum(given.final and not given.step.startswith(SHOW) for given in every)

    @property
    def answered(self) -> int:
        """How many questions have a final answer."""
        return sum(step.asks for step in self.administration.path[: self.administration.frontier])

    @property
    def last(self) -> Given | None:
        """The answer given last along the path."""
        return next(reversed(self.administration.live.values()), None)

    @property
    def plugin_changed(self) -> bool:
        """Whether another version of the plugin led this run before."""
        return self._runs.plugin_name(self.instrument.kind) != self.record.plugin

    def show(self) -> None:
        """Say that the present step has come on the screen: its time begins."""
        self._shown = self._runs.monotonic()

    def answer(
        self,
        answer: Answer,
        *,
        language: str,
        plain: bool = False,
        by: Keyboard = "counsellor",
        final: bool = True,
    ) -> None:
        """Take an answer to the present step: durable when this returns.

        Raises :class:`AnswerRefused` or :class:`StoreError`, and then nothing has changed.
        """
        step = self.step
        given = Given(
            step=step.id if step else "",
            answer=answer,
            final=final,
            at=self._runs.now(),
            seconds=round(self._runs.monotonic() - self._shown, 2),
            language=language,
            plain=plain,
            by=by,
        )
        with blaming(self.record.plugin):
            self.administration.check(given)
            if self._stands(given):
                self.administration.forward()
                return
            self._runs.repository.keep_answer(self.dossier_id, self.record.id, given)
            self.administration.answer(given)

    def _stands(self, given: Given) -> bool:
        """Whether this very answer was given before: then its time and language stand too."""
        before = self.administration.live.get(given.step)
        return before is not None and given.final and before.answer == given.answer

    def finish(self) -> Profile:
        """Make the profile, keep it, and close the run.

        Raises :class:`StoreError` where another window answered the same run meanwhile.
        """
        kept = {g.step: g for g in self._runs.repository.answers(self.dossier_id, self.record.id)}
        if any(kept.get(step) != given for step, given in self.administration.live.items()):
            raise StoreError(
                N_(
                    "This questionnaire was answered in another window too."
                    " All answers are safe. Leave it, then resume it to see them."
                )
            )
        finished = self._runs.now()
        provenance = self._provenance(finished)
        host = self._runs.host
        profile = make_profile(host, self.instrument, self.administration, provenance)
        profile = lasting(host, self.instrument.kind, profile)
        self._runs.repository.keep_profile(self.dossier_id, self.record.id, profile)
        self.record = replace(self.record, finished=finished)
        self._runs.dossiers.keep_run(self.dossier_id, self.record)
        return profile

    def _provenance(self, finished: str) -> Provenance:
        given = list(self.administration.live.values())
        seconds = sum(answer.seconds for answer in given)
        by = tuple(dict.fromkeys(answer.by for answer in given))
        return Provenance(
            instrument=self.instrument.id,
            version=self.instrument.version,
            hash=self.instrument.hash,
            engine=__version__,
            plugin=self.record.plugin,
            started=self.record.started,
            finished=finished,
            minutes=0 if by == PAPER else max(1, round(seconds / 60)),
            languages=tuple(dict.fromkeys(answer.language for answer in given)),
            plain=any(answer.plain for answer in given),
            by=by,
            seed=self.record.seed,
        )


class Runs:
    """The runs of one practice."""

    def __init__(
        self,
        repository: DossierRepository,
        dossiers: Dossiers,
        host: Callable[[], PluginHost],
        clock: Clock,
        monotonic: Callable[[], float] = MONOTONIC,
    ) -> None:
        self.repository = repository
        self.dossiers = dossiers
        self.monotonic = monotonic
        self._host = host
        self._clock = clock

    @property
    def host(self) -> PluginHost:
        return self._host()

    def now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def plugin_name(self, kind: str) -> str:
        """Name and version of the plugin that leads a kind."""
        plugin: Plugin = self.host.plugin_of(kind)
        return f"{plugin.name} {plugin.version}"

    def begin(self, dossier: Dossier, instrument: Instrument, seed: int | None = None) -> Sitting:
        """Begin a run; the instrument's copy is kept with it. Without a ``seed`` one is drawn."""
        seed = secrets.randbits(32) if seed is None else seed
        administration = self._administration(instrument, seed)
        record = RunRecord(
            id=new_id(),
            instrument=instrument.id,
            version=instrument.version,
            hash=instrument.hash,
            title=instrument.title,
            kind=instrument.kind,
            plugin=self.plugin_name(instrument.kind),
            seed=seed,
            asked=self._asked(instrument, administration),
            started=self.now(),
        )
        self.repository.keep_instrument(instrument)
        self.repository.begin_run(dossier.id, record.id)
        self.dossiers.keep_run(dossier.id, record)
        return Sitting(self, dossier, record, instrument, administration)

    def _asked(self, instrument: Instrument, administration: Administration) -> int:
        """How many questions there are, where every one of them is asked."""
        exercise = self.host.exercise(instrument.kind)
        outline = exercise.outline(open_run(self.host, instrument, seed=0))
        every = sum(step.asks for step in outline)
        return every if every == administration.total else 0

    def resume(self, dossier_id: str, run_id: str) -> Sitting:
        """Go on with a run where it stopped, on its own copy of the instrument.

        Raises :class:`PluginError` where no plugin can lead it any more: it can still be read.
        """
        dossier = self.dossiers.get(dossier_id)
        record = dossier.run(run_id)
        self.repository.check_run(dossier_id, run_id)
        instrument = self.repository.instrument(record.hash)
        kept = self.repository.answers(dossier_id, run_id)
        administration = self._administration(instrument, record.seed, kept)
        return Sitting(self, dossier, record, instrument, administration)

    def progress(self, dossier_id: str, run_id: str) -> int:
        """How many questions of a run have a final answer, as far as the store knows.

        Raises :class:`StoreError` where it cannot know.
        """
        self.repository.check_run(dossier_id, run_id)
        answers = self.repository.answers(dossier_id, run_id)
        return sum(given.final and not given.step.startswith(SHOW) for given in answers)

    def _administration(
        self, instrument: Instrument, seed: int, kept: Sequence[Given] = ()
    ) -> Administration:
        exercise = self.host.exercise(instrument.kind)
        with blaming(self.plugin_name(instrument.kind)):
            return Administration(exercise, open_run(self.host, instrument, seed), kept)
