"""What is counted of the usual annotation file, without an object of each tag."""

from tui.model import Division, Page
from tui.model.document_columns import DocumentColumns, TagColumns
from tui.store.records.fast_decode import progress_of, usual_records
from tui.store.records.kept import Kept


def usual_columns(data: bytes, page: Page, division: Division, annotator: str) -> DocumentColumns | None:
    """Return the columns of the document that `usual_fields` says; None: something in the file is unusual."""
    usual = usual_records(data, page)
    progress = None if usual is None else progress_of(usual, division, Kept())
    if usual is None or progress is None:
        return None
    tags = TagColumns.of_fields(usual.spans) if usual.spans else TagColumns()
    relations = usual.relations
    related = [*zip(relations["label"], relations["head"], strict=True)] if relations else []
    return DocumentColumns(page, annotator, division.articles, progress, tags, related)
