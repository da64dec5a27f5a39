"""An author at a terminal: a questionnaire begun by hand, checked, previewed while it is written."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty needs a Unix system", allow_module_level=True)

from tests.terminal.terminal import Terminal

A_SECOND = 1.0


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def start(opened: list[Terminal], folder: Path, *arguments: str) -> Terminal:
    terminal = Terminal(folder, *arguments, size=(100, 40), folder=folder)
    opened.append(terminal)
    return terminal


def answer_by_hand(terminal: Terminal) -> None:
    """Two scales of two items, in French and English; some answers are refused first."""
    terminal.wait("Langues des textes")
    assert "(flèches, puis Entrée)" in terminal.text
    terminal.press("enter")
    terminal.wait("Titre en français")
    terminal.press("enter")
    terminal.wait("Écrivez au moins une lettre")
    terminal.press("Ma façon de travailler", "enter")
    terminal.wait("Titre en anglais")
    terminal.press("My way of working", "enter")
    terminal.wait("Identifiant, pour le programme : ma-facon-de-travailler")
    terminal.press("enter")
    terminal.wait("Fichier à écrire : ma-facon-de-travailler.yaml")
    terminal.press("enter")
    terminal.wait("Ce fichier existe déjà : choisissez un autre nom.")
    terminal.press("\x01", "\x0b", "le-mien", "enter")
    terminal.wait("Type de questionnaire")
    terminal.press("enter")
    terminal.wait("Auteur ou autrice")
    terminal.press("Amina", "enter")
    terminal.wait("Que peuvent en faire les autres")
    terminal.press("down", "enter")
    terminal.wait("Nombre de réponses au choix, de 3 à 7 : 5")
    terminal.press("enter")
    scales = [("Faire", "Making", "F"), ("Aider", "Helping", "A")]
    for number, (french, english, scale_id) in enumerate(scales, 1):
        terminal.wait(f"Échelle {number}, son nom en français")
        terminal.press(french, "enter")
        terminal.wait(f"Échelle {number}, son nom en anglais")
        terminal.press(english, "enter")
        terminal.wait(f"Échelle {number}, son identifiant .une ou quelques lettres. : {scale_id}")
        terminal.press("enter")
    terminal.wait(r"Échelle 3, .*laissez vide pour finir")
    terminal.press("enter")
    terminal.wait("Items par échelle, de 2 à 20 : 3")
    terminal.press("\x7f", "2", "enter")
    correct_by_hand(terminal)


def correct_by_hand(terminal: Terminal) -> None:
    """The title is corrected, and a scale that was forgotten is added, and taken out again."""
    terminal.wait("Écrire le fichier le-mien.yaml")
    terminal.press("down", "down", "enter")
    terminal.wait("Titre en français : Ma façon de travailler")
    terminal.press(" ici", "enter")
    terminal.wait("Titre en anglais : My way of working")
    terminal.press("enter")
    terminal.wait(r"titre .Ma façon de travailler ici / My way")
    terminal.press(*["down"] * 9, "enter")
    for number, name in enumerate(("Faire", "Aider"), 1):
        terminal.wait(f"Échelle {number}, .*videz pour retirer l’échelle. : {name}")
        terminal.press("enter", "enter", "enter")
    terminal.wait(r"Échelle 3, .*laissez vide pour finir")
    terminal.press("Dire", "enter", "Saying", "enter", "enter")
    terminal.wait(r"Échelle 4, .*laissez vide pour finir")
    terminal.press("enter")
    terminal.wait("D = Dire / Saying")
    terminal.press(*["down"] * 9, "enter")
    terminal.press(*["enter"] * 6)
    terminal.wait(r"Échelle 3, .*videz pour retirer l’échelle. : Dire")
    terminal.press("\x01", "\x0b", "enter")
    terminal.wait(r"Échelle 3, .*laissez vide pour finir. : *\n")
    terminal.press("enter")
    terminal.wait(r"Tout est juste")
    terminal.press("enter")


def soon(terminal: Terminal, words: str, since: float) -> None:
    """These words are on the screen within a second."""
    terminal.wait(words, seconds=A_SECOND)
    assert time.monotonic() - since < A_SECOND


def test_from_the_first_question_to_a_mistake_mended(tmp_path: Path, opened: list[Terminal]) -> None:
    (tmp_path / "ma-facon-de-travailler.yaml").write_text("déjà là")
    terminal = start(opened, tmp_path, "new", "questionnaire")
    answer_by_hand(terminal)
    assert terminal.leave() == 0
    assert "progpro preview le-mien.yaml" in terminal.text
    path = tmp_path / "le-mien.yaml"
    assert "licence: CC-BY-4.0\n" in path.read_text("utf-8")

    terminal = start(opened, tmp_path, "check", path.name)
    assert terminal.leave() == 0
    assert "aucune erreur, 4 questions" in terminal.text.replace("\u00a0", " ")

    terminal = start(opened, tmp_path, "preview", path.name)
    terminal.wait("Répondez comme vous le pensez")
    terminal.press("pagedown")
    terminal.wait("(?s)1 sur 4.*(Aider|Faire), 1")
    second = "Faire, 1" if "Aider, 1" in terminal.text else "Aider, 1"
    terminal.press("pagedown")
    terminal.wait(f"(?s)2 sur 4.*{second}")
    written = path.read_text("utf-8")

    began = time.monotonic()
    path.write_text(written.replace("version: 0.1.0", "versoin: 0.1.0"), "utf-8")
    soon(terminal, "Vouliez-vous écrire", began)
    assert "1 erreur dans le-mien" in terminal.text
    assert "versoin: 0.1.0" in terminal.text

    began = time.monotonic()
    path.write_text(written.replace(second, f"{second} encore"), "utf-8")
    soon(terminal, f"{second} encore", began)
    assert "erreur dans" not in terminal.text
    assert "2 sur 4" in terminal.text
    terminal.press("ctrl+q")
    assert terminal.leave() == 0


def test_ctrl_c_leaves_the_questions_and_nothing_is_written(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    terminal = start(opened, tmp_path, "new", "questionnaire", "--languages", "fr")
    terminal.wait("Titre")
    terminal.press("Mes", "ctrl+c")
    assert terminal.leave() == 130
    assert list(tmp_path.glob("*.yaml")) == []
    assert "Rien n’a été écrit." in terminal.text
    assert "ancelled" not in terminal.text
    assert "Traceback" not in terminal.text
