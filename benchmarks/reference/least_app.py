"""The least Textual app: header, table of thirty rows, footer. A program: started by its path."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Footer, Header


class LeastApp(App[None]):
    """Nothing but what every list on a screen needs."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("n", "new", "New")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Person", "Programme", "Questionnaire", "Seen on")
        for row in range(30):
            table.add_row(f"Person {row:04}", "Bilan", "Interests", "23 November")


if __name__ == "__main__":
    LeastApp().run()
