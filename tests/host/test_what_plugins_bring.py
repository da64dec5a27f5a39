"""What each hook brings is used: in the app, in reports, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.core.errors import PluginError
from progpro_tui.workspace.exports import export_as, export_profile, latest_finished
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import run
from tests.tui.driver import driving, practice

PLUGIN = """
from progpro_tui.api import (
    Command, Exporter, Heading, Importer, Occupation, Paragraph, Programme, ReportSection, Text,
    hookimpl, message,
)
from pathlib import Path
progpro_api = 1

@hookimpl
def progpro_report_sections():
    def count(profile, instrument, language):
        return [Heading(2, "My section"), Paragraph(f"{len(profile.scores)} scores, {language}")]
    def fails(profile, instrument, language):
        raise ValueError("out of ink")
    return [
        ReportSection("count", "counsellor", count),
        ReportSection("fails", "person", fails),
    ]

@hookimpl
def progpro_exporters():
    def lines(profile, instrument, language):
        return "".join(f"{s.scale};{float(s.value)}\\n" for s in profile.scores).encode()
    def nothing(profile, instrument, language):
        return 1 / 0
    name = Text({"fr": "Lignes", "en": "Lines"})
    return [Exporter("lines", name, ".txt", lines), Exporter("nothing", name, ".txt", nothing)]

@hookimpl
def progpro_importers():
    def read(content):
        return Path(content.decode().strip()).read_text("utf-8")
    return [Importer("pointer", Text({"fr": "Renvoi", "en": "Pointer"}), (".pointer",), read)]

@hookimpl
def progpro_occupations():
    def one(id, fr, en, s):
        return Occupation(id, Text({"fr": fr, "en": en}), {"S": s}, "written for a test")
    return [
        one("o1", "Infirmière, infirmier", "Nurse", 0.9),
        one("o2", "Éducatrice, éducateur", "Youth worker", 1.0),
    ]

@hookimpl
def progpro_programmes():
    name = Text({"fr": "Validation des acquis", "en": "Recognition of experience"})
    return [Programme("vae", name, Text({"fr": "VAE", "en": "VAE"}))]

