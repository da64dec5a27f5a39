"""What is remembered of plugins, so that a start imports none: what each offers, or why it fails.

A cache: it may vanish, and every plugin that may be loaded is then tried again.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

import progpro_tui
from progpro_tui.core.text import Message
from progpro_tui.host.discovery import Candidate
from progpro_tui.host.fingerprint import Stamp
from progpro_tui.host.hooks import Names
from progpro_tui.host.plugin import as_names
from progpro_tui.storage.cache import cached, keep_cached
from progpro_tui.storage.records import from_data, to_data

KIND = "plugin-index"


@dataclass(frozen=True)
class Known:
    """What is known of the files of a plugin; ``tried`` where it was loaded, or failed, as it is."""

    sha256: str
    stamps: tuple[Stamp, ...]
    tried: bool = False
    names: Names = field(default_factory=dict)
    reason: Message | None = None


class Memory:
    """What is known of each plugin. It belongs to one Python and one version of the program."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_cache_path("progpro") / "plugins.json"
        self._made_by = [progpro_tui.__version__, sys.version, sys.prefix]
        kept = cached(KIND, self._path)
        self._changed = False
        try:
            fits = kept["made_by"] == self._made_by
            self._plugins: dict[str, Any] = dict(kept["plugins"]) if fits else {}
        except (KeyError, TypeError, ValueError):
            self._plugins = {}

    def get(self, candidate: Candidate) -> Known | None:
        """What is known of a plugin."""
        try:
            data = self._plugins[_key(candidate)]
            stamps = tuple((str(p), int(s), int(m), int(c)) for p, s, m, c in data["stamps"])
            reason = data["reason"]
            return Known(
                data["sha256"],
                stamps,
                data["tried"],
                as_names(data["names"]),
                None if reason is None else from_data(reason, Message),
            )
        except Exception:  # whatever a file can hold that is no memory: the plugin is looked at anew
            return None

    def put(self, candidate: Candidate, known: Known) -> None:
        """Remember a plugin."""
        self._plugins[_key(candidate)] = {
            "sha256": known.sha256,
            "stamps": known.stamps,
            "tried": known.tried,
            "names": known.names,
            "reason": None if known.reason is None else to_data(known.reason),
        }
        self._changed = True

    def save(self) -> None:
        """Write what changed."""
        if self._changed:
            keep_cached(KIND, self._path, {"made_by": self._made_by, "plugins": self._plugins})
            self._changed = False


def _key(candidate: Candidate) -> str:
    return "\n".join(
        (candidate.source, candidate.place, candidate.name, candidate.version, candidate.target)
    )
