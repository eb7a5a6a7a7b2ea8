"""Texts of quantities, times and the ledger."""

ROWS: dict[str, tuple[str, str]] = {
    "group.measure": ("Metrics", "指标"),
    "key.suggest": ("review the proposals", "逐个审阅建议"),
    "key.take_sure": ("accept the sure proposals seen on the screen", "一并采纳屏幕上出现过的有把握的建议"),
    "key.toggle_proposals": ("show or hide the proposals", "显示或隐藏建议"),
    "key.proposal_order": ("change the order of doubtful proposals", "切换存疑建议的顺序"),
    "key.page_date": ("set the page's date", "设定版面日期"),
    # proposals
    "review.edit": ("accept", "采纳"),
    "review.remove": ("reject", "拒绝"),
    "review.remove_same": ("never this text", "此文本不再建议"),
    "review.next_tag": ("skip", "跳过"),
    "review.suggest": ("fields", "修改字段"),
    "review.clear": ("leave", "退出"),
    "status.proposal": (
        "{number}/{total} {label} {text} = {value}",
        "{number}/{total} {label} {text} = {value}",
    ),
    "status.proposed": (
        "proposals accepted: {taken}, rejected: {refused}, open: {left}",
        "建议：采纳 {taken}，拒绝 {refused}，未定 {left}",
    ),
    "status.proposal_name": (
        "{number}/{total} {label} {text} {percent}%",
        "{number}/{total} {label} {text} {percent}%",
    ),
    "status.sure_below": ("the sure proposals are further down", "有把握的建议在下文"),
    "status.untouched": (
        "nothing was tagged or rejected in {count:character|characters} from “{text}” on; press "
        "{key:finish} again to finish",
        "从“{text}”起 {count} 字内没有任何标注或拒绝；再按 {key:finish} 即完成",
    ),
    "status.sure_raised": (
        "{percent}% of the sure proposals you looked at were right; from now on, sure means {sure}% or more",
        "你看过的有把握的建议中 {percent}% 正确；今后 {sure}% 以上才算有把握",
    ),
    "status.no_sure": ("no sure proposal has been on the screen", "屏幕上没有出现过有把握的建议"),
    "status.order": ("doubtful proposals: {order}", "存疑建议的顺序：{order}"),
    "status.proposals_hidden": ("proposals are hidden", "已隐藏建议"),
    "status.proposals_shown": ("proposals are shown", "已显示建议"),
    "order.reading": ("in text order", "按原文顺序"),
    "order.doubtful": ("most doubtful first", "最存疑的在前"),
    "order.surest": ("surest first", "最有把握的在前"),
    "proposals.count": ("{count:proposal|proposals}", "{count} 处建议"),
    "proposals.sure": (
        "{count:sure proposal has|sure proposals have} been on the screen",
        "屏幕上出现过 {count} 处有把握的建议",
    ),
    "sure.take_sure": ("accept all", "全部采纳"),
    "status.sure_key": ("{key:take_sure} accepts all {count}", "按 {key:take_sure} 采纳全部 {count} 处"),
    "sure.suggest": ("one by one", "逐个审阅"),
    "sure.clear": ("leave open", "暂不处理"),
    "status.no_proposals": ("no open proposals in this article", "本篇没有未定的建议"),
    # values
    "step.read": (" = {value}", " = {value}"),
    "step.unread": (
        ": not read as a quantity; {key:edit} fills it in",
        "：未能识别为数量，按 {key:edit} 填写",
    ),
    "step.take": ("tagged {subject}", "已采纳 {subject}"),
    "step.refuse": ("will not be proposed again: {subject}", "不再建议：{subject}"),
    "step.date": ("page date: {subject}", "版面日期：{subject}"),
    "step.undate": ("page date removed", "已删除版面日期"),
    # relations
    "pick.tail": ("Label for the words that {type} leads to", "{type}所指文字的标签"),
    # page date
    "ask.date": (
        "Page date, such as 2023-07-05, 2023/7/5, 2023年7月5日, 2023-07 or 2023 (now: {known})",
        "本版日期，如 2023-07-05、2023/7/5、2023年7月5日、2023-07 或 2023（现为：{known}）",
    ),
    "ask.no_date": ("not known", "未知"),
    "page.date": (
        "{date}: not a date; type one such as 2023-07-05, 2023/7/5, 2023年7月5日, 2023-07 or 2023",
        "{date} 不是日期；请输入如 2023-07-05、2023/7/5、2023年7月5日、2023-07 或 2023",
    ),
    # ledger
    "key.ledger": ("open the ledger: the metrics as a table", "打开指标台账"),
    "ledger.title": ("Ledger", "台账"),
    "ledger.conflicts": ("contradictions: {count}", "{count} 处矛盾"),
    "ledger.order": ("sorted by {name}", "按{name}排序"),
    "ledger.group": ("grouped by {name}", "按{name}分组"),
    "ledger.keys": (
        "{key:ledger_go} goes there, {key:ledger_filter} filters, {key:ledger_order} sorts, "
        "{key:ledger_group} groups, {key:ledger_indicator} {key:ledger_subject} same name, "
        "{key:ledger_plot} plots, {key:ledger_write} saves SVG, {key:ledger_leave} closes",
        "{key:ledger_go} 前往，{key:ledger_filter} 筛选，{key:ledger_order} 排序，{key:ledger_group} "
        "分组，{key:ledger_indicator}、{key:ledger_subject} 指标或主体同名，{key:ledger_plot} 画图，"
        "{key:ledger_write} 存为 SVG，{key:ledger_leave} 关闭",
    ),
    "group.ledger": ("In the ledger", "台账中"),
    "key.ledger_up": ("select the row above", "上一行"),
    "key.ledger_down": ("select the row below", "下一行"),
    "key.ledger_page_up": ("move up ten rows", "上移十行"),
    "key.ledger_page_down": ("move down ten rows", "下移十行"),
    "key.ledger_top": ("go to the first row", "首行"),
    "key.ledger_bottom": ("go to the last row", "末行"),
    "key.ledger_go": ("go to the row's place in the text", "前往原文位置"),
    "key.ledger_filter": ("filter the rows", "筛选各行"),
    "key.ledger_order": ("sort by the next column", "按下一列排序"),
    "key.ledger_reverse": ("sort the other way round", "倒序排列"),
    "key.ledger_group": ("group by the next column", "按下一列分组"),
    "key.ledger_indicator": ("say that the indicator is the same as another", "指定该指标与另一指标同名"),
    "key.ledger_subject": ("say that the subject is the same as another", "指定该主体与另一主体同名"),
    "key.ledger_plot": ("plot the indicator over time", "画出该指标随时间的变化"),
    "key.ledger_write": ("save the plot as SVG", "把该图存为 SVG"),
    "key.ledger_leave": ("clear the filter, or close the ledger", "取消筛选，或关闭台账"),
    "key.ledger_close": ("close the ledger", "关闭台账"),
    "ledger.same": ("“{name}” is the same as", "“{name}”即"),
    "ledger.ask_file": ("Save the plot as", "图片存为"),
    "ledger.drawn": ("plot saved: {path}", "已存图：{path}"),
    "ledger.no_points": (
        "{indicator}: no row has both a time and a value; relate the period, or set the page's date",
        "{indicator}：没有时间与数值齐全的行；请关联时期，或设定版面日期",
    ),
    "ledger.no_picture": (
        "nothing to plot: no row matches; choose others with --where indicator=..",
        "没有符合条件的行可画；请用 --where indicator=.. 另选",
    ),
    "cli.option.plot": (
        "plot an indicator over time as SVG: the one given with --indicator, or the first row's",
        "把指标按时间画成 SVG：用 --indicator 指定，否则取首行的指标",
    ),
    "cli.option.indicator": ("only the rows of this indicator", "只取该指标的行"),
    "cli.ledger.others": (
        "the plot shows {indicator}; left out: {others} (choose one with --indicator)",
        "图中为{indicator}；未画：{others}（用 --indicator 选择）",
    ),
    "ledger.no_indicators": (
        "no row has an indicator yet; relate metrics to what they measure",
        "还没有行有指标名；请先为指标关联指标名",
    ),
    "ledger.no_indicator": (
        "no row has the indicator {indicator!r}; there are: {known}",
        "没有指标为 {indicator!r} 的行；现有指标：{known}",
    ),
    "cli.ledger.drawn": ("plot saved: {path}", "已存图：{path}"),
    "plot.keys": ("{key:dialog_close} closes", "{key:dialog_close} 关闭"),
    # tag editor
    "edit.interval": ("from/to", "起止"),
    "edit.kind.interval": (
        "two days such as 2023-01-01/2023-06-30; .. for an open end",
        "起止日期，如 2023-01-01/2023-06-30，不限的一端写 ..",
    ),
}
