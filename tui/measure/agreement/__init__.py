"""Agreement of annotators who tagged the same articles.

Spans, borders, labels, values, relations and states are measured apart.
"""

from tui.measure.agreement.export_agreement import Agreement

__all__ = ["Agreement"]
