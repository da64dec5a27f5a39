"""What the model cannot see: whether the parts of a file fit one another.

The checks read the tree, not the model, so that they find their mistakes beside those of the model
and an author mends all in one go. What has the wrong shape is the model's to say, and passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.levels import check_levels, responses_of
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.core.errors import Mistake
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.plugin_host import PluginHost

NO_KIND = (
    N_("No loaded plugin offers the kind “{found}”. Known: {known}."),
    N_("No loaded plugin offers the kind “{found}”. Did you mean “{meant}”?"),
)
NO_INDEX = (
    N_("No loaded plugin offers the index “{found}”. Known: {known}."),
    N_("No loaded plugin offers the index “{found}”. Did you mean “{meant}”?"),
)
NO_SCALE = (
    N_("No scale has the id “{found}”. Known: {known}."),
    N_("No scale has the id “{found}”. Did you mean “{meant}”?"),
)


def check_tree(tree: Tree, host: PluginHost) -> Iterator[Mistake]:
    """Every mistake between the parts of a file."""
    if not isinstance(tree.root, dict):
        return
    items, scales = list(entries(tree, ("items",))), list(entries(tree, ("scales",)))
    yield from _unknown_plugin_words(tree, host)
    yield from _twice(tree, items, N_("Another item already has the id “{id}”: choose another."))
    yield from _twice(tree, scales, N_("Another scale already has the id “{id}”: choose another."))
    yield from _languages_twice(tree)
    yield from _scales_of_items(tree, items, scales)
    yield from _responses(tree)
    yield from check_levels(tree, items, scales)


def entries(tree: Tree, path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The entries of a list of the file that have the shape of one, with their paths."""
    found = tree.at(path)
    if isinstance(found, list):
        for number, entry in enumerate(found):
            if isinstance(entry, dict):
                yield (*path, number), entry


def _unknown_plugin_words(tree: Tree, host: PluginHost) -> Iterator[Mistake]:
    kind = tree.root.get("kind")
    if isinstance(kind, str) and kind.strip() and kind not in host.kinds:
        what = unknown(NO_KIND, kind, host.kinds)
        yield Mistake(tree.place(("kind",)), _with_plugins_left_out(what, host))
    indices = tree.root.get("indices")
    for number, index in enumerate(indices if isinstance(indices, list) else []):
        if isinstance(index, str) and index.strip() and index not in host.index_ids:
            yield Mistake(tree.place(("indices", number)), unknown(NO_INDEX, index, host.index_ids))


def _with_plugins_left_out(what: Message, host: PluginHost) -> Message:
    """The sentence, and the plugins that might bring what is missing if they were loaded."""
    for plugin in host.waiting:
        what = message(
            N_("{what} The plugin “{name}” waits for your approval: progpro plugins approve {name}"),
            what=what,
            name=plugin.name,
        )
    for plugin in host.set_aside:
        if plugin.reason is not None:
            what = message(
                N_("{what} The plugin “{name}” was set aside: {reason}."),
                what=what,
                name=plugin.name,
                reason=plugin.reason,
            )
    return what


def unknown(sentences: tuple[str, str], found: str, known: Iterable[str]) -> Message:
    """That a word is unknown, and which known one was probably meant."""
    meant = nearest(found, known)
    if meant is None:
        listed = ", ".join(sorted(known)[:20]) or "–"
        return message(sentences[0], found=quoted(found), known=listed)
    return message(sentences[1], found=quoted(found), meant=meant)


def _twice(tree: Tree, found: list[tuple[Path, Mapping[str, Any]]], sentence: str) -> Iterator[Mistake]:
    before: set[str] = set()
    for path, entry in found:
        name = entry.get("id")
        if isinstance(name, str) and name in before:
            yield Mistake(tree.place((*path, "id")), message(sentence, id=quoted(name)))
        elif isinstance(name, str):
            before.add(name)


def _languages_twice(tree: Tree) -> Iterator[Mistake]:
    listed = tree.root.get("languages")
    before: list[Any] = []
    for number, language in enumerate(listed if isinstance(listed, list) else []):
        if language in before and isinstance(language, str):
            what = message(N_("“{found}” stands here twice: take one out."), found=quoted(language))
            yield Mistake(tree.place(("languages", number)), what)
        before.append(language)


def _scales_of_items(
    tree: Tree,
    items: list[tuple[Path, Mapping[str, Any]]],
    scales: list[tuple[Path, Mapping[str, Any]]],
) -> Iterator[Mistake]:
    """Every item counts for a scale that exists, every scale has an item."""
    known = {entry["id"]: path for path, entry in scales if isinstance(entry.get("id"), str)}
    counted: set[str] = set()
    for path, item in items:
        weights = item.get("scales", {})
        if not isinstance(weights, dict):
            continue
        counted.update(weights)
        if scales and not weights:
            what = message(
                N_("No scale counts this item: write “scales:” with the id of a scale and 1.")
            )
            yield Mistake(tree.key_place((*path, "scales")), what)
        # The id that stands twice may be the one that is missing.
        for scale in weights if len(known) == len(scales) else ():
            if scale not in known:
                place = tree.key_place((*path, "scales", scale))
                yield Mistake(place, unknown(NO_SCALE, scale, known))
    if counted - known.keys():
        return  # What counts for a scale may be there, under a name that is misspelt.
    for scale, path in known.items():
        if scale not in counted:
            what = message(N_("No item counts for the scale “{id}”."), id=quoted(scale))
            yield Mistake(tree.place((*path, "id")), what)


def _responses(tree: Tree) -> Iterator[Mistake]:
    """Points of a rating scale run from least to most."""
    path: Path = ("settings", "responses")
    values = responses_of(tree)
    if values is None:
        return
    if len(values) < 2:
        what = message(
            N_("A rating scale has at least two responses; this one has {n}."), n=len(values)
        )
        yield Mistake(tree.key_place(path), what)
    for number, (one, following) in enumerate(pairwise(values), start=1):
        if following <= one:
            what = message(
                N_("{found} follows {before}: responses go from the least value to the greatest."),
                found=str(following),
                before=str(one),
            )
            yield Mistake(tree.place((*path, number, "value")), what)
