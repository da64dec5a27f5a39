"""From the errors of pydantic to sentences of our own: what was found, what is expected, where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.tree import MOST_MISTAKES, Path, Tree
from progpro_tui.authoring.values import TAGS, TwoWordings
from progpro_tui.core.errors import Mistake
from progpro_tui.core.text import N_, Message, Text, message

SENTENCES: Mapping[str, str] = {
    "whole": N_("{found} is not a whole number, such as 5."),
    "number": N_("{found} is not a number, such as 0.8."),
    "comma": N_("{found} is written with a comma: write a point, as in {point}."),
    "truth": N_("{found} is neither “true” nor “false”: write one of the two."),
    "words": N_("A text is expected here, not a list or several entries."),
    "empty": N_("Nothing stands here: write the text."),
    "wording": N_("{found} has no language: write “fr:” and “en:”, each with its text."),
    "id": N_(
        "{found} cannot be an id: small letters a–z, digits and hyphens, a letter first, 64 at most."
    ),
    "item_id": N_(
        "{found} cannot be the id of an item: small letters a–z, digits, hyphens and underscores, a "
        "letter first, 32 at most."
    ),
    "scale_id": N_(
        "{found} cannot be the id of a scale: letters A–Z, digits and underscores, a letter first, "
        "16 at most."
    ),
    "version": N_("{found} is not a version: three numbers with points are expected, such as 1.0.0."),
    "language": N_("{found} is not a language: a short code is expected, such as fr or en."),
    "weight": N_("A weight of 0 counts for nothing: write 1, or -1 for a reversed item."),
    "share": N_("{found} is not a share: write a number from 0 to 1, such as 0.8."),
    "positive": N_("{found} is too small: write a number above 0."),
    "nothing": N_("The list is empty: at least one entry is expected."),
    "too_many": N_("The list is too long: at most {most} entries."),
    "norms": N_("Norm tables come with a later version: leave the list empty until then."),
    "tuple_type": N_("A list is expected here, each entry on a line of its own behind a hyphen."),
    "dict_type": N_("Entries with a name and a colon are expected here."),
    "model_type": N_("Entries with a name and a colon are expected here."),
    "literal_error": N_("{found} is not known here. Expected: one of {expected}."),
}
EXTRA = "extra_forbidden"
"""The error of pydantic for an entry that it does not know."""

OTHER = N_("{found} is not what is expected here.")


def misspelt(error: ValidationError, tree: Tree, model: type[BaseModel]) -> dict[Path, str]:
    """Entries with a name that is unknown, and the known one that each was meant to have.

    That one is not there yet: two entries cannot have one name.
    """
    names: dict[Path, str] = {}
    given: set[Path] = set()
    unknown = (found for found in error.errors(include_url=False) if found["type"] == EXTRA)
    for details in islice(unknown, MOST_MISTAKES):
        *around, found = path = path_of(details)
        known = nearest(str(found), _entries(_model_at(model, path[:-1])))
        if known and known not in tree.at(path[:-1]) and (*around, known) not in given:
            given.add((*around, known))
            names[path] = known
    return names


def mistakes_of(error: ValidationError, tree: Tree, model: type[BaseModel]) -> Iterator[Mistake]:
    """Every mistake that the model found, each at its place."""
    for details in error.errors(include_url=False):
        path, context, kind = path_of(details), details.get("ctx", {}), details["type"]
        if kind == EXTRA:
            known = nearest(str(path[-1]), _entries(_model_at(model, path[:-1])))
            yield unknown_entry(tree, path, known)
        elif kind == "language_unknown":
            place = tree.key_place((*path, context["key"]))
            yield Mistake(place, _no_language(context["key"], context["known"]))
        elif kind == "language_missing":
            listed = ", ".join(context["missing"])
            what = message(N_("The text is missing in: {listed}."), listed=listed)
            yield Mistake(tree.place(path), what)
        elif kind == "missing":
            yield Mistake(tree.place(path[:-1]), _missing(path))
        else:
            yield Mistake(tree.place(path), _wrong(kind, details["input"], context))


def path_of(details: Mapping[str, Any]) -> Path:
    """Where in the file an error of pydantic stands."""
    return tuple(part for part in details["loc"] if part not in TAGS)


def unknown_entry(tree: Tree, path: Path, known: str | None) -> Mistake:
    """That an entry has a name that cannot stand there, and which one was probably meant."""
    return Mistake(tree.key_place(path), _unknown(str(path[-1]), known))


def _unknown(found: str, meant: str | None) -> Message:
    if meant is None:
        return message(N_("“{found}” is not an entry that can stand here."), found=quoted(found))
    return message(
        N_("“{found}” is not an entry that can stand here. Did you mean “{meant}”?"),
        found=quoted(found),
        meant=meant,
    )


def _no_language(found: str, known: Sequence[str]) -> Message:
    return message(
        N_("“{found}” is not a language of this file ({known})."),
        found=quoted(found),
        known=", ".join(known),
    )


def _missing(path: Path) -> Message:
    key = str(path[-1])
    if len(path) > 1:
        return message(N_("“{key}” is missing in this entry."), key=key)
    return message(N_("“{key}” is missing: every instrument file has this entry."), key=key)


def _wrong(kind: str, found: Any, context: Mapping[str, Any]) -> Message:
    words = message(N_("“{words}”"), words=quoted(found)) if isinstance(found, str) else _shape(found)
    # pydantic's "'mean' or 'sum'" is English.
    expected = ", ".join(re.findall(r"'(.*?)'", str(context.get("expected", ""))))
    most = context.get("most", 0)
    point = quoted(found).replace(",", ".") if isinstance(found, str) else ""
    return message(SENTENCES.get(kind, OTHER), found=words, expected=expected, most=most, point=point)


def _shape(found: Any) -> Message:
    return message(N_("A list") if isinstance(found, list) else N_("A group of entries"))


def _entries(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The part of the model that a path of the file leads to."""
    for part in path:
        for name, field in model.model_fields.items():
            if part == (field.alias or name):
                model = _model_in(field.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if annotation is Text:
        return TwoWordings
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model), None)
