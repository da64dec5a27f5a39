"""Instrument files for tests."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.authoring.check import check
from progpro_tui.core.instrument import Instrument
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator


def instrument_from(path: Path | str, host: PluginHost | None = None) -> Instrument:
    """The instrument of a file that ``progpro check`` finds no mistake in.

    ``host`` knows the kind; without one, the installed plugins do. Raises ``AssertionError`` with
    every mistake and its place.
    """
    report = check(Path(path), host or PluginHost())
    say = Translator("en")
    mistakes = [f"{mistake.place}: {say(mistake.what)}" for mistake in report.mistakes]
    if report.instrument is None or mistakes:
        raise AssertionError("\n".join(mistakes))
    return report.instrument
