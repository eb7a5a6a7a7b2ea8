#!/bin/sh
# ftfy 6.3.1, `fix_text` of Chinese text that is right.
#
# One would guess: text that was decoded rightly stays as it is, as the README promises ("it should never change
# correctly-decoded text to something else"); of widths only fullwidth Latin letters and halfwidth katakana change, as
# the options say.
# What happens: half of the Chinese punctuation becomes ASCII: ，：；！？（）～％ and the ideographic blanks that begin each
# paragraph, and “ ” become one and the same ". 。、《》 stay, so that a sentence has the comma of English and the full stop
# of Chinese. The length is the same: offsets still fit, while a quotation of the source is not found. Nothing tells.
# Who meets it: who cleans a Chinese corpus with ftfy before or after it was annotated, and compares it with the source.
# `TextFixerConfig(fix_character_width=False, uncurl_quotes=False)` leaves such text alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "ftfy==6.3.1"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import metadata, version

from ftfy import TextFixerConfig, fix_text

print("ftfy", version("ftfy"))
TEXT = "　　他说：“好，我去（临溪县）！”《望津日报》报道：增长5.6％。"
fixed = fix_text(TEXT)
changed = {before: after for before, after in zip(TEXT, fixed) if before != after}
print(TEXT, fixed, changed, sep="\n")
assert "should never change correctly-decoded text" in " ".join(str(metadata("ftfy").get_payload()).split())
assert "Replace fullwidth Latin characters and halfwidth Katakana" in TextFixerConfig.__doc__
assert len(fixed) == len(TEXT)
assert changed == dict(zip("　：“，（）！”％", ' :",()!"%'))
assert all(mark in fixed for mark in "。《》")
assert "“好，我去" not in fixed
assert fix_text(TEXT, TextFixerConfig(fix_character_width=False, uncurl_quotes=False)) == TEXT
print("as described")
PYTHON
