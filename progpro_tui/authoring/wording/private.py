"""What is nobody's business: health, belief, origin, family, union, money owed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

# The person's own alone: « guider des familles » and « étudier des maladies » are work.
PATTERNS = {
    "fr": re.compile(
        r"\b(?:votre|vos|mon|ma|mes)\s(?:\w+\s)?(?:santé|maladies?|handicap|grossesse|traitements?"
        r"|religion|foi|croyances?|convictions?|origines?|nationalité|pays d’origine|couleur de peau"
        r"|famille|enfants|conjoint|conjointe|mari|épouse|mariage|sexualité|syndicat|dettes?)\b"
        r"|\b(?:êtes-vous|vous êtes|je suis)\s(?:\w+\s)?(?:malade|enceinte|handicapée?|mariée?"
        r"|divorcée?|célibataire|croyante?|pratiquante?|syndiquée?|endettée?|étrang(?:er|ère))\b"
        r"|\bavez-vous\s(?:des\s|déjà\s)?(?:enfants|dettes)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:your|my)\s(?:\w+\s)?(?:health|illness|disability|pregnancy|medication|religion|faith"
        r"|beliefs?|origins?|nationality|ethnicity|skin colour|family|children|husband|wife|spouse"
        r"|marriage|sexuality|trade union|union|debts?)\b"
        r"|\b(?:are you|i am|i’m)\s(?:\w+\s)?(?:ill|sick|pregnant|disabled|married|divorced|single"
        r"|religious|in debt|a foreigner)\b"
        r"|\bdo you have\s(?:any\s)?(?:children|debts)\b",
        re.IGNORECASE,
    ),
}


OWN = frozenset(["votre", "vos", "mon", "ma", "mes", "vous", "suis", "avez", "your", "my", "you", "i"])
"""Without one of these it is not about the person."""


def private(text: Wording) -> Iterator[Remark]:
    """An item or a question of a form that asks for it."""
    pattern = PATTERNS.get(text.language)
    if pattern is None or text.tokens.isdisjoint(OWN) or not _asks(text):
        return
    if found := pattern.search(text.words):
        what = message(
            N_(
                "“{found}”: health, belief, origin, family, union and debts are not asked for. Ask "
                "what is needed instead."
            ),
            found=found[0],
        )
        yield text.remark("private", what)


def _asks(text: Wording) -> bool:
    """An item asks, and so does a question of a form; an example beside it only lends words."""
    asking = (str(part).endswith(("question", "text")) for part in text.path)
    return text.reader == "item" or (text.path[0] == "settings" and any(asking))
