#!/usr/bin/env bash
# Package   Orca 43.1 (Debian 12), with PySide6-Essentials 6.11.3 on Xvfb, openbox and AT-SPI.
# Expected  When a page of a form appears and the keyboard is put on its first field, Orca says that field.
# Happens   It says a check box there, and says nothing where the first field is a line of text. Qt tells of the text
#           cursor as soon as a QLineEdit is made (setMaxLength, setText), Orca comes to read of it when the line
#           already has the keyboard, takes the line for what has the keyboard "without notifying", and so has nothing
#           new to say when it reads of the focus. The field is only said where it had been made a while before.
# Matters   The pages of a questionnaire that ask for a name, a place, an age or a code begin with such a line:
#           somebody who listens finds themselves nowhere, and the log of events looks in order.
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
        self.addWidget(QPushButton("Begin", clicked=lambda: self.turn_to(QLineEdit(), "Your place")))
        self.setWindowTitle("Form")

    def turn_to(self, field, name):
        page = QWidget()
        QVBoxLayout(page).addWidget(field)
        field.setAccessibleName(name)
        if isinstance(field, QLineEdit):
            field.setMaxLength(60)
            field.editingFinished.connect(lambda: self.turn_to(QCheckBox(), "I agree"))
        self.addWidget(page)
        self.setCurrentWidget(page)
        field.setFocus()

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
for key in space Return; do
    xdotool key "$key"
    sleep 8
done
kill $begun "$SCREEN_PID"
INSIDE
timeout 180 dbus-run-session -- bash inside.sh >inside.out 2>&1 || true
spoken() { sed -n "s/.*SPEECH OUTPUT: '\(.*[^ ]\)'.*{.*/\1/p" orca.log; }
said() { spoken | grep -qF -- "$1"; }
spoken
said "Begin" && ! said "Your place" && said "I agree" || { echo "it is not so any more"; exit 1; }
