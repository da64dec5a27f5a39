"""Instruments and profiles to print: fictitious, with real scores and real ties."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.profile import Axis, IndexResult, Line, Profile, Provenance
from progpro_tui.core.scoring import Score, score_scales
from progpro_tui.core.text import Text, message
from progpro_tui.core.ties import tie_groups
from progpro_tui.reports.pages import Subject

ITEMS = 10


def text(fr: str, en: str, plain_fr: str = "", plain_en: str = "") -> Text:
    plain = {"fr": plain_fr, "en": plain_en} if plain_fr else {}
    return Text({"fr": fr, "en": en}, plain)


MARKS = (
    text("Pas du tout", "Not at all"),
    text("Plutôt non", "Rather not"),
    text("Entre les deux", "In between"),
    text("Plutôt oui", "Rather yes"),
    text("Beaucoup", "Very much"),
)

# letter: name, plain name, short word; French then English
NAMES = {
    "R": ("Réaliste", "Realistic", "Fabriquer, réparer, avec ses mains, des outils, dehors",
          "Making and repairing, hands, tools, outdoors", "fabriquer", "making"),
    "I": ("Investigateur", "Investigative", "Comprendre, chercher, analyser",
          "Understanding, searching, analysing", "comprendre", "understanding"),
    "A": ("Artistique", "Artistic", "Créer, imaginer, s'exprimer",
          "Creating, imagining, expressing", "créer", "creating"),
    "S": ("Social", "Social", "Aider, accompagner, transmettre",
          "Helping, supporting, teaching", "aider", "helping"),
    "E": ("Entreprenant", "Enterprising", "Convaincre, décider, entraîner",
          "Persuading, deciding, leading", "convaincre", "persuading"),
    "C": ("Conventionnel", "Conventional", "Organiser, classer, vérifier",
          "Organising, sorting, checking", "organiser", "organising"),
}  # fmt: skip

ACTIVITIES = {
    "R": [("Réparer un vélo", "Repair a bicycle"), ("Conduire un tracteur", "Drive a tractor"),
          ("Poser du carrelage", "Lay tiles"), ("Tailler une haie", "Trim a hedge"),
          ("Souder deux pièces de métal", "Weld two pieces of metal")],
    "I": [("Comparer deux traitements à partir de chiffres", "Compare two treatments from figures"),
          ("Chercher la cause d'une panne", "Find the cause of a breakdown"),
          ("Analyser l'eau d'une rivière", "Analyse the water of a river"),
          ("Lire un article de recherche", "Read a research article"),
          ("Vérifier une hypothèse", "Test a hypothesis")],
    "A": [("Dessiner l'affiche d'un spectacle", "Draw the poster of a show"),
          ("Écrire une nouvelle", "Write a short story"), ("Jouer dans une pièce", "Act in a play"),
          ("Décorer une vitrine", "Dress a shop window"), ("Monter une vidéo", "Edit a video")],
    "S": [("Expliquer un calcul à un enfant", "Explain a sum to a child"),
          ("Écouter une personne en colère", "Listen to someone who is angry"),
          ("Aider une personne âgée à marcher", "Help an elderly person to walk"),
          ("Animer un atelier", "Run a workshop"),
          ("Accueillir un nouveau collègue", "Welcome a new colleague")],
    "E": [("Vendre une idée à un comité", "Sell an idea to a board"),
          ("Négocier un prix", "Negotiate a price"), ("Diriger une petite équipe", "Lead a small team"),
          ("Lancer une boutique en ligne", "Start an online shop"),
          ("Parler devant une salle pleine", "Speak to a full room")],
    "C": [("Classer des factures", "File invoices"),
          ("Tenir la caisse d'un magasin", "Work a shop's till"),
          ("Vérifier un stock", "Check a stock"), ("Mettre à jour un tableau", "Update a spreadsheet"),
          ("Préparer un planning", "Draw up a rota")],
}  # fmt: skip

LEVELS = (
    ("1", "2.5", "Attire peu", "Attracts little",
     "{} : pas beaucoup en ce moment. Qu'est-ce qui vous en éloigne ?",
     "{}: not much at the moment. What keeps you away from it?"),
    ("2.5", "3.5", "Attire un peu", "Attracts somewhat",
     "{} : certaines de ces activités vous attirent, d'autres non. Lesquelles feriez-vous demain ?",
     "{}: some of these activities attract you, others do not. Which would you do tomorrow?"),
    ("3.5", "4.25", "Attire", "Attracts",
     "{} : vous aimez souvent ces activités. Où les avez-vous déjà rencontrées ?",
     "{}: you often like these activities. Where have you met them already?"),
    ("4.25", "5", "Attire beaucoup", "Attracts a lot",
     "{} : ces activités vous attirent beaucoup, presque toutes. Qu'est-ce que vous y cherchez, et "
     "avec qui aimeriez-vous les faire ?",
     "{}: these activities attract you a lot, nearly all of them. What do you look for in them, and "
     "whom would you like to do them with?"),
)  # fmt: skip


def levels(letter: str) -> tuple[Level, ...]:
    fr, en = NAMES[letter][4:]
    return tuple(
        Level(
            Fraction(start), Fraction(end), text(name_fr, name_en),
            text(person_fr.format(fr.capitalize()), person_en.format(en.capitalize())),
            text("Pour le conseiller.", "For the counsellor."),
        )
        for start, end, name_fr, name_en, person_fr, person_en in LEVELS
    )  # fmt: skip


def instrument(minimum_share: str = "0.8") -> Instrument:
    scales = tuple(
        Scale(letter, text(fr, en, plain_fr, plain_en), text(short_fr, short_en),
              minimum_share=Fraction(minimum_share), levels=levels(letter))
        for letter, (fr, en, plain_fr, plain_en, short_fr, short_en) in NAMES.items()
    )  # fmt: skip
    items = tuple(
        Item(f"{letter.lower()}{place:02}", text(*ACTIVITIES[letter][place % 5]), {letter: 1})
        for place in range(ITEMS)
        for letter in NAMES
    )
    return Instrument(
        "interests", "1.0.0", "rating", ("fr", "en"), text("Mes intérêts", "My interests"),
        "progpro-tui", "CC BY-SA 4.0", guidance(), items, scales, indices=("holland.code",),
        hash="3f9ad0c4b7e1562890aa7c3d41e5f6b2",
    )  # fmt: skip


def guidance() -> Guidance:
    nothing = text("", "")
    return Guidance(
        text("Ce que la personne aimerait faire.", "What the person would like to do."),
        text("Ni ce que la personne sait faire, ni le métier qu'il lui faut.",
             "Neither what the person can do, nor the occupation they need."),
        text("Cette page ne dit ni ce que vous savez faire, ni quel métier choisir.",
             "This page says neither what you can do, nor which occupation to choose."),
        nothing, nothing, nothing, nothing, nothing,
    )  # fmt: skip


def answers(sums: Mapping[str, int], gaps: Mapping[str, int] | None = None) -> dict[str, Answer]:
    """Answers whose sum over the ten items of a scale is given; ``gaps`` are left out at the end."""
    found: dict[str, Answer] = {}
    for letter, whole in sums.items():
        each, more = divmod(whole, ITEMS)
        for place in range(ITEMS):
            found[f"{letter.lower()}{place:02}"] = each + (1 if place < more else 0)
    for letter, count in (gaps or {}).items():
        for place in range(ITEMS - count, ITEMS):
            found[f"{letter.lower()}{place:02}"] = Missing.SKIPPED
    return found


CLEAR = {"S": 46, "A": 39, "E": 38, "I": 32, "C": 24, "R": 20}
ALIKE = dict.fromkeys(NAMES, 33)
MISSING_WORDS = {
    Missing.SKIPPED: text("passée", "skipped"),
    Missing.NOT_APPLICABLE: text("sans objet", "does not apply"),
    Missing.DECLINED: text("préfère ne pas répondre", "prefers not to answer"),
}


def profile(
    given: Mapping[str, Answer] | None = None, of: Instrument | None = None, indices: bool = True
) -> Profile:
    """The profile of these answers; tied at the second place where none are given."""
    asked = of or instrument()
    answered = answers(CLEAR) if given is None else given
    scores = score_scales(asked, answered, 1, 5)
    lines = tuple(
        Line(item.id, item.text, _words(answered.get(item.id, Missing.SKIPPED)),
             value if isinstance(value := answered.get(item.id), int) else None, tuple(item.scales))
        for item in asked.items
    )  # fmt: skip
    ties = tie_groups(scores)
    made = Provenance(
        "interests", "1.0.0", asked.hash, "0.1.0", "progpro-rating 0.1.0", "2026-11-23T09:30:00+01:00",
        "2026-11-23T09:44:10+01:00", 14, ("fr",), False, ("person",), 20261123,
    )  # fmt: skip
    return Profile(
        scores, ties, lines, MARKS, indices=_indices(scores, ties.groups) if indices else (),
        given=tuple(Given(step, answer) for step, answer in answered.items()), provenance=made,
    )  # fmt: skip


def _words(answer: Answer) -> Text:
    if isinstance(answer, int):
        return MARKS[answer - 1]
    assert isinstance(answer, Missing)
    return MISSING_WORDS[answer]


def _indices(scores: tuple[Score, ...], groups: tuple[tuple[str, ...], ...]) -> tuple[IndexResult, ...]:
    polygon = tuple(Axis(score.scale, score.scale) for score in scores)
    if any(score.value is None for score in scores):
        reason = message("too few answers ({answered} of {asked})", answered=4, asked=10)
        return (IndexResult("holland.code", text("Code", "Code"), reason=reason, polygon=polygon),)
    code = "".join(g[0] if len(g) == 1 else f"({''.join(g)})" for g in groups[:2])
    return (
        IndexResult(
            "holland.code", text("Code", "Code"), headline=code,
            headline_words=text("Social, puis Artistique et Entreprenant à égalité",
                                "Social, then Artistic and Enterprising, tied"),
            question=text("« Créer » et « convaincre » ressortent pareil : comment choisir ?",
                          "“Creating” and “persuading” come out alike: how would you choose?"),
            polygon=polygon,
        ),
        IndexResult("holland.consistency", text("Cohérence", "Consistency"),
                    text("haute : les deux premières directions se touchent sur l'hexagone",
                         "high: the first two directions are neighbours on the hexagon")),
        IndexResult("holland.differentiation", text("Différenciation", "Differentiation"),
                    text("1,1 : la première se détache nettement ; du moins au plus, 2,6",
                         "1.1: the first stands out clearly; from least to most, 2.6")),
        IndexResult("holland.elevation", text("Élévation", "Elevation"),
                    text("3,3 en moyenne, entre 1 et 5", "3.3 on average, between 1 and 5")),
        IndexResult("style.long_string", text("Réponses identiques", "Identical answers"),
                    text("8 au plus", "8 at most"),
                    question=text("« Plutôt oui » huit fois de suite : racontez-moi.",
                                  "“Rather yes” eight times in a row: tell me about that.")),
    )  # fmt: skip


SUBJECT = Subject("Cabinet Horizon", "Amina Delorme", "Claire Vasseur", "2026-11-23")
