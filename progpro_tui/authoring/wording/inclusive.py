"""Brackets and middle dots in French words: a reader stumbles, a screen reader spells them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.core.text import N_, message

ENDINGS = r"(?:e|es|s|se|ses|le|les|ne|nes|te|tes|ve|ère|ères|ière|ières|trice|trices|euse|euses)"
SIGN = re.compile(r"[(·•‧/]|\.e")
"""Without one of these there is nothing to look for, and most texts have none."""

CUT = re.compile(
    rf"\b\w{{0,40}}[^\W\d_](?:\({ENDINGS}\)|[·•‧]{ENDINGS}(?:[·•‧]s)?|\.e(?:\.?s)?(?!\w|\.\w)|/{ENDINGS}\b)"
)


def cut_words(text: Wording) -> Iterator[Remark]:
    """« un(e) », « motivé·e », « étudiant/e »."""
    if text.language != "fr" or not SIGN.search(text.words):
        return
    if found := CUT.search(text.words):
        what = message(
            N_(
                "“{found}” cannot be read aloud: write a word for everybody (“la personne”), or both "
                "forms out (“infirmier, infirmière”)."
            ),
            found=found[0],
        )
        yield text.remark("cut-word", what)
