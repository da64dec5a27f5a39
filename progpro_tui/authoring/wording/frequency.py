"""How often: whoever answers then does not know whether to judge the thing or its frequency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

# « jamais » and “never” are told as negations.
PATTERNS = {
    "fr": re.compile(
        r"\b(?:toujours|souvent|parfois|rarement|quelquefois|constamment|régulièrement|d’habitude"
        r"|tout le temps|sans cesse|la plupart du temps)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:always|often|sometimes|rarely|seldom|usually|constantly|regularly|frequently"
        r"|all the time|most of the time)\b",
        re.IGNORECASE,
    ),
}
SIGNS_LISTED = """
toujours souvent parfois rarement quelquefois constamment régulièrement habitude temps cesse
always often sometimes rarely seldom usually constantly regularly frequently time
"""
SIGNS = frozenset(SIGNS_LISTED.split())
"""Nothing of the kind without one of these."""


def frequency(text: Wording) -> Iterator[Remark]:
    """An item that says how often."""
    pattern = PATTERNS.get(text.language)
    if text.reader != "item" or pattern is None or text.tokens.isdisjoint(SIGNS):
        return
    if found := pattern.search(text.words):
        what = message(
            N_("“{found}” says how often: leave it out, the answers say how much."), found=found[0]
        )
        yield text.remark("frequency", what)
