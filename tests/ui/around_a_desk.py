"""What a desk is handed, without a program around it."""

from dataclasses import dataclass

from trustcheck.app.application import Application
from trustcheck.ui.shell.main_window import MainWindow


@dataclass
class Around:
    application: Application
    window: MainWindow

    def list_pages(self) -> None: ...

    def arrived(self) -> None: ...
