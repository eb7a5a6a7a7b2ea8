"""Texts of the dialogs."""

ROWS: dict[str, tuple[str, str]] = {
    # tag editor
    "edit.title": ("{label}: {text}", "{label}：{text}"),
    "edit.value": ("value", "数值"),
    "edit.value_max": ("upper value", "上限"),
    "edit.unit": ("unit", "单位"),
    "edit.comparator": ("comparator", "比较方式"),
    "edit.direction": ("direction", "方向"),
    "edit.kind": ("kind", "类别"),
    "edit.status": ("status", "状态"),
    "edit.note": ("note", "备注"),
    "edit.keys": (
        "{key:edit_next_field} next field, {key:input_accept} save (on ▼: open the choices), "
        "{key:edit_keep} save, {key:dialog_close} cancel",
        "{key:edit_next_field} 下一项，{key:input_accept} 保存（在 ▼ 处打开选项），{key:edit_keep} 保存，"
        "{key:dialog_close} 取消",
    ),
    "edit.choice.exact": ("exactly", "等于"),
    "edit.choice.ge": ("at least", "不少于"),
    "edit.choice.gt": ("more than", "大于"),
    "edit.choice.le": ("at most", "不超过"),
    "edit.choice.lt": ("less than", "小于"),
    "edit.choice.approx": ("about", "约"),
    "edit.choice.range": ("from … to", "区间"),
    "edit.choice.none": ("no change", "无"),
    "edit.choice.up": ("increase", "增加"),
    "edit.choice.down": ("decrease", "减少"),
    "edit.choice.level": ("an amount", "数量"),
    "edit.choice.ratio": ("a share", "比率"),
    "edit.choice.change": ("an increase or decrease", "增减"),
    "edit.choice.duration": ("a length of time", "时长"),
    "edit.choice.actual": ("a fact", "实际"),
    "edit.choice.target": ("a plan or limit", "目标"),
    "edit.choice.true": ("yes", "是"),
    "edit.choice.false": ("no", "否"),
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
        "the model checks finished articles: {done}/{total}",
        "模型正在检查已完成的文章：{done}/{total}",
    ),
    "places.keys_accept": (
        "{key:hits_toggle} accepts one or not, {key:hits_all} all, {key:hits_none} none, "
        "{key:hits_widen} widens, {key:hits_go} goes there, {key:hits_finish} applies, "
        "{key:dialog_close} cancels",
        "{key:hits_toggle} 选或不选，{key:hits_all} 全选，{key:hits_none} 全不选，{key:hits_widen} 扩"
        "大范围，{key:hits_go} 前往，{key:hits_finish} 应用，{key:dialog_close} 取消",
    ),
    "places.keys_go": (
        "{key:hits_widen} widens, {key:hits_finish} goes there, {key:dialog_close} closes",
        "{key:hits_widen} 扩大范围，{key:hits_finish} 前往，{key:dialog_close} 关闭",
    ),
    "places.none": ("no hits", "没有结果"),
    "places.unsure": ("Unsure tags", "存疑的标注"),
    "places.search": ("Search", "查找"),
    "places.keys_search": (
        "re: a regular expression, label:ORG / nolabel:ORG (* any); {key:search_widen} widens, "
        "{key:search_up} {key:search_down}, {key:input_accept} goes there, {key:dialog_close} closes",
        "re: 正则表达式，标签:机构、非标签:机构（* 任意）；{key:search_widen} 扩大范围，"
        "{key:search_up} {key:search_down} 选择，{key:input_accept} 前往，{key:dialog_close} 关闭",
    ),
    # questions
    "question.labels_differ": ("tagged {detail} elsewhere", "别处标为 {detail}"),
    "question.borders_differ": (
        "part of “{detail}”, which is tagged whole elsewhere",
        "属于“{detail}”，别处作为整体标注",
    ),
    "question.mid_word": ("cuts a word: {detail}", "切断了词：{detail}"),
    "question.punctuation": (
        "has punctuation or blanks at its ends; without: {detail}",
        "首尾有标点或空白；应为：{detail}",
    ),
    "question.only_punctuation": ("nothing but punctuation or blanks", "只有标点或空白"),
    "question.unlabelled": ("not tagged here, {detail} elsewhere", "此处未标注，别处标为 {detail}"),
    "question.no_value": ("metric without a value", "指标缺少数值"),
    "question.interval": ("the period ends before it starts: {detail}", "时期的终点早于起点：{detail}"),
    "question.no_unit": ("metric without a unit", "指标缺少单位"),
    "question.no_indicator": ("metric without an indicator", "指标缺少指标名"),
    "question.relation_type": (
        "relation that the schema does not allow: {detail}",
        "标注体系不允许的关系：{detail}",
    ),
    "question.overlap": ("overlaps “{detail}” with the same label", "与同一标签的“{detail}”重叠"),
    "question.unlikely": (
        "the model finds this unlikely; it reads: {detail}",
        "模型认为不太可能；模型判断为：{detail}",
    ),
    "question.missed": ("not tagged, but the model reads: {detail}", "未标注；模型判断为：{detail}"),
    "question.required": ("{detail} is missing", "缺少 {detail}"),
    "places.check": ("Tags to check", "待核对的标注"),
    "places.keys_check": (
        "{key:hits_finish} goes there, {key:check_fix} applies the fix, {key:check_right} marks it "
        "correct, {key:hits_widen} widens, {key:dialog_close} closes",
        "{key:hits_finish} 前往，{key:check_fix} 按提示修改，{key:check_right} 标为正确，"
        "{key:hits_widen} 扩大范围，{key:dialog_close} 关闭",
    ),
    "status.checked_right": ("marked correct: {text}", "已标为正确：{text}"),
    "status.no_fix": ("no fix is known for this", "此处没有可直接应用的修改"),
    "key.check": ("check the tags for inconsistencies", "检查标注的不一致之处"),
    # operations
    "export.pick": ("Export as", "导出格式"),
    "export.target": ("Export as {format} to", "以 {format} 格式导出到"),
    "export.running": ("Export as {format}", "导出为 {format}"),
    "check.running": ("Check of all annotation files", "检查所有标注文件"),
    "check.found": (
        "{files:file|files} checked; findings: {found}",
        "已检查 {files} 个文件；发现 {found} 项",
    ),
    "run.progress": ("{done} of {total:page|pages}", "第 {done} / {total} 版"),
    "run.stopped": ("Stopped; nothing was written", "已停止；未写入任何内容"),
    "run.failed": (
        "ended by an error of piyue or from outside; the same command in a shell says more",
        "因程序出错或被外部终止而结束；在命令行运行同一命令可了解详情",
    ),
    "run.keys": ("{key:dialog_close} stops the operation", "{key:dialog_close} 停止操作"),
    "run.keys_over": ("{key:dialog_close} closes", "{key:dialog_close} 关闭"),
    # one line
    "ask.note": ("Note on “{title}”", "“{title}”的备注"),
    # picker
    "pick.relation": ("Relation to remove", "要删除的关系"),
    "menu.text": ("Tag or correct", "标注或修改"),
    "menu.tag": ("The tag here", "此处的标注"),
    "menu.article": ("The article", "本篇文章"),
    "pick.label": ("Label: type its name, pinyin or id", "标签：输入名称、拼音或 id"),
    "pick.theme": ("Theme", "主题"),
    # stats
    "stats.keys": (
        "{key:stats_whose} whose  {key:stats_day_before} {key:stats_day_after} day  {key:stats_plot} "
        "plot  {key:stats_plot_agreement} agreement  {key:stats_close} closes",
        "{key:stats_whose} 标注者  {key:stats_day_before} {key:stats_day_after} 日期  "
        "{key:stats_plot} 图表  {key:stats_plot_agreement} 一致性  {key:stats_close} 关闭",
    ),
    "progress.articles": ("articles", "文章"),
    "progress.characters": ("characters", "字数"),
    "progress.metrics": ("metrics linked", "已建立关系的指标"),
    "progress.pace": (
        "tags: {spans_total}; articles in progress: {articles_doing}, skipped: {articles_skipped}; "
        "tags an hour: {pace_spans_per_hour}",
        "{spans_total} 个标注；进行中 {articles_doing} 篇，跳过 {articles_skipped} 篇；"
        "每小时 {pace_spans_per_hour} 个标注",
    ),
    "calendar.days": ("Mon Tue Wed Thu Fri Sat Sun", "一 二 三 四 五 六 日"),
    "calendar.most": ("{marks}  tags a day, up to {count}", "{marks}  每日标注，最多 {count}"),
    "stats.measuring": ("computing the progress", "正在统计"),
    "stats.title": ("Progress", "进度"),
}
