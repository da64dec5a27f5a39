"""The values that a plugin offers: what each hook takes, and the name under which it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any, get_args

from progpro_tui.api import (
    N_,
    Command,
    Exercise,
    Exporter,
    Importer,
    Occupation,
    Programme,
    ReportSection,
    Step,
    StepKind,
    Voice,
)
from progpro_tui.core.errors import PluginError
from progpro_tui.host.hooks import (
    COMMANDS,
    EXERCISES,
    EXPORTERS,
    IMPORTERS,
    INDICES,
    INSTRUMENTS,
    OCCUPATIONS,
    PROGRAMMES,
    SECTIONS,
    STEPS,
    step_name,
)


@dataclass(frozen=True)
class Hook:
    """One hook, as the host asks it: ``take`` makes of each value what is kept, and its name.

    ``take`` raises :class:`PluginError` for what the hook does not take.
    """

    name: str
    take: Callable[[object], tuple[str, Any]]


def _exercise(found: object) -> tuple[str, Any]:
    if not (isinstance(found, type) and issubclass(found, Exercise)):
        raise PluginError(N_("{found} is not an exercise"), found=repr(found))
    if not isinstance(getattr(found, "kind", None), str):
        raise PluginError(N_("the exercise {found} names no kind"), found=found.__name__)
    if not is_dataclass(getattr(found, "Settings", None)):
        raise PluginError(N_("the exercise {found} has no Settings"), found=found.__name__)
    return found.kind, found()


def _index(found: object) -> tuple[str, Any]:
    name = getattr(found, "id", None)
    if not isinstance(name, str) or not callable(getattr(found, "compute", None)):
        raise PluginError(N_("{found} is not an index: it needs an id and compute"), found=repr(found))
    return name, found


def _instrument(found: object) -> tuple[str, Any]:
    if not isinstance(found, str | Path):
        raise PluginError(N_("{found} is not the path of a file"), found=repr(found))
    return str(Path(found).absolute()), Path(found).absolute()


def _step_kind(found: object) -> tuple[str, Any]:
    if not isinstance(found, StepKind):
        raise PluginError(N_("{found} is not a {expected}"), found=repr(found), expected="StepKind")
    if not (isinstance(found.step, type) and issubclass(found.step, Step)):
        raise PluginError(N_("{found} is not a step"), found=repr(found.step))
    if found.step.fallback is Step.fallback:
        raise PluginError(
            N_("the step {found} has no fallback: lines, paper and simulation need a built-in step"),
            found=found.step.__name__,
        )
    if ":" not in found.widget:
        raise PluginError(
            N_("“{found}” does not name a widget: write “package.module:Name”"), found=found.widget
        )
    return step_name(found.step), found


def _section(found: object) -> tuple[str, Any]:
    name, section = _part(ReportSection)(found)
    if section.reader not in get_args(Voice):
        raise PluginError(
            N_("the section “{name}” is for “{found}”: write one of {expected}"),
            name=name,
            found=str(section.reader),
            expected=", ".join(get_args(Voice)),
        )
    return name, section


def _part(kind: type, attribute: str = "id") -> Callable[[object], tuple[str, Any]]:
    def take(found: object) -> tuple[str, Any]:
        if not isinstance(found, kind):
            raise PluginError(
                N_("{found} is not a {expected}"), found=repr(found), expected=kind.__name__
            )
        return str(getattr(found, attribute)), found

    return take


HOOKS: tuple[Hook, ...] = (
    Hook(EXERCISES, _exercise),
    Hook(STEPS, _step_kind),
    Hook(INSTRUMENTS, _instrument),
    Hook(INDICES, _index),
    Hook(SECTIONS, _section),
    Hook(EXPORTERS, _part(Exporter)),
    Hook(IMPORTERS, _part(Importer)),
    Hook(OCCUPATIONS, _part(Occupation)),
    Hook(PROGRAMMES, _part(Programme)),
    Hook(COMMANDS, _part(Command, "name")),
)
