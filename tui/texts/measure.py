"""What the app says of quantities, times and the ledger."""

ROWS: dict[str, tuple[str, str]] = {
    "group.measure": ("Metrics", "指标"),
    "key.suggest": (
        "go through what is proposed",
        "逐个审阅提议",
    ),
    "key.take_sure": (
        "take the sure proposals seen",
        "一并采纳屏幕上出现过的有把握的提议",
    ),
    "key.toggle_proposals": ("show or hide what is proposed", "显示或隐藏提议"),
    "key.proposal_order": ("another order of doubtful proposals", "切换存疑提议的顺序"),
    "key.page_date": ("say when the page appeared", "设定版面日期"),
    "short.suggest": ("propose", "提议"),
    # proposals
    "review.edit": ("take", "采纳"),
    "review.remove": ("refuse", "拒绝"),
    "review.remove_same": ("never this text", "此文本不再提议"),
    "review.next_tag": ("skip", "跳过"),
    "review.suggest": ("fields", "改字段"),
    "review.clear": ("leave", "离开"),
    "status.proposal": (
        "{number}/{total} {label} {text} = {value}",
        "{number}/{total} {label} {text} = {value}",
    ),
    "status.proposed": (
        "proposals taken: {taken}, refused: {refused}, open: {left}",
        "提议：采纳 {taken}，拒绝 {refused}，未定 {left}",
    ),
    "status.proposal_name": (
        "{number}/{total} {label} {text} {percent} %",
        "{number}/{total} {label} {text} {percent} %",
    ),
    "status.sure_below": ("what is sure stands further down", "有把握的提议在下文"),
    "status.untouched": (
        "nothing was tagged or refused in {count} characters from “{text}” on; {key:finish} again: done",
        "从“{text}”起 {count} 字内没有任何标注或拒绝；再按 {key:finish} 即完成",
    ),
    "status.sure_raised": (
        "of the sure proposals you looked at, {percent} % were right: from now on {sure} % and more is sure",
        "您看过的有把握的提议中 {percent} % 正确：今后 {sure} % 以上才算有把握",
    ),
    "status.no_sure": ("no sure proposal has been on the screen", "屏幕上没有出现过有把握的提议"),
    "status.order": ("doubtful proposals: {order}", "存疑提议的顺序：{order}"),
    "status.proposals_hidden": ("proposals are hidden", "已隐藏提议"),
    "status.proposals_shown": ("proposals are shown", "已显示提议"),
    "order.reading": ("as they stand", "按原文顺序"),
    "order.doubtful": ("the most doubtful first", "最存疑的在前"),
    "order.surest": ("the surest first", "最有把握的在前"),
    "proposals.count": ("{count} proposals", "{count} 处提议"),
    "proposals.sure": (
        "{count} sure proposals have been on the screen",
        "屏幕上出现过 {count} 处有把握的提议",
    ),
    "sure.edit": ("take all", "全部采纳"),
    "sure.suggest": ("one by one", "逐个审阅"),
    "sure.clear": ("leave open", "暂不处理"),
    "status.no_proposals": ("nothing is left to propose in this article", "本篇没有未定的提议"),
    # values
    "step.read": (" = {value}", " = {value}"),
    "step.unread": (
        ": not read as a quantity; {key:edit} fills it in",
        "：未能识别为数量，按 {key:edit} 填写",
    ),
    "step.take": ("tagged {subject}", "已采纳 {subject}"),
    "step.refuse": ("will not be proposed again: {subject}", "不再提议：{subject}"),
    "step.date": ("page date: {subject}", "版面日期：{subject}"),
    "step.undate": ("page date removed", "已删除版面日期"),
    # relations
    "pick.tail": ("Label of the words to which {type} leads", "{type}所指文字的标签"),
    # page date
    "ask.date": (
        "Page date, as 2023-07-05, 2023/7/5, 2023年7月5日, 2023-07 or 2023 (now: {known})",
        "本版日期，如 2023-07-05、2023/7/5、2023年7月5日、2023-07 或 2023（现为：{known}）",
    ),
    "ask.no_date": ("not known", "未知"),
    "page.date": (
        "{date}: not a date; type it like 2023-07-05, 2023/7/5, 2023年7月5日, 2023-07 or 2023",
        "{date} 不是日期；请输入如 2023-07-05、2023/7/5、2023年7月5日、2023-07 或 2023",
    ),
    # ledger
    "key.ledger": ("the metrics as a table", "指标台账"),
    "ledger.title": ("Ledger", "台账"),
    "ledger.conflicts": ("contradicted: {count}", "{count} 条矛盾"),
    "ledger.order": ("sorted by {name}", "按{name}排序"),
    "ledger.group": ("grouped by {name}", "按{name}分组"),
    "ledger.keys": (
        "{key:ledger_go} goes there, {key:ledger_filter} filters, {key:ledger_order} sorts, "
        "{key:ledger_group} groups, "
        "{key:ledger_indicator} {key:ledger_subject} same name, {key:ledger_plot} plots, "
        "{key:ledger_write} writes SVG, "
        "{key:ledger_leave} leaves",
        "{key:ledger_go} 前往，{key:ledger_filter} 筛选，{key:ledger_order} 排序，{key:ledger_group} 分组，"
        "{key:ledger_indicator}、{key:ledger_subject} 指标或主体同名，{key:ledger_plot} 画图，"
        "{key:ledger_write} 存 SVG，"
        "{key:ledger_leave} 返回",
    ),
    "group.ledger": ("In the ledger", "台账中"),
    "key.ledger_up": ("row above", "上一行"),
    "key.ledger_down": ("row below", "下一行"),
    "key.ledger_page_up": ("ten rows up", "上移十行"),
    "key.ledger_page_down": ("ten rows down", "下移十行"),
    "key.ledger_top": ("first row", "首行"),
    "key.ledger_bottom": ("last row", "末行"),
    "key.ledger_go": ("go to the row's place in the text", "前往原文"),
    "key.ledger_filter": ("keep the rows that hold some words", "筛选"),
    "key.ledger_order": ("sort by the next column", "换列排序"),
    "key.ledger_group": ("group by the next column", "换列分组"),
    "key.ledger_indicator": ("declare the indicator to be the same as another", "声明指标同名"),
    "key.ledger_subject": ("declare the subject to be the same as another", "声明主体同名"),
    "key.ledger_plot": ("draw the indicator over time", "画出该指标随时间的变化"),
    "key.ledger_write": ("write that picture as SVG", "将该图存为 SVG"),
    "key.ledger_leave": ("clear the filter, else leave", "取消筛选或返回"),
    "key.ledger_close": ("leave", "返回"),
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
        "draw an indicator over time as SVG: the one of --indicator, else the first row's",
        "把指标按时间画成 SVG：--indicator 指定的，否则首行的",
    ),
    "cli.option.indicator": ("only the rows of this indicator", "只要该指标的行"),
    "cli.ledger.others": (
        "it shows {indicator}; not drawn: {others} (choose one by --indicator)",
        "图中为{indicator}；未画：{others}（用 --indicator 选择）",
    ),
    "ledger.no_indicator": (
        "no row measures {indicator!r}; the rows measure: {known}",
        "没有指标为 {indicator!r} 的行；现有指标：{known}",
    ),
    "cli.ledger.drawn": ("drawn: {path}", "已存图：{path}"),
    "plot.keys": ("{key:dialog_close} leaves", "{key:dialog_close} 返回"),
    # tag editor
    "edit.interval": ("from/to", "起止"),
    "edit.kind.interval": (
        "two days such as 2023-01-01/2023-06-30, .. for an open end",
        "起止日期，如 2023-01-01/2023-06-30，不限一端写 ..",
    ),
}
