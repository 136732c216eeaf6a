"""Qt's own words follow the language of the window, where Qt knows it."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from trustcheck.ui.kit.languages import native_name, turn_toolkit


@pytest.mark.parametrize(("language", "said"), [("de", "Abbrechen"), ("fr", "Annuler"), ("es", "Cancelar")])
def test_a_dialog_of_the_toolkit_says_cancel_in_the_windows_language(
    qapp: QApplication, language: str, said: str
) -> None:
    assert turn_toolkit(qapp, language)
    installed = qapp.findChildren(QTranslator)[-1]
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel").replace("&", "") == said
    finally:
        qapp.removeTranslator(installed)
        installed.deleteLater()


def test_a_language_is_called_as_those_who_speak_it_call_it() -> None:
    named = {each: native_name(each) for each in ("en", "en-GB", "de", "fr", "es", "qx")}

    assert named == {
        "en": "English", "en-GB": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "qx": "qx",
    }  # fmt: skip
