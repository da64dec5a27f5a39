"""The end of a run: back to what was passed, or finish; then thanks."""

from __future__ import annotations

from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_, NN_, message
from progpro_tui.linear.commands import Command, named
from progpro_tui.linear.lines import Lines
from progpro_tui.linear.parting import Parting
from progpro_tui.linear.speaker import Speaker
from progpro_tui.linear.spoken import folded
from progpro_tui.workspace.runs import Sitting

YES = ("o", "oui", "y", "yes")
NO = ("n", "non", "no")


class Closing:
    """Asked when nothing is left to ask. ``revisiting`` is whether one goes back to what was passed."""

    def __init__(self, sitting: Sitting, speaker: Speaker, lines: Lines, parting: Parting) -> None:
        self._sitting = sitting
        self._speaker = speaker
        self._lines = lines
        self._parting = parting
        self.revisiting = False

    def finishes(self) -> bool:
        """Whether to finish now; else the administration stands where one goes on.

        A script that ends here has answered everything: it finishes.
        """
        self.revisiting = False
        while True:
            self._ask()
            try:
                line = self._lines.read(self._speaker.tell(message(N_("Answer:"))))
            except EOFError:
                if self._lines.attended:
                    raise
                return True
            decided = self._decided(line)
            if decided is not None:
                return decided

    def _ask(self) -> None:
        self._speaker.page.part()
        passed = len(self._sitting.administration.passed)
        if passed:
            words = NN_(
                "{n} question was passed: go back to it (y/n)?",
                "{n} questions were passed: go back to them (y/n)?",
            )
            self._speaker.say(message(words, n=passed))
        else:
            words_of_end = N_("Every question has its answer. Enter: finish. “<”: the last one again.")
            self._speaker.say(message(words_of_end))

    def _decided(self, line: str) -> bool | None:
        """Whether to finish, as a line says it; none where it is to be asked again."""
        administration = self._sitting.administration
        passed, said = administration.passed, folded(line)
        if passed and said in YES:
            administration.go_to(passed[0].id)
            self.revisiting = True
            return False
        if said in NO if passed else not line.strip():
            return True
        command = named(line)
        if command is Command.BACK:
            administration.back()
            return False
        if command is Command.PAUSE:
            self._parting.leave(self._speaker, self._lines, self._sitting)
        elif command is Command.WORDING:
            self._speaker.switch_wording()
        elif command is Command.LANGUAGE:
            self._speaker.switch_language()
        else:
            asked = N_("Type y for yes, n for no.") if passed else N_("Enter alone finishes.")
            self._speaker.say(message(asked))
        return None

    def finish(self) -> Profile:
        """Make the profile and say thanks. Raises :class:`StoreError` where it cannot be kept."""
        profile = self._sitting.finish()
        self._speaker.page.part()
        self._speaker.say(message(N_("It is finished. Thank you.")))
        if self._parting.kept:
            self._speaker.say(message(N_("The profile is kept in the dossier.")))
        return profile
