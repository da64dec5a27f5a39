"""Writes the certificate of a dossier that was destroyed: a page, and the same for a computer."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.erasing import Erased
from progpro_tui.workspace.paths import free_path
from progpro_tui.workspace.workspace import Workspace


def write_certificate(
    workspace: Workspace, erased: Erased, folder: Path, tr: Translator
) -> tuple[Path, Path]:
    """Write ``certificate-<id>.pdf`` and ``.json``; the two paths. Raises :class:`StoreError`."""
    from progpro_tui.reports.certificate import Destroyed, certificate
    from progpro_tui.reports.pdf import write_pdf

    said = asdict(erased)
    pdf = write_pdf(certificate(Destroyed(workspace.practice.name, **said), tr.language))
    places = [
        {"folder": folder, "last_backup": last, "expires": until}
        for folder, last, until in erased.beyond
    ]
    data = {"is": "progpro certificate", "version": 1, **said, "beyond": places}
    workspace.fs.make_folder(folder)
    paths = tuple(
        free_path(folder / f"progpro-certificate-{erased.id}{suffix}") for suffix in (".pdf", ".json")
    )
    workspace.fs.replace(paths[0], pdf)
    workspace.fs.replace(paths[1], json.dumps(data, ensure_ascii=False, indent=1).encode())
    return paths[0], paths[1]
