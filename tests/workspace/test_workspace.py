"""Use cases: the code and its waits, dossiers, runs, exports, the demonstration."""

from __future__ import annotations

import errno
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.core.errors import InputError, PluginError, StoreError
from progpro_tui.core.steps import SEEN
from progpro_tui.host.discovery import installed_plugins
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from progpro_tui.testing.practice import PASSPHRASE, new_practice, unlocked
from progpro_tui.workspace.demo import DemoClock, demo_profiles, make_demo
from progpro_tui.workspace.demo_people import PEOPLE
from progpro_tui.workspace.exports import export_profile, latest_finished, proposed_path
from progpro_tui.workspace.folders import practice_folder
from progpro_tui.workspace.settings import Settings, chosen_language
from progpro_tui.workspace.workspace import Workspace

NOON = datetime(2026, 11, 23, 12, 0).astimezone()


@pytest.fixture
def clock() -> DemoClock:
    return DemoClock(NOON)


@pytest.fixture
def workspace(tmp_path: Path, clock: DemoClock) -> Workspace:
    return new_practice(tmp_path / "p", code="2468", clock=clock, monotonic=clock.monotonic)


def test_three_wrong_codes_wait_a_minute_and_after_five_only_the_passphrase_helps(
    workspace: Workspace, clock: DemoClock
) -> None:
    workspace.practice.hand_over("d", "r")
    assert [workspace.practice.try_code("0000").tries_left for _ in range(2)] == [2, 1]
    for _ in range(2):
        until = workspace.practice.try_code("0000").wait_until
        assert until == clock.now + timedelta(minutes=1)
        assert not workspace.practice.try_code("2468").right, "no try during a wait"
        clock.now = until + timedelta(seconds=1)
    assert not workspace.practice.codes_spent
    assert workspace.practice.try_code("0000").spent
    clock.now += timedelta(days=1)
    assert workspace.practice.try_code("2468").spent, "not the right one either"
    workspace.close()
    again = unlocked(workspace.folder)
    assert again.practice.codes_spent, "a new start gives no new tries"
    assert again.practice.handed_over == ("d", "r")
    assert not again.practice.try_passphrase("soleil")
    assert again.practice.try_passphrase(PASSPHRASE.upper())
    assert again.practice.handed_over is None
    assert again.practice.load().wrong == 0
    assert again.practice.try_code("2468").right


def test_a_clock_that_is_set_back_makes_nobody_wait_longer(
    workspace: Workspace, clock: DemoClock
) -> None:
    for _ in range(3):
        workspace.practice.try_code("0000")
    clock.now -= timedelta(days=400)
    assert workspace.practice.try_code("2468").wait_until == clock.now + timedelta(minutes=1)
    clock.now += timedelta(seconds=30)
    assert not workspace.practice.try_code("2468").right, "nor does it give a try"
    clock.now += timedelta(seconds=31)
    assert workspace.practice.try_code("2468").right


def test_the_fourth_try_may_still_be_right(workspace: Workspace, clock: DemoClock) -> None:
    for _ in range(3):
        workspace.practice.try_code("0000")
    clock.now += timedelta(minutes=2)
    assert workspace.practice.try_code("2468").right
    assert workspace.practice.try_code("0000").tries_left == 2


def test_the_idle_minutes_are_kept(workspace: Workspace) -> None:
    assert workspace.practice.idle_minutes == 5
    workspace.practice.set_idle_minutes(15)
    workspace.close()
    assert unlocked(workspace.folder).practice.idle_minutes == 15


