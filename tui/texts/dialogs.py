"""What the dialogs of the app say."""

ROWS: dict[str, tuple[str, str]] = {
    # tag editor
    "edit.title": ("{label}: {text}", "{label}：{text}"),
    "edit.value": ("value", "数值"),
    "edit.value_max": ("upper value", "上限"),
    "edit.unit": ("unit", "单位"),
    "edit.comparator": ("comparator", "比较"),
    "edit.direction": ("direction", "方向"),
    "edit.kind": ("kind", "类别"),
    "edit.status": ("status", "状态"),
    "edit.note": ("note", "备注"),
    "edit.keys": (
        "{key:edit_next_field} next field, {key:input_accept} keep, {key:dialog_close} leave as it was",
        "{key:edit_next_field} 下一项，{key:input_accept} 保存，{key:dialog_close} 放弃",
    ),
    "edit.kind.text": ("text", "文字"),
    "edit.kind.number": ("a number", "数字"),
    "edit.kind.date": ("a date, such as 2026-05-01", "日期，如 2026-05-01"),
    "edit.kind.boolean": ("true or false", "true 或 false"),
    "edit.kind.enum": ("one of the choices", "选项之一"),
    "edit.unparsed": ("not read as a quantity; fill in the value", "未能识别为数量，请填写数值"),
    # places
    "places.spread": ("Tag “{text}” as {label}", "把“{text}”标为 {label}"),
    "places.remove": ("Remove {label} from “{text}”", "删除“{text}”的 {label} 标注"),
    "places.relabel": ("Relabel “{text}” as {label}", "把“{text}”改标为 {label}"),
    "places.scope.article": ("in this article", "本篇"),
    "places.scope.page": ("on this page", "本版"),
    "places.scope.corpus": ("everywhere", "全部"),
    "places.counts": ("{accepted} of {total}", "{accepted}/{total}"),
    "places.reading": ("reading {done}/{total}", "读取中 {done}/{total}"),
    "places.doubting": (
        "a model reads {done}/{total} finished articles",
        "模型正在读已完成的文章 {done}/{total}",
    ),
    "places.keys_accept": (
        "{key:hits_toggle} takes or leaves one, {key:hits_all} all, {key:hits_none} none, "
        "{key:hits_widen} widens, "
        "{key:hits_go} goes there, {key:hits_finish} does it, {key:dialog_close} leaves",
        "{key:hits_toggle} 取舍，{key:hits_all} 全取，{key:hits_none} 全舍，{key:hits_widen} 扩大范围，"
        "{key:hits_go} 前往，{key:hits_finish} 执行，{key:dialog_close} 放弃",
    ),
    "places.keys_go": (
        "{key:hits_widen} widens, {key:hits_finish} goes there, {key:dialog_close} leaves",
        "{key:hits_widen} 扩大范围，{key:hits_finish} 前往，{key:dialog_close} 返回",
    ),
    "places.none": ("none here", "这里没有"),
    "places.unsure": ("Not sure of", "存疑的标注"),
    "places.search": ("Search", "查找"),
    "places.keys_search": (
        "re: a pattern, label:ORG / nolabel:ORG (* any); {key:search_widen} widens, "
        "{key:search_up} {key:search_down}, {key:input_accept} goes there, {key:dialog_close} leaves",
        "re: 正则，label:ORG / nolabel:ORG（* 任意）；{key:search_widen} 扩大范围，"
        "{key:search_up} {key:search_down} 选择，{key:input_accept} 前往，{key:dialog_close} 返回",
    ),
    # questions
    "question.labels_differ": ("is {detail} elsewhere", "别处标为 {detail}"),
    "question.borders_differ": ("part of “{detail}”, tagged whole elsewhere", "属于“{detail}”，别处整体标注"),
    "question.mid_word": ("begins or ends within a word: {detail}", "切断了词：{detail}"),
    "question.punctuation": (
        "marks or blanks at its ends; without: {detail}",
        "首尾有标点或空白；应为：{detail}",
    ),
    "question.unlabelled": ("not tagged here, {detail} elsewhere", "此处未标，别处标为 {detail}"),
    "question.no_value": ("a metric without a value", "指标没有数值"),
    "question.interval": ("ends before it begins: {detail}", "止于起之前：{detail}"),
    "question.no_unit": ("a metric without a unit", "指标没有单位"),
    "question.no_indicator": ("a metric that does not say what it measures", "指标没有指标名称"),
    "question.relation_type": (
        "a relation that the project does not allow: {detail}",
        "不允许的关系：{detail}",
    ),
    "question.overlap": ("overlaps “{detail}” of the same label", "与同类标注“{detail}”重叠"),
    "question.unlikely": (
        "the model finds it unlikely and reads: {detail}",
        "模型认为不太可能，读作：{detail}",
    ),
    "question.missed": ("not tagged, but the model reads: {detail}", "未标注，但模型读作：{detail}"),
    "question.required": ("does not say {detail}", "缺少属性 {detail}"),
    "places.check": ("To check", "待核对"),
    "places.keys_check": (
        "{key:hits_finish} goes there, {key:check_fix} does what is obvious, {key:check_right} is "
        "right as it is, "
        "{key:hits_widen} widens, {key:dialog_close} leaves",
        "{key:hits_finish} 前往，{key:check_fix} 按建议修改，{key:check_right} 本来正确，"
        "{key:hits_widen} 扩大范围，{key:dialog_close} 返回",
    ),
    "status.checked_right": ("will not be asked again: {text}", "不再询问：{text}"),
    "status.no_fix": ("nothing is obvious to do here", "没有明显的改法"),
    "key.check": ("list what does not agree", "列出不一致之处"),
    # one line
    "ask.note": ("Note on “{title}”", "“{title}”的备注"),
    # picker
    "pick.relation": ("Which relation to remove?", "删除哪个关系？"),
    "pick.label": ("Label: type of its name, pinyin or id", "标签：输入名称、拼音或 id"),
    # stats
    "stats.keys": (
        "{key:stats_whose} whose  {key:stats_day_before} {key:stats_day_after} day  {key:stats_plot} picture"
        "  {key:stats_plot_agreement} agreement  {key:stats_close} leaves",
        "{key:stats_whose} 谁的  {key:stats_day_before} {key:stats_day_after} 日期  {key:stats_plot} 图  "
        "{key:stats_plot_agreement} 一致性  {key:stats_close} 返回",
    ),
    "stats.measuring": ("measuring …", "统计中……"),
    "stats.title": ("Progress", "进度"),
}
