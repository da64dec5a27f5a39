"""``progpro score``: equal to an independent computation, ties as measured by hand."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.runner import run

FILE = Path(__file__).parents[2] / "questionnaires" / "interests.yaml"
RING = "RIASEC"
ITEMS: dict[str, str] = {
    item["id"]: next(iter(item["scales"])) for item in yaml.safe_load(FILE.read_text("utf-8"))["items"]
}


def independent(answers: dict[str, Any]) -> dict[str, Any]:
    """Scores and Holland code of one file of answers, without a line of the program's own."""
    scores: dict[str, tuple[int, int]] = {}
    for letter in RING:
        values = [answers.get(i) for i, s in ITEMS.items() if s == letter]
        numbers = [v for v in values if isinstance(v, int)]
        if len(numbers) >= math.ceil(0.8 * len(values) - 1e-9):
            scores[letter] = (sum(numbers), len(numbers))
    found: dict[str, Any] = {s: (scores[s][0] / scores[s][1] if s in scores else None) for s in RING}
    if len(scores) < 6:
        return {**found, "code": None}

    def tied(one: str, other: str) -> bool:  # |a/m − b/n| < 2/min(m, n), in whole numbers
        (a, m), (b, n) = scores[one], scores[other]
        return abs(a * n - b * m) * min(m, n) < 2 * m * n

    groups: list[str] = []
    for letter in sorted(RING, key=lambda s: -scores[s][0] / scores[s][1]):
        if groups and tied(groups[-1][0], letter):
            groups[-1] += letter
        else:
            groups.append(letter)
    while sum(map(len, groups[:-1])) >= 3:
        groups.pop()
    written = ["".join(sorted(g, key=RING.index)) for g in groups]
    found["code"] = "".join(g if len(g) == 1 else f"({g})" for g in written)
    found["undifferentiated"] = len(groups[0]) == 6
    found["elevation"] = sum(a / m for a, m in scores.values()) / 6
    x = sorted((a / m for a, m in scores.values()), reverse=True)
    found["differentiation"] = x[0] - (x[1] + x[3]) / 2
    return found


def random_answers(chance: random.Random) -> dict[str, Any]:
    gaps = chance.choice((0.0, 0.02, 0.15, 0.4))
    answers: dict[str, Any] = {}
    likes = {letter: chance.uniform(1, 5) for letter in RING}
    for item, letter in ITEMS.items():
        if chance.random() < gaps:
            missing = chance.choice((None, "not_applicable", "declined", "absent"))
            if missing != "absent":
                answers[item] = missing
        else:
            answers[item] = min(5, max(1, round(chance.gauss(likes[letter], 1))))
    return answers


def test_a_thousand_files_equal_an_independent_computation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(20261123)
    files = {}
    for number in range(1000):
        path = tmp_path / f"{number}.json"
        files[str(path)] = random_answers(chance)
        path.write_text(json.dumps(files[str(path)]), "utf-8")
    result = run(capsys, "score", *files, "--instrument", "interests", "--json")
    assert result.code == 0
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["file"] for line in lines] == list(files)
    kinds = set()
    for line in lines:
        expected = independent(files[line["file"]])
        for letter in RING:
            score = line["scores"][letter]
            answers = [files[line["file"]].get(i) for i, s in ITEMS.items() if s == letter]
            assert score["value"] == expected[letter]
            assert (score["answered"], score["asked"]) == (
                sum(isinstance(a, int) for a in answers),
                10,
            )
            assert (score["reason"] is None) is (score["value"] is not None)
        holland = line["holland"]
        assert holland["code"] == expected["code"]
        if expected["code"] is None:
            assert holland["reason"]
            assert holland["elevation"]["value"] is None
            assert holland["elevation"]["reason"]
        else:
            assert holland["undifferentiated"] is expected["undifferentiated"]
            assert holland["elevation"]["value"] == pytest.approx(expected["elevation"], abs=1e-12)
            difference = holland["differentiation"]["value"]
            assert difference == pytest.approx(expected["differentiation"], abs=1e-12)
        kinds.add((expected["code"] is None, "(" in (expected["code"] or "")))
    assert len(kinds) == 3, "the draw holds codes with and without ties, and gaps"


def with_means(**means: float) -> dict[str, int]:
    """Answers whose means over ten items are these tenths."""
    answers = {}
    for letter, mean in means.items():
        total, items = round(mean * 10), [i for i, s in ITEMS.items() if s == letter]
        for place, item in enumerate(items):
            answers[item] = total // 10 + (place < total % 10)
    return answers


