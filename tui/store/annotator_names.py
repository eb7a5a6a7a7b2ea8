"""How the folders of annotators may be called."""

import re

FOLDER_NAME = re.compile(r"[^\W_][^/\\\0]*")
"""Of an annotator; those that begin with a dot or an underscore are kept for other things."""
