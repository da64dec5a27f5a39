"""*Vous*: an adult who answers is not spoken to as *tu*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

# « le ton », « un ton » are a tone of voice.
SIGNS = frozenset(["tu", "te", "toi", "ton", "ta", "tes", "t"])
TONE = "".join(rf"(?<!\b{word} )" for word in ("le", "un", "du", "de", "ce", "au"))
TU = re.compile(
    rf"\b(?:tu|te|toi|tes|t[’'](?=\w)|ta(?=\s\w)|{TONE}ton(?=\s\w))(?![\w-])", re.IGNORECASE
)


def tutoiement(text: Wording) -> Iterator[Remark]:
    """« tu », « ton », « tes » in a text for the person."""
    if text.language != "fr" or text.reader == "counsellor" or text.tokens.isdisjoint(SIGNS):
        return
    if found := TU.search(text.words):
        what = message(N_("“{found}”: say “vous” to whoever answers."), found=found[0])
        yield text.remark("tutoiement", what)
