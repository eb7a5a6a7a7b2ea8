"""What the app says of quantities, times and the ledger."""

ROWS: dict[str, tuple[str, str]] = {
    "group.measure": ("Metrics", "指标"),
    "key.suggest": ("propose the next quantity or time", "逐个提议数量和时间"),
    "key.page_date": ("say when the page appeared", "设定版面日期"),
    "short.suggest": ("propose", "提议"),
    # proposals
    "offer.edit": ("take", "采纳"),
    "offer.remove": ("refuse", "拒绝"),
    "offer.next_tag": ("skip", "跳过"),
    "offer.suggest": ("fields", "改字段"),
    "offer.clear": ("leave", "离开"),
    "status.proposal": (
        "{number}/{total} {label} {text} = {value}",
        "{number}/{total} {label} {text} = {value}",
    ),
    "status.proposed": (
        "proposals taken: {taken}, refused: {refused}, open: {left}",
        "提议：采纳 {taken}，拒绝 {refused}，未定 {left}",
    ),
    "status.no_proposals": ("nothing is left to propose in this article", "本篇没有未定的提议"),
    # values
    "step.read": (" = {value}", " = {value}"),
    "step.unread": (": not read as a quantity; enter fills it in", "：未能识别为数量，按 enter 填写"),
    "step.refuse": ("will not be proposed again: {subject}", "不再提议：{subject}"),
    "step.date": ("page date: {subject}", "版面日期：{subject}"),
    "step.undate": ("page date removed", "已删除版面日期"),
    # relations
    "pick.tail": ("Label of the words to which {type} leads", "{type}所指文字的标签"),
    # page date
    "ask.date": (
        "Page date as 2023-07-05, 2023-07 or 2023 (now: {known})",
        "本版日期，如 2023-07-05、2023-07 或 2023（现为：{known}）",
    ),
    "ask.no_date": ("not known", "未知"),
    "page.date": (
        "{date}: not a date; type it like 2023-07-05, 2023-07 or 2023",
        "{date} 不是日期；请输入如 2023-07-05、2023-07 或 2023",
    ),
    # ledger
    "key.ledger": ("the metrics as a table", "指标台账"),
    "ledger.title": ("Ledger", "台账"),
    "ledger.conflicts": ("contradicted: {count}", "{count} 条矛盾"),
    "ledger.order": ("sorted by {name}", "按{name}排序"),
    "ledger.group": ("grouped by {name}", "按{name}分组"),
    "ledger.keys": (
        "enter goes there, / filters, o sorts, g groups, i s same name, p plots, w writes SVG, esc leaves",
        "enter 前往，/ 筛选，o 排序，g 分组，i、s 指标或主体同名，p 画图，w 存 SVG，esc 返回",
    ),
    "ledger.same": ("“{name}” is the same as", "“{name}”即"),
    "ledger.ask_file": ("Write the picture to", "图片存为"),
    "ledger.drawn": ("drawn: {path}", "已存图：{path}"),
    "ledger.no_points": (
        "{indicator}: no row has a known time and value; link periods and set the page's date",
        "{indicator}：没有时间和数值都已知的行；请关联时期并设定版面日期",
    ),
    "ledger.no_picture": (
        "nothing to draw: no row is like that; choose others by --where indicator=..",
        "没有符合条件的行可画；请用 --where indicator=.. 另选",
    ),
    "cli.option.plot": (
        "draw the first row's indicator over time, as SVG",
        "把首行的指标按时间画成 SVG",
    ),
    "cli.ledger.drawn": ("drawn: {path}", "已存图：{path}"),
    "plot.keys": ("esc leaves", "esc 返回"),
    # tag editor
    "edit.interval": ("from/to", "起止"),
    "edit.kind.interval": (
        "two days such as 2023-01-01/2023-06-30, .. for an open end",
        "起止日期，如 2023-01-01/2023-06-30，不限一端写 ..",
    ),
}
