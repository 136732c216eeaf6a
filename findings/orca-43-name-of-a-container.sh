#!/usr/bin/env bash
# Package   Orca 43.1 (Debian 12), with PySide6-Essentials 6.11.3 on Xvfb, openbox and AT-SPI.
# Expected  A page with an accessible name is said on arrival, whatever widget holds it, as an ARIA region would be.
# Happens   QWidget and QScrollArea are "filler" to AT-SPI and taken for mere layout whatever they are called; the
#           name of a QGroupBox is said ("panel"), even one without title or frame. And more comes with it: all text
#           in the group that labels nothing is read out once, on the way to the field. None of this is in the name or
#           the role.
# Matters   The title of a page and the sentences above its first question reach somebody who listens, or do not, by
#           the class of a widget that nobody sees.
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
        self.holders = [QScrollArea(), QWidget(), QGroupBox()]
        for number, holder in enumerate(self.holders):
            holder.setAccessibleName(f"Page {number} of a {type(holder).__name__}")
            inner = holder
            if isinstance(holder, QScrollArea):
                inner = QWidget()
                holder.setWidget(inner)
                holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column = QVBoxLayout(inner)
            column.addWidget(QLabel(f"Nobody sees who answered page {number}."))
            column.addWidget(QPushButton(f"Field {number}", clicked=lambda _on, at=number + 1: self.turn_to(at)))
            self.addWidget(holder)

    def turn_to(self, number):
        if number < len(self.holders):
            self.setCurrentIndex(number)
            self.holders[number].findChild(QPushButton).setFocus()

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
for key in space space; do
    xdotool key "$key"
    sleep 8
done
kill $begun "$SCREEN_PID"
INSIDE
timeout 180 dbus-run-session -- bash inside.sh >inside.out 2>&1 || true
spoken() { sed -n "s/.*SPEECH OUTPUT: '\(.*[^ ]\)'.*{.*/\1/p" orca.log; }
said() { spoken | grep -qF -- "$1"; }
spoken
said "Field 1" && ! said "Page 1 of a QWidget" && ! said "Nobody sees who answered page 1." &&
    ! said "Page 0 of a QScrollArea" && said "Page 2 of a QGroupBox" &&
    said "Nobody sees who answered page 2." || { echo "it is not so any more"; exit 1; }
