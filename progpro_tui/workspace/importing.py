"""Questionnaires of other forms, which plugins read."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.authoring.files import read_bounded
from progpro_tui.core.errors import InputError
from progpro_tui.core.plugin_parts import Importer
from progpro_tui.core.text import N_
from progpro_tui.host.blame import guarded
from progpro_tui.host.plugin_host import PluginHost

MOST_BYTES = 16 * 1024 * 1024
"""What a plugin is given to read."""


def importer_of(host: PluginHost, file: Path) -> Importer | None:
    """The importer of a plugin for the ending of a file, if there is one."""
    suffix = file.suffix.lower()
    return next((each for each in host.importers() if suffix in each.suffixes), None)


def instrument_text(host: PluginHost, importer: Importer, file: Path) -> str:
    """The text of the instrument file that an importer makes; the ordinary loader has read it.

    Raises :class:`PluginError` where the importer fails, :class:`InstrumentError` with the mistakes of
    what it made, :class:`InputError` where the file cannot be read.
    """
    from progpro_tui.authoring.loader import read_content

    content = read_bounded(file, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise InputError(N_("{file}: the file is too large: 16 MB at most."), file=str(file))
    failure = N_("The import “{form}” failed: {error}")
    text = guarded(lambda: str(importer.read(content)), failure, form=importer.id)
    read_content(text.encode(), str(file), host)
    return text
