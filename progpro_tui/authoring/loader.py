"""From a file to an instrument: bounded events, the model, the checks; or all mistakes at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError, create_model

from progpro_tui.authoring.checks import check_tree
from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.files import read_bounded
from progpro_tui.authoring.model import ExampleFile, InstrumentFile
from progpro_tui.authoring.outline import check_outline, reason_of
from progpro_tui.authoring.sentences import mistakes_of
from progpro_tui.authoring.settings import Twin, original_of, twin
from progpro_tui.authoring.tree import Tree
from progpro_tui.core.errors import InstrumentError, Mistake, PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.text import Message
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.records import to_data

MOST_MISTAKES = 200
"""Nobody mends more at a time, and a hostile file could hold a million."""


@dataclass(frozen=True)
class Reading:
    """An instrument with the file that it was read from, for checks that point into the file.

    ``size`` says how long it is.
    """

    instrument: Instrument
    size: Message
    tree: Tree
    examples: tuple[ExampleFile, ...]


def fingerprint(data: Mapping[str, Any]) -> str:
    """The SHA-256 of an instrument's content, given as plain data; its own hash does not count."""
    content = {name: value for name, value in data.items() if name != "hash"}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def load(path: Path, host: PluginHost) -> Instrument:
    """Read one instrument.

    Raises :class:`InstrumentError` with every mistake found, or :class:`InputError` where the file
    is missing or unreadable.
    """
    return read(path, host).instrument


def read(path: Path, host: PluginHost) -> Reading:
    """As :func:`load`, and keep what further checks need."""
    return read_content(read_bounded(path), str(path), host)


def read_content(content: bytes, file: str, host: PluginHost) -> Reading:
    """As :func:`read`, for a file whose content is at hand."""
    tree = read_tree(content, file)
    mistakes: list[Mistake] = []
    checked = _validated(tree, host, mistakes)
    mistakes += islice(check_tree(tree, host), MOST_MISTAKES)
    if checked is not None and not mistakes and not tree.mistakes:
        instrument = _built(checked, tree, host, mistakes)
        if instrument is not None and not mistakes:
            size = _size(instrument, host, checked)
            return Reading(instrument, size, tree, checked.examples)
    raise InstrumentError(file, _in_order(tree.mistakes, mistakes))


def _size(instrument: Instrument, host: PluginHost, checked: InstrumentFile) -> Message:
    run = Run(instrument, original_of(checked.settings), seed=0)
    return host.exercise(instrument.kind).size(run)


def _built(
    checked: InstrumentFile, tree: Tree, host: PluginHost, mistakes: list[Mistake]
) -> Instrument | None:
    """The instrument, once its plugin has seen it; what the plugin refuses is added."""
    try:
        settings = original_of(checked.settings)
    except Exception as error:  # the plugin's own check of its settings may fail in any way
        mistakes.append(Mistake(tree.place(("settings",)), reason_of(error)))
        return None
    instrument = checked.core(to_data(settings))
    mistakes += check_outline(tree, instrument, host.exercise(instrument.kind), settings)
    return replace(instrument, hash=fingerprint(to_data(instrument)))


def _validated(tree: Tree, host: PluginHost, mistakes: list[Mistake]) -> InstrumentFile | None:
    """What the model makes of the tree; its mistakes are added."""
    model: type[InstrumentFile] = InstrumentFile
    kind = tree.root.get("kind") if isinstance(tree.root, dict) else None
    if kind in host.kinds:
        try:
            model = _model_of(twin(host.exercise(str(kind)).Settings))
        except PluginError as error:
            mistakes.append(Mistake(tree.place(("kind",)), error.message))
    try:
        return model.model_validate(tree.root, context={"languages": _languages(tree)})
    except ValidationError as error:
        mistakes += islice(mistakes_of(error, tree, model), MOST_MISTAKES)
        return None


@cache
def _model_of(settings: type[Twin]) -> type[InstrumentFile]:
    """The model of the files of one kind."""
    return create_model("KindFile", __base__=InstrumentFile, settings=(settings, ...))


def _languages(tree: Tree) -> tuple[str, ...]:
    """The languages that every text must have, as far as the file says."""
    listed = tree.root.get("languages") if isinstance(tree.root, dict) else None
    words = listed if isinstance(listed, list) else []
    return tuple(word for word in words if isinstance(word, str))


def _in_order(read: list[Mistake], checked: list[Mistake]) -> list[Mistake]:
    """In the order of the file. What follows from a refusal is no second mistake."""
    refused = {mistake.place for mistake in read}
    mistakes = read + [mistake for mistake in checked if mistake.place not in refused]
    mistakes.sort(key=lambda mistake: (mistake.place.line, mistake.place.column))
    return mistakes[:MOST_MISTAKES]