TIES = {
    "S(AE)": dict(S=4.5, A=4.0, E=3.9, R=3.0, I=2.9, C=2.0),
    "(AS)(EC)": dict(S=4.0, A=3.9, E=3.8, C=3.7, R=2.0, I=1.0),
    "(RIASEC)": dict.fromkeys(RING, 5.0),
    "SA(REC)": dict(S=4.5, A=4.2, E=3.0, C=2.9, R=2.9, I=1.0),
}


@pytest.mark.parametrize("code", TIES)
def test_the_tie_examples(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(with_means(**TIES[code])))
    result = run(capsys, "score", path, "--instrument", FILE, "--json")
    data = json.loads(result.out)
    assert data["instrument"]["id"] == "interests"
    assert len(data["instrument"]["hash"]) == 64
    holland = data["holland"]
    assert holland["code"] == code
    alike = code == "(RIASEC)"
    assert holland["undifferentiated"] is alike
    assert (holland["consistency"]["from"] is None) is alike
    assert bool(holland["consistency"]["reason"]) is alike
    if alike:
        assert holland["elevation"] == {"value": 5.0, "reason": None}
        assert holland["differentiation"] == {"value": 0.0, "reason": None}
    text = run(capsys, "--lang", "fr", "score", path, "--instrument", "interests")
    assert code in text.out


BAD = {
    "missing": (None, "there is no such file"),
    "no json": (b"{", "1:2: the file ends too early"),
    "no object": (b"[]", "between braces"),
    "empty": (b"", "the file is empty"),
    "unknown item": (b'{"zz99": 3}', "zz99"),
    "outside": (b'{"r01": 6}', "from 1 to 5"),
    "half": (b'{"r01": 2.5}', "from 1 to 5"),
    "truth": (b'{"r01": true}', "from 1 to 5"),
    "words": (b'{"r01": "often"}', "not_applicable"),
    "not a number": (b'{"r01": NaN}', "NaN"),
    "twice": (b'{"r01": 1, "r01": 2}', "twice"),
    "not utf-8": (b"\xff\xfe{}", "UTF-8"),
    "too deep": (b"[" * 100_000, ""),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_exit_code_2_and_nothing_printed(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, expected = BAD[name]
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text("{}")
    if content is not None:
        bad.write_bytes(content)
    result = run(capsys, "--lang", "en", "score", good, bad, "--instrument", "interests")
    assert result.code == 2
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert expected in result.err
    assert "bad.json" in result.err


RANKS = Path(__file__).parents[1] / "golden" / "ranks.yaml"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"l1:1": "make1", "l1:2": "make1", "l2:1": "make2", "l3:1": "make3"}, '“l1:2” is "make1"'),
        ({"l1:2": "make1"}, "“l1:2” is not asked"),
        ({"l1:1": ["make1"]}, "make1 is not one of the choices"),
    ],
)
def test_an_answer_that_the_run_does_not_take_is_named_before_any_score(
    content: dict[str, Any], expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"l1:1": "make1", "l1:2": "care1", "l3:2": null, "l2:1": "make2"}')
    bad.write_text(json.dumps(content))
    result = run(capsys, "--lang", "en", "score", good, bad, "--instrument", RANKS)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"progpro: {bad}: ")
    assert expected in result.err
    assert result.err.count("\n") == 1
    assert run(capsys, "score", good, "--instrument", RANKS).code == 0


def test_lists_and_equal_picks_are_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    cards = {"keep": ["c01", "c02", "c03"], "top:1": "c01", "top:2": "=c02", "top:3": "=c03"}
    piles = {f"pile:c{n:02}": "very" for n in range(1, 8)}
    path.write_text(json.dumps({**piles, **cards, "duel:c01:c02": "c01"}))
    file = RANKS.with_name("cards.yaml")
    result = run(capsys, "--lang", "en", "score", path, "--instrument", file, "--json")
    assert result.code == 0, result.err
    assert json.loads(result.out)["summary"]["kept"] == ["c01", "c02", "c03"]


@pytest.mark.parametrize("instrument", ["interest", "nowhere.yaml", ""])
def test_an_unknown_instrument_is_named(
    instrument: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    result = run(capsys, "score", path, "--instrument", instrument)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
