#!/bin/sh
# pygal 3.1.3, what its import leaves behind, and how wide it takes a Chinese label for.
#
# One would guess: importing a chart library changes nothing for the imports after it, and a label gets the room that
# it needs.
# What happens: `import pygal` puts a finder for plugins of old times into sys.meta_path that has no find_spec. Python
# 3.11 warns at every later import of something that is not loaded yet (ImportWarning: an error where warnings are
# errors, as in many test suites). A label is taken for 0.6 of the font size a character, whatever the character: nine
# Chinese ones get 75 pixels at 14 and need 126.
# Who meets it: who draws charts with Chinese labels, and who runs tests with -W error. piyue removes the finder and
# gives the missing room as a margin.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "pygal==3.1.3"
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

before = list(sys.meta_path)
import pygal
from pygal.util import get_text_box

left = [each for each in sys.meta_path if each not in before]
lacking = [type(each).__name__ for each in left if not hasattr(each, "find_spec")]
_, width = get_text_box("望津市总工会标注组", 14)
print("pygal", version("pygal"), "on Python", sys.version.split()[0])
print("finders without find_spec that stay in sys.meta_path:", lacking)
print("pixels for nine Chinese characters at 14:", width)
assert lacking == ["PluginImportFixer"], "no longer as described"
assert width < 9 * 14 * 0.61, "no longer as described"
print("as described")
PYTHON
