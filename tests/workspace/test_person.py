"""Everything that is kept of a person goes out as one file, and comes in again as a new dossier."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.i18n.translator import Translator
from progpro_tui.testing.practice import new_practice, unlocked
from progpro_tui.workspace.notes import keep_note, new_note
from progpro_tui.workspace.person_export import export_person
from progpro_tui.workspace.person_import import import_person
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs, Killed

FR = Translator("fr")


def filled(folder: Path) -> tuple[Workspace, Dossier]:
    """A practice in which one person has finished one questionnaire, and begun another."""
    workspace = new_practice(folder)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    for finishing in (True, False):
        sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
        sitting.answer("seen", language="fr")
        for value in range(60 if finishing else 3):
            sitting.answer(1 + value % 5, language="fr")
        if finishing:
            sitting.finish()
    dossier = workspace.dossiers.get(dossier.id)
    note = new_note(workspace, dossier.runs[0].id)
    keep_note(workspace, dossier.id, note, "A aimé en parler.\nÀ reprendre jeudi.")
    keep_note(workspace, dossier.id, new_note(workspace), "Préfère le matin.")
    return workspace, dossier


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Dossier, Path, Path]:
    folder = tmp_path_factory.mktemp("person")
    workspace, dossier = filled(folder / "practice")
    return workspace, dossier, *export_person(workspace, dossier, folder / "out", FR)


Exported = tuple[Workspace, Dossier, Path, Path]


def test_it_comes_back_in_another_practice(exported: Exported, tmp_path: Path) -> None:
    workspace, dossier, path, _ = exported
    other = new_practice(tmp_path)
    found = import_person(other, path)
    assert other.dossiers.all()[0] == [found]
    assert found.id != dossier.id
    assert (found.person, found.programme, found.opened) == (
        dossier.person,
        dossier.programme,
        dossier.opened,
    )
    for before, after in zip(dossier.runs, found.runs, strict=True):
        assert after == replace(before, id=after.id)
        assert after.id != before.id
        assert other.repository.answers(found.id, after.id) == workspace.repository.answers(
            dossier.id, before.id
        )
        assert other.repository.profile(found.id, after.id) == workspace.repository.profile(
            dossier.id, before.id
        )
        assert other.repository.instrument(after.hash) == workspace.repository.instrument(before.hash)
    notes = other.repository.notes(found.id)
    assert [(note.words, note.run) for note in notes] == [
        ("A aimé en parler.\nÀ reprendre jeudi.", found.runs[0].id),
        ("Préfère le matin.", ""),
    ]
    assert other.runs.resume(found.id, found.runs[1].id).answered == 3
    assert import_person(other, path).id != found.id


def test_the_file_says_everything_and_its_name_nobody(exported: Exported) -> None:
    _, dossier, path, pdf = exported
    data = json.loads(path.read_text("utf-8"))
    assert (data["format"], data["version"]) == ("progpro person", 1)
    assert data["dossier"]["person"] == "Delorme, Amina"
    assert len(data["runs"][0]["answers"]) == 61
    assert data["runs"][0]["profile"]["scores"]
    assert data["runs"][1]["profile"] is None
    assert [each["id"] for each in data["instruments"]] == ["interests"]
    assert path.stem.startswith(f"progpro-{dossier.id}-")
    assert path.stat().st_mode & 0o777 == pdf.stat().st_mode & 0o777 == 0o600


def test_the_readable_twin_has_the_answers_in_words(exported: Exported) -> None:
    words = "\n".join(page.extract_text() for page in PdfReader(exported[3]).pages)
    for expected in (
        "Delorme, Amina",
        "Ce qui est conservé sur vous",
        "Classer les archives",
        "3 réponses",
    ):
        assert expected in words.replace("\u00a0", " ")


WRONG: list[Callable[[dict[str, Any]], object]] = [
    lambda data: data.update(format="another"),
    lambda data: data.update(version=2),
    lambda data: data.pop("runs"),
    lambda data: data.update(runs={}),
    lambda data: data.pop("dossier"),
    lambda data: data["dossier"].update(person="  "),
    lambda data: data["dossier"].update(person="x" * 1000),
    lambda data: data["dossier"].update(programme="x" * 1000),
    lambda data: data["dossier"].update(opened="\x1b[2J"),
    lambda data: data["runs"][0].pop("record"),
    lambda data: data["runs"][0]["record"].update(started="yesterday"),
    lambda data: data["runs"][0]["record"].update(seed="many"),
    lambda data: data["runs"][0]["record"].update(hash="0" * 64),
    lambda data: data["runs"][0].update(profile=None),
    lambda data: data["runs"][0].update(profile={"scores": 3}),
    lambda data: data["runs"][0]["profile"].update(facts=0),
    lambda data: data["runs"][0]["profile"]["scores"][0].update(scale="../../etc"),
    lambda data: data["runs"][0]["profile"]["indices"][0].update(id="\ud800"),
    lambda data: data["runs"][0]["answers"].append({"step": "x"}),
    lambda data: data["runs"][0]["answers"].append({"step": "x", "answer": {"deep": []}}),
    lambda data: data["instruments"][0].update(author="somebody else"),
    lambda data: data["instruments"].clear(),
    lambda data: data["instruments"].append("none"),
]


@pytest.mark.parametrize("change", WRONG)
def test_a_file_that_is_not_as_written_is_refused_and_nothing_is_kept(
    exported: Exported, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    data = json.loads(exported[2].read_text("utf-8"))
    change(data)
    path = tmp_path / "person.json"
    path.write_text(json.dumps(data))
    other = new_practice(tmp_path / "practice")
    with pytest.raises(InputError):
        import_person(other, path)
    assert other.dossiers.all() == ([], [])


@pytest.mark.parametrize("code", [0, errno.ENOSPC])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_an_import_cut_short_leaves_the_whole_person_or_none(
    exported: Exported, tmp_path: Path, code: int, share: float
) -> None:
    counting = FaultyFs()
    import_person(new_practice(tmp_path / "counted", fs=counting), exported[2])
    calls = len(counting.calls)
    fs = FaultyFs()
    other = new_practice(tmp_path / "practice", fs=fs)
    fs.fail(int(calls * share), code, more=10**6 if code else 0)
    with suppress(StoreError, Killed):
        import_person(other, exported[2])
    fs.heal()
    if code:
        other.close()
    again = unlocked(tmp_path / "practice")
    found, broken = again.dossiers.all()
    assert broken == []
    assert [len(each.runs) for each in found] in ([], [2])
    assert len(list((tmp_path / "practice" / "dossiers").glob("*"))) == len(found)
    assert again.erasures.begun() == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_file_of_ours_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "person.json"
    path.write_bytes(content)
    with pytest.raises(InputError):
        import_person(new_practice(tmp_path / "practice"), path)
    with pytest.raises(InputError):
        import_person(new_practice(tmp_path / "other"), tmp_path / "nowhere.json")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_may_never_end_is_not_read(tmp_path: Path) -> None:
    other, pipe = new_practice(tmp_path / "practice"), tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for endless in (pipe, Path("/dev/zero")):
        with pytest.raises(InputError, match="is no file"):
            import_person(other, endless)
