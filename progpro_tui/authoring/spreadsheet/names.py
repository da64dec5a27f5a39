"""The names that sheets, columns and settings have, in French and English, however they are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A column, or a row of settings: ``name`` in the instrument file, ``others`` as authors write.

    ``text``: one column a language, as in text_fr and text_en. ``needed``: nothing goes without.
    """

    name: str
    others: tuple[str, ...] = ()
    text: bool = False
    needed: bool = False


SHEETS: Mapping[str, Sequence[str]] = {
    "settings": ("reglages", "parametres"),
    "items": ("enonces", "questions", "activites"),
    "responses": ("reponses", "choix", "choices", "labels", "libelles"),
    "scales": ("echelles",),
    "levels": ("paliers", "niveaux"),
    "examples": ("exemples", "example", "exemple"),
    "guide": ("mode_d_emploi", "how_to", "lisez_moi", "read_me", "normes", "norms"),
}
"""The last ones are passed over: they explain, or wait for a later version."""

ITEMS = (
    Name("id", ("identifiant",), needed=True),
    Name("text", ("texte", "enonce", "libelle"), text=True, needed=True),
    Name("plain", ("simple", "mots_simples", "texte_simple", "plain_text"), text=True),
    Name("scales", ("echelles", "echelle", "scale", "cle"), needed=True),
    Name("tags", ("etiquettes", "etiquette", "tag")),
)
RESPONSES = (
    Name("value", ("valeur", "points", "code"), needed=True),
    Name("label", ("libelle", "texte", "text", "reponse"), text=True, needed=True),
)
SCALES = (
    Name("id", ("identifiant", "code"), needed=True),
    Name("name", ("nom",), text=True, needed=True),
    Name("plain", ("simple", "mots_simples"), text=True),
    Name("short", ("court", "nom_court"), text=True),
    Name("score", ("calcul",)),
    Name("minimum_share", ("part_minimale", "part_minimum")),
    Name("tie_width", ("largeur_d_egalite", "egalite")),
)
LEVELS = (
    Name("scale", ("echelle",), needed=True),
    Name("from", ("de", "a_partir_de"), needed=True),
    Name("to", ("a", "jusqu_a"), needed=True),
    Name("name", ("nom",), text=True, needed=True),
    Name("person", ("personne",), text=True, needed=True),
    Name("counsellor", ("conseiller",), text=True, needed=True),
)
EXAMPLES = (
    Name("name", ("nom",), needed=True),
    Name("answers", ("reponses",), needed=True),
    Name("scores", ("resultats",)),
    Name("code"),
)
SETTINGS = (
    Name("id", ("identifiant",), needed=True),
    Name("version"),
    Name("kind", ("type", "genre", "sorte")),
    Name("languages", ("langues",)),
    Name("title", ("titre",), text=True, needed=True),
    Name("author", ("auteur",), needed=True),
    Name("licence", ("license",), needed=True),
    Name("minutes", ("duree", "duree_minutes", "duree_en_minutes")),
    Name("measures", ("mesure",), text=True, needed=True),
    Name("does_not_measure", ("ne_mesure_pas",), text=True, needed=True),
    Name("does_not_measure_person", ("ne_mesure_pas_personne",), text=True, needed=True),
    Name("for_whom", ("pour_qui", "a_qui", "public"), text=True),
    Name("not_for", ("pas_pour",), text=True),
    Name("reading_help", ("aide_de_lecture",), text=True),
    Name("sources", ("source",)),
    Name("instructions", ("consigne", "consignes"), text=True, needed=True),
    Name("instructions_plain", ("consigne_simple",), text=True),
    Name("counsellor_instructions", ("consigne_conseiller",), text=True, needed=True),
    Name("debrief", ("restitution",), text=True),
    Name("question", (), text=True, needed=True),
    Name("not_applicable", ("sans_objet",)),
    Name("not_applicable_words", ("mots_sans_objet",), text=True),
    Name("order", ("ordre",)),
    Name("long_string", ("reponses_identiques",)),
    Name("seconds", ("secondes",)),
    Name("indices", ("indice",)),
)
TABLES = (ITEMS, RESPONSES, SCALES, LEVELS, EXAMPLES, SETTINGS)

LANGUAGE_WORDS = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
REMARK = ("#", "note", "remarque", "remark", "comment", "explication", "explanation")
"""A column that begins so is the author's own, and passed over."""


def folded(words: str) -> str:
    """A name without accents, capitals and signs: « Mots simples (FR) » is mots_simples_fr."""
    plain = unicodedata.normalize("NFKD", words[:200]).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")


def sheet_named(title: str) -> str | None:
    """Which sheet of an instrument a title means."""
    name = folded(title)
    return next((sheet for sheet, others in SHEETS.items() if name == sheet or name in others), None)


def named(words: str, known: Iterable[Name]) -> tuple[Name, str | None] | None:
    """What a heading means, and its language; nothing where it is unknown."""
    name = folded(words)
    for found in known:
        for spelled in (found.name, *found.others):
            if name == spelled:
                return found, None
            language = name.removeprefix(f"{spelled}_")
            language = LANGUAGE_WORDS.get(language, language)
            if found.text and name.startswith(f"{spelled}_") and LANGUAGE.fullmatch(language):
                return found, language
    return None


def is_remark(words: str) -> bool:
    """Whether a heading names a column that is not read."""
    return words.lstrip().startswith("#") or folded(words).startswith(REMARK[1:])