@hookimpl
def progpro_commands():
    def run(context, arguments):
        asked, *others = arguments
        context.say(f"{context.language}: {context.instrument(asked).id}, {' '.join(others)}")
        return 3
    def fails(context, arguments):
        raise RuntimeError("no wind")
    return [
        Command("echo", Text({"fr": "Répète.", "en": "Repeats."}), run),
        Command("sail", Text({"fr": "Navigue.", "en": "Sails."}), fails),
    ]
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A practice with the plugin in it, and one finished run."""
    made = practice(tmp_path / "practice")
    (made.folder / "plugins").mkdir()
    (made.folder / "plugins" / "much.py").write_text(PLUGIN)
    made.plugins.approve(made.plugins.get("much"))
    dossier = made.dossiers.create("Roux, Camille", "vae")
    sitting = made.runs.begin(dossier, made.shelf.instrument("interests"))
    while sitting.step is not None:
        sitting.answer(4 if sitting.step.asks else "seen", language="fr")
    sitting.finish()
    return made


def test_sections_stand_in_the_report_and_one_that_fails_is_named_there(
    workspace: Workspace, tmp_path: Path
) -> None:
    from progpro_tui.i18n.translator import Translator

    dossier = workspace.dossiers.all()[0][0]
    written = export_profile(
        workspace,
        dossier,
        latest_finished(dossier),
        ("person", "counsellor"),
        tmp_path / "both.pdf",
        Translator("en"),
    )
    pages = [page.extract_text() for page in PdfReader(written.path).pages]
    theirs = "\n".join(page for page in pages if "For the person," in page)
    counsellors = "\n".join(page for page in pages if "For the counsellor," in page)
    for words in ("My section", "6 scores, en", "out of ink"):
        assert words in counsellors
        assert words not in theirs


def test_exporters_write_their_own_form(workspace: Workspace, tmp_path: Path) -> None:
    from progpro_tui.i18n.translator import Translator

    dossier = workspace.dossiers.all()[0][0]
    record = latest_finished(dossier)
    path = export_as(workspace, dossier, record, "lines", tmp_path / "out.txt", Translator("fr"))
    assert path.read_text().splitlines()[0] == "R;4.0"
    with pytest.raises(PluginError, match="ZeroDivisionError"):
        export_as(workspace, dossier, record, "nothing", tmp_path / "no.txt", Translator("fr"))
    assert not (tmp_path / "no.txt").exists()


def test_export_by_the_command_line(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--practice", workspace.folder, "--lang", "en", "export", "Roux, Camille")
    out = run(capsys, *at, "--as", "lines", tmp_path / "a.txt")
    assert (out.code, (tmp_path / "a.txt").read_text()[:5]) == (0, "R;4.0")
    assert run(capsys, *at, "--as", "nobody", tmp_path / "b.txt").code == 2
    assert "--as" in run(capsys, *at).err


def test_importers_make_an_instrument_file_that_is_checked(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Path(__file__).parents[1] / "golden" / "rating.yaml"
    (tmp_path / "a.pointer").write_text(str(real))
    at = ("--practice", workspace.folder, "--lang", "en", "import")
    assert run(capsys, *at, tmp_path / "a.pointer").code == 0
    assert (tmp_path / "a.yaml").read_text("utf-8") == real.read_text("utf-8")
    (tmp_path / "bad.yaml").write_text("id: x")
    (tmp_path / "b.pointer").write_text(str(tmp_path / "bad.yaml"))
    wrong = run(capsys, *at, tmp_path / "b.pointer")
    assert wrong.code == 1
    assert "is missing: every instrument file has this entry" in wrong.err
    assert not (tmp_path / "b.yaml").exists()
    (tmp_path / "c.pointer").write_text("nowhere")
    assert "FileNotFoundError" in run(capsys, *at, tmp_path / "c.pointer").err


def test_occupations_are_found_by_words_and_by_scale(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--practice", workspace.folder, "--lang", "fr", "occupations")
    assert run(capsys, *at, "INFIRM").out.startswith("o1 ")
    assert [line[:2] for line in run(capsys, *at).out.splitlines()] == ["o2", "o1"]
    assert [line[:2] for line in run(capsys, *at, "--scale", "S").out.splitlines()] == ["o2", "o1"]
    assert run(capsys, *at, "--scale", "R").out == ""
    assert json.loads(run(capsys, *at, "nfirm", "--json").out)["scales"] == {"S": 0.9}


async def test_a_programme_is_offered_and_shown(workspace: Workspace) -> None:
    async with driving(workspace.folder, size=(140, 40)) as driver:
        assert "VAE" in driver.shown
        await driver.press("ctrl+n")
        assert "Validation des acquis" in driver.shown
        await driver.type("Petit, Lou")
        await driver.press("enter", "4")
        assert "Validation des acquis" in driver.shown
    assert {d.programme for d in workspace.dossiers.all()[0]} == {"vae"}
    (workspace.folder / "plugins" / "much.py").unlink()
    async with driving(workspace.folder, size=(140, 40)) as driver:
        assert "vae" in driver.shown, "gone with its plugin, the dossier opens all the same"


def test_commands_are_listed_and_get_a_context(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--practice", workspace.folder, "--lang", "en")
    assert "Brought by the plugin “much”." in run(capsys, *at, "--help").out
    out = run(capsys, *at, "echo", "interests", "--so", "it", "is")
    assert (out.code, out.out) == (3, "en: interests, --so it is\n")
    failed = run(capsys, *at, "sail")
    assert failed.code == 2
    assert "The plugin “much” failed: RuntimeError: no wind" in failed.err
    assert "Repeats." in run(capsys, *at, "echo", "--help").out
    assert run(capsys, *at, "--safe", "echo", "interests").code == 2
