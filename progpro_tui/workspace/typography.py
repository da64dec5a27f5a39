"""Putting French typography right in a questionnaire’s file, in its place."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.authoring.check import check
from progpro_tui.authoring.files import read_bounded
from progpro_tui.authoring.wording.fix_typography import fix_typography
from progpro_tui.workspace.workspace import Workspace


def put_typography_right(workspace: Workspace, path: Path) -> int | None:
    """In how many texts it was; none where the file has mistakes, and stays as it is.

    Raises :class:`InputError` where the file cannot be read.
    """
    content = read_bounded(path)
    report = check(path, workspace.host)
    if report.instrument is None or report.mistakes:
        return None
    fixed = fix_typography(content, str(path), report.instrument.languages)
    if fixed.n:
        place = path.resolve()  # a link stays a link
        mode = place.stat().st_mode
        workspace.fs.replace(place, fixed.content)
        place.chmod(mode)
    return fixed.n
