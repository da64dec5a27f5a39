"""What a writer was told to be safe, and how it is found again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TypeAlias

from progpro_tui.workspace.workspace import Workspace

Key: TypeAlias = tuple[str, ...]
"""``head``, a dossier; ``note``, a dossier, a note; ``answer``, a dossier, a run, a step; ``profile``,
a dossier, a run.
"""


def everything(workspace: Workspace) -> dict[Key, str]:
    """All that a practice holds. Raises :class:`StoreError` where anything of it is damaged."""
    repository = workspace.repository
    dossiers, broken = repository.dossiers()
    for error in broken:
        raise error
    workspace.practice.load()
    found: dict[Key, str] = {}
    for listed in dossiers:
        dossier = repository.dossier(listed.id)
        if dossier != listed:
            raise AssertionError(f"the list shows {listed}, and the dossier is {dossier}")
        found["head", dossier.id] = head(dossier.person, [run.id for run in dossier.runs])
        for note in repository.notes(dossier.id):
            found["note", dossier.id, note.id] = note.words
        for run in dossier.runs:
            repository.check_run(dossier.id, run.id)
            for given in repository.answers(dossier.id, run.id):
                found["answer", dossier.id, run.id, given.step] = str(given.answer)
            if repository.profile(dossier.id, run.id) is not None:
                found["profile", dossier.id, run.id] = "made"
    return found


def head(person: str, runs: list[str]) -> str:
    """A dossier's head in a word."""
    return json.dumps([person, runs])


@dataclass
class Ledger:
    """What was acknowledged, and the one thing that was under way.

    A thing under way may be kept or not when a program is killed: it was never acknowledged.
    """

    kept: dict[Key, str] = field(default_factory=dict)
    doing: tuple[Key, str] | None = None
    acknowledged: int = 0

    def begin(self, key: Key, value: str) -> None:
        self.doing = (key, value)

    def acknowledge(self) -> None:
        assert self.doing is not None
        key, value = self.doing
        self.kept[key] = value
        self.acknowledged += 1
        self.doing = None

    def lost(self, found: dict[Key, str]) -> list[str]:
        """What is not as it was acknowledged, and what nobody ever wrote."""
        differing = {key for key in {*self.kept, *found} if self.kept.get(key) != found.get(key)}
        if self.doing is not None and found.get(self.doing[0]) == self.doing[1]:
            differing.discard(self.doing[0])
        return [f"{key}: {self.kept.get(key)!r} is {found.get(key)!r}" for key in sorted(differing)]

    def settle(self, found: dict[Key, str]) -> None:
        """Whatever was under way is decided: what was found counts from now on."""
        self.kept, self.doing = dict(found), None
