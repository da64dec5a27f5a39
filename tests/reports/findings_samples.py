"""One hand-made profile of every finding, a form, and ipsative scores: fictitious, small, known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from progpro_tui.core.answers import Given
from progpro_tui.core.findings import (
    Box,
    Entry,
    Finding,
    Gap,
    Gaps,
    Laid,
    LifeLine,
    Moment,
    Note,
    Quadrants,
    Ranked,
    Ranking,
    Record,
    Records,
    Shape,
)
from progpro_tui.core.instrument import Instrument, Item, Scale
from progpro_tui.core.profile import Line, Profile, Provenance
from progpro_tui.core.scoring import mean_score
from progpro_tui.core.text import as_said, message
from progpro_tui.core.ties import tie_groups
from tests.reports import samples
from tests.reports.samples import text

MADE = Provenance(
    "sample", "1.0.0", "0" * 64, "0.1.0", "progpro-sample 1.0", "2026-11-23T09:30:00+01:00",
    "2026-11-23T09:44:10+01:00", 14, ("fr",), False, ("person",), 1,
)  # fmt: skip


def instrument(
    title: str, kind: str = "cards", items: Sequence[Item] = (), scales: Sequence[Scale] = ()
) -> Instrument:
    guidance = replace(
        samples.guidance(),
        reading_help=text("À lire ensemble.", "Read it together."),
        debrief=(text("Que voyez-vous d’abord ?", "What do you see first?"),),
    )
    return Instrument(
        "sample", "1.0.0", kind, ("fr", "en"), text(f"{title} (fr)", title), "progpro-tui",
        "CC BY-SA 4.0", guidance, tuple(items), tuple(scales), hash="0" * 64,
    )  # fmt: skip


def profile(*findings: Finding, **more: object) -> Profile:
    given = tuple(Given(f"s{n}", "x") for n in range(3))
    return Profile(findings=findings, given=given, provenance=MADE, **more)  # type: ignore[arg-type]


THERE, MISSING = text("déjà là", "there"), text("me manque", "missing")
NEXT = text("pour avancer", "next")

RANKING = Ranking(
    (
        Ranked("c1", 1, False, text("Être utile", "Being useful", "Aider", "Helping"),
               text("Servir à quelque chose.", "To be of some use."),
               (Note("full", THERE, "Quand je forme les nouveaux."),
                Note("arrow", NEXT, "Demander un jour par semaine."))),
        Ranked("c2", 2, True, text("Équité", "Fairness"), None,
               (Note("empty", MISSING, "Les plannings."),)),
        Ranked("c3", 2, True, text("Autonomie", "Autonomy")),
    ),
    also=(text("Créer", "Creating"), text("Équipe", "Team")),
    ties=message("marked as equal, and the duel was passed"),
)  # fmt: skip


def skills(count: int, word: str = "skill") -> tuple[Entry, ...]:
    return tuple(Entry(f"{word}{n}", text(f"{word} fr {n}", f"{word} {n}")) for n in range(count))


def quadrants(both: int = 14, wanted: int = 2, strong: int = 1, neither: int = 0) -> Quadrants:
    known = Entry("k", text("Tenir un budget", "Keep a budget"), text("sans aide", "alone"), "Au club.")
    return Quadrants(
        both=Box("both", text("Je sais et je veux", "I can and want to"), (known, *skills(both - 1))),
        wanted=Box("wanted", text("Je veux", "I want to"), skills(wanted, "wish")),
        strong=Box("strong", text("Je sais", "I can"), skills(strong, "tired")),
        neither=Box("neither", text("De côté", "Aside"), skills(neither, "aside")),
        left_out=3,
        extra=Box("learn", text("À apprendre", "To learn"), skills(1, "wish")),
    )


GAPS = Gaps(
    (
        Gap("d1", text("Le contenu", "Content"), 7, 9),
        Gap("d2", text("L’ambiance", "Atmosphere"), 4, 4),
        Gap("d3", text("Le salaire", "Pay"), 5, None),
        Gap("d4", text("Les horaires", "Hours"), 8, 3),
    ),
    0,
    10,
    (text("rien ne va", "nothing is right"), text("tout va bien", "all is well")),
)

LINE = LifeLine(
    (
        Moment("event:2", "Premier emploi", 1998, 3, "Tenir un rythme."),
        Moment("event:1", "Fermeture", 2011, -5),
        Moment("event:3", "Formation", 2012, None),
        Moment("event:4", "Un remplacement", None, 1),
    ),
    -5,
    5,
    (text("très difficile", "very hard"), text("très bon", "very good")),
)

RECORDS = Records(
    (
        Record("r1", "Tenir un agenda", "Aider un proche", text("L’aide à un proche", "Care"),
               "depuis 2020", "Préparer les rendez-vous", "Le cahier", 3,
               text("en terrain nouveau", "on new ground")),
        Record("r2", "Compter une caisse", "La buvette"),
    ),
    4,
)  # fmt: skip

SHAPE = Shape(
    tuple(
        Laid(value, tuple(Entry(f"w{value}{n}", text(f"carte {n} de {value}", f"card {n} of {value}"))
                          for n in range(places)))
        for value, places in ((-1, 1), (0, 2), (1, 1))
    ),
    (text("le moins important", "least important"), text("le plus important", "most important")),
)  # fmt: skip


def ipsative(share: Sequence[int], *findings: Finding) -> tuple[Profile, Instrument]:
    """Scores from −1 to 1 of three named themes; ``share`` are the two values of each."""
    scales = tuple(
        Scale(name.lower(), words := text(f"{name} fr", name), words, minimum_share=Fraction(1, 2))
        for name in ("Time", "Place", "People")
    )
    items = tuple(Item(f"w{n}", text("carte", "card"), {scales[n // 2].id: 1}) for n in range(6))
    scores = tuple(
        mean_score(scale, share[2 * n : 2 * n + 2], 2, -1, 1) for n, scale in enumerate(scales)
    )
    made = profile(
        *findings, scores=scores, ties=tie_groups(scores), measure=message("Mean column"), ipsative=True
    )
    return made, instrument("What matters", "q-sort", items, scales)


def typed(step: str, question: str, words: str, private: bool = False) -> Line:
    return Line(step, text(f"{question} (fr)", question), as_said(words), private=private)


FORM = profile(
    lines=(
        typed("q1", "What brings you?", "Changer de métier.\nRester ici."),
        Line("q2", text("Votre situation ?", "Your situation?"), text("en emploi", "employed")),
        typed("q3", "What is hard for you?", "Le secret", private=True),
        Line("q4", text("Et ensuite ?", "And then?"), message("skipped")),
        typed("q5", "Hours a week?", "28"),
    ),
    facts={"answered": 4, "asked": 5},
)  # fmt: skip

PRIVATE = profile(
    LINE,
    lines=(typed("event:1", "Which moment?", "Fermeture"),),
    facts={"years": [1998, 2011]},
    private=True,
)
