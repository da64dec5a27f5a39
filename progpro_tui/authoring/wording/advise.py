"""All the advice on the wording of one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.address import tutoiement
from progpro_tui.authoring.wording.alike import begin_alike, twins
from progpro_tui.authoring.wording.frequency import frequency
from progpro_tui.authoring.wording.ideas import two_ideas
from progpro_tui.authoring.wording.inclusive import cut_words
from progpro_tui.authoring.wording.length import long_item, long_sentence
from progpro_tui.authoring.wording.negation import negation
from progpro_tui.authoring.wording.plainness import in_brackets, shortened
from progpro_tui.authoring.wording.private import private
from progpro_tui.authoring.wording.reading import hard_text
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.authoring.wording.typography import typography

Rules: TypeAlias = tuple[Callable[[Wording], Iterator[Remark]], ...]

OF_ANY: Rules = (cut_words, in_brackets, shortened, tutoiement, private)
OF_ITEMS: Rules = (long_item, negation, two_ideas, frequency, *OF_ANY)
OF_TEXTS: Rules = (long_sentence, hard_text, *OF_ANY)


def advise(texts: Sequence[Wording]) -> Iterator[Remark]:
    """What each rule says, text by text, then what shows only when they stand side by side."""
    for text in texts:
        for rule in OF_ITEMS if text.reader == "item" else OF_TEXTS:
            yield from rule(text)
    items = tuple(text for text in texts if text.reader == "item")
    yield from begin_alike(items)
    yield from twins(items)
    yield from typography(texts)
