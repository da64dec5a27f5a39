"""One person's programme, the runs in it, and the counsellor's notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from progpro_tui.core.text import Text

Programme: TypeAlias = str
"""The id of a kind of service: ``bilan`` (de compétences), ``project`` (définition de projet
professionnel), ``workshop`` (atelier); plugins bring others.
"""


@dataclass(frozen=True)
class RunRecord:
    """One administration in a dossier; its answers are kept apart.

    ``instrument``, ``version`` and ``hash`` name the copy that was answered, ``plugin`` (name and
    version) who led it, ``asked`` how many questions it asks, or 0 where that depends on the answers.
    ``finished`` is empty while the run is under way. Times are ISO 8601.
    """

    id: str
    instrument: str
    version: str
    hash: str
    title: Text
    kind: str
    plugin: str
    seed: int
    asked: int
    started: str
    finished: str = ""


@dataclass(frozen=True)
class Note:
    """What the counsellor wrote down in a dossier, and when it was begun (ISO 8601).

    ``run`` is the administration during which it was noted, or empty.
    """

    id: str
    written: str
    words: str
    run: str = ""


@dataclass(frozen=True)
class Dossier:
    """The head of a dossier: who, which programme, when seen last, and its runs, oldest first.

    ``archived`` (ISO) is since when it has been out of the list, or empty.
    """

    id: str
    person: str
    programme: Programme
    opened: str
    seen: str
    runs: tuple[RunRecord, ...] = ()
    archived: str = ""

    def run(self, run_id: str) -> RunRecord:
        """The run of this id. Raises ``KeyError`` where the dossier has none."""
        for run in self.runs:
            if run.id == run_id:
                return run
        raise KeyError(run_id)
