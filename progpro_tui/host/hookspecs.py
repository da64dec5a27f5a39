"""The hooks: what a plugin may offer. Each is optional and returns a few small values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pluggy

from progpro_tui.api import (
    Command,
    Exercise,
    Exporter,
    Importer,
    Index,
    Occupation,
    Programme,
    ReportSection,
    StepKind,
)

hookspec = pluggy.HookspecMarker("progpro")


@hookspec
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:  # type: ignore[empty-body]  # a specification
    """The kinds of exercise that this plugin brings."""


@hookspec
def progpro_steps() -> Sequence[StepKind]:  # type: ignore[empty-body]  # a specification
    """The steps of its own that its exercises ask, each with its widget."""


@hookspec
def progpro_instruments() -> Sequence[Path]:  # type: ignore[empty-body]  # a specification
    """The instrument files that this plugin brings."""


@hookspec
def progpro_indices() -> Sequence[Index]:  # type: ignore[empty-body]  # a specification
    """The indices that an instrument may name under ``indices:``."""


@hookspec
def progpro_report_sections() -> Sequence[ReportSection]:  # type: ignore[empty-body]  # a specification
    """The sections that this plugin adds to a report."""


@hookspec
def progpro_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]  # a specification
    """The forms of file in which this plugin writes a profile."""


@hookspec
def progpro_importers() -> Sequence[Importer]:  # type: ignore[empty-body]  # a specification
    """The forms of file that this plugin makes an instrument of."""


@hookspec
def progpro_occupations() -> Sequence[Occupation]:  # type: ignore[empty-body]  # a specification
    """The occupations that this plugin knows."""


@hookspec
def progpro_programmes() -> Sequence[Programme]:  # type: ignore[empty-body]  # a specification
    """The programmes that a new dossier may begin."""


@hookspec
def progpro_commands() -> Sequence[Command]:  # type: ignore[empty-body]  # a specification
    """The commands that this plugin adds to the command line."""
