"""A practice begins: where it may stand, and the page of its recovery code."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.keys.recovery_code import new_code, random_part
from progpro_tui.storage.places import check_place
from progpro_tui.storage.synchronised import synchronised_by
from progpro_tui.workspace.folders import practice_folder
from progpro_tui.workspace.paths import check_outside, free_path, pdf_path
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import OWN_INSTRUMENTS, Workspace

OWN = {OWN_INSTRUMENTS, "plugins"}
"""What may stand in a folder before a practice does: an author's own files."""


def draw_recovery_code() -> str:
    """A fresh recovery code, as it is printed."""
    return new_code()


def check_recovery_code(typed: str) -> str:
    """The code again. Raises :class:`InputError` where it cannot be one that was printed."""
    random_part(typed)
    return typed


def fit_folder(folder: Path) -> Path:
    """The whole path of a folder that a practice can begin in, or that holds one already.

    Raises :class:`InputError` where other things are in it or it is no path at all, and
    :class:`UnfitPlace` on a network drive or in a folder that a cloud copies. Nothing is made.
    """
    try:
        whole = folder.expanduser().absolute()
        whole.resolve()  # raises where no file could have this name
        names = {path.name for path in whole.iterdir()} if whole.exists() else set()
    except NotADirectoryError:
        raise InputError(N_("“{folder}” is a file: choose a folder."), folder=str(folder)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(
            N_("“{folder}” cannot be a practice’s folder: choose another."), folder=str(folder)[:80]
        ) from error
    check_place(whole)
    if names - OWN and not Workspace(whole).practice.exists:
        raise InputError(
            N_("“{folder}” holds other things: choose a folder of its own, such as “{own}”."),
            folder=str(whole),
            own=str(whole / "progpro"),
        )
    return whole


def remember(folder: Path, settings: Settings) -> None:
    """Let a start open the practice in ``folder``, unless it opens another one already."""
    usual = practice_folder(None, settings.folder)
    if usual != folder and not Workspace(usual).practice.exists:
        settings.folder = str(folder)
        settings.keep()


def recovery_path(tr: Translator, folder: Path | None = None) -> Path:
    """A free file name for the page of the recovery code, among the user's documents; in the home
    folder where a cloud copies those: what it copied once, it keeps.
    """
    if folder is None:
        folder = user_documents_path()
        if synchronised_by(folder) and not synchronised_by(Path.home()):
            folder = Path.home()
    return free_path(folder / f"{tr(N_('recovery-code'))}.pdf")


def print_recovery_code(
    workspace: Workspace, code: str, practice: str, path: Path, tr: Translator
) -> Path:
    """Write the page of a recovery code as PDF; where it was written.

    Raises :class:`InputError` where the path is not one to write to or holds a file already, and
    :class:`StoreError` where writing fails. Then nothing is written.
    """
    # fpdf2 takes half a second to import: only who prints waits for it.
    from progpro_tui.reports.pdf import write_pdf
    from progpro_tui.reports.recovery_page import recovery_document

    path = pdf_path(path)
    check_outside(workspace, path.parent)
    if path.exists():
        raise InputError(N_("“{path}” exists already: choose another name."), path=str(path))
    created = workspace.clock().isoformat(timespec="seconds")
    document = recovery_document(
        tuple(code.split()), practice, str(workspace.folder), created, tr.language
    )
    pdf = write_pdf(document)
    workspace.fs.make_folder(path.parent)
    workspace.fs.replace(path, pdf)
    return path
