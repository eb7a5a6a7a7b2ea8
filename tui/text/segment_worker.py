"""The segmenter as a process of its own: ``python -m tui.text.segment_worker CACHE``.

Loading a dictionary holds Python's interpreter lock for hundreds of milliseconds; in a process of its own it
cannot hold up a key. A request is a line of JSON, a string: the text. An answer is a line of JSON: its words
as [start, end] pairs. It ends when its input does.
"""

import json
import sys
from pathlib import Path

from tui.text.segment import jieba_segmenter


def main() -> None:
    """Answer requests until there are no more."""
    segmenter = jieba_segmenter(Path(sys.argv[1]))
    for line in sys.stdin.buffer:
        words = segmenter.words(json.loads(line))
        sys.stdout.buffer.write(json.dumps(words, separators=(",", ":")).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
