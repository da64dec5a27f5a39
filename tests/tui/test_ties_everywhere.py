"""The tie examples of the measurement notes: on the screen and in the PDF (JSON: tests/cli)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.core.steps import SEEN, Show
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.exports import BOTH, export_profile
from tests.cli.test_score import TIES, with_means
from tests.tui.driver import driving, practice


@pytest.mark.parametrize("code", TIES)
async def test_a_tie_is_a_tie_on_the_screen_and_in_the_pdf(tmp_path: Path, code: str) -> None:
    workspace = practice(tmp_path / "p")
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    answers = with_means(**TIES[code])
    while (step := sitting.step) is not None:
        sitting.answer(SEEN if isinstance(step, Show) else answers[step.id], language="fr")
    sitting.finish()
    async with driving(tmp_path / "p") as driver:
        await driver.press("enter", "enter")
        shown = driver.shown
        assert f" {code} " in shown
        tied = sum(bool(re.search(rf"=[12]? {letter} ", shown)) for letter in "RIASEC")
        assert tied == {"S(AE)": 2, "(AS)(EC)": 4, "(RIASEC)": 6, "SA(REC)": 3}[code] + (
            2 if code == "S(AE)" else 0
        )
        if code == "(RIASEC)":
            assert "Indifférencié" in shown
            assert "5,0 en" in shown
    path = tmp_path / "out.pdf"
    dossier = workspace.dossiers.get(dossier.id)
    export_profile(workspace, dossier, dossier.runs[0], BOTH, path, Translator("fr"))
    words = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert code in words.split()
    assert ("profil indifférencié" in words) is (code == "(RIASEC)")
    if code == "(RIASEC)":
        assert "5,0 en moyenne" in words
        assert "Les six directions vous attirent autant" in words.replace("\n", " ")