def test_a_full_disk_neither_frees_nor_locks_the_keyboard(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    workspace.practice.hand_over("d", "r")
    with monkeypatch.context() as disk:
        disk.setattr(workspace.fs, "write", full)
        assert [workspace.practice.try_code("0000").tries_left for _ in range(2)] == [2, 1]
        assert workspace.practice.try_code("0000").wait_until is not None
        assert not workspace.practice.try_code("2468").right
    again = unlocked(workspace.folder)
    monkeypatch.setattr(again.fs, "write", full)
    assert again.practice.try_code("2468").right


@pytest.mark.parametrize("code", ["123", "123456789", "12a4", "", "١٢٣٤"])
def test_a_code_is_four_to_eight_digits(tmp_path: Path, code: str) -> None:
    with pytest.raises(InputError):
        new_practice(tmp_path, code=code)
    assert not (tmp_path / "practice").exists()


def test_the_code_is_not_kept_in_clear(workspace: Workspace, tmp_path: Path) -> None:
    for path in (tmp_path / "p" / "practice").iterdir():
        assert b"2468" not in path.read_bytes()


@pytest.mark.parametrize(
    ("sought", "found"), [("nguyen", True), ("ÉLODIE ber", True), ("elodie x", False), ("d1", False)]
)
def test_a_dossier_is_found_by_any_words_of_its_name(
    workspace: Workspace, sought: str, found: bool
) -> None:
    dossier = workspace.dossiers.create("Bernard-Nguyễn, Élodie", "bilan")
    assert workspace.dossiers.find(dossier.id).id == dossier.id
    if found:
        assert workspace.dossiers.find(sought).id == dossier.id
    else:
        with pytest.raises(InputError):
            workspace.dossiers.find(sought)


def test_a_name_that_fits_several_is_not_guessed(workspace: Workspace) -> None:
    for name in ("Petit, Rose", "Petit, Jean"):
        workspace.dossiers.create(name, "project")
    with pytest.raises(InputError, match="several"):
        workspace.dossiers.find("petit")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_an_empty_or_endless_name_makes_no_dossier(workspace: Workspace, name: str) -> None:
    with pytest.raises(InputError):
        workspace.dossiers.create(name, "bilan")
    assert workspace.dossiers.all() == ([], [])


def begun(workspace: Workspace) -> tuple[str, str]:
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer(SEEN, language="fr")
    sitting.answer(4, language="fr")
    return dossier.id, sitting.record.id


def test_a_run_keeps_its_own_copy_of_the_instrument(workspace: Workspace) -> None:
    dossier, run = begun(workspace)
    sitting = workspace.runs.resume(dossier, run)
    assert sitting.instrument == workspace.shelf.find("interests")
    assert (sitting.number, sitting.total, sitting.answered) == (2, 60, 1)
    assert workspace.runs.progress(dossier, run) == 1
    assert not sitting.plugin_changed


def test_a_run_whose_plugin_is_gone_cannot_be_resumed_and_loses_nothing(workspace: Workspace) -> None:
    dossier, run = begun(workspace)
    bare = unlocked(workspace.folder, host=PluginHost([]))
    with pytest.raises(PluginError):
        bare.runs.resume(dossier, run)
    assert len(bare.repository.answers(dossier, run)) == 2


def test_a_run_whose_plugin_changed_says_so(workspace: Workspace) -> None:
    from dataclasses import replace

    dossier, run = begun(workspace)
    newer = [replace(plugin, version="9.9") for plugin in installed_plugins()]
    other = unlocked(workspace.folder, host=PluginHost(newer))
    assert other.runs.resume(dossier, run).plugin_changed


def test_two_windows_on_one_run_lose_no_answer_without_a_word(workspace: Workspace) -> None:
    dossier, run = begun(workspace)
    one, other = (workspace.runs.resume(dossier, run) for _ in range(2))
    while one.step is not None:
        one.answer(1, language="fr")
    other.answer(5, language="fr")
    with pytest.raises(StoreError, match="another window"):
        one.finish()
    again = workspace.runs.resume(dossier, run)
    assert list(again.administration.answers.values())[1:3] == [4, 5]
    assert again.finish().lines[1].value == 5


def test_the_same_answer_again_keeps_its_time_and_language(
    workspace: Workspace, clock: DemoClock
) -> None:
    dossier, run = begun(workspace)
    sitting = workspace.runs.resume(dossier, run)
    before = workspace.repository.answers(dossier, run)
    sitting.administration.back()
    clock.forward(60)
    sitting.answer(4, language="en", by="person")
    assert workspace.repository.answers(dossier, run) == before
    assert sitting.number == 2


class Failing:
    """A plugin whose code fails when it is needed."""

    id = "holland.code"

    def compute(self, instrument: object, profile: object) -> object:
        raise ZeroDivisionError("late")


def test_an_index_that_fails_is_named_and_the_profile_stands(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, run = begun(workspace)
    monkeypatch.setattr(PluginHost, "index", lambda host, name: Failing())
    sitting = workspace.runs.resume(dossier, run)
    while sitting.step is not None:
        sitting.answer(3, language="fr")
    profile = sitting.finish()
    failed = profile.index("holland.code")
    assert failed is not None
    assert failed.reason is not None
    assert "late" in Translator("fr")(failed.reason)
    assert profile.score("R").value == Fraction(31, 10)


def test_an_exercise_that_fails_is_a_plugins_error_and_the_answer_is_safe(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from progpro_rating.rating import Rating

    dossier, run = begun(workspace)
    sitting = workspace.runs.resume(dossier, run)

    def fail(*_: object) -> None:
        raise SystemExit(3)

    monkeypatch.setattr(Rating, "profile", fail)
    while sitting.step is not None:
        sitting.answer(3, language="fr")
    with pytest.raises(PluginError):
        sitting.finish()
    assert len(workspace.repository.answers(dossier, run)) == 61


def test_an_unfinished_run_has_no_profile_to_export(workspace: Workspace, tmp_path: Path) -> None:
    dossier_id, run = begun(workspace)
    dossier = workspace.dossiers.get(dossier_id)
    with pytest.raises(InputError):
        latest_finished(dossier)
    with pytest.raises(InputError):
        export_profile(
            workspace, dossier, dossier.run(run), ("person",), tmp_path / "x.pdf", Translator("fr")
        )
    assert not (tmp_path / "x.pdf").exists()


def test_the_demonstration_has_eight_people_each_worth_a_look(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    written = make_demo(folder, "Cabinet Horizon", "fr")
    workspace = unlocked(folder)
    dossiers, broken = workspace.dossiers.all()
    assert {dossier.person for dossier in dossiers} == {person.person for person in PEOPLE}
    assert broken == []
    finished = {d.person: d for d in dossiers if d.runs and d.runs[-1].finished}
    assert {dossier.runs[-1].instrument for dossier in finished.values()} == {"interests"}
    assert len(finished) == len(written) == 6
    others = {run.instrument for d in dossiers for run in d.runs[:-1] if run.finished}
    assert others == {name for fictitious in PEOPLE for name in fictitious.before}
    assert demo_profiles(folder) == written

    def code(person: str) -> object:
        dossier = finished[person]
        profile, _ = workspace.result(dossier.id, dossier.runs[-1])
        index = profile.index("holland.code")
        assert index is not None
        return index.data["code"]

    assert code("Lefèvre, Noé") == "(RIASEC)"
    assert code("Haddad, Samir") == "(AS)I"
    assert code("Petit, Rose") is None
    half = next(d for d in dossiers if d.person.startswith("Bernard"))
    assert workspace.runs.progress(half.id, half.runs[0].id) == 27
    assert [d.person for d in dossiers if not d.runs] == ["Morel, Inès"]
    for path in written:
        words = "".join(page.extract_text() for page in PdfReader(path).pages)
        for french in ("cœur", "l’intérêt", "€", "œuvre", "Mes intérêts"):
            assert french in words


def test_a_demonstration_cut_short_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "demo"
    with monkeypatch.context() as broken:
        broken.setattr("progpro_tui.workspace.demo.latest_finished", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make_demo(folder, "Cabinet", "fr")
    assert not folder.exists()
    make_demo(folder, "Cabinet", "fr")
    assert len(unlocked(folder).dossiers.all()[0]) == 8


def test_a_proposed_path_is_free_and_names_nobody(workspace: Workspace, tmp_path: Path) -> None:
    dossier_id, run = begun(workspace)
    record = workspace.dossiers.get(dossier_id).run(run)
    first = proposed_path(record, Translator("fr"), tmp_path)
    assert first.name == "mes-interets-2026-11-23.pdf"
    first.touch()
    assert proposed_path(record, Translator("fr"), tmp_path).name == "mes-interets-2026-11-23-2.pdf"


def test_which_practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert practice_folder(tmp_path) == tmp_path
    assert practice_folder(None).parts[-2:] == ("progpro", "practice")
    assert practice_folder(None, "/chosen") == Path("/chosen")
    monkeypatch.setenv("PROGPRO_PRACTICE", "/somewhere")
    assert practice_folder(None, "/chosen") == Path("/somewhere")


@pytest.mark.parametrize(
    ("asked", "kept", "locale", "expected"),
    [
        ("en", "fr", "fr_FR.UTF-8", "en"),
        (None, "en", "fr_FR.UTF-8", "en"),
        (None, "", "en_GB.UTF-8", "en"),
        (None, "", "de_DE.UTF-8", "fr"),
        (None, "", "C.UTF-8", "fr"),
        (None, "", "POSIX", "fr"),
        ("xx", "", "", "fr"),
    ],
)
def test_which_language(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, kept: str, locale: str, expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert chosen_language(asked, Settings(kept)) == expected


def test_settings_that_cannot_be_read_are_as_good_as_none() -> None:
    Settings("en", "papier", "/chosen").keep()
    assert Settings.load() == Settings("en", "papier", "/chosen")
    for nonsense in (b"[]", b"\xff", b"{"):
        Settings.path().write_bytes(nonsense)
        assert Settings.load() == Settings()
