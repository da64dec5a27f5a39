"""Names of exported files: whatever a title says, one small name inside the folder."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from progpro_tui.core.dossier import RunRecord
from progpro_tui.core.errors import InputError
from progpro_tui.core.file_names import RESERVED, file_stem
from progpro_tui.core.text import as_said
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.exports import proposed_path
from progpro_tui.workspace.paths import path_to_write
from tests.hostile.words import hostile

RECORD = RunRecord(
    id="r1",
    instrument="interests",
    version="1.0.0",
    hash="0" * 64,
    title=as_said(""),
    kind="rating",
    plugin="progpro_rating",
    seed=1,
    asked=60,
    started="2026-11-23T10:00:00",
    finished="2026-11-23T11:00:00",
)
FIT = re.compile(r"[a-z0-9][a-z0-9-]*")


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Mes intérêts", "mes-interets"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-file"),
        ("lpt1", "lpt1-file"),
        ("漢字", ""),
        ("a" * 300, "a" * 80),
        ("", ""),
    ],
)
def test_a_title_as_a_name(words: str, stem: str) -> None:
    assert file_stem(words) == stem


def test_ten_thousand_titles_stay_inside_the_folder(tmp_path: Path) -> None:
    tr = Translator("fr")
    for words in hostile(10_000):
        stem = file_stem(words)
        assert not stem or FIT.fullmatch(stem)
        assert stem not in RESERVED
        record = replace(RECORD, title=as_said(words[:5000]), instrument=words[:5000])
        path = proposed_path(record, tr, tmp_path)
        assert path.parent == tmp_path == path.resolve().parent
        assert len(path.name) <= 143
        assert re.fullmatch(r"[a-z0-9-]+-2026-11-23\.pdf", path.name)
        assert PureWindowsPath(path.name).parts == (path.name,)


@pytest.mark.parametrize("name", ["a\0.pdf", "a\x1b[31m.pdf", "a\n.pdf", "a\ud800.pdf", "a\x9b1m.pdf"])
def test_a_path_with_controls_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        path_to_write(tmp_path / name, ".pdf")
