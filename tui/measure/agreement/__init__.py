"""How far annotators agree who tagged the same articles: spans, borders, labels, values, relations and states apart."""

from tui.measure.agreement.export_agreement import Agreement

__all__ = ["Agreement"]
