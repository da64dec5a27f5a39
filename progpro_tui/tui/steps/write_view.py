"""Words of the person's own, or a number, or a date: a field, and buttons for the ways on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Button, Input, Static, TextArea

from progpro_tui.core.answers import Given, Missing, Value
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.core.write_step import LONGEST, MOST, Form, Write
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import assembled, safe, show
from progpro_tui.tui.steps.choose_view import asked
from progpro_tui.tui.steps.drafts import Drafts
from progpro_tui.tui.steps.fields import Field, Full, LineField, LongField
from progpro_tui.tui.steps.room import space
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.typed import date_as_typed, date_of, number_of
from progpro_tui.tui.steps.verbs import Verbs, label

FIGURES = 10
"""Letters of a number, and of a date such as 15/06/2011."""

REMINDER = N_("Write nothing about your health, beliefs, origins or a union.")
"""What no free text is to hold (RGPD, article 9)."""

NOTHING = N_("Nothing is written yet. To go on without an answer: Tab, then “{way}”.")
NO_NUMBER = N_("{found} is not a whole number.")
NO_DATE = N_("{found} is not a date: write 2011, 06/2011 or 15/06/2011.")
TOO_LONG = N_("No more fits here: {most} characters at most.")
DATES = N_("2011, 06/2011 or 15/06/2011")
BOUNDS = N_("A whole number from {least} to {most}.")
NUMBER = N_("A whole number.")

AROUND = 8
"""Rows around long text, buttons apart: question and help, the reminder, what is wrong."""

LOW, HIGH = 5, 12
"""Rows of a field for long text, at least and at most."""


class WriteView(StepView):
    """What is typed stays through a change of language, wording or size, and is kept as a draft."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('go_on')", ("ctrl+s",), N_("Continue")),
        Act("screen.step('submit')", ("enter",), N_("Continue")),
        Act("screen.step('buttons')", ("tab",), N_("Buttons")),
        # In the field these type and delete: the help says where they do not.
        Act("screen.back", ("backspace",), N_("Back, from a button"), shown=False),
        Act("screen.leave_out('skipped')", ("p",), N_("Skip, from a button"), shown=False),
    )

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.set_class(form == "long", "-long")
        self._drafts = Drafts(self, self._keep)
        self._say: tuple[Translator, bool] = (Translator("en"), False)
        self._wrong: Words | None = None
        """What is wrong with what was typed."""
        self._found = ""
        """What stood in the field when the step came on the screen."""
        self._kept = ""
        """What was kept last: that, or a draft."""

    def compose(self) -> ComposeResult:
        longest = LONGEST.get(self._form, FIGURES)
        yield Static(id="question", markup=False)
        yield LongField(longest) if self._form == "long" else LineField(longest)
        yield Static(id="reminder", markup=False)
        yield Static(id="note", markup=False)
        yield Verbs(id="verbs")

    def fits(self, step: Step) -> bool:
        return isinstance(step, Write) and step.form == self._form

    # -- words ----------------------------------------------------------------------------------

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Write)
        kept, again = given.answer if given else None, self.is_on(step)
        self.step, self._say = step, (tr, plain)
        if not again:
            self._begin("" if kept is None or isinstance(kept, Missing) else str(kept))
        question, free = asked(step.about, step.question, tr, plain), space(self)
        if (helping := _help(step)) is not None:
            question = assembled(question, "\n", safe(tr(helping, plain=plain), "$muted"))
        show(self.query_one("#question", Static), question)
        show(self.query_one("#reminder", Static), safe(tr(REMINDER) if step.free else ""))
        buttons = self.query_one(Verbs).show(step, kept, tr, plain, free.width)
        if isinstance(self._field, LongField):
            rows = free.height - buttons - AROUND
            self._field.styles.height = max(LOW, min(HIGH, rows))
        elif self._form == "date":
            self._field.placeholder = clean(tr(DATES))
        self._note(self._wrong)

    def _begin(self, kept: str) -> None:
        """Put in the field what was written before."""
        self._drafts.stop()
        self._wrong = None
        self._field.load(date_as_typed(kept) if self._form == "date" else kept)
        self._found = self._kept = self._field.words

    def _note(self, wrong: Words | None) -> None:
        """Say under the field what is wrong, or nothing any more."""
        self._wrong = wrong
        tr, plain = self._say
        words = f"! {tr(wrong, plain=plain)}" if wrong is not None else ""
        show(self.query_one("#note", Static), safe(words))

    # -- typing ---------------------------------------------------------------------------------

    @property
    def _field(self) -> Field:
        field = self.query_one("#box")
        assert isinstance(field, LineField | LongField)
        return field

    @property
    def _asked(self) -> Write:
        assert isinstance(self.step, Write)
        return self.step

    def take_focus(self, back: bool = False) -> None:
        # Whoever goes back by Backspace goes further back by it: the text is not eaten on the way.
        written = back and bool(self._field.words)
        (self.query_one("#go-back") if written else self._field).focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed()

    def on_full(self, event: Full) -> None:
        event.stop()
        self._note(message(TOO_LONG, most=self._field.longest))

    def _typed(self) -> None:
        if self.step is None or self._field.words == self._kept:
            return
        self._note(None)
        self._drafts.typed()

    def _value(self, words: str) -> Value | None:
        """What was typed as the step takes it; none where it is not that."""
        if self._form == "number":
            return number_of(words)
        if self._form == "date":
            return date_of(words) or words
        return words

    def _keep(self) -> None:
        """Keep a draft of what stands in the field, where it can be one."""
        value = self.draft()
        if value is not None:
            self._kept = self._field.words
            self.keep(value)

    def draft(self) -> Value | None:
        words = self._field.words
        if words == self._found == self._kept:
            return None
        value = self._value(words)
        if value is None:
            return None
        try:
            self._asked.check(value, final=False)
        except AnswerRefused:
            return None
        return value

    # -- going on -------------------------------------------------------------------------------

    def can(self, act: str) -> bool:
        return act == "buttons" or (act == "go_on") is (self._form == "long")

    def act_buttons(self) -> None:
        self.screen.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.act_submit()

    def act_go_on(self) -> None:
        self.act_submit()

    def act_submit(self) -> None:
        """Answer by what stands in the field, or say what is wrong with it."""
        words = self._field.words.strip()
        wrong = self._refusal(words)
        if wrong is not None:
            self._note(wrong)
            self._field.focus()
            return
        value = self._value(words)
        assert value is not None
        self._drafts.stop()
        self.answer(value)

    def _refusal(self, words: str) -> Words | None:
        """Why this is no answer to the step."""
        step, (tr, plain) = self._asked, self._say
        if not words:
            return message(NOTHING, way=label(Missing.SKIPPED, step, tr, plain))
        value = self._value(words)
        if value is None:
            return message(NO_NUMBER, found=words)
        if self._form == "date" and date_of(words) is None:
            return message(NO_DATE, found=words)
        try:
            step.check(value)
        except AnswerRefused as error:
            return message(NO_DATE, found=words) if self._form == "date" else error.message
        return None

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "go-on":
                self.act_submit()
            case "go-back":
                # By the screen, later: it takes this view away while it goes.
                self.screen.call_next(self.screen.run_action, "back")
            case way:
                self._drafts.stop()
                self.leave_out(Missing[str(way)])


def _help(step: Write) -> Words | None:
    """The line below the question: the author's, or what a number may be."""
    if step.help is not None or step.form != "number":
        return step.help
    if step.most >= MOST:
        return message(NUMBER)
    # As text: a year is not parted by thousands.
    return message(BOUNDS, least=str(step.least), most=str(step.most))
