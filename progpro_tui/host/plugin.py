"""One plugin as the counsellor sees it: what it is, what became of it, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from progpro_tui.core.text import Message
from progpro_tui.host.discovery import Candidate
from progpro_tui.host.hooks import INSTRUMENTS, Names


class State(StrEnum):
    """What became of a plugin."""

    READY = "ready"
    WAITING = "waiting"
    """For an approval that it never had."""
    CHANGED = "changed"
    """Its code or its version is no longer what was approved: it waits too."""
    DISABLED = "disabled"
    SAFE = "safe"
    """Left out because the program was started with ``--safe``."""
    ASIDE = "aside"
    """It failed, or takes what another has; ``reason`` says which."""


@dataclass(frozen=True)
class Plugin:
    """One plugin. ``names`` is what it offers by hook, where that is known; ``reason`` why it is set
    aside. ``sha256`` is the hash of its files, empty where they cannot be read.
    """

    candidate: Candidate
    state: State
    names: Names = field(default_factory=dict)
    reason: Message | None = None
    sha256: str = ""

    @property
    def name(self) -> str:
        return self.candidate.name

    @property
    def version(self) -> str:
        return self.candidate.version

    def offers(self, hook: str) -> tuple[str, ...]:
        """The names of what it offers by one hook; nothing unless it is ready."""
        return self.names.get(hook, ()) if self.state is State.READY else ()

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instrument files that it brings."""
        return self.offers(INSTRUMENTS)


def as_names(data: Mapping[str, list[str]]) -> Names:
    """Names by hook, from plain data."""
    return {hook: tuple(names) for hook, names in data.items()}
