"""The hooks: what a plugin may offer. Each is optional and returns a few small values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pluggy

from progpro_tui.api import Exercise, Index

hookspec = pluggy.HookspecMarker("progpro")


@hookspec
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:  # type: ignore[empty-body]  # a specification
    """The kinds of exercise that this plugin brings."""


@hookspec
def progpro_instruments() -> Sequence[Path]:  # type: ignore[empty-body]  # a specification
    """The instrument files that this plugin brings."""


@hookspec
def progpro_indices() -> Sequence[Index]:  # type: ignore[empty-body]  # a specification
    """The indices that an instrument may name under ``indices:``."""
