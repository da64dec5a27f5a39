"""The demonstration practice: eight fictitious beneficiaries, each with a profile worth a look."""

from __future__ import annotations

import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.answers import Answer
from progpro_tui.core.steps import SEEN, Show
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.workspace.demo_people import PEOPLE, Fictitious, Respondent
from progpro_tui.workspace.demo_secrets import CODE, PASSPHRASE
from progpro_tui.workspace.demo_words import words_of
from progpro_tui.workspace.exports import BOTH, export_profile, latest_finished
from progpro_tui.workspace.practice import local_now
from progpro_tui.workspace.workspace import Workspace

KDF = Kdf(memory=2**13, passes=1, lanes=1)
"""A printed passphrase is no better for a slow derivation: this one takes a hundredth of a second."""

INSTRUMENT = "interests"


class DemoClock:
    """A clock that the demonstration sets, so that its past has dates and durations."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.now.timestamp()

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def make_demo(folder: Path, practice_name: str, language: str) -> list[Path]:
    """Make the demonstration practice in ``folder``; the PDFs that it holds.

    It is made beside its place and then moved there: cut short, it leaves nothing in it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".demo-") as beside:
        made = Path(beside) / "demo"
        _fill(made, practice_name, language)
        made.rename(folder)
    return demo_profiles(folder)


def demo_profiles(folder: Path) -> list[Path]:
    """The PDFs of a demonstration that was made before."""
    profiles = folder / "profiles"
    return [profiles / name for name in Fs().names(profiles) if name.endswith(".pdf")]


def _fill(folder: Path, practice_name: str, language: str) -> None:
    today = local_now().replace(hour=9, minute=30, second=0, microsecond=0)
    clock = DemoClock(today)
    workspace = Workspace(folder, clock=clock, monotonic=clock.monotonic, kdf=KDF)
    workspace.practice.create(practice_name, CODE, PASSPHRASE, demo=True)
    for fictitious in PEOPLE:
        clock.now = today - timedelta(days=fictitious.days + (7 if fictitious.before else 0))
        dossier = workspace.dossiers.create(fictitious.person, fictitious.programme)
        for instrument in fictitious.before:
            _simulate(workspace, dossier.id, instrument, clock, language)
        clock.now = today - timedelta(days=fictitious.days)
        if fictitious.respondent is not None:
            _answer(workspace, dossier.id, fictitious, fictitious.respondent, clock, language)
    _export(workspace, Translator(language))
    workspace.close()


def _answer(
    workspace: Workspace,
    dossier_id: str,
    fictitious: Fictitious,
    respondent: Respondent,
    clock: DemoClock,
    language: str,
) -> None:
    instrument = workspace.shelf.find(INSTRUMENT)
    items = {item.id: item for item in instrument.items}
    sitting = workspace.runs.begin(workspace.dossiers.get(dossier_id), instrument)
    chance = random.Random(fictitious.person)  # noqa: S311 - fictitious people keep no secrets
    while (step := sitting.step) and sitting.answered < fictitious.items:
        sitting.show()
        clock.forward(12 if isinstance(step, Show) else fictitious.seconds * chance.uniform(0.6, 1.6))
        answer: Answer = SEEN
        if not isinstance(step, Show):
            answer = respondent(chance, sitting.number, items[step.id])
        sitting.answer(answer, language=language, plain=fictitious.plain, by="person")
    if sitting.administration.finished:
        sitting.finish()


def _simulate(
    workspace: Workspace, dossier_id: str, instrument_id: str, clock: DemoClock, language: str
) -> None:
    """A finished run of another instrument, answered by a simulated respondent."""
    instrument = workspace.shelf.find(instrument_id)
    scales = [scale.id for scale in instrument.scales]
    respondent = Target(Who(instrument, language=language, targets=dict.fromkeys(scales[1:2], "high")))
    tr = Translator(language)
    sitting = workspace.runs.begin(workspace.dossiers.get(dossier_id), instrument)
    while step := sitting.step:
        sitting.show()
        given = respondent.given(step)
        clock.forward(given.seconds)
        said = words_of(instrument_id, step, len(sitting.administration.path))
        answer = given.answer if said is None else said
        if isinstance(step, Write) and isinstance(answer, str) and said is not None:
            answer = tr(answer)
        sitting.answer(answer, language=language, by="person")
    sitting.finish()


def _export(workspace: Workspace, tr: Translator) -> None:
    dossiers, _ = workspace.dossiers.all()
    finished = [d for d in dossiers if any(run.finished for run in d.runs)]
    for number, dossier in enumerate(finished, 1):
        path = workspace.folder / "profiles" / f"{tr('profile')}-{number}.pdf"
        export_profile(workspace, dossier, latest_finished(dossier), BOTH, path, tr)
