"""An index: one figure or code made of a whole profile, such as the Holland code."""

from __future__ import annotations

from typing import Protocol

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import IndexResult, Profile


class Index(Protocol):
    """One index. ``id`` is what an instrument names under ``indices:``, such as ``holland.code``."""

    @property
    def id(self) -> str: ...

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        """The result for one profile; undefined, it carries its reason."""
