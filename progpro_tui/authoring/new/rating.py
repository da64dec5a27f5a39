"""The first file of a rating scale: labelled points, levels in thirds, and golden examples."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from progpro_tui.authoring.new.scaled import in_each, item_id, items, named, scale_entry
from progpro_tui.authoring.new.wanted import NewScale, Wanted
from progpro_tui.authoring.write_yaml import write_yaml

LABELS = {
    "fr": ("Pas du tout", "Non", "Plutôt non", "Entre les deux", "Plutôt oui", "Oui", "Beaucoup"),
    "en": ("Not at all", "No", "Rather not", "In between", "Rather yes", "Yes", "Very much"),
}
CHOSEN = {3: (1, 3, 5), 4: (0, 2, 4, 6), 5: (0, 2, 3, 4, 6), 6: (0, 1, 2, 4, 5, 6), 7: tuple(range(7))}
"""Which labels stand on how many points. Where they are even in number there is no middle."""

BOUNDS = {3: "1 1.5 2.5 3", 4: "1 2 3 4", 5: "1 2.5 3.5 5", 6: "1 2.5 4.5 6", 7: "1 3 5 7"}

SHARE = Fraction(4, 5)

LEVELS: tuple[dict[str, dict[str, str]], ...] = (
    {
        "name": {"fr": "Attire peu", "en": "Appeals little"},
        "person": {
            "fr": "« {name} » vous attire peu aujourd’hui. Qu’est-ce qui vous retient ?",
            "en": "“{name}” appeals to you little today. What holds you back?",
        },
        "counsellor": {
            "fr": "Demander si c’est l’activité ou un souvenir qui éloigne de « {name} ».",
            "en": "Ask whether it is the activity or a memory that puts them off “{name}”.",
        },
    },
    {
        "name": {"fr": "Attire assez", "en": "Appeals somewhat"},
        "person": {
            "fr": "« {name} » vous attire assez. À quelle occasion surtout ?",
            "en": "“{name}” appeals to you somewhat. On which occasions above all?",
        },
        "counsellor": {
            "fr": "Demander ce qui plaît et ce qui plaît moins dans « {name} ».",
            "en": "Ask what they like, and what they like less, in “{name}”.",
        },
    },
    {
        "name": {"fr": "Attire beaucoup", "en": "Appeals a lot"},
        "person": {
            "fr": "« {name} » vous attire beaucoup. Où en faites-vous déjà ?",
            "en": "“{name}” appeals to you a lot. Where do you do some of it already?",
        },
        "counsellor": {
            "fr": "Partir d’un exemple vécu pour « {name} ».",
            "en": "Start from an example they have lived, for “{name}”.",
        },
    },
)

NAMES = {
    "all": {"fr": "tout plaît", "en": "all liked"},
    "nothing": {"fr": "rien ne plaît", "en": "nothing liked"},
    "clear": {"fr": "une échelle nettement devant", "en": "one scale clearly in front"},
    "gaps": {"fr": "trop de réponses manquent sur une échelle", "en": "too many gaps on one scale"},
}


def slots(wanted: Wanted, interface: str) -> dict[str, str]:
    """What stands in the template’s places."""
    responses = [
        {"value": value, "label": {language: LABELS[language][at] for language in wanted.languages}}
        for value, at in enumerate(CHOSEN[wanted.points], 1)
    ]
    return {
        "responses": write_yaml({"responses": responses}),
        "order": write_yaml({"order": "balanced" if len(wanted.scales) > 1 else "fixed"}),
        "items": write_yaml({"items": items(wanted)}),
        "scales": write_yaml({"scales": [_scale(wanted, scale) for scale in wanted.scales]}),
        "examples": write_yaml({"examples": _examples(wanted, interface)}),
    }


def _scale(wanted: Wanted, scale: NewScale) -> dict[str, Any]:
    bounds = [Fraction(bound) for bound in BOUNDS[wanted.points].split()]
    levels = [
        {
            "from": least,
            "to": most,
            "name": in_each(wanted, words["name"]),
            "person": named(wanted, words["person"], scale),
            "counsellor": named(wanted, words["counsellor"], scale),
        }
        for least, most, words in zip(bounds, bounds[1:], LEVELS, strict=False)
    ]
    return {**scale_entry(wanted, scale, SHARE), "levels": levels}


def _examples(wanted: Wanted, interface: str) -> list[dict[str, Any]]:
    ids = [scale.id for scale in wanted.scales]
    least, most = 1, wanted.points
    first = item_id(wanted.scales[0], 0).replace("00", "*")
    examples: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("all", {"*": most}, dict.fromkeys(ids, most)),
        ("nothing", {"*": least}, dict.fromkeys(ids, least)),
        ("gaps", {"*": most, first: None}, {**dict.fromkeys(ids, most), ids[0]: None}),
    ]
    if len(ids) > 1:
        clear = {**dict.fromkeys(ids, least), ids[0]: most}
        examples.insert(2, ("clear", {"*": least, first: most}, clear))
    return [
        {"name": NAMES[name][interface], "answers": answers, "scores": scores}
        for name, answers, scores in examples
    ]
