"""A plugin that goes wrong in the middle: nothing is lost, nothing false is kept, it is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from progpro_tui.authoring.new.plugin import template_folder
from progpro_tui.core.errors import PluginError, ProgproError
from progpro_tui.host.endless import WATCH
from progpro_tui.host.plugin import State
from progpro_tui.workspace.exports import export_profile
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import run
from tests.tui.driver import practice

NAME = "progpro_template"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The template's package, to be spoilt, as an installed distribution."""
    import shutil

    site = tmp_path / "site"
    shutil.copytree(template_folder() / NAME, site / NAME)
    info = site / f"{NAME}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[progpro_tui]\ntemplate = {NAME}\n")
    monkeypatch.syspath_prepend(str(site))
    forget()
    return site / NAME


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith(NAME)]:
        del sys.modules[name]


def spoilt(package: Path, file: str, before: str, after: str) -> Workspace:
    """A practice with the plugin approved, after one change of its code."""
    path = package / file
    words = path.read_text("utf-8")
    assert before in words
    path.write_text(words.replace(before, after, 1), "utf-8")
    workspace = practice(package.parents[1] / "practice")
    assert workspace.plugins.approve(workspace.plugins.get("template")).state is State.READY
    forget()
    return workspace


def answered(workspace: Workspace, package: Path, most: int = 99) -> tuple[str, str]:
    """The ids of a dossier and of a run whose questions are answered."""
    dossier = workspace.dossiers.create("Roux, Camille", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find(package / "example.yaml"))
    for _ in range(most):
        if sitting.step is None:
            break
        sitting.answer(3 if sitting.step.asks else "seen", language="fr")
    return dossier.id, sitting.record.id


def test_a_profile_that_could_not_be_read_again_is_not_kept(package: Path) -> None:
    workspace = spoilt(package, "step.py", 'as_said(f"{value} / {self.top}")', '"words"')
    dossier, record = answered(workspace, package)
    with pytest.raises(PluginError, match="as_said"):
        workspace.runs.resume(dossier, record).finish()
    assert not workspace.dossiers.get(dossier).run(record).finished, "the run is still under way"
    assert workspace.runs.progress(dossier, record) == 6


def test_steps_that_fail_are_not_the_end_of_a_run(package: Path) -> None:
    spoil = "            if item.id == 'b1': 1 / 0\n            yield turn("
    workspace = spoilt(package, "exercise.py", "            yield turn(", spoil)
    dossier = workspace.dossiers.create("Roux, Camille", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find(package / "example.yaml"))
    sitting.answer("seen", language="fr")
    sitting.answer(1, language="fr")
    sitting.answer(2, language="fr")
    for _ in range(3):
        with pytest.raises(ProgproError, match="template"):
            sitting.answer(3, language="fr")
        assert sitting.step is not None
        assert not sitting.administration.finished


@pytest.mark.parametrize("result", ["None", '"words"', 'IndexResult(self.id, "label")'])
def test_an_index_that_gives_no_result_is_named_and_the_profile_stands(
    package: Path, result: str
) -> None:
    index = f"""

class Odd:
    id = "template.odd"

    def compute(self, instrument, profile):
        return {result}


@hookimpl
def progpro_indices():
    return [Odd()]
"""
    code = (package / "__init__.py").read_text("utf-8")
    example = package / "example.yaml"
    example.write_text(example.read_text("utf-8") + "indices: [template.odd]\n", "utf-8")
    workspace = spoilt(package, "__init__.py", code, code + index.replace("IndexResult(", "_R(") + REST)
    dossier, record = answered(workspace, package)
    profile = workspace.runs.resume(dossier, record).finish()
    kept, _ = workspace.result(dossier, workspace.dossiers.get(dossier).run(record))
    assert kept.score("P").value == 3
    failed = profile.index("template.odd")
    assert failed is not None
    assert failed.reason is not None


REST = "\n\nfrom progpro_tui.api import IndexResult as _R  # noqa: E402\n"


