#!/bin/sh
# spaCy 3.8.18, ids of entities and of span groups in `Doc.to_json`.
#
# One would guess: `Doc.from_json(doc.to_json())` brings a document's entities back as its span groups, since both are
# lists of Span; and as DocBin does.
# What happens: an entity comes back with its label alone: its knowledge-base id and its own id are gone. In a span group
# the knowledge-base id stays and only the span's id is gone. DocBin keeps both ids of both. No warning.
# Who meets it: who hands linked names from one program to another as spaCy's JSON.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "spacy==3.8.18"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import spacy
from spacy.tokens import Doc, DocBin, Span

print("spacy", version("spacy"))
nlp = spacy.blank("zh")
doc = nlp("王敏在金沙市工作")
doc.ents = [Span(doc, 0, 2, label="PERSON", kb_id="Q1", span_id="T1")]
doc.spans["sc"] = [Span(doc, 3, 6, label="LOC", kb_id="Q2", span_id="T2")]


def ids(doc: Doc) -> list[tuple[str, str]]:
    return [(span.kb_id_, span.id_) for span in (*doc.ents, *doc.spans["sc"])]


by_json = ids(Doc(nlp.vocab).from_json(doc.to_json()))
[kept] = DocBin(docs=[doc]).get_docs(nlp.vocab)
print("JSON:", by_json, " DocBin:", ids(kept))
assert by_json == [("", ""), ("Q2", "")]
assert ids(kept) == [("Q1", "T1"), ("Q2", "T2")]
print("as described")
PYTHON
