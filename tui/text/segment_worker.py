"""The segmenter as a process of its own: ``python -m tui.text.segment_worker CACHE SEGMENTER DICTIONARY``.

Loading a dictionary holds Python's interpreter lock for hundreds of milliseconds; in a process of its own it
cannot hold up a key. A request is a line of JSON, a string: the text. An answer is a line of JSON: its words
as [start, end] pairs. It ends when its input does. Lines of the dictionary that hold no word are passed over:
who starts the process looks for them.
"""

import json
import os
import sys
from pathlib import Path

from tui.text.dictionary import read_what_holds
from tui.text.segment import NAMES, segmenter_for

NICER = 10
"""By how much it gives way to the app."""


def main() -> None:
    """Answer requests until there are no more."""
    cache, name, dictionary = sys.argv[1:]
    entries, _ = read_what_holds(Path(dictionary))
    segmenter = segmenter_for(NAMES[NAMES.index(name)], Path(cache), entries)
    is_nice = False
    for line in sys.stdin.buffer:
        words = segmenter.words(json.loads(line))
        sys.stdout.buffer.write(json.dumps(words, separators=(",", ":")).encode() + b"\n")
        sys.stdout.buffer.flush()
        if not is_nice:  # the words on the screen are there; the rest may take its time
            os.nice(NICER)
            is_nice = True


if __name__ == "__main__":
    main()
