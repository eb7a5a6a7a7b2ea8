"""What can go wrong: what happened, then what to do. The place is put before it by the error itself."""

ROWS: dict[str, tuple[str, str]] = {
    # model
    "segments.empty": ("a span needs at least one segment", "标注至少要有一段"),
    "segments.order": (
        "segments {segments} are not ascending half-open ranges that do not touch",
        "片段 {segments} 不是升序、互不相接的半开区间",
    ),
    # text
    "offsets.outside": (
        "range {start}:{end} lies outside the text ({length} characters)",
        "区间 {start}:{end} 超出文本（共 {length} 字）",
    ),
    "offsets.blocks": (
        "range {start}:{end} crosses a paragraph border; a tag stays inside one paragraph",
        "区间 {start}:{end} 跨越段落；一个标注须在同一段内",
    ),
    "offsets.hidden": (
        "segments {segments} are not one unbroken range of the reading text",
        "片段 {segments} 在阅读文本中不连续",
    ),
    # edit
    "change.quote": (
        "the text of span {id} is not what stands at {segments}",
        "标注 {id} 的文字与 {segments} 处的原文不符",
    ),
    "change.unknown": ("there is no {what} {id}", "没有 {what} {id}"),
    "change.twice": ("{what} {id} is already there", "{what} {id} 已经存在"),
}
