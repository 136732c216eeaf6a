#!/usr/bin/env bash
# Package   Orca 43.1 (Debian 12), with PySide6-Essentials 6.11.3 on Xvfb, openbox and AT-SPI.
# Expected  A questionnaire shows one question after the other in the same page: the words change, the group of
#           answers is given the new question as its name (a fieldset's legend), the keyboard stays on the first
#           answer, and an announcement tells of the question. Orca says one of the three.
# Happens   It says none: it drops announcements, it passes over a name that changes unless that very object has the
#           keyboard, and a focus that stays where it is is no event. The same question is said in full where it comes
#           with another group and another first answer, although both look exactly alike.
# Matters   Whoever listens answers question two with the words of question one in their ears.
set -euo pipefail
for each in Xvfb openbox xdotool orca dbus-run-session; do
    command -v "$each" >/dev/null || { echo "needs $each (xvfb openbox xdotool orca at-spi2-core dbus)"; exit 1; }
done
[ "$(dpkg-query -W -f '${Version}' orca)" = 43.1-1 ] || { echo "this is about Orca 43.1-1"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own && own/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
mkdir -m 700 home prefs run
# Of itself Orca writes its log in pieces of eight kilobytes.
echo 'import orca.debug; orca.debug.debugFile.reconfigure(line_buffering=True)' >prefs/orca-customizations.py
cat >form.py <<'FORM'
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import *


class Form(QStackedWidget):
    def __init__(self):
        super().__init__()
        self.setWindowTitle("Form")
        self.group = self.made("Question one")
        self.number = 1

    def made(self, question):
        group, answer = QGroupBox(), QRadioButton("Never")
        group.setAccessibleName(question)
        QVBoxLayout(group).addWidget(answer)
        self.addWidget(group)
        self.setCurrentWidget(group)
        answer.setFocus()
        return group

    def keyPressEvent(self, event):
        if event.key() != Qt.Key.Key_Return:
            return
        self.number += 1
        if self.number == 2:
            self.group.setAccessibleName("Question two")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, "Question two"))
        else:
            self.made("Question three")

application = QApplication([])
form = Form()
form.resize(500, 300)
form.show()
application.exec()
FORM
cat >inside.sh <<'INSIDE'
until_said() { for _try in $(seq 120); do grep -qs "SPEECH OUTPUT: '$1" orca.log && return; sleep .5; done; }
coproc SCREEN { exec Xvfb -displayfd 1 -screen 0 800x600x24 2>/dev/null; }
read -r number <&"${SCREEN[0]}"
export DISPLAY=:$number HOME=$PWD/home XDG_RUNTIME_DIR=$PWD/run QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 SPEECHD_ADDRESS=unix_socket:$PWD/nobody-speaks
openbox & begun=$!
/usr/libexec/at-spi-bus-launcher --launch-immediately & begun="$begun $!"
sleep 2
orca -u "$PWD/prefs" --debug-file "$PWD/orca.log" & begun="$begun $!"
until_said "Screen reader on"
own/bin/python form.py & begun="$begun $!"
until_said Form
sleep 4
for key in Return Return; do
    xdotool key "$key"
    sleep 8
done
kill $begun "$SCREEN_PID"
INSIDE
timeout 180 dbus-run-session -- bash inside.sh >inside.out 2>&1 || true
spoken() { sed -n "s/.*SPEECH OUTPUT: '\(.*[^ ]\)'.*{.*/\1/p" orca.log; }
said() { spoken | grep -qF -- "$1"; }
spoken
said "Never" && ! said "Question two" && said "Question three" || { echo "it is not so any more"; exit 1; }
