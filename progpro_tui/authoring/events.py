"""Bounded reading of YAML: plain mappings, lists and strings, and where each of them stands.

Files come from strangers. PyYAML's events pass one by one, and whatever could grow, point elsewhere
or be guessed is refused while they pass. Every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from progpro_tui.authoring.files import MOST_BYTES, OTHER_PROGRAMS
from progpro_tui.authoring.found import INVISIBLE, quoted
from progpro_tui.authoring.slips import HARD, slip_in
from progpro_tui.authoring.syntax import explain
from progpro_tui.authoring.tree import ASIDE, Path, Spot, Tree
from progpro_tui.core.errors import InstrumentError, Mistake, Place
from progpro_tui.core.text import N_, Message, message
from progpro_tui.i18n.catalogue import LANGUAGES

MOST_NODES = 50_000
DEEPEST = 50
MOST_SLIPS = 30

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WRITTEN_TEXT = (b"word/document.xml", b"application/vnd.oasis.opendocument.text")
"""What the documents of word processors hold, near their beginning or in their table of contents."""

NOT_UTF_8 = N_("The file cannot be read as text: save it again with the encoding UTF-8.")
NO_TEXT = N_(
    "This file belongs to a word processor, a spreadsheet or another program: write the questionnaire "
    "in a text editor."
)
WORD_DOCUMENT = N_(
    "This is a document of a word processor, such as Word: save it as plain text, with the encoding "
    "UTF-8, under a name that ends in .yaml."
)
UTF_16_FOUND = N_("The file has the encoding UTF-16: save it again with the encoding UTF-8.")

# The C loader is missing only where PyYAML was built without libyaml; the other one is slower.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_tree(content: bytes, file: str) -> Tree:
    """Read a file of instruments. Raises :class:`InstrumentError` where there is no reading on."""
    text = _decode(content, file)
    slips: dict[int, Mistake] = {}
    longer: dict[int, int] = {}
    while True:
        builder = _Builder(file, text, longer)
        try:
            # yaml.parse does this too, and asks twice for every event.
            tree = builder.build(iter(LOADER(text).get_event, None))
        except yaml.MarkedYAMLError as error:
            slip = explain(error, builder.lines, builder.last)
            known = slip.line in slips
            slips.setdefault(slip.line, Mistake(Place(file, slip.line, slip.column), slip.what))
            if slip.instead is None or known or len(slips) > _most_slips(text):
                raise builder.stop(slips.values()) from None
            if slip.adds:
                longer[slip.line] = slip.column
            builder.lines[slip.line - 1] = slip.instead
            text = "\n".join(builder.lines) + "\n"
        except yaml.YAMLError:
            # What the reader of characters refuses beyond what _decode refuses: it names no place.
            raise builder.stop([Mistake(Place(file), message(NOT_UTF_8))]) from None
        else:
            tree.mistakes += slips.values()
            return tree


def _most_slips(text: str) -> int:
    """After how many slips nothing is read on: each costs a reading from the beginning."""
    return min(MOST_SLIPS, MOST_BYTES * 2 // len(text))


def _decode(content: bytes, file: str) -> str:
    if content.startswith(OTHER_PROGRAMS):
        written = content.startswith(b"{\\rtf") or any(sign in content for sign in WRITTEN_TEXT)
        raise _unreadable(file, WORD_DOCUMENT if written else NO_TEXT)
    if len(content) > MOST_BYTES:
        raise _unreadable(file, N_("The file is too large: one instrument takes at most 1 MB."))
    if content.startswith(UTF_16) or b"\0" in content[:4]:
        raise _unreadable(file, UTF_16_FOUND)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_after(content[: error.start].decode("utf-8", "replace"), file)
        what = message(N_("This character is not UTF-8: save the file again with the encoding UTF-8."))
        raise InstrumentError(file, [Mistake(place, what)]) from None
    if hidden := INVISIBLE.search(text):
        place = _place_after(text[: hidden.start()], file)
        raise InstrumentError(file, [Mistake(place, _hidden(hidden))])
    return text


def _unreadable(file: str, sentence: str) -> InstrumentError:
    return InstrumentError(file, [Mistake(Place(file), message(sentence))])


def _place_after(before: str, file: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return Place(file, len(lines), len(lines[-1]) + 1)


def _hidden(found: re.Match[str]) -> Message:
    code = f"U+{ord(found[0]):04X}"
    return message(N_("An invisible character ({code}) stands here: delete it."), code=code)


class _Builder:
    """Builds the tree from the events of one file.

    ``longer`` are lines in which a space was put for the moment, and the column of each.
    """

    def __init__(self, file: str, text: str, longer: Mapping[int, int]) -> None:
        self._longer = longer
        self.lines = text.splitlines()
        self.last: yaml.ScalarEvent | None = None
        self._tree = Tree(file)
        self._nodes = 0

    def stop(self, mistakes: Iterable[Mistake]) -> InstrumentError:
        """The error for mistakes after which nothing can be read."""
        found = sorted(
            [*self._tree.mistakes, *mistakes],
            key=lambda mistake: (mistake.place.line, mistake.place.column),
        )
        return InstrumentError(self._tree.file, found)

    def _stop_at(self, spot: Spot, what: Message) -> InstrumentError:
        return self.stop([Mistake(Place(self._tree.file, *spot), what)])

    def build(self, events: Iterator[Any]) -> Tree:
        """The tree of all events. Raises where one of them ends the reading."""
        self._events = events
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self._nodes:
                what = message(N_("“---” begins a second file inside this one: take it out."))
                raise self._stop_at(self._spot(event), what)
            if isinstance(event, yaml.NodeEvent):
                self._tree.root = self._node(event, ())
        if not self._nodes:
            raise self._stop_at((1, 1), message(N_("The file is empty.")))
        return self._tree

    def _spot(self, event: Any) -> Spot:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return line, column - (column > self._longer.get(line, column))

    def _node(self, event: Any, path: Path) -> Any:
        self._tree.places[path] = spot = self._spot(event)
        self._admit(event, path, spot)
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and event.value.partition(":")[0] in LANGUAGES:
                self._seek_slip(event, event.value)
            return self._scalar(event, spot)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return ""  # an alias

    def _admit(self, event: Any, path: Path, spot: Spot) -> None:
        """Refuse what is too much, too deep, or points elsewhere."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._stop_at(spot, message(N_("The file holds too much: 50,000 values at most.")))
        if len(path) > DEEPEST:
            raise self._stop_at(spot, message(N_("Too many levels inside one another: 50 at most.")))
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or event.tag is not None:
            self._refuse_machinery(event, spot)

    def _refuse_machinery(self, event: Any, spot: Spot) -> None:
        """Anchors, aliases and tags: one line of them can fill a memory, or run code elsewhere."""
        sign = "*" if isinstance(event, yaml.AliasEvent) else "!" if event.anchor is None else "&"
        what = message(
            N_("“{found}” is not allowed at the beginning: put quotation marks round a text."),
            found=sign + quoted(event.anchor or ""),
        )
        self._tree.refuse(spot, what)

    def _scalar(self, event: yaml.ScalarEvent, spot: Spot) -> str:
        self.last = event
        if hidden := INVISIBLE.search(event.value):  # written as "\x1b", seen only once it is read
            self._tree.refuse(spot, _hidden(hidden))
        return str(event.value)

    def _seek_slip(self, event: Any, text: str) -> None:
        """YAML reads what begins with a hard space, or has one behind its colon, as a plain text."""
        colon = text.find(":") + 1
        begun = text and (text[0] in HARD or (colon and text[colon : colon + 1] in HARD))
        if begun and slip_in(self.lines, [event.start_mark.line + 1]):
            raise yaml.MarkedYAMLError(problem_mark=event.start_mark)

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._node(event, (*path, len(values))))
        return values

    def _mapping(self, start: Any, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            spot = self._spot(event)
            key = self._key(event, path, spot)
            following = next(self._events)
            if refusal := _refusal_of(event, key, values):
                self._tree.refuse(spot, refusal)
                self._node(following, (*path, ASIDE))
                continue
            name, typed = self._split(start, key, spot, following)
            inner = (*path, name)
            self._tree.keys[inner] = spot
            values[name] = self._node(following, inner)
            if typed:
                values[name] = typed
            elif isinstance(following, yaml.ScalarEvent) and not following.style:
                self._refuse_traps(start, name, following, inner)
        return values

    def _split(self, start: Any, key: str, spot: Spot, following: Any) -> tuple[str, str]:
        """The name of an entry, and its text where YAML did not part the two."""
        if start.flow_style and isinstance(following, yaml.ScalarEvent) and not following.value:
            slip = slip_in([key], [1])
            name, colon, text = key.partition(":")
            if slip and colon:
                self._tree.refuse((spot[0], spot[1] + slip.column - 1), slip.what)
                return name, text.strip()
        if key != key.strip():  # YAML takes off spaces, not the no-break spaces of French typing
            what = message(N_("A no-break space stands beside “{key}”: delete it."), key=quoted(key))
            self._tree.refuse(spot, what)
        return key.strip(), ""

    def _key(self, event: Any, path: Path, spot: Spot) -> Any:
        if not isinstance(event, yaml.ScalarEvent):
            return self._node(event, (*path, ASIDE))
        self._admit(event, path, spot)
        self._seek_slip(event, event.value)
        return self._scalar(event, spot)

    def _refuse_traps(self, start: Any, key: str, value: Any, path: Path) -> None:
        """What YAML reads without complaint, and otherwise than a French author meant it."""
        if start.flow_style and not value.value:
            what = message(
                N_(
                    "“{key}” has no value. Inside braces a comma ends a text: put quotation marks "
                    "round the text."
                ),
                key=quoted(key),
            )
            self._tree.refuse(self._tree.keys[path], what, path)
        end = value.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#") and (key in LANGUAGES or " " in value.value):
            what = message(N_("“#” cuts the text off here: put quotation marks round the text."))
            self._tree.refuse((end.line + 1, end.column + rest.index("#") + 1), what, path)


def spot_of(event: Any) -> Spot:
    """Where something begins."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _refusal_of(event: Any, key: Any, before: dict[str, Any]) -> Message | None:
    """Why a name cannot begin an entry."""
    if not isinstance(event, yaml.ScalarEvent):
        return message(N_("A name is expected before the colon."))
    if key in before or key.strip() in before:
        return message(N_("“{key}” stands here twice: keep one of the two."), key=quoted(key))
    if key == "<<":
        return message(N_("“<<” is not allowed: write the entries out."))
    return None
