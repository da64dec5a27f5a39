"""Paper: the blank form of an instrument as PDF, and whether a form in hand is of this version."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.paper import Paper, paper_of
from progpro_tui.core.text import N_
from progpro_tui.host.blame import blaming
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.paths import folder_there, pdf_path
from progpro_tui.workspace.profiles import open_run
from progpro_tui.workspace.workspace import Workspace


def form_of(workspace: Workspace, instrument: Instrument) -> Paper:
    """What stands on the form of an instrument.

    Raises :class:`InputError` where its kind cannot be printed, and says why.
    """
    exercise = workspace.host.exercise(instrument.kind)
    with blaming(workspace.host.plugin_of(instrument.kind).name):
        return paper_of(exercise, open_run(workspace.host, instrument, seed=0))


def print_form(
    workspace: Workspace,
    instrument: Instrument,
    path: Path,
    tr: Translator,
    named: str,
    plain: bool = False,
    force: bool = False,
) -> Path:
    """Write the blank form of an instrument as PDF; where it was written.

    ``named`` is what the instrument is called by on the command line: the form says how it is keyed.

    Raises :class:`InputError` where the kind cannot be printed, the path is not one to write to, its
    folder is missing, or (without ``force``) it holds a file already; :class:`StoreError` where writing
    fails. Then nothing is written.
    """
    # fpdf2 takes half a second to import: only who prints waits for it.
    from progpro_tui.reports.form_pages import form_document
    from progpro_tui.reports.pdf import write_pdf

    path = folder_there(pdf_path(path))
    paper = form_of(workspace, instrument)
    if path.exists() and not force:
        raise InputError(N_("“{path}” exists already: --force replaces it."), path=str(path))
    created = workspace.clock().isoformat(timespec="seconds")
    pdf = write_pdf(form_document(paper, instrument, tr.language, plain, created, named))
    workspace.fs.replace(path, pdf)
    return path
