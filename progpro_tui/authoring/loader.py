"""From a file to an instrument: bounded events, the model, the checks; or all mistakes at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError, create_model

from progpro_tui.authoring.checks import check_tree
from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.files import read_bounded
from progpro_tui.authoring.limits import LANGUAGE
from progpro_tui.authoring.model import ExampleFile, InstrumentFile
from progpro_tui.authoring.outline import check_outline, reason_of
from progpro_tui.authoring.sentences import misspelt, mistakes_of, path_of, unknown_entry
from progpro_tui.authoring.settings import Twin, original_of, twin
from progpro_tui.authoring.stand_in import left_out, stood_in
from progpro_tui.authoring.tree import MOST_MISTAKES, Path, Tree
from progpro_tui.core.errors import InstrumentError, Mistake, PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.text import Message
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.records import to_data

HOLDS_OTHERS = {"tuple_type", "dict_type", "model_type"}
"""The errors of pydantic where a list or several entries are expected."""


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


def load(path: FilePath, host: PluginHost) -> Instrument:
    """Read one instrument.

    Raises :class:`InstrumentError` with every mistake found, or :class:`InputError` where the file
    is missing or unreadable.
    """
    return read(path, host).instrument


def read(path: FilePath, host: PluginHost) -> Reading:
    """As :func:`load`, and keep what further checks need."""
    return read_content(read_bounded(path), str(path), host)


def read_content(content: bytes, file: str, host: PluginHost) -> Reading:
    """As :func:`read`, for a file whose content is at hand."""
    tree = read_tree(content, file)
    mistakes: list[Mistake] = []
    model = _model_for(tree, host, mistakes)
    checked, wrong = _validated(tree, model, mistakes)
    mistakes += islice(check_tree(tree, host), MOST_MISTAKES)
    if checked is not None and model is not InstrumentFile and not tree.set_aside:
        wrong |= tree.refused | _paths_of([*tree.mistakes, *mistakes], tree)
        instrument = _built(checked, tree, host, mistakes, wrong)
        if instrument is not None and not mistakes and not tree.mistakes:
            return Reading(instrument, _size(instrument, host, checked), tree, checked.examples)
    raise InstrumentError(file, _in_order(tree, mistakes))


def _size(instrument: Instrument, host: PluginHost, checked: InstrumentFile) -> Message:
    run = Run(instrument, original_of(checked.settings), seed=0)
    return host.exercise(instrument.kind).size(run)


def _built(
    checked: InstrumentFile,
    tree: Tree,
    host: PluginHost,
    mistakes: list[Mistake],
    wrong: Collection[Path],
) -> Instrument | None:
    """The instrument, once its plugin has seen it; what the plugin refuses is added.

    ``wrong`` is where mistakes are known: what follows from them is no second mistake.
    """
    try:
        settings = original_of(checked.settings)
    except Exception as error:  # the plugin's own check of its settings may fail in any way
        mistakes.append(Mistake(tree.place(("settings",)), reason_of(error)))
        return None
    instrument = checked.core(to_data(settings))
    mistakes += check_outline(tree, instrument, host.exercise(instrument.kind), settings, wrong)
    return replace(instrument, hash=fingerprint(to_data(instrument)))


def _model_for(tree: Tree, host: PluginHost, mistakes: list[Mistake]) -> type[InstrumentFile]:
    """The model of the files of this kind; where the kind is unknown, nobody knows its settings."""
    kind = tree.root.get("kind") if isinstance(tree.root, dict) else None
    if kind in host.kinds:
        try:
            return _model_of(twin(host.exercise(str(kind)).Settings))
        except PluginError as error:
            mistakes.append(Mistake(tree.place(("kind",)), error.message))
    return InstrumentFile


def _validated(
    tree: Tree, model: type[InstrumentFile], mistakes: list[Mistake]
) -> tuple[InstrumentFile | None, set[Path]]:
    """What the model makes of the tree, and where it is wrong; the mistakes are added.

    A misspelt name counts as the one that was meant: what stands behind it is read too.
    """
    languages = _languages(tree)
    while isinstance(found := _tried(model, tree.root, languages), ValidationError):
        names = misspelt(found, tree, model) if len(mistakes) < MOST_MISTAKES else {}
        if not names:
            return _rest(found, tree, model, mistakes, languages)
        mistakes += [unknown_entry(tree, path, name) for path, name in names.items()]
        tree.rename(names)
    return found, set()


def _rest(
    error: ValidationError,
    tree: Tree,
    model: type[InstrumentFile],
    mistakes: list[Mistake],
    languages: tuple[str, ...],
) -> tuple[InstrumentFile | None, set[Path]]:
    """What is right in a file with mistakes, as far as anything can stand in for what is wrong."""
    wrong = {path_of(details) for details in error.errors(include_url=False)}
    mistakes += islice(mistakes_of(error, tree, model), MOST_MISTAKES)
    if len(wrong) > MOST_MISTAKES:
        return None, wrong
    root = stood_in(tree.root, wrong, languages)
    found = _tried(model, root, languages)
    if isinstance(found, ValidationError):
        left = {path_of(details): details["type"] for details in found.errors(include_url=False)}
        if HOLDS_OTHERS & set(left.values()):
            return None, wrong  # Items may name what such a list would hold.
        found = _tried(model, left_out(root, left), languages)
        # What was left out may be what the rest of its entry hangs on.
        wrong |= {path[:-1] for path in left if len(path) > 2}
    return (None if isinstance(found, ValidationError) else found), wrong


def _tried(
    model: type[InstrumentFile], root: Any, languages: tuple[str, ...]
) -> InstrumentFile | ValidationError:
    try:
        return model.model_validate(root, context={"languages": languages})
    except ValidationError as error:
        return error


@cache
def _model_of(settings: type[Twin]) -> type[InstrumentFile]:
    """The model of the files of one kind."""
    return create_model("KindFile", __base__=InstrumentFile, settings=(settings, ...))


def _languages(tree: Tree) -> tuple[str, ...]:
    """The languages that every text must have; none where the file does not say them rightly."""
    listed = tree.root.get("languages") if isinstance(tree.root, dict) else None
    words = listed if isinstance(listed, list) else []
    right = [word for word in words if isinstance(word, str) and LANGUAGE.fullmatch(word)]
    return tuple(right) if len(right) == len(words) else ()


def _paths_of(mistakes: list[Mistake], tree: Tree) -> set[Path]:
    """What stands where these mistakes do."""
    paths = tree.paths()
    spots = ((mistake.place.line, mistake.place.column) for mistake in mistakes)
    return {paths[spot] for spot in spots if spot in paths}


def _in_order(tree: Tree, checked: list[Mistake]) -> list[Mistake]:
    """In the order of the file. What follows from a refusal is no second mistake."""
    refused = {mistake.place for mistake in tree.mistakes}
    refused |= {place(path) for path in tree.refused for place in (tree.place, tree.key_place)}
    mistakes = tree.mistakes + [mistake for mistake in checked if mistake.place not in refused]
    mistakes.sort(key=lambda mistake: (mistake.place.line, mistake.place.column))
    return mistakes[:MOST_MISTAKES]
