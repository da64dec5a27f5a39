"""Negation: who answers “no” to a “not” has to think twice, and half of them are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

# « ne » alone is often no negation (« avant qu’il ne parte », « ne … que »): the second word decides.
PATTERNS = {
    "fr": re.compile(
        r"\b(?:ne\s|n[’'])\W*(?:\w+[\s’']+){0,4}?(?:pas|jamais|plus|rien|aucune?|personne|guère|ni)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not(?!\s+only)|never|no|nobody|nothing|none|neither|nor|cannot)\b|\b\w+n[’']t\b",
        re.IGNORECASE,
    ),
}
SIGNS = frozenset(
    ["ne", "n", "not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "cannot", "t"]
)
"""No negation without one of these."""

OR_NOT = re.compile(r"\bor not\b|\bno\.", re.IGNORECASE)


def negation(text: Wording) -> Iterator[Remark]:
    """An item that says what is not."""
    pattern = PATTERNS.get(text.language)
    if text.reader != "item" or pattern is None or text.tokens.isdisjoint(SIGNS):
        return
    if found := pattern.search(OR_NOT.sub("", text.words)):
        what = message(
            N_("A negation (“{found}”): say what one does, or what one would like instead."),
            found=quoted(found[0]),
        )
        yield text.remark("negation", what)
