"""Export: a profile as PDF, written whole or not at all, and where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_documents_path

from progpro_tui.core.document import Voice
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import InputError
from progpro_tui.core.file_names import file_stem
from progpro_tui.core.text import N_
from progpro_tui.host.blame import guarded
from progpro_tui.i18n.dates import day
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.audit import Act
from progpro_tui.workspace.paths import check_outside, free_path, path_to_write, pdf_path
from progpro_tui.workspace.profiles import profile_data
from progpro_tui.workspace.sections import sections
from progpro_tui.workspace.workspace import Workspace

BOTH: tuple[Voice, ...] = ("person", "counsellor")


@dataclass(frozen=True)
class Exported:
    """Where a PDF was written, and the letters of the name that no font of ours has."""

    path: Path
    unprintable: str


def latest_finished(dossier: Dossier) -> RunRecord:
    """The run that was finished last. Raises :class:`InputError` where none was."""
    finished = [run for run in dossier.runs if run.finished]
    if not finished:
        raise InputError(N_("This dossier has no finished questionnaire yet: there is no profile."))
    return max(finished, key=lambda run: run.finished)


def proposed_path(record: RunRecord, tr: Translator, folder: Path | None = None) -> Path:
    """A free file name that says what and when, and nobody's name."""
    folder = folder or user_documents_path()
    stem = file_stem(tr(record.title)) or file_stem(record.instrument) or "profile"
    return free_path(folder / f"{stem}-{day(record.finished or record.started)}.pdf")


def export_profile(
    workspace: Workspace,
    dossier: Dossier,
    record: RunRecord,
    voices: tuple[Voice, ...],
    path: Path,
    tr: Translator,
) -> Exported:
    """Write the profile of a finished run as PDF.

    Raises :class:`InputError` where the run has no profile or the path is not one to write to, and
    :class:`StoreError` where writing fails; then nothing is written.
    """
    # fpdf2 takes half a second to import: only who exports waits for it.
    from progpro_tui.reports.pages import Subject, profile_document
    from progpro_tui.reports.pdf import unprintable, write_pdf

    path = pdf_path(path)
    profile, instrument = workspace.result(dossier.id, record)
    subject = Subject(
        practice=workspace.practice.name,
        person=dossier.person,
        counsellor="",
        date=record.finished,
    )
    data = profile_data(profile, instrument, tr)
    attachment = json.dumps(data, ensure_ascii=False, indent=1).encode()
    document = profile_document(
        profile,
        instrument,
        subject,
        tr.language,
        voices,
        attachment if "counsellor" in voices else None,
        sections(workspace.host, profile, instrument, tr),
    )
    _write(workspace, dossier, path, write_pdf(document))
    return Exported(path, unprintable(dossier.person))


def export_as(
    workspace: Workspace, dossier: Dossier, record: RunRecord, form: str, path: Path, tr: Translator
) -> Path:
    """Write the profile of a finished run in a form that a plugin brings; the path.

    Raises :class:`InputError` and :class:`StoreError` as :func:`export_profile`, and
    :class:`PluginError` where no plugin offers the form or it fails.
    """
    exporter = workspace.host.exporter(form)
    whole = path_to_write(path, exporter.suffix)
    profile, instrument = workspace.result(dossier.id, record)
    failure = N_("The export “{form}” failed: {error}")
    content = guarded(
        lambda: bytes(exporter.export(profile, instrument, tr.language)), failure, form=form
    )
    _write(workspace, dossier, whole, content)
    return whole


def _write(workspace: Workspace, dossier: Dossier, path: Path, content: bytes) -> None:
    """Note the export, then write it: one that the audit does not know of does not exist."""
    check_outside(workspace, path.parent)
    workspace.audit.note(Act.EXPORT, workspace.clock(), dossier.id)
    workspace.fs.make_folder(path.parent)
    workspace.fs.replace(path, content)
