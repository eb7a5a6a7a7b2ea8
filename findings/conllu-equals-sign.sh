#!/bin/sh
# conllu 6.0.0, a value in MISC that holds an equals sign.
#
# One would guess: a key ends at the first equals sign and all behind it is the value, so what was read is written again.
# What happens: the value ends at the second one, without a warning: `Source=http://x.example/?id=7` is read, and
# written, as `Source=http://x.example/?id`. Of two comments with one name (`# annotator = ling`, `# annotator = mo`)
# only the last is read and written.
# Who meets it: who keeps links, formulas or expressions (`Value=x>=10`) in MISC, or names several annotators of a
# sentence, and reads, changes and writes a treebank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "conllu==6.0.0"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import conllu

print("conllu", version("conllu"))
LINK, EXPRESSION = "Source=http://x.example/?id=7", "Value=x>=10"
text = (
    "# annotator = ling\n# annotator = mo\n"
    f"1\t水位\t_\tNOUN\t_\t_\t0\troot\t_\t{LINK}\n"
    f"2\t超\t_\tVERB\t_\t_\t1\tdep\t_\t{EXPRESSION}\n\n"
)
[sentence] = conllu.parse(text)
print(sentence.metadata, [token["misc"] for token in sentence])
assert sentence.metadata == {"annotator": "mo"}
assert sentence[0]["misc"] == {"Source": "http://x.example/?id"}
assert sentence[1]["misc"] == {"Value": "x>"}
written = sentence.serialize()
print(written)
assert LINK not in written and EXPRESSION not in written and "ling" not in written
print("as described")
PYTHON
