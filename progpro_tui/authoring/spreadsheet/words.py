"""The names and values of a spreadsheet as its author reads them: in French or in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from progpro_tui.authoring.spreadsheet.names import TABLES, folded, named
from progpro_tui.authoring.spreadsheet.table import Sheet

FRENCH: Mapping[str, str] = {
    "guide": "mode d’emploi",
    "settings": "réglages",
    "responses": "réponses",
    "scales": "échelles",
    "levels": "paliers",
    "examples": "exemples",
    "how to": "mode d’emploi",
    "key": "clé",
    "explanation": "explication",
    "text": "texte",
    "plain": "simple",
    "tags": "étiquettes",
    "value": "valeur",
    "label": "libellé",
    "name": "nom",
    "short": "court",
    "score": "calcul",
    "minimum_share": "part minimale",
    "tie_width": "largeur d’égalité",
    "scale": "échelle",
    "from": "de",
    "to": "à",
    "person": "personne",
    "counsellor": "conseiller",
    "answers": "réponses",
    "kind": "type",
    "languages": "langues",
    "title": "titre",
    "author": "auteur",
    "minutes": "durée (minutes)",
    "measures": "mesure",
    "does_not_measure": "ne mesure pas",
    "does_not_measure_person": "ne mesure pas (personne)",
    "for_whom": "pour qui",
    "not_for": "pas pour",
    "reading_help": "aide de lecture",
    "instructions": "consigne",
    "instructions_plain": "consigne simple",
    "counsellor_instructions": "consigne conseiller",
    "debrief": "restitution",
    "not_applicable": "sans objet",
    "not_applicable_words": "mots sans objet",
    "order": "ordre",
    "long_string": "réponses identiques",
    "seconds": "secondes",
    "mean": "moyenne",
    "sum": "somme",
    "fixed": "fixe",
    "shuffled": "mélangé",
    "blocks": "blocs",
    "balanced": "équilibré",
}
"""The French names; one that is the same in both languages is not here."""


@dataclass(frozen=True)
class Words:
    """Says names as the spreadsheet at hand says them."""

    french: bool

    def __call__(self, name: str, language: str | None = None) -> str:
        shown = FRENCH.get(name, name) if self.french else name
        return f"{shown}_{language}" if language else shown

    def listed(self, names: Iterable[str]) -> str:
        """Several names in a row."""
        return ", ".join(map(self, names))


def words_of(sheets: Sequence[Sheet], language: str) -> Words:
    """In which language the headings stand; in ``language`` where they leave it open."""
    known = [name for table in TABLES for name in table]
    french = english = 0
    for words in _headings(sheets):
        found = named(words, known)
        if found is None or found[0].name not in FRENCH:
            continue
        if folded(words).startswith(found[0].name):
            english += 1
        else:
            french += 1
    return Words(french > english or (french == english and language == "fr"))


def _headings(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What stands in the first row and the first column of each sheet."""
    for sheet in sheets:
        full = [row for row in sheet.rows if any(row)]
        yield from full[0] if full else ()
        yield from (row[0] for row in full[1:])
