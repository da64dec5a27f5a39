"""What the counsellor notes in a dossier: begun, changed, and gone when it is emptied."""

from __future__ import annotations

from dataclasses import replace

from progpro_tui.core.clean import purged
from progpro_tui.core.dossier import Note
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.workspace.dossiers import new_id
from progpro_tui.workspace.workspace import Workspace

LONGEST = 10_000
"""Letters of one note: five pages, and an end."""


def new_note(workspace: Workspace, run: str = "") -> Note:
    """A note without words yet, of now; ``run`` is the administration that is under way."""
    return Note(new_id(), workspace.runs.now(), "", run)


def keep_note(workspace: Workspace, dossier_id: str, note: Note, words: str) -> None:
    """Keep these words as the note's; without words there is no note any more.

    Raises :class:`InputError` where they are endless, and :class:`StoreError`.
    """
    words = purged(words, lines=True).strip()
    if len(words) > LONGEST:
        raise InputError(N_("The note is too long: {most} characters at most."), most=LONGEST)
    if words:
        workspace.repository.keep_note(dossier_id, replace(note, words=words))
    elif any(kept.id == note.id for kept in workspace.repository.notes(dossier_id)):
        workspace.repository.drop_note(dossier_id, note.id)
