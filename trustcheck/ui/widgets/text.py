"""A piece of text in one role and one ink. Plain text always: what people wrote is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trustcheck.ui.look import Look


class Text(QLabel):
    """Wrapping plain text. ``role`` is a face of :data:`trustcheck.ui.fonts.FACES`."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._ink = look, role, ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        # Not Minimum: Qt would reserve the height of a narrow column even where the words stand in one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def use_ink(self, ink: str) -> None:
        self._ink = ink
        self._restyle()

    def use_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def can_be_copied(self) -> "Text":
        """Let people select the words with mouse or keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, self._look.ink(self._ink))
        self.setPalette(palette)
