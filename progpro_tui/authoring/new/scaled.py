"""Items and scales of a first file: sentences to be replaced, and no two of them equal."""

from __future__ import annotations

from typing import Any

from progpro_tui.authoring.new.wanted import NewScale, Wanted
from progpro_tui.authoring.unwritten import PROPOSED
from progpro_tui.core.clean import NBSP

TEXT = {
    "fr": f"{PROPOSED['fr']}{NBSP}: {{name}}, {{n}}",
    "en": f"{PROPOSED['en']}: {{name}}, {{n}}",
}
PLAIN = {
    "fr": f"{PROPOSED['fr']}, mots simples{NBSP}: {{name}}, {{n}}",
    "en": f"{PROPOSED['en']}, simple words: {{name}}, {{n}}",
}


def item_id(scale: NewScale, number: int) -> str:
    """The id of an item. The hyphen, which no scale has, keeps ``m-*`` from meaning another scale."""
    return f"{scale.id.lower()}-{number:02}"


def in_each(wanted: Wanted, words: dict[str, str], **slots: Any) -> dict[str, str]:
    """Words in each language of the file, their slots filled."""
    return {language: words[language].format(**slots) for language in wanted.languages}


def named(wanted: Wanted, words: dict[str, str], scale: NewScale, **slots: Any) -> dict[str, str]:
    """As :func:`in_each`, with the scale’s name in that language."""
    return {
        language: words[language].format(name=scale.names[language], **slots)
        for language in wanted.languages
    }


def items(wanted: Wanted) -> list[dict[str, Any]]:
    """The items: the scales take turns, so that no two of one scale follow each other."""
    return [
        {
            "id": item_id(scale, number),
            "scales": {scale.id: 1},
            "text": named(wanted, TEXT, scale, n=number),
            "plain": named(wanted, PLAIN, scale, n=number),
        }
        for number in range(1, wanted.items + 1)
        for scale in wanted.scales
    ]


def scale_entry(wanted: Wanted, scale: NewScale, share: Any) -> dict[str, Any]:
    """One scale, with the name that was typed for all its wordings."""
    names = {language: scale.names[language] for language in wanted.languages}
    entry: dict[str, Any] = {"id": scale.id, "name": names, "plain": names, "short": names}
    return {**entry, "score": "mean", "minimum_share": share}
