"""Length: an item is one breath, a sentence one thought."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.counting import sentences_of, words_of
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

ITEM, PLAIN_ITEM = 12, 8
SENTENCE, PLAIN_SENTENCE = 25, 15


def long_item(text: Wording) -> Iterator[Remark]:
    """An item of more than twelve words, or eight in the plain wording."""
    if text.reader != "item":
        return
    n, most = len(words_of(text.words)), PLAIN_ITEM if text.plain else ITEM
    if n <= most:
        return
    if text.plain and text.tree.at((*text.path[:-2], "text", text.language)) == text.words:
        what = message(
            N_("The plain wording is the standard one, and has {n} words: say it in {most} at most."),
            n=n,
            most=most,
        )
        yield text.remark("plain-copied", what)
        return
    sentence = (
        N_("{n} words in the plain wording: keep one idea, in {most} words at most.")
        if text.plain
        else N_("{n} words: keep one idea, in {most} words at most.")
    )
    yield text.remark("long-item", message(sentence, n=n, most=most))


def long_sentence(text: Wording) -> Iterator[Remark]:
    """A sentence for the person of more than twenty-five words, or fifteen in the plain wording."""
    if text.reader != "person":
        return
    most = PLAIN_SENTENCE if text.plain else SENTENCE
    if len(text.words.split()) <= most:
        return
    longest = max(sentences_of(text.words), key=lambda found: len(words_of(found)), default="")
    n = len(words_of(longest))
    if n > most:
        what = message(
            N_("A sentence of {n} words (“{sentence}”): cut it in two, of {most} words at most."),
            n=n,
            sentence=quoted(longest),
            most=most,
        )
        yield text.remark("long-sentence", what)
