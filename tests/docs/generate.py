"""The tables of the guide, and what its commands print; run as a module, this brings both up to date.

What is new is to be read before it is kept: that a page shows what the program prints does not make
it right.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from progpro_tui.authoring.keys import Key, keys_of_file, keys_of_settings
from progpro_tui.host import hookspecs
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.docs.examples import Folder, agrees, tidy
from tests.docs.pages import Block, pages

Table = Callable[[Translator], Iterator[str]]

HEADS = {
    "fr": ("Rubrique", "Si elle manque", "Ce qu’on y écrit", "À quoi elle sert"),
    "en": ("Key", "Where it is missing", "What to write", "What it is for"),
}
FILE = {"fr": "Tout fichier", "en": "Every file"}
SETTINGS = {"fr": "`settings`, type `{kind}`", "en": "`settings`, kind `{kind}`"}
REQUIRED = {"fr": "obligatoire", "en": "required"}


def keys(tr: Translator) -> Iterator[str]:
    """The keys of every file, then those of the settings of each kind."""
    host = PluginHost()
    yield from _section(FILE[tr.language], keys_of_file(), tr)
    for kind in sorted(host.kinds):
        title = SETTINGS[tr.language].format(kind=kind)
        yield from _section(title, keys_of_settings(host.exercise(kind).Settings), tr)


def _section(title: str, found: Iterable[Key], tr: Translator) -> Iterator[str]:
    yield from ("", f"### {title}", "", *_rows([HEADS[tr.language], ("---",) * 4]))
    yield from _rows(_row(key, tr) for key in found)


def _row(key: Key, tr: Translator) -> tuple[str, ...]:
    missing = REQUIRED[tr.language] if key.required else ""
    if key.default is not None:
        missing = f"`{key.default}`"
    about = tr(key.about) if key.about else ""
    return f"`{'.'.join(key.path)}`", missing, tr(key.type), about


def _rows(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


HOOK_HEADS = {
    "fr": ("Point d’accroche", "Ce qu’il renvoie", "À quoi il sert"),
    "en": ("Hook", "What it returns", "What it is for"),
}
HOOKS_IN_FRENCH = {
    "progpro_exercises": "Les types de questionnaire que cette extension apporte.",
    "progpro_steps": "Les étapes à elle que ses questionnaires demandent, chacune avec son dessin.",
    "progpro_instruments": "Les fichiers de questionnaire que cette extension apporte.",
    "progpro_indices": "Les indices qu’un questionnaire peut nommer sous « indices ».",
    "progpro_report_sections": "Les parties que cette extension ajoute à un rapport.",
    "progpro_exporters": "Les formes de fichier sous lesquelles cette extension écrit un profil.",
    "progpro_importers": "Les formes de fichier dont cette extension fait un questionnaire.",
    "progpro_occupations": "Les métiers que cette extension connaît.",
    "progpro_programmes": "Les accompagnements qu’un nouveau dossier peut commencer.",
    "progpro_commands": "Les commandes que cette extension ajoute à la ligne de commande.",
}
"""What the hooks themselves say in English."""


def hooks(tr: Translator) -> Iterator[str]:
    """Every hook of the host: what it returns, what it is for."""
    yield from ("", *_rows([HOOK_HEADS[tr.language], ("---",) * 3]))
    for name in hook_names():
        spec = getattr(hookspecs, name)
        about = HOOKS_IN_FRENCH[name] if tr.language == "fr" else " ".join((spec.__doc__ or "").split())
        returned = re.sub(r"type\[Exercise\[Any\]\]", "type[Exercise]", spec.__annotations__["return"])
        link = f"[`{name}`](#{name})"
        yield from _rows([(link, f"`{returned}`", typeset(about, tr.language).replace("``", "`"))])


def hook_names() -> list[str]:
    """The hooks in the order in which they are declared."""
    return [name for name in vars(hookspecs) if name.startswith("progpro_")]


def typeset(words: str, language: str) -> str:
    """French quotation marks with their no-break spaces."""
    return words.replace("« ", "«\u00a0").replace(" »", "\u00a0»") if language == "fr" else words


TABLES: dict[str, Table] = {"keys": keys, "hooks": hooks}
"""What stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``."""


def fresh(page: Path) -> str:
    """The words of a page with its tables as they are now."""
    words = page.read_text("utf-8")
    tr = Translator(page.parent.name)
    for name, table in TABLES.items():
        start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        if start in words:
            before, _, rest = words.partition(start)
            words = "\n".join((before + start, *table(tr), "", end + rest.partition(end)[2]))
    return words


class Scribe(Folder):
    """A reader who writes down what is printed otherwise than the page says."""

    def __init__(self, folder: Path, language: str) -> None:
        super().__init__(folder, language)
        self.changes: list[tuple[str, str]] = []

    def compare(self, block: Block, command: str, expected: str, found: str) -> None:
        if agrees(expected, found):
            return
        if "…" in expected.strip("…\n"):
            print(f"{block.page.name}:{block.line}: to be mended by hand: {command}\n{found}")
            return
        shown = "\n".join(tidy(found)) + "\n"
        old = f"$ {command}\n" + (f"{expected.rstrip()}\n" if expected.strip() else "")
        self.changes.append((old, f"$ {command}\n{shown}"))


def rewrite(page: Path) -> None:
    """Bring one page up to date. Where one command stands twice, the first that fits is mended."""
    with TemporaryDirectory() as folder, chdir(folder):
        os.environ["PROGPRO_PRACTICE"] = folder
        os.environ["XDG_CONFIG_HOME"] = folder
        scribe = Scribe(Path(folder), page.parent.name)
        scribe.follow(page)
    words = page.read_text("utf-8")
    for old, new in scribe.changes:
        words = words.replace(old, new, 1)
    page.write_text(words, "utf-8")
    page.write_text(fresh(page), "utf-8")


if __name__ == "__main__":
    for french, english in pages():
        rewrite(french)
        rewrite(english)
