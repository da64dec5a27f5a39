"""A plugin that is being written: taken in, and held to everything that it promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import Step
from progpro_tui.host.discovery import Candidate, installed_plugins, local_plugin
from progpro_tui.host.hooks import EXERCISES, INDICES, INSTRUMENTS, SECTIONS, STEPS
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.host.probe import PATIENT, try_out
from progpro_tui.i18n.translator import Translator
from progpro_tui.testing.check import check_exercise
from progpro_tui.testing.files import instrument_from
from progpro_tui.testing.made import check_made

UNMARKED = "no function is marked with @hookimpl, or none of them returns anything"


def plugin_host(*plugins: ModuleType | Path | str) -> PluginHost:
    """A host with the plugins of progpro and these: modules, or paths of single files.

    Nobody is asked to approve them. Raises ``AssertionError`` with the reason where one is set aside.
    """
    found = tuple(map(_candidate, plugins))
    ours = tuple(plugin for plugin in installed_plugins() if plugin.ours)
    say = Translator("en")
    for each in found:
        # A single file is loaded for the first time: apart, it can neither hang nor end the tests.
        if each.target.endswith(".py") and (reason := try_out(each, round(PATIENT))[1]) is not None:
            raise AssertionError(f"{each.name}: {say(reason)}")
    host = PluginHost((*ours, *found))
    reasons = [f"{each.name}: {say(each.reason)}" for each in host.set_aside if each.reason]
    if reasons:
        raise AssertionError("\n".join(reasons))
    return host


def check_plugin(
    *plugins: ModuleType | Path | str, unreachable: Sequence[str] = (), **how: Any
) -> None:
    """Raise ``AssertionError`` unless a plugin keeps all its promises.

    Its instruments have no mistake; each of its kinds has at least one instrument, which
    :func:`check_exercise` passes (``unreachable`` and ``how`` go there); each step of its own has a
    widget that can be made; its indices and its sections of reports make of any profile what can be
    said, kept and printed.
    """
    host = plugin_host(*plugins)
    names = {_candidate(plugin).name for plugin in plugins}
    theirs = [plugin for plugin in host.plugins if plugin.name in names and not plugin.candidate.ours]
    for each in theirs:
        if not each.names:
            raise AssertionError(f"{each.name}: it offers nothing: {UNMARKED}")
    instruments = [instrument_from(path, host) for each in theirs for path in each.offers(INSTRUMENTS)]
    for kind in (kind for each in theirs for kind in each.offers(EXERCISES)):
        of_kind = [instrument for instrument in instruments if instrument.kind == kind]
        if not of_kind:
            raise AssertionError(f"The kind “{kind}” comes with no instrument: it cannot be tried.")
        for instrument in of_kind:
            exercise = host.exercise(kind)
            check_exercise(exercise, instrument, unreachable=unreachable, **how)
            _check_widgets(exercise, instrument, host)
    check_made(
        host,
        instruments,
        [host.index(name) for each in theirs for name in each.offers(INDICES)],
        [each for each in host.report_sections() if host.offering(SECTIONS, each.id) in theirs],
    )
    _check_steps(host, [name for each in theirs for name in each.offers(STEPS)])


def _candidate(plugin: ModuleType | Path | str) -> Candidate:
    if isinstance(plugin, ModuleType):
        name = plugin.__name__
        return Candidate(name, "", name, lambda: plugin, name)
    return local_plugin(Path(plugin))


def _check_widgets(exercise: Exercise[Any], instrument: Instrument, host: PluginHost) -> None:
    """Every step of a sort of its own has a widget: without one only its fallback would be seen."""
    from progpro_tui.core.run import Run
    from progpro_tui.storage.records import from_data

    run: Run[Any] = Run(instrument, from_data(instrument.settings, exercise.Settings), seed=0)
    for step in exercise.outline(run):
        if type(step).fallback is not Step.fallback and host.widget(step) is None:
            raise AssertionError(
                f"The step “{step.id}” is a {type(step).__name__}, which progpro_steps does not name."
            )


def _check_steps(host: PluginHost, names: Sequence[str]) -> None:
    from progpro_tui.tui.steps.views import made_view

    for name in names:
        made_view(host.widget_named(name))
