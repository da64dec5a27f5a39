"""Skills cards: the same deck sorted twice, by what one can do and by what one likes."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from progpro_cards.piles import Pile, faults_of_piles, sort_step, sorted_cards
from progpro_cards.settings import Field
from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Box,
    Entry,
    Exercise,
    Fault,
    Message,
    Option,
    Order,
    Profile,
    Quadrants,
    Run,
    Show,
    Step,
    Steps,
    Text,
    faults_of_ids,
    faults_of_no_items,
    faults_of_unscored,
    line_of,
    message,
    opening,
    option_of,
    quadrants,
    replay,
)

Piles = dict[str, list[Option]]


@dataclass(frozen=True)
class Pass:
    """One sort of the whole deck."""

    id: Annotated[str, N_("A short name that the other pass does not have.")]
    question: Annotated[Text, N_("Asked above every card of this pass.")]
    piles: Annotated[tuple[Pile, ...], N_("The piles of this pass.")]


@dataclass(frozen=True)
class BoxNames:
    """The names of the four quadrants, and of what is to be learned."""

    both: Annotated[Text, N_("The name of the box: strong and wanted.")]
    strong: Annotated[Text, N_("The name of the box: strong only.")]
    wanted: Annotated[Text, N_("The name of the box: wanted only.")]
    neither: Annotated[Text, N_("The name of the box: neither strong nor wanted.")]
    learn: Annotated[Text | None, N_("The name of the box: wanted, and still to be learned.")] = None


@dataclass(frozen=True)
class TwoSortsSettings:
    """``strong`` are piles of the first pass, ``wanted`` of the second.

    What lies in ``learn`` (first pass) and is wanted is to be learned.
    """

    passes: Annotated[
        tuple[Pass, ...],
        N_("The two passes through the cards: first what one can do, then what one likes."),
    ]
    strong: Annotated[
        tuple[str, ...], N_("The ids of the piles of the first pass that count as strong.")
    ]
    wanted: Annotated[
        tuple[str, ...], N_("The ids of the piles of the second pass that count as wanted.")
    ]
    boxes: Annotated[BoxNames, N_("The names of the boxes on the profile.")]
    learn: Annotated[
        tuple[str, ...], N_("The ids of the piles of the first pass that count as still to be learned.")
    ] = ()
    order: Order = "shuffled"
    families: Annotated[
        tuple[Field, ...], N_("Groups of cards; a card names its own in the tag family.")
    ] = ()


class TwoSorts(Exercise[TwoSortsSettings]):
    """Two passes through one deck; four quadrants come of it."""

    kind: ClassVar[str] = "two-sorts"
    Settings: ClassVar[type] = TwoSortsSettings

    def steps(self, run: Run[TwoSortsSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[TwoSortsSettings]) -> Generator[Step, Answer, list[Piles]]:
        yield opening(run.instrument)
        found: list[Piles] = []
        for sort in run.settings.passes:
            if found:
                yield _again(sort)
            items = run.arranged(run.settings.order, sort.id, run.instrument.items)
            deck = [option_of(item) for item in items]
            found.append((yield from sorted_cards(sort.id, sort.question, deck, sort.piles)))
        return found

    def outline(self, run: Run[TwoSortsSettings]) -> Sequence[Step]:
        deck = [option_of(item) for item in run.instrument.items]
        asked: list[Step] = []
        for sort in run.settings.passes:
            asked += [_again(sort)] if asked else []
            asked += [sort_step(sort.id, sort.question, card, sort.piles) for card in deck]
        return [opening(run.instrument), *asked]

    def size(self, run: Run[TwoSortsSettings]) -> Message:
        return message(NN_("{n} card", "{n} cards"), n=len(run.instrument.items))

    def faults(self, run: Run[TwoSortsSettings]) -> Iterator[Fault]:
        settings = run.settings
        yield from faults_of_unscored(run.instrument)
        yield from faults_of_no_items(run.instrument)
        yield from faults_of_ids(("settings", "passes"), settings.passes)
        yield from faults_of_ids(("settings", "families"), settings.families)
        for number, sort in enumerate(settings.passes):
            yield from faults_of_piles(("settings", "passes", number, "piles"), sort.piles)
        if len(settings.passes) != 2:
            yield Fault(("settings", "passes"), message(N_("Two passes are expected here.")))
            return
        yield from _unknown_piles(settings)

    def profile(self, run: Run[TwoSortsSettings]) -> Profile:
        able, liked = replay(self._lead(run), run.answers)
        found = _quadrants(run, able, liked)
        lines = (line_of(step, run.answers) for step in self.outline(run) if step.asks)
        return Profile(lines=tuple(lines), findings=(found,), facts=_facts(found))


def _unknown_piles(settings: TwoSortsSettings) -> Iterator[Fault]:
    """Piles that count as strong, wanted or to learn, and are none of their pass."""
    for name in ("strong", "wanted"):
        if not getattr(settings, name):
            what = message(N_("The list is empty: at least one entry is expected."))
            yield Fault(("settings", name), what, of_name=True)
    for name, number in (("strong", 0), ("wanted", 1), ("learn", 0)):
        known = {pile.id for pile in settings.passes[number].piles}
        for place, pile in enumerate(getattr(settings, name)):
            if pile not in known:
                what = message(
                    N_("“{found}” is no pile of the pass “{sort}”."),
                    found=pile,
                    sort=settings.passes[number].id,
                )
                yield Fault(("settings", name, place), what)


def _again(sort: Pass) -> Show:
    """Between the passes: the same cards come again, and the question is another."""
    return Show(
        f"show:{sort.id}",
        title=message(N_("The same cards once more")),
        body=sort.question,
        proceed=message(N_("Go on")),
    )


def _pile_of(piles: Piles, card: str) -> str | None:
    return next((pile for pile, cards in piles.items() if any(c.id == card for c in cards)), None)


def _quadrants(run: Run[TwoSortsSettings], able: Piles, liked: Piles) -> Quadrants:
    settings = run.settings
    placed: list[tuple[Entry, bool | None, bool | None]] = []
    learn: list[Entry] = []
    for item in run.instrument.items:
        can, like = _pile_of(able, item.id), _pile_of(liked, item.id)
        entry = Entry(item.id, option_of(item).name)
        strong = None if can is None else can in settings.strong
        wanted = None if like is None else like in settings.wanted
        placed.append((entry, strong, wanted))
        if wanted and can in settings.learn:
            learn.append(entry)
    names: Mapping[str, Text] = {
        "both": settings.boxes.both,
        "strong": settings.boxes.strong,
        "wanted": settings.boxes.wanted,
        "neither": settings.boxes.neither,
    }
    extra = Box("learn", settings.boxes.learn, tuple(learn)) if settings.boxes.learn else None
    return replace(quadrants(names, placed), extra=extra)


def _facts(found: Quadrants) -> dict[str, Any]:
    boxes = (*found.boxes, *([found.extra] if found.extra else []))
    facts: dict[str, Any] = {box.id: [entry.id for entry in box.entries] for box in boxes}
    return facts | {"left_out": found.left_out}
