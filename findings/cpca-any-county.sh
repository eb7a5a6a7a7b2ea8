#!/bin/sh
# cpca 0.5.5, which finds the province and city of Chinese addresses, on words that hold 县 (county).
#
# One would guess: what names no place, or one that is not in the table, has no province (思茅市 has none); of several
# places with one name none is taken, or it is said.
# What happens: the table has a division of Chongqing that is called 县 and nothing else, so that each 县 that no other
# place takes is Chongqing: 全县职工 (the workers of the whole county), 县里开会, 静海县 (a former county of Tianjin). A place
# also ends where it likes: 南京路步行街, a street of Shanghai, is Nanjing. And of places with one name the first of the
# table is taken: 朝阳区 is in Changchun, 鼓楼区 in Kaifeng (`umap` chooses another). No warning.
# Who meets it: who counts news by province with it: every report of a county that does not name the province goes to
# Chongqing. That is reported (issue 95, open since 2021).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "cpca==0.5.5" "pandas==2.3.3"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import cpca

print("cpca", version("cpca"))


def places(*texts):
    rows = cpca.transform(list(texts))[["省", "市", "区"]].itertuples(index=False)
    found = {text: "".join(name for name in row if isinstance(name, str)) for text, row in zip(texts, rows)}
    print(found)
    return found


assert places("职工开会", "思茅市") == {"职工开会": "", "思茅市": ""}
assert set(places("全县职工", "县里开会", "静海县", "记者从县医院获悉").values()) == {"重庆市县"}
assert places("南京路步行街") == {"南京路步行街": "江苏省南京市"}
assert places("朝阳区", "鼓楼区") == {"朝阳区": "吉林省长春市朝阳区", "鼓楼区": "河南省开封市鼓楼区"}
print("as described")
PYTHON
