"""What is typed is read without accents or case; what is easy to guess is refused, with the reason."""

from __future__ import annotations

import pytest

from progpro_tui.core.errors import InputError
from progpro_tui.core.passphrase import ENOUGH, KNOWN, as_typed, bits, judge

DRAWN = "tambour orage cerise boussole laine falaise grillon"


@pytest.mark.parametrize(
    "typed",
    [
        "  Tambour ORAGE\tcerise\u00a0boussole  laine falaise grillon ",
        "tambour orage cérise boussole laïne falaise grillon",
        "tambour orage ce\u0301rise boussole laine falaise grillon",
        "ＴＡＭＢＯＵＲ orage cerise boussole laine falaise grillon",
    ],
)
def test_a_phrase_is_read_as_it_was_meant(typed: str) -> None:
    assert as_typed(typed) == DRAWN


def test_ligatures_apostrophes_and_dashes_are_read_the_same() -> None:
    assert as_typed("Cœur d’Ætna — œuf") == as_typed("coeur d'aetna - oeuf")


@pytest.mark.parametrize(
    "phrase",
    [
        DRAWN,
        "k7#Qp9!vXw2$mZ4&tRb8-hD",
        "Le héron boude sept girouettes violettes derrière mon frigo cabossé",
        "gravel mandolin otter teapot lemon canyon whistle",
    ],
)
def test_what_is_hard_to_guess_passes(phrase: str) -> None:
    judge(phrase, "Cabinet Horizon")


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "Type a passphrase"),
        ("   ", "Type a passphrase"),
        ("soleil", "could be guessed"),
        ("Tr0ub4dor&3", "could be guessed"),
        ("je suis dans la maison de ma tante", "could be guessed"),
        ("soleil soleil soleil soleil soleil soleil soleil soleil", "comes again"),
        ("azertyuiop qsdfghjklm wxcvbn 1234567890", "follows the keyboard"),
        ("abcdefgh soleil 12345678 lapin", "follows the keyboard"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "could be guessed"),
        ("Cabinet Horizon soleil lapin orage cerise tambour", "practice’s name"),
        ("Maître Corbeau, sur un arbre perché, tenait en son bec un fromage", "is known"),
        (
            "longtemps je me suis couché de bonne heure, et puis demain dès l’aube à l’heure où"
            " blanchit la campagne",
            "is known",
        ),
        ("x" * 201, "too long"),
    ],
)
def test_what_is_easy_to_guess_is_refused_with_the_reason(phrase: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        judge(phrase, "Cabinet Horizon")


@pytest.mark.parametrize("sentence", KNOWN)
def test_no_known_sentence_passes(sentence: str) -> None:
    assert as_typed(sentence) == sentence
    for written in (sentence, sentence.upper(), sentence.replace(" ", "  "), f"« {sentence} »"):
        with pytest.raises(InputError):
            judge(written)


def test_a_known_sentence_and_enough_beside_it_passes() -> None:
    judge(f"{KNOWN[5]} {DRAWN}")


def test_seven_words_are_enough_and_six_are_not() -> None:
    words = DRAWN.split()
    assert bits(" ".join(words)) >= ENOUGH
    assert bits(" ".join(words[:6])) < ENOUGH


def test_little_words_signs_and_more_of_the_same_add_little() -> None:
    words = " ".join(DRAWN.split()[:6])
    assert bits(f"le {words}") - bits(words) == 3
    assert bits(f"{words}!!!!!!") == bits(f"{words}!")
    assert bits(f"{words} tambour") == bits(words)
    assert bits(f"{words} 123456") == bits(words)
