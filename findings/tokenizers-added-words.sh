#!/bin/sh
# tokenizers 0.23.3, Chinese words that are added to a BERT tokenizer.
#
# One would guess: a word that `add_tokens` took is a token with that text, as those of the vocabulary are: its id gives
# the word, and the word the id.
# What happens: it is found in the text, with right offsets and the right id, but its text is what the normaliser makes
# of it, and BERT's puts blanks around each Chinese character: 临溪县 comes out as " 临  溪  县 ", in the tokens, from
# `id_to_token` and from `decode`. That text has no id (transformers gives the one of [UNK]), while the vocabulary lists
# the word as it was added. `AddedToken("临溪县", normalized=False)` keeps it; the documentation of `normalized` speaks
# only of what the token is matched against. Nothing warns.
# Who meets it: who adds names of a corpus to bert-base-chinese, and looks tokens up, counts them or puts them together
# by their text. It was reported, and called intended (tokenizers' issue 1165).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "tokenizers==0.23.3"
cd "$folder"
printf '%s\n' "[PAD]" "[UNK]" "[CLS]" "[SEP]" "[MASK]" 临 溪 县 总 工 会 走 访 > vocab.txt
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from tokenizers import AddedToken, BertWordPieceTokenizer

print("tokenizers", version("tokenizers"))
TEXT = "临溪县总工会走访"


def encoded(added):
    tokenizer = BertWordPieceTokenizer("vocab.txt")
    tokenizer.add_tokens([added])
    found = tokenizer.encode(TEXT, add_special_tokens=False)
    token, id_ = found.tokens[0], found.ids[0]
    print(found.tokens, "offsets", found.offsets[0], "id", id_, "of its text", tokenizer.token_to_id(token))
    assert found.offsets[0] == (0, 3)
    assert tokenizer.token_to_id("临溪县") == id_
    assert "临溪县" in tokenizer.get_vocab()
    return token, tokenizer.id_to_token(id_), tokenizer.token_to_id(token) == id_


assert encoded("临溪县") == (" 临  溪  县 ", " 临  溪  县 ", False)
assert encoded(AddedToken("临溪县", normalized=False)) == ("临溪县", "临溪县", True)
assert "should match against the normalized version of the input" in " ".join(AddedToken.__doc__.split())
print("as described")
PYTHON
