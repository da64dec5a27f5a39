"""A portfolio: experience, what was done there, the skill in it, its proof and its level."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from progpro_forms.questions import MOST_OPTIONS, FormOption
from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Choose,
    Count,
    Exercise,
    Fault,
    Filled,
    Message,
    Option,
    Profile,
    Rate,
    Record,
    Records,
    Response,
    Run,
    Step,
    Steps,
    Text,
    Words,
    Write,
    another,
    as_said,
    faults_of_ids,
    faults_of_number,
    faults_of_points,
    faults_of_unscored,
    is_given,
    line_of,
    message,
    opening,
)

Said: TypeAlias = Mapping[str, Answer]


@dataclass(frozen=True)
class Asked:
    """A question and the examples that stand below it."""

    question: Annotated[Text, N_("The question itself.")]
    help: Annotated[Text | None, N_("Words below the question that help to answer it.")] = None


@dataclass(frozen=True)
class Frame:
    """In what frame an experience was made: a job, an association, care for relatives."""

    question: Annotated[Text, N_("The question itself.")]
    options: Annotated[tuple[FormOption, ...], N_("The answers to choose from; ten at most.")]


@dataclass(frozen=True)
class LevelAsked:
    """How well: a scale of labelled points, least first."""

    question: Annotated[Text, N_("The question itself.")]
    responses: Annotated[
        tuple[Response, ...], N_("The answers to choose from, least first; at least two.")
    ]


@dataclass(frozen=True)
class PortfolioSettings:
    """Every list ends where its next entry is left out, and at its ``most``."""

    most_experiences: Annotated[int, N_("How many experiences may be told at most.")]
    most_activities: Annotated[int, N_("How many activities of each experience.")]
    most_skills: Annotated[int, N_("How many skills of each activity.")]
    experience: Annotated[Asked, N_("Asks for an experience.")]
    frame: Annotated[Frame, N_("Asks where it was: a job, a club, caring for a relative.")]
    when: Annotated[Asked, N_("Asks when it was.")]
    activity: Annotated[Asked, N_("Asks what the person did there.")]
    skill: Annotated[Asked, N_("Asks what skill this took.")]
    proof: Annotated[Asked, N_("Asks what shows it.")]
    level: Annotated[LevelAsked, N_("Asks how well the person does it.")]


class Portfolio(Exercise[PortfolioSettings]):
    """One record a skill, with the person's own words throughout; no score."""

    kind: ClassVar[str] = "portfolio"
    Settings: ClassVar[type] = PortfolioSettings

    def steps(self, run: Run[PortfolioSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[PortfolioSettings]) -> Generator[Step, Answer, None]:
        yield opening(run.instrument)
        said: dict[str, Answer] = {}
        for exp in _ids("exp", run.settings.most_experiences):
            said[exp] = yield _experience(run, exp)
            if not isinstance(said[exp], str):
                return
            said[f"{exp}.frame"] = yield _frame(run, exp, said)
            said[f"{exp}.when"] = yield _when(run, exp, said)
            for act in _ids(f"{exp}.act", run.settings.most_activities):
                said[act] = yield _activity(run, exp, act, said)
                if not isinstance(said[act], str):
                    break
                yield from _skills(run, exp, act, said)

    def outline(self, run: Run[PortfolioSettings]) -> Sequence[Step]:
        settings = run.settings
        asked: list[Step] = [opening(run.instrument)]
        for exp in _ids("exp", settings.most_experiences):
            asked += [_experience(run, exp), _frame(run, exp, {}), _when(run, exp, {})]
            for act in _ids(f"{exp}.act", settings.most_activities):
                asked.append(_activity(run, exp, act, {}))
                for skill in _ids(f"{act}.skill", settings.most_skills):
                    asked.append(_skill(run, exp, act, skill, {}))
                    asked += [_proof(run, skill, {}), _level(run, skill, {})]
        return asked

    def length(self, run: Run[PortfolioSettings]) -> int:
        return run.settings.most_experiences

    def size(self, run: Run[PortfolioSettings]) -> Message:
        words = NN_("{n} experience at most", "{n} experiences at most")
        return message(words, n=run.settings.most_experiences)

    def faults(self, run: Run[PortfolioSettings]) -> Iterator[Fault]:
        yield from faults_of_unscored(run.instrument)
        for name in ("most_experiences", "most_activities", "most_skills"):
            yield from faults_of_number(("settings", name), getattr(run.settings, name), 1, 10)
        frames: tuple[str, ...] = ("settings", "frame", "options")
        yield from faults_of_ids(frames, run.settings.frame.options, least=1)
        if len(run.settings.frame.options) > MOST_OPTIONS:
            what = N_("At most {most} may stand here: a digit chooses one.")
            yield Fault(frames, message(what, most=MOST_OPTIONS), of_name=True)
        yield from faults_of_points(("settings", "level", "responses"), run.settings.level.responses)

    def profile(self, run: Run[PortfolioSettings]) -> Profile:
        records = tuple(_records(run))
        asked = [step for step in self.outline(run) if step.asks and is_given(step, run.answers)]
        return Profile(
            lines=tuple(line_of(step, run.answers) for step in asked),
            findings=(Records(records, len(run.settings.level.responses)),),
            facts={
                "skills": len(records),
                "experiences": sum(
                    isinstance(run.answers.get(exp), str)
                    for exp in _ids("exp", run.settings.most_experiences)
                ),
                "levels": [record.level for record in records if record.level is not None],
            },
        )


def _ids(name: str, most: int) -> list[str]:
    return [f"{name}:{number}" for number in range(1, most + 1)]


def _skills(
    run: Run[PortfolioSettings], exp: str, act: str, said: dict[str, Answer]
) -> Generator[Step, Answer, None]:
    for skill in _ids(f"{act}.skill", run.settings.most_skills):
        said[skill] = yield _skill(run, exp, act, skill, said)
        if not isinstance(said[skill], str):
            break
        yield _proof(run, skill, said)
        yield _level(run, skill, said)


def _words(said: Said, name: str) -> Words:
    answer = said.get(name)
    return as_said(answer) if isinstance(answer, str) else message(N_("…"))


def _count(run: Run[PortfolioSettings], name: str) -> Count:
    """Which experience a step belongs to: nobody is shown the number of all that may be asked."""
    number = int(name.partition(".")[0].partition(":")[2])
    return Count(number, run.settings.most_experiences, N_("experience {n}"))


def _first(name: str) -> bool:
    return name.endswith(":1")


def _experience(run: Run[PortfolioSettings], exp: str) -> Write:
    asked = run.settings.experience
    ends = N_("I have none to tell") if _first(exp) else N_("that is all")
    return Write(
        exp,
        another(asked.question, first=_first(exp)),
        help=asked.help,
        skip_words=message(ends),
        count=_count(run, exp),
    )


def _frame(run: Run[PortfolioSettings], exp: str, said: Said) -> Choose:
    frame = run.settings.frame
    options = tuple(Option(option.id, option.label) for option in frame.options)
    return Choose(
        f"{exp}.frame",
        frame.question,
        options,
        about=_words(said, exp),
        count=_count(run, exp),
    )


def _when(run: Run[PortfolioSettings], exp: str, said: Said) -> Write:
    asked = run.settings.when
    return Write(
        f"{exp}.when",
        asked.question,
        help=asked.help,
        about=_words(said, exp),
        count=_count(run, exp),
    )


def _activity(run: Run[PortfolioSettings], exp: str, act: str, said: Said) -> Write:
    asked = run.settings.activity
    question = another(Filled(asked.question, {"experience": _words(said, exp)}), first=_first(act))
    ends = message(N_("no other activity here"))
    return Write(
        act,
        question,
        help=asked.help,
        about=_words(said, exp),
        skip_words=ends,
        count=_count(run, act),
    )


def _skill(run: Run[PortfolioSettings], exp: str, act: str, skill: str, said: Said) -> Write:
    asked = run.settings.skill
    slots = {"experience": _words(said, exp), "activity": _words(said, act)}
    ends = message(N_("no other skill here"))
    return Write(
        skill,
        another(Filled(asked.question, slots), first=_first(skill)),
        help=asked.help,
        about=_words(said, act),
        skip_words=ends,
        count=_count(run, skill),
    )


def _proof(run: Run[PortfolioSettings], skill: str, said: Said) -> Write:
    asked = run.settings.proof
    question = Filled(asked.question, {"skill": _words(said, skill)})
    return Write(
        f"{skill}.proof",
        question,
        help=asked.help,
        about=_words(said, skill),
        count=_count(run, skill),
    )


def _level(run: Run[PortfolioSettings], skill: str, said: Said) -> Rate:
    asked = run.settings.level
    words = _words(said, skill)
    question = Filled(asked.question, {"skill": words})
    return Rate(f"{skill}.level", words, question, asked.responses, count=_count(run, skill))


def _records(run: Run[PortfolioSettings]) -> Iterator[Record]:
    """One record a skill that was named, in the order of the outline."""
    settings, answers = run.settings, run.answers
    frames = {option.id: option.label for option in settings.frame.options}
    labels = {response.value: response.label for response in settings.level.responses}

    def text(name: str) -> str:
        answer = answers.get(name)
        return answer if isinstance(answer, str) else ""

    for exp in _ids("exp", settings.most_experiences):
        for act in _ids(f"{exp}.act", settings.most_activities):
            for skill in _ids(f"{act}.skill", settings.most_skills):
                if not text(skill):
                    continue
                level = answers.get(f"{skill}.level")
                yield Record(
                    id=skill,
                    skill=text(skill),
                    experience=text(exp),
                    frame=frames.get(text(f"{exp}.frame")),
                    when=text(f"{exp}.when"),
                    activity=text(act),
                    proof=text(f"{skill}.proof"),
                    level=level if isinstance(level, int) else None,
                    level_words=labels.get(level) if isinstance(level, int) else None,
                )
