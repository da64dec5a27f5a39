"""Sections that plugins add to a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from progpro_tui.core.document import Block, Paragraph, Voice
from progpro_tui.core.errors import PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.host.blame import guarded
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator

Sections = Mapping[Voice, tuple[Block, ...]]


def sections(host: PluginHost, profile: Profile, instrument: Instrument, tr: Translator) -> Sections:
    """The blocks of every section, by reader. One that fails is named on the counsellor's pages.

    A private profile gets none: what a section would say of it, nobody has decided.
    """
    found: dict[Voice, tuple[Block, ...]] = {"person": (), "counsellor": ()}
    if profile.private:
        return found
    for section in host.report_sections():
        build = section.build
        try:
            blocks = guarded(
                lambda build=build: _blocks(build(profile, instrument, tr.language)),  # type: ignore[misc]  # bound now
                N_("The section “{section}” of a plugin is missing: {error}"),
                section=section.id,
            )
        except PluginError as error:
            found["counsellor"] += (Paragraph(tr(error), "caption"),)
        else:
            found[section.reader] += blocks
    return found


def _blocks(found: object) -> tuple[Block, ...]:
    """What a section gave, where it is blocks of a document."""
    blocks = tuple(found) if isinstance(found, list | tuple) else (found,)
    for block in blocks:
        if not isinstance(block, get_args(Block)):
            raise PluginError(N_("{found} is no block of a report"), found=repr(block)[:60])
    return blocks