@pytest.mark.parametrize("given", ['["words"]', '"words"', "1 / 0"])
def test_a_section_that_is_none_leaves_the_report_to_be_made(package: Path, given: str) -> None:
    from progpro_tui.i18n.translator import Translator

    section = f"""

from progpro_tui.api import ReportSection  # noqa: E402


@hookimpl
def progpro_report_sections():
    return [ReportSection("odd", "person", lambda profile, instrument, language: {given})]
"""
    code = (package / "__init__.py").read_text("utf-8")
    workspace = spoilt(package, "__init__.py", code, code + section)
    dossier, record = answered(workspace, package)
    workspace.runs.resume(dossier, record).finish()
    found = workspace.dossiers.get(dossier)
    path = package.parents[1] / "out.pdf"
    export_profile(
        workspace, found, found.run(record), ("person", "counsellor"), path, Translator("fr")
    )
    assert path.read_bytes().startswith(b"%PDF")


def test_a_section_for_nobody_is_refused_when_the_plugin_is_loaded(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "odd.py").write_text(
        "from progpro_tui.api import ReportSection, hookimpl\nprogpro_api = 1\n@hookimpl\n"
        "def progpro_report_sections(): return [ReportSection('odd', 'personne', len)]\n"
    )
    plugin = workspace.plugins.approve(workspace.plugins.get("odd"))
    assert plugin.state is State.ASIDE


def test_the_command_line_shows_no_traceback(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil = "            if item.id == 'b1': raise ValueError('rain')\n            yield turn("
    workspace = spoilt(package, "exercise.py", "            yield turn(", spoil)
    at = ("--practice", workspace.folder, "--lang", "fr")
    keyed = run(capsys, *at, "key", package / "example.yaml", "--digits", "3 3 3 3 3 3")
    assert keyed.code == 2
    assert "ValueError (exercise.py:" in keyed.err
    assert "rain" not in keyed.err, "an error may quote an answer"
    assert "Traceback" not in keyed.err


def test_a_missing_kind_names_the_plugin_that_waits(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = package.parents[1] / "practice"
    practice(folder)
    out = run(capsys, "--practice", folder, "--lang", "en", "check", package / "example.yaml")
    assert "The plugin “template” waits for your approval: progpro plugins approve template" in out.out


def test_a_local_file_cannot_take_the_name_of_ours(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "rating.py").write_text("progpro_api = 1\n")
    states = [(p.name, p.state) for p in Workspace(tmp_path).plugins.all() if p.name == "rating"]
    assert states == [("rating", State.READY), ("rating", State.ASIDE)]


def test_approvals_of_two_practices_do_not_meet(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "plugins").mkdir(parents=True)
        (tmp_path / name / "plugins" / "tool.py").write_text(f"progpro_api = 1  # {name}\n")
        workspace = Workspace(tmp_path / name)
        workspace.plugins.approve(workspace.plugins.get("tool"))
    assert Workspace(tmp_path / "one").plugins.get("tool").state is State.READY


@pytest.mark.parametrize("loop", ["while True: pass", "import time; time.sleep(3600)"])
def test_a_call_that_never_comes_back_is_interrupted_and_named(
    package: Path, monkeypatch: pytest.MonkeyPatch, loop: str
) -> None:
    monkeypatch.setattr("progpro_tui.host.endless.PATIENCE", 0.6)
    spoil = f"            if item.id == 'b1':\n                {loop}\n            yield turn("
    workspace = spoilt(package, "exercise.py", "            yield turn(", spoil)
    dossier = workspace.dossiers.create("Roux, Camille", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find(package / "example.yaml"))
    for answer in ("seen", 1, 2):
        sitting.answer(answer, language="fr")
    with pytest.raises(PluginError, match=r"“template” did not come back .* \(exercise.py:\d+\)"):
        sitting.answer(3, language="fr")
    assert sitting.step is not None
    assert workspace.runs.progress(dossier.id, sitting.record.id) == 3, "what was answered is kept"


def test_what_somebody_asked_to_last_long_is_left_alone(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("progpro_tui.host.endless.PATIENCE", 0.2)
    step = "            yield turn("
    workspace = spoilt(package, "exercise.py", step, f"            __import__('time').sleep(1)\n{step}")
    dossier = workspace.dossiers.create("Roux, Camille", "bilan")
    instrument = workspace.shelf.find(package / "example.yaml")
    with WATCH.paused():
        sitting = workspace.runs.begin(dossier, instrument)
        sitting.answer("seen", language="fr")
    assert sitting.step is not None
