"""What the user of this machine decided: which plugins may be loaded, and which shall not be.

It stands among the user's own settings and never in a practice: a folder that a stranger made cannot
bring the approval of its own plugins.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

if TYPE_CHECKING:
    from progpro_tui.host.plugin import Plugin


@dataclass(frozen=True)
class Approval:
    """One plugin as it was approved: a change of any of these asks again."""

    name: str
    source: str
    version: str
    sha256: str


@dataclass
class Trust:
    """Approvals and refusals. Every change is kept at once; a file that cannot be read is none."""

    path: Path
    approved: set[Approval] = field(default_factory=set)
    disabled: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, path: Path | None = None) -> Trust:
        """What was decided so far."""
        path = path or user_config_path("progpro") / "plugins.json"
        try:
            kept = json.loads(path.read_text("utf-8"))
            approved = {Approval(**{k: str(v) for k, v in each.items()}) for each in kept["approved"]}
            return cls(path, approved, set(map(str, kept["disabled"])))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(path)

    def allows(self, name: str, source: str, version: str, sha256: str) -> bool:
        """Whether exactly this was approved."""
        return Approval(name, source, version, sha256) in self.approved

    def knows(self, name: str, source: str) -> bool:
        """Whether any version of it was approved."""
        return any((each.name, each.source) == (name, source) for each in self.approved)

    def approve(self, plugin: Plugin) -> None:
        """Let a plugin be loaded as it is now. Raises :class:`StoreError` where it cannot be kept."""
        name, source = plugin.name, plugin.candidate.source
        self.approved = {e for e in self.approved if (e.name, e.source) != (name, source)}
        self.approved.add(Approval(name, source, plugin.version, plugin.sha256))
        self.disabled.discard(plugin.name)
        self._keep()

    def disable(self, name: str) -> None:
        """Leave a plugin out until it is enabled. Raises :class:`StoreError` as above."""
        self.disabled.add(name)
        self._keep()

    def enable(self, name: str) -> None:
        """Take a disabled plugin in again. Raises :class:`StoreError` as above."""
        self.disabled.discard(name)
        self._keep()

    def _keep(self) -> None:
        from dataclasses import asdict

        from progpro_tui.storage.fs import Fs

        fs = Fs()
        fs.make_folder(self.path.parent)
        approved = sorted(map(asdict, self.approved), key=str)
        kept = {"approved": approved, "disabled": sorted(self.disabled)}
        fs.replace(self.path, json.dumps(kept, indent=1).encode())
