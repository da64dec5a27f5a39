"""What a counsellor and a person do together: the programmes of ours and of plugins, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from progpro_tui.core.text import N_, Words, as_said, message
from progpro_tui.host.hooks import PROGRAMMES

if TYPE_CHECKING:
    from progpro_tui.host.plugin_host import PluginHost

NAMES: Mapping[str, str] = {
    "bilan": N_("Bilan de compétences"),
    "project": N_("Career project"),
    "workshop": N_("Workshop"),
}
SHORT_NAMES: Mapping[str, str] = {
    "bilan": N_("Bilan"),
    "project": N_("Project"),
    "workshop": N_("Workshop"),
}


class Programmes:
    """The programmes that a dossier may have. ``host`` brings those of plugins, when needed."""

    def __init__(self, host: Callable[[], PluginHost]) -> None:
        self._host = host

    def all(self) -> dict[str, Words]:
        """Every programme that a new dossier may begin: id to name, ours first."""
        ours: dict[str, Words] = {programme: message(name) for programme, name in NAMES.items()}
        theirs = {each.id: each.name for each in self._host().programmes() if each.id not in ours}
        return {**ours, **theirs}

    def name(self, programme: str) -> Words:
        """The name of a programme; its id where the plugin that brought it is gone."""
        if programme in NAMES:
            return message(NAMES[programme])
        return self._of_plugins(programme, short=False)

    def short(self, programme: str) -> Words:
        """The same for narrow places."""
        if programme in SHORT_NAMES:
            return message(SHORT_NAMES[programme])
        return self._of_plugins(programme, short=True)

    def _of_plugins(self, programme: str, short: bool) -> Words:
        if programme in self._host().names(PROGRAMMES):
            for each in self._host().programmes():
                if each.id == programme:
                    return (short and each.short) or each.name
        return as_said(programme)
