"""Where plugins come from: installed distributions, and the practice's own folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.metadata import Distribution, EntryPoint, distributions
from importlib.util import module_from_spec, spec_from_file_location
from operator import attrgetter
from pathlib import Path

from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.blame import in_words

GROUP = "progpro_tui"
OURS = "progpro-tui"
"""The distribution whose plugins are trusted by installing it."""

FOLDER = "plugins"
"""Of a practice: each ``.py`` file in it is a plugin, but for those that begin with ``_`` or ``.``."""

LOCAL = "progpro_local_"
"""Before the name of a single file, where it stands among the modules."""


@dataclass(frozen=True)
class Candidate:
    """A plugin that was found and not yet imported. ``load`` imports it.

    ``source`` is its distribution, or its file. ``target`` says what is imported: ``module`` or
    ``module:name``, or the path of a single file.
    """

    name: str
    version: str
    source: str
    load: Callable[[], object] = field(repr=False)
    target: str = ""
    files: Callable[[], list[Path]] = field(default=list, repr=False)
    place: str = ""
    """The folder that it is installed in: the same name elsewhere is another plugin."""
    broken: Message | None = None
    """Why nothing can be loaded, where that is known beforehand."""

    @property
    def ours(self) -> bool:
        return self.source == OURS


def candidates(practice: Path | None = None) -> tuple[Candidate, ...]:
    """Every plugin there is: installed ones, then those in the practice's own folder."""
    return (*installed_plugins(), *(local_plugins(practice / FOLDER) if practice else ()))


def installed_plugins() -> tuple[Candidate, ...]:
    """Every installed plugin, ours first, so that nobody takes a name of ours."""
    found = [candidate for distribution in distributions() for candidate in _of(distribution)]
    # An editable install is found twice: by its own folder, and by the path it puts there.
    unlike = {(plugin.source, plugin.name): plugin for plugin in reversed(found)}
    return tuple(sorted(unlike.values(), key=lambda plugin: (not plugin.ours, plugin.name)))


def local_plugins(folder: Path) -> tuple[Candidate, ...]:
    """The single-file plugins of a folder, by name."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".py" and path.is_file())
    except OSError:
        return ()
    return tuple(local_plugin(path) for path in files if not path.name.startswith(("_", ".")))


def local_plugin(path: Path) -> Candidate:
    """The plugin that a single file is."""

    def files() -> list[Path]:
        # What begins with an underscore belongs to any plugin beside it.
        return [path, *sorted(path.parent.glob("_*.py"))]

    path = path.absolute()
    return Candidate(path.stem, "", str(path), lambda: import_file(path), str(path), files)


def import_file(path: Path) -> object:
    """The module of a single file, imported once."""
    name = LOCAL + path.stem
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(path):
        return known
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


def import_target(target: str) -> object:
    """What ``module`` or ``module:name`` names."""
    module, _, name = target.partition(":")
    found = import_module(module)
    return attrgetter(name)(found) if name else found


def _of(distribution: Distribution) -> list[Candidate]:
    """The plugins of one distribution; one whose metadata cannot be read is a broken plugin."""
    try:
        # Reading the text first: parsing the entry points of every distribution is felt at start.
        if GROUP not in (distribution.read_text("entry_points.txt") or ""):
            return []
        entries = distribution.entry_points.select(group=GROUP)
        version, name = distribution.version, distribution.name
        return [_candidate(entry, version, name, distribution) for entry in entries]
    except Exception as error:  # whatever hand-written metadata can raise
        what = message(N_("what it says of itself cannot be read: {error}"), error=in_words(error))
        name = distribution.metadata["Name"] or str(distribution)
        return [Candidate(name, "", name, lambda: None, broken=what)]


def _candidate(entry: EntryPoint, version: str, name: str, distribution: Distribution) -> Candidate:
    from progpro_tui.host.fingerprint import files_of

    place = str(distribution.locate_file(""))
    files = partial(files_of, entry.value, distribution)
    return Candidate(entry.name, version, name, entry.load, entry.value, files, place)
