"""Everything that is kept of one person, for that person or for another practice.

One JSON file that a machine can read, of this shape (version 1):

```
{"format": "progpro person", "version": 1, "program": …, "made": ISO time,
 "dossier": {"id", "person", "programme", "opened", "seen", "archived"},
 "runs": [{"record": {…, "instrument", "version", "hash", "started", "finished"},
           "answers": [{"step", "answer", "final", "at", "seconds", "language", "plain", "by"}, …],
           "profile": {…} or null}, …],
 "notes": [{"id", "written", "words", "run"}, …],
 "instruments": [the copy that was answered, one of each hash: every question and level in words],
 "audit": [{"n", "when", "act", "by", "count"}, …]}
```
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from progpro_tui import __version__
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.audit import Act
from progpro_tui.storage.records import to_data
from progpro_tui.workspace.paths import check_outside, free_path
from progpro_tui.workspace.workspace import Workspace

FORMAT = "progpro person"
VERSION = 1


def person_data(workspace: Workspace, dossier: Dossier) -> dict[str, Any]:
    """What the file holds. Raises :class:`StoreError` where something of it cannot be read."""
    head = to_data(replace(dossier, runs=()))
    del head["runs"]
    copies = {run.hash: workspace.repository.instrument(run.hash) for run in dossier.runs}
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "made": workspace.runs.now(),
        "dossier": head,
        "runs": [_run(workspace, dossier.id, run) for run in dossier.runs],
        "notes": [to_data(note) for note in workspace.repository.notes(dossier.id)],
        "instruments": [to_data(copy) for copy in copies.values()],
        "audit": [
            {"n": each.n, "when": each.when, "act": each.act, "by": each.by, "count": each.count}
            for each in workspace.audit.entries()
            if each.object == dossier.id
        ],
    }


def _run(workspace: Workspace, dossier_id: str, record: Any) -> dict[str, Any]:
    repository = workspace.repository
    repository.check_run(dossier_id, record.id)
    profile = repository.profile(dossier_id, record.id)
    return {
        "record": to_data(record),
        "answers": [to_data(given) for given in repository.answers(dossier_id, record.id)],
        "profile": None if profile is None else to_data(replace(profile, given=())),
    }


def export_person(
    workspace: Workspace, dossier: Dossier, folder: Path, tr: Translator
) -> tuple[Path, Path]:
    """Write the JSON file and a PDF that reads the same; the two paths. No name stands in theirs.

    Raises :class:`InputError` where the folder is the practice's own, and :class:`StoreError` where
    something cannot be read or written.
    """
    # fpdf2 takes half a second to import: only who exports waits for it.
    from progpro_tui.reports.pdf import write_pdf
    from progpro_tui.reports.whole_person import Held, whole_person_document

    check_outside(workspace, folder)
    data = person_data(workspace, dossier)
    content = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    held = Held(
        workspace.practice.name,
        dossier,
        tr(workspace.programmes.name(dossier.programme)),
        data["made"],
        tuple(_readable(workspace, dossier)),
        tuple(workspace.repository.notes(dossier.id)),
        tuple((each["when"], each["act"]) for each in data["audit"]),
    )
    pdf = write_pdf(whole_person_document(held, tr.language))
    workspace.audit.note(Act.EXPORT, workspace.clock(), dossier.id)
    workspace.fs.make_folder(folder)
    stem = f"progpro-{dossier.id}-{data['made'][:10]}"
    paths = free_path(folder / f"{stem}.json"), free_path(folder / f"{stem}.pdf")
    workspace.fs.replace(paths[0], content)
    workspace.fs.replace(paths[1], pdf)
    return paths


def _readable(
    workspace: Workspace, dossier: Dossier
) -> list[tuple[Any, Instrument, Profile | None, int]]:
    """Each run with its copy, its profile, and how many answers it has."""
    repository = workspace.repository
    return [
        (
            run,
            repository.instrument(run.hash),
            repository.profile(dossier.id, run.id),
            workspace.runs.progress(dossier.id, run.id),
        )
        for run in dossier.runs
    ]
