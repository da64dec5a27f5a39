"""What the code says, against what the catalogues know; run as a module, this updates them.

Messages are read from the syntax tree: Babel's own reader does not see into f-strings.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
CODE = ("progpro_tui", "plugins")
PO = ROOT / "progpro_tui" / "i18n" / "fr" / "progpro.po"

MARKS = {"N_", "tr"}
PLURAL_MARK = "NN_"

Msgid = str | tuple[str, str]

CLICK: set[Msgid] = {
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such option {name!r}.",
    "No such command {name!r}.",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "default: {default}",
    "required",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
}
"""What click says to our users; it asks gettext, and gets it from our catalogue."""


def messages() -> set[Msgid]:
    """Every message that the code marks, and those of click."""
    found: set[Msgid] = {*CLICK}
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            found.update(_marked(ast.parse(path.read_text("utf-8"))))
    return found


def _marked(tree: ast.Module) -> Iterator[Msgid]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        texts = [word for word in words if isinstance(word, str)]
        if name in MARKS and texts and texts[0]:
            yield texts[0]
        elif name == PLURAL_MARK and len(texts) == 2:
            yield texts[0], texts[1]


def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="fr")


def update() -> None:
    """Add what is new, drop what is gone; what has no translation yet is printed."""
    known = catalogue() if PO.exists() else Catalog(locale="fr")
    fresh = Catalog(locale="fr", project="progpro-tui", fuzzy=False)
    for msgid in sorted(messages(), key=str):
        kept = known.get(msgid[0] if isinstance(msgid, tuple) else msgid)
        words = kept.string if kept else ""
        if isinstance(msgid, tuple) is isinstance(words, str):  # it was, or became, a plural
            words = ("", "") if isinstance(msgid, tuple) else ""
        fresh.add(msgid, words)
        if not words or not all(words):
            print(msgid)
    PO.parent.mkdir(exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, fresh, omit_header=True, width=100)


if __name__ == "__main__":
    update()
