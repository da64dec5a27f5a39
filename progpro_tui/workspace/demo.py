"""The demonstration practice: eight fictitious beneficiaries, each with a profile worth a look."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.dossier import Programme
from progpro_tui.core.instrument import Item
from progpro_tui.core.steps import SEEN, Show
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.fs import Fs
from progpro_tui.workspace.exports import BOTH, export_profile, latest_finished
from progpro_tui.workspace.runs import local_now
from progpro_tui.workspace.workspace import Workspace

CODE = "2468"
"""The counsellor's code of the demonstration: printed, so no secret."""

DEMO_ASKED = 64
"""The exit code by which the app asks for the demonstration to be opened in its place."""

INSTRUMENT = "interests"

Respondent: TypeAlias = Callable[[random.Random, int, Item], Answer]


def liking(means: dict[str, float], spread: float = 0.7) -> Respondent:
    """Somebody who likes each direction so much on average, on the five-point scale."""

    def answer(chance: random.Random, place: int, item: Item) -> Answer:
        mean = means[next(iter(item.scales))]
        return min(5, max(1, round(chance.gauss(mean, spread))))

    return answer


def tied(chance: random.Random, place: int, item: Item) -> Answer:
    """Two directions alike on top, three alike below."""
    steady = {"A": 5, "S": 5, "I": 4, "E": 3, "C": 3, "R": 2}[next(iter(item.scales))]
    return steady if place % 2 else max(1, steady - 1)


def flat(chance: random.Random, place: int, item: Item) -> Answer:
    return 5


def contradictory(chance: random.Random, place: int, item: Item) -> Answer:
    """Loves or hates, in every direction: means that say little."""
    return chance.choice((1, 5))


def refusing(chance: random.Random, place: int, item: Item) -> Answer:
    """Rather not say, about one direction above all."""
    if "E" in item.scales and place % 3:
        return Missing.DECLINED
    if place % 13 == 0:
        return Missing.NOT_APPLICABLE
    if place % 17 == 0:
        return Missing.SKIPPED
    return liking({"R": 4, "I": 3, "A": 2, "S": 3, "E": 3, "C": 4})(chance, place, item)


@dataclass(frozen=True)
class Fictitious:
    """One fictitious beneficiary: ``items`` answered, ``seconds`` each, ``days`` ago."""

    person: str
    programme: Programme
    days: int
    respondent: Respondent | None = None
    items: int = 60
    seconds: float = 6.0
    plain: bool = False


SOCIAL = {"R": 2.1, "I": 3.1, "A": 3.9, "S": 4.6, "E": 3.8, "C": 2.4}
CRAFT = {"R": 4.5, "I": 3.6, "A": 2.3, "S": 2.2, "E": 2.0, "C": 3.4}

PEOPLE = (
    Fictitious("Delorme, Amina", "bilan", 3, liking(SOCIAL)),
    Fictitious("Bernard-Nguyễn, Élodie", "bilan", 0, liking(CRAFT), items=27, plain=True),
    Fictitious("Haddad, Samir", "project", 6, tied),
    Fictitious("Lefèvre, Noé", "workshop", 8, flat, seconds=4.0),
    Fictitious("Okafor, Grâce", "project", 10, contradictory),
    Fictitious("Ferrand, Lucas", "workshop", 12, liking(CRAFT, 1.2), seconds=0.9),
    Fictitious("Petit, Rose", "bilan", 20, refusing),
    Fictitious("Morel, Inès", "project", 34),
)


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
    workspace = Workspace(folder, clock=clock, monotonic=clock.monotonic)
    workspace.practice.create(practice_name, CODE)
    for fictitious in PEOPLE:
        clock.now = today - timedelta(days=fictitious.days)
        dossier = workspace.dossiers.create(fictitious.person, fictitious.programme)
        if fictitious.respondent is not None:
            _answer(workspace, dossier.id, fictitious, fictitious.respondent, clock, language)
    _export(workspace, Translator(language))


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


def _export(workspace: Workspace, tr: Translator) -> None:
    dossiers, _ = workspace.dossiers.all()
    finished = [d for d in dossiers if any(run.finished for run in d.runs)]
    for number, dossier in enumerate(finished, 1):
        path = workspace.folder / "profiles" / f"{tr('profile')}-{number}.pdf"
        export_profile(workspace, dossier, latest_finished(dossier), BOTH, path, tr)
