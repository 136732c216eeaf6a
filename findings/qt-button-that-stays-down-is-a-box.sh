#!/usr/bin/env bash
# Package   PySide6-Essentials 6.11.3.
# Expected  A push button that stays down (setCheckable) is a toggle button to assistive technology, as aria-pressed
#           makes it on the web; AT-SPI and UI Automation both have one. A menu button keeps its own role.
# Happens   It becomes a check box by that alone, and a radio button with setAutoExclusive; in an exclusive
#           QButtonGroup it stays a check box. Words, looks and keys remain those of a push button. A list of pages
#           made of such buttons reads "Overview, check box, checked".
# Matters   Surveys are full of buttons that stay down: yes and no, a page in a list, a filter. Somebody who listens
#           is told of boxes to tick, ticks a second one, and is somewhere else; and a test that looks for the role of
#           a button finds none of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own && own/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat >seen.py <<'PYTHON'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QButtonGroup, QPushButton, QToolButton

application = QApplication([])


def role(button):
    return QAccessible.queryAccessibleInterface(button).role().name


plain, down, alone, grouped = (QPushButton(each) for each in "ABCD")
tool = QToolButton()
for each in (down, alone, grouped, tool):
    each.setCheckable(True)
alone.setAutoExclusive(True)
group = QButtonGroup()
group.setExclusive(True)
group.addButton(grouped)
seen = {
    "push button": role(plain), "stays down": role(down), "stays down, exclusive": role(alone),
    "stays down, in an exclusive QButtonGroup": role(grouped), "tool button, stays down": role(tool),
}
for what, found in seen.items():
    print(f"{what}: {found}")
raise SystemExit(list(seen.values()) != EXPECTED)
PYTHON
sed -i "s/EXPECTED/['Button', 'CheckBox', 'RadioButton', 'CheckBox', 'CheckBox']/" seen.py
QT_QPA_PLATFORM=offscreen own/bin/python seen.py || { echo "it is not so any more"; exit 1; }
