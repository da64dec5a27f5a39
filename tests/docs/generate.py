"""The generated tables of the guide; run as a module, this brings them up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from progpro_tui.authoring.keys import Key, keys_of_file, keys_of_settings
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.docs.pages import pages

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


TABLES: dict[str, Table] = {"keys": keys}
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


if __name__ == "__main__":
    for page in (page for pair in pages() for page in pair):
        page.write_text(fresh(page), "utf-8")
