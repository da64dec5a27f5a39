"""Items that begin alike, or are the same: whoever answers stops reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

MOST = 2

SMALL_LISTED = """
le la les l un une des du de d ce cette mon ma mes je j vous on en à au aux il qu que
the a an my your i you it to in at of
"""
SMALL = frozenset(SMALL_LISTED.split())
"""Words that say nothing yet: the beginning then takes the next one too."""


def begin_alike(items: tuple[Wording, ...]) -> Iterator[Remark]:
    """The third item of a scale that begins with the same word, in the standard wording."""
    groups: defaultdict[tuple[str, str], list[tuple[str, Wording]]] = defaultdict(list)
    for text in items:
        scales = text.tree.at((*text.path[:2], "scales"))
        if text.plain or not isinstance(scales, Mapping):
            continue
        for scale in scales:
            groups[scale, text.language].append((beginning(text.words), text))
    for (scale, _), found in groups.items():
        yield from _alike(scale, found)


def _alike(scale: str, found: list[tuple[str, Wording]]) -> Iterator[Remark]:
    for start, n in Counter(start for start, _ in found).items():
        # Where half of them begin so, it is meant: « Au travail, je veux … ».
        if not start or n <= MOST or n * 2 >= len(found):
            continue
        text = [text for begins, text in found if begins == start][MOST]
        what = message(
            N_("{n} items of the scale {scale} begin with “{found}”: vary their beginnings."),
            n=n,
            scale=scale,
            found=quoted(start),
        )
        yield text.remark("begin-alike", what)


def beginning(words: str) -> str:
    """The first word, and what follows it as long as they say nothing yet; three at most."""
    taken: list[str] = []
    for word in words.replace("’", "’ ").replace("'", "’ ").casefold().split()[:3]:
        taken.append(word.strip(".,:;!?…«»“”"))
        if taken[-1].rstrip("’") not in SMALL:
            break
    return " ".join(taken).replace("’ ", "’").strip()


def twins(items: tuple[Wording, ...]) -> Iterator[Remark]:
    """An item whose standard wording another one has already."""
    before: dict[tuple[str, str, str], Wording] = {}
    for text in items:
        if text.plain:
            continue
        # Cards may share a line where their names differ.
        name = text.tree.at((*text.path[:2], "name", text.language))
        words = " ".join(text.words.casefold().strip(" .").split())
        first = before.setdefault((text.language, str(name), words), text)
        if first is not text:
            what = message(
                N_("The item “{id}” says the same: change one of the two, or take it out."),
                id=quoted(str(text.tree.at((*first.path[:2], "id")))),
            )
            yield text.remark("same-item", what, "warning")
