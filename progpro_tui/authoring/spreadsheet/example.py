"""What stands in the empty workbook: its headings, what they mean, and six items as an example."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from progpro_tui.core.text import N_


@dataclass(frozen=True)
class Heading:
    """A column of the workbook, or a row of its settings: its name and what an author should know.

    ``text``: there is one a language.
    """

    name: str
    hint: str
    text: bool = False


GUIDE = (
    N_("How to fill this workbook"),
    N_("1. Replace the example: one item a row on the sheet “items”, one row a scale, one a response."),
    N_("2. On the sheet of settings, write each value beside its name. Leave the names as they are."),
    N_("3. Save, then type in a terminal: progpro import THIS_FILE.xlsx"),
    N_("Every mistake is named with its sheet and its cell. Nothing is written until all are mended."),
    N_("In one language only? Delete the columns and the rows of the other."),
    N_("The sheet of levels may stay empty: then the scales are shown without a text of their own."),
    N_("The sheet of examples checks your key: count the scores of one person by hand."),
    N_("A column whose name begins with “note” or “#” is yours: it is not read."),
)

TABLES: Mapping[str, Sequence[Heading]] = {
    "items": (
        Heading("id", N_("Short and without accents: r01. Never change it once people have answered.")),
        Heading("scales", N_("The scales that this item counts for: R, or R E. A reversed one: E-")),
        Heading("tags", N_("May stay empty. As in: sector=building, level=1")),
        Heading("text", N_("What the person reads: one idea, no negation."), text=True),
        Heading("plain", N_("The same in simpler words; the same text where it is plain."), text=True),
    ),
    "responses": (
        Heading("value", N_("Whole numbers from the least to the greatest.")),
        Heading("label", N_("What the person reads on the key."), text=True),
    ),
    "scales": (
        Heading("id", N_("One or a few letters, as on the sheet of items.")),
        Heading("name", N_("As the counsellor reads it."), text=True),
        Heading("plain", N_("As the person reads it: what one does."), text=True),
        Heading("short", N_("One word, for charts."), text=True),
        Heading("score", N_("The mean of the answers, or their sum.")),
        Heading("minimum_share", N_("With fewer answers than this share, no score is given.")),
    ),
    "levels": (
        Heading("scale", N_("The id of the scale.")),
        Heading("from", N_("The score at which this level begins.")),
        Heading("to", N_("The score at which it ends: the next one begins there.")),
        Heading("name", N_("Two or three words."), text=True),
        Heading("person", N_("What the person reads: no verdict, and a question."), text=True),
        Heading("counsellor", N_("What the counsellor reads: what to ask, what to check."), text=True),
    ),
    "examples": (
        Heading("name", N_("What this person shows. It is named where a score comes out otherwise.")),
        Heading("answers", N_("The answers of one person, by the ids of the items: d01=5 d02=3")),
        Heading("scores", N_("The scores that they must give, as you count them: D=4.5 G=none")),
    ),
}

SETTINGS: Sequence[Heading] = (
    Heading("id", N_("Small letters, digits and hyphens. Never change it once people have answered.")),
    Heading("version", N_("Three numbers with points: raise it when you change something.")),
    Heading("title", N_("What the person sees first."), text=True),
    Heading("author", N_("Your name, or that of your practice.")),
    Heading("licence", N_("Who may use it, as in: CC-BY-SA-4.0, or: all rights reserved.")),
    Heading("minutes", N_("How many minutes it takes: a number.")),
    Heading("measures", N_("What it says something about."), text=True),
    Heading("does_not_measure", N_("What it says nothing about, for the counsellor."), text=True),
    Heading("does_not_measure_person", N_("The same, for the person."), text=True),
    Heading("for_whom", N_("The people it is made for, for the counsellor."), text=True),
    Heading("not_for", N_("What it must not be used for."), text=True),
    Heading("instructions", N_("What the person reads before the first item."), text=True),
    Heading("instructions_plain", N_("The same in simpler words."), text=True),
    Heading("counsellor_instructions", N_("How it is given, and what for."), text=True),
    Heading("question", N_("Asked above every item."), text=True),
)

Wordings = Mapping[str, str]

VALUES: Mapping[str, str | Wordings] = {
    "id": "mon-questionnaire",
    "version": "1.0.0",
    "title": {"fr": "Mon questionnaire", "en": "My questionnaire"},
    "author": "Cabinet Exemple",
    "licence": "CC-BY-SA-4.0",
    "minutes": "2",
    "measures": {"fr": "ce que la personne aimerait faire.", "en": "what the person would like to do."},
    "does_not_measure": {
        "fr": "ce que la personne sait faire. Elle n’est comparée à personne.",
        "en": "what the person can do. They are compared with nobody.",
    },
    "does_not_measure_person": {
        "fr": "Cette page ne dit pas ce que vous savez faire.",
        "en": "This page does not say what you can do.",
    },
    "for_whom": {
        "fr": "les adultes qui cherchent une autre voie.",
        "en": "adults who look for another way.",
    },
    "not_for": {
        "fr": "choisir quelqu’un pour un poste.",
        "en": "choosing somebody for a job.",
    },
    "instructions": {
        "fr": "Imaginez que vous faites chacune de ces activités.",
        "en": "Imagine that you do each of these activities.",
    },
    "instructions_plain": {
        "fr": "Imaginez chaque activité. Choisissez une réponse.",
        "en": "Imagine each activity. Choose an answer.",
    },
    "counsellor_instructions": {
        "fr": "Dites à quoi servira le résultat. Regardez-le ensemble tout de suite.",
        "en": "Say what the result will be used for. Look at it together straight away.",
    },
    "question": {
        "fr": "Est-ce que cela vous plairait\N{NO-BREAK SPACE}?",
        "en": "Would you enjoy this?",
    },
}

LITTLE = {
    "name": {"fr": "plutôt peu", "en": "rather little"},
    "person": {
        "fr": "Travailler {fr} vous attire peu. Dans quel cas seulement\N{NO-BREAK SPACE}?",
        "en": "Working {en} attracts you little. In which case only?",
    },
    "counsellor": {
        "fr": "Demandez ce qui déplaît le plus.",
        "en": "Ask what is liked least about it.",
    },
}
MUCH = {
    "name": {"fr": "plutôt beaucoup", "en": "rather much"},
    "person": {
        "fr": "Travailler {fr} vous attire. Où l’avez-vous déjà fait\N{NO-BREAK SPACE}?",
        "en": "Working {en} attracts you. Where have you done it already?",
    },
    "counsellor": {
        "fr": "Demandez un exemple, au travail ou ailleurs.",
        "en": "Ask for an example, at work or elsewhere.",
    },
}


def _level(
    scale: str, start: str, end: str, texts: Mapping[str, Wordings], en: str, fr: str
) -> Mapping[str, str | Wordings]:
    """A row of the sheet of levels; ``en`` and ``fr`` say what the scale is about."""
    said = {
        name: {language: words.format(en=en, fr=fr) for language, words in wordings.items()}
        for name, wordings in texts.items()
    }
    return {"scale": scale, "from": start, "to": end, **said}


ROWS: Mapping[str, Sequence[Mapping[str, str | Wordings]]] = {
    "items": (
        {
            "id": "d01",
            "scales": "D",
            "tags": "place=out",
            "text": {"fr": "Entretenir un jardin public", "en": "Look after a public garden"},
            "plain": {"fr": "S’occuper d’un jardin", "en": "Look after a garden"},
        },
        {
            "id": "d02",
            "scales": "D-",
            "tags": "place=in",
            "text": {"fr": "Passer la journée dans un bureau", "en": "Spend the day in an office"},
            "plain": {"fr": "Rester dans un bureau", "en": "Stay in an office"},
        },
        {
            "id": "d03",
            "scales": "D",
            "text": {"fr": "Poser une clôture", "en": "Put up a fence"},
            "plain": {"fr": "Poser une clôture", "en": "Put up a fence"},
        },
        {
            "id": "g01",
            "scales": "G",
            "text": {"fr": "Accueillir des visiteurs", "en": "Welcome visitors"},
            "plain": {"fr": "Accueillir des gens", "en": "Welcome people"},
        },
        {
            "id": "g02",
            "scales": "G",
            "text": {"fr": "Animer un atelier", "en": "Lead a workshop"},
            "plain": {"fr": "Mener un petit groupe", "en": "Lead a small group"},
        },
        {
            "id": "g03",
            "scales": "G-",
            "text": {"fr": "Passer la journée sans voir personne", "en": "Spend the day alone"},
            "plain": {"fr": "Rester seul toute la journée", "en": "Stay alone all day"},
        },
    ),
    "responses": (
        {"value": "1", "label": {"fr": "Pas du tout", "en": "Not at all"}},
        {"value": "2", "label": {"fr": "Plutôt non", "en": "Not really"}},
        {"value": "3", "label": {"fr": "Entre les deux", "en": "In between"}},
        {"value": "4", "label": {"fr": "Plutôt oui", "en": "Quite a bit"}},
        {"value": "5", "label": {"fr": "Beaucoup", "en": "Very much"}},
    ),
    "scales": (
        {
            "id": "D",
            "name": {"fr": "Dehors", "en": "Outdoors"},
            "plain": {"fr": "Travailler dehors", "en": "Working outdoors"},
            "short": {"fr": "Dehors", "en": "Outdoors"},
            "score": "mean",
            "minimum_share": "0.8",
        },
        {
            "id": "G",
            "name": {"fr": "Avec des gens", "en": "With people"},
            "plain": {"fr": "Être avec des gens", "en": "Being with people"},
            "short": {"fr": "Gens", "en": "People"},
            "score": "mean",
            "minimum_share": "0.8",
        },
    ),
    "levels": (
        _level("D", "1", "3", LITTLE, "outdoors", "dehors"),
        _level("D", "3", "5", MUCH, "outdoors", "dehors"),
        _level("G", "1", "3", LITTLE, "with people", "avec des gens"),
        _level("G", "3", "5", MUCH, "with people", "avec des gens"),
    ),
    "examples": (
        # D: (5 + (6 - 2) + 3) / 3 = 4. G: (2 + 1 + (6 - 3)) / 3 = 2.
        {
            "name": "Dehors",
            "answers": "d01=5 d02=2 d03=3 g01=2 g02=1 g03=3",
            "scores": "D=4 G=2",
        },
    ),
}
