"""The first files of a plugin: those of the template, under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

import progpro_tui
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
LONGEST = 30
WORD = "template"
"""What the template calls itself; written ``Template`` it is a class."""


def template_folder() -> Path:
    """The template: in the package, else beside it in a checkout."""
    package = Path(progpro_tui.__file__).parent
    inside = package / WORD
    return inside if inside.is_dir() else package.parent / "plugins" / WORD


def plugin_name(typed: str) -> str:
    """The name of a plugin. Raises :class:`InputError` for what cannot be one."""
    name = typed.strip()
    if not NAME.fullmatch(name) or len(name) > LONGEST or iskeyword(name):
        raise InputError(
            N_("“{name}” cannot be a name: small letters a–z, digits and hyphens, a letter first."),
            name=name[:60],
        )
    return name


def plugin_files(name: str) -> Iterator[tuple[Path, str]]:
    """Every file of a new plugin: its path inside the plugin's folder, and its text."""
    folder = template_folder()
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__pycache")) for part in inner.parts):
            yield Path(_renamed(str(inner), name)), _renamed(path.read_text("utf-8"), name)


def _renamed(text: str, name: str) -> str:
    """The text of the template with the name in each of its forms."""
    module = name.replace("-", "_")
    title = "".join(part.capitalize() for part in name.split("-"))
    text = text.replace(f"progpro_{WORD}", f"progpro_{module}").replace(
        f"test_{WORD}", f"test_{module}"
    )
    return text.replace(WORD.capitalize(), title).replace(WORD, name)
