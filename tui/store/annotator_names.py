"""Names that annotators' folders may have."""

import re

FOLDER_NAME = re.compile(r"[^\W_][^/\\\0]*")
"""Of an annotator; those that begin with a dot or an underscore are kept for other things."""

SHARED = "_project"
"""The folder of what is true for every annotator."""

ASSIGNMENTS = "_assignments"
"""The file there that says who has which page; the others are pages' own."""

PREDICTIONS = "_predictions"
"""The folder of what models of other programs guessed."""

EVERYBODYS = frozenset((SHARED, PREDICTIONS))
"""The owners of records that no annotator owns."""
