"""What is said of exports, imports, checks and other reports: what was lost, refused and found."""

ROWS: dict[str, tuple[str, str]] = {
    # reports
    "cli.lost": ("lost: {what} on {page}: {reason}", "丢失：{page} 的{what}：{reason}"),
    "cli.changed": ("changed: {what} on {page}: {reason}", "改动：{page} 的{what}：{reason}"),
    "cli.aside": (
        'set aside under "unplaced": {what} on {page}: {reason}',
        '另存于 "unplaced"：{page} 的{what}：{reason}',
    ),
    "cli.more_losses": ("and {count} more; all are in {name}", "另有 {count} 项；全部见 {name}"),
    "cli.tally": (
        "{what}: {total} in all, {whole} whole, {changed} changed, {aside} set aside, {lost} lost",
        "{what}：共 {total}，完整 {whole}，改动 {changed}，另存 {aside}，丢失 {lost}",
    ),
    "cli.left_out": (
        "{count} articles are not in the wanted state and were left out",
        "{count} 篇文章不在所需状态，未导出",
    ),
    "cli.alike": (
        "{count} articles are alike and were kept on one side; splits.jsonl says which",
        "{count} 篇文章内容相近，划分在同侧；见 splits.jsonl",
    ),
    "cli.metrics": (
        "{count} metrics: the format cannot hold their values, which are in {name}",
        "{count} 个指标：该格式不能保存其数值，已写入 {name}",
    ),
    "cli.metrics_nowhere": (
        "{count} metrics: the format cannot hold their values; export to a file to get them as metrics.csv",
        "{count} 个指标：该格式不能保存其数值；导出到文件可得 metrics.csv",
    ),
    "cli.more_refused": ("and {count} more were refused", "另有 {count} 项被拒绝"),
    "cli.unknown_span": (
        "{count} tags have the label {label}, which the project does not have; add it to piyue.toml, or use "
        "--map {label}=NAME",
        "{count} 个标注的标签 {label} 不在本项目中；请加入 piyue.toml，或用 --map {label}=名称",
    ),
    "cli.unknown_relation": (
        "{count} relations are called {label}, which the project does not have; add it to piyue.toml",
        "{count} 个关系的类型 {label} 不在本项目中；请加入 piyue.toml",
    ),
    "cli.left_out_label": (
        "{count} with the label {label} were left out, as --map says",
        "按 --map 略去 {count} 个标签为 {label} 的内容",
    ),
    "cli.not_read": ("not read: {what}: {count}", "未读取：{what}：{count}"),
    "cli.proposals": (
        "{count} predictions are proposals now; piyue suggest lists them",
        "{count} 个预测已成为标注建议；可用 piyue suggest 查看",
    ),
    "unread.attribute": ("attributes of events and relations", "事件与关系的属性"),
    "unread.category": ("categories of whole texts", "整篇文本的类别"),
    "unread.column": ("columns beside token and tag ({name})", "词元与标记之外的列（{name}）"),
    "unread.comment": ("comments", "评论或注释行"),
    "unread.crossing": ("tags across the borders of articles ({name})", "跨越文章边界的标注（{name}）"),
    "unread.draft": ("drafts", "草稿"),
    "unread.empty_node": ("empty nodes", "空节点"),
    "unread.equivalence": ("equivalences", "等价关系"),
    "unread.event": ("events", "事件"),
    "unread.field": ("field {name}", "字段 {name}"),
    "unread.ignored": ("spans of ignored texts", "被忽略文本中的标注"),
    "unread.layer": ("layer {name}", "层 {name}"),
    "unread.line": ("lines of an unknown kind", "未知种类的行"),
    "unread.misc": ("MISC {name}", "MISC {name}"),
    "unread.note": ("notes on events and relations", "事件与关系的备注"),
    "unread.older": ("older annotations by the same annotator", "同一标注者较早的标注"),
    "unread.option": ("options", "选项"),
    "unread.prediction": ("predictions", "预测"),
    "unread.question": ("answers to questions about other tags", "针对其他标注的问题的答案"),
    "unread.region": ("regions of the kind {name}", "{name} 类区域"),
    "unread.skipped": ("regions of skipped annotations", "已跳过标注中的区域"),
    "unread.text": ("text lines that do not fit the words", "与词语不符的 text 行"),
    "unread.user_data": ("other programs' data", "其他程序的数据"),
    "unread.view": ("views beyond the first", "第一个之外的视图"),
    "unread.word_feature": ("documents whose words say {name}", "词语带有 {name} 的文档"),
    "instruct.prompt": (
        "Find the entities and metrics in the text. Labels: {labels}. Answer with JSON: entities with text "
        "and label; metrics with text, value, unit and what else is known.",
        "请找出文中的实体与指标。标签：{labels}。以 JSON 回答：entities 列出文字与标签；"
        "metrics 列出文字、数值、单位及其他已知信息。",
    ),
    "cli.new_pages": ("{count} new pages in seeds/", "seeds/ 中新增 {count} 个版面"),
    "cli.refused": ("refused: {what} on {page}: {reason}", "拒绝：{page} 的{what}：{reason}"),
    "cli.remark": ("added: {what} on {page}: {reason}", "已加入：{page} 的{what}：{reason}"),
    "what.span": ("tag", "标注"),
    "what.relation": ("relation", "关系"),
    "what.state": ("state", "状态"),
    "what.word": ("word", "词语"),
    "what.reading": ("reading", "正读"),
    "what.article": ("article", "文章"),
    "what.attributes": ("attributes", "属性"),
    "what.note": ("note", "备注"),
    "what.segments": ("tag with a gap", "不连续标注"),
    "loss.furniture": ("it begins outside of all articles", "起点不在任何文章之内"),
    "loss.broken": ("it is no unbroken range of its article's reading text", "在所属文章的阅读文本中不连续"),
    "loss.orphan": ("its text no longer stands in the page", "其文字已不在版面原处"),
    "loss.far": ("its two ends are not tags of one exported article", "两端不是同一篇导出文章中的标注"),
    "loss.spans": ("the format holds no tags", "该格式不含标注"),
    "loss.lines": ("the format holds no tags with a line's end inside", "该格式的标注不能跨行"),
    "loss.markup": (
        "its text or label has signs that the format gives a meaning to",
        "其文字或标签含该格式的控制符号",
    ),
    "loss.escaped": (
        "blanks were put into signs that the format gives a meaning to",
        "已在该格式的控制符号中插入空格",
    ),
    "loss.blank": ("it is of blanks alone", "仅由空白组成"),
    "loss.words": ("there is no word where it stands", "该处没有词"),
    "loss.trimmed": ("blanks at its ends were left out", "已去掉两端空白"),
    "loss.snapped": ("it was widened to whole words", "已扩展到整词"),
    "loss.healed": ("ends of lines at its ends or in its gaps were changed", "两端或间隔处的换行已改动"),
    "loss.twin": ("another one says the same of the same place", "同处已有相同内容"),
    "loss.long": ("it is longer than a sentence may be", "超过句子的最大长度"),
    "loss.nested": (
        "it stands inside a longer one, and the format holds no nesting",
        "嵌套在更长的标注内，该格式不支持",
    ),
    "loss.overlap": (
        "it overlaps a longer one, which the format cannot hold",
        "与更长的标注重叠，该格式不支持",
    ),
    "loss.attributes": ("the format holds no attributes", "该格式不含属性"),
    "loss.note": ("the format holds no notes", "该格式不含备注"),
    "loss.relations": ("the format holds no relations", "该格式不含关系"),
    "loss.ends": ("one of its tags was lost", "所连接的标注已丢失"),
    "loss.parts": (
        "its tags are in two rows, since the article is longer than a row may be",
        "文章超过一行的长度，其两端不在同一行",
    ),
    "loss.loop": (
        "it leads from a tag to itself, which the format cannot hold",
        "标注指向自身，该格式不支持",
    ),
    "loss.article_labels": ("the format holds no labels of articles", "该格式不含篇章标签"),
    "loss.readings": (
        "it has misread text, and the format cannot say what that should read",
        "有误识文字，该格式无处写明应为何字",
    ),
    "loss.applied": ("misread text was written as it should read", "误识文字已按更正后的读法写出"),
    "loss.gone": ("its article is not there any more", "所属文章已不存在"),
    "refusal.quote": (
        "the page does not say this at {detail}; correct text or segments in the file",
        "版面 {detail} 处的文字与此不符；请更正文件中的文字或片段",
    ),
    "refusal.source": (
        "it was made on another version of the page, which does not say this at {detail}; "
        "bring that version back to import it",
        "它基于该版面的另一版本，现版面 {detail} 处的文字与此不符；请恢复该版本后导入",
    ),
    "refusal.taken": (
        "this id is another one's here, which was left as it is; change one of them",
        "此处同一编号已有不同内容，未作改动；请修改其中之一",
    ),
    "refusal.ends": ("one of its tags is not there; import that too", "它所连接的标注不全；请一并导入"),
    "refusal.article": ("no article of the page begins there", "版面上没有从此处开始的文章"),
    "refusal.text": (
        "the text differs from the article's, first at {detail}; mend it, or rename it to import it as a "
        "new page",
        "文字与文章不符，首个差异在 {detail}；请更正，或改名后作为新版面导入",
    ),
    "refusal.blocks": (
        "it crosses a paragraph border or is of blanks alone; a tag stays inside one paragraph",
        "跨越段落或仅由空白组成；一个标注须在同一段内",
    ),
    "refusal.characters": (
        "its words are single characters and were not taken for words",
        "其词语均为单字，未作为分词采用",
    ),
    "refusal.no_label": ("it has no label; give it one", "没有标签；请补上"),
    "check.prediction": (
        "an imported prediction whose text does not stand there any more: it is not proposed",
        "导入的预测，其文字已不在原处：不再提议",
    ),
    "check.stray": (
        "no page belongs to this file; move it away, or bring the page back",
        "没有与此文件对应的版面；请移走文件或恢复版面",
    ),
    "check.orphan": ("the text no longer stands there; tag it anew", "原处文字已变；请重新标注"),
    "check.uncertain": (
        "the page changed and its text stands at {count} places now; choose one in the app",
        "版面已变，其文字现有 {count} 处；请在程序中选定",
    ),
    "check.damaged": (
        "a damaged file that was put aside; mend it or bring an older state back with `piyue restore`",
        "已隔离的损坏文件；请修复，或用 `piyue restore` 恢复旧版本",
    ),
    "check.unsaved": (
        "{count} changes that could not be saved; opening the page in the app takes them up",
        "{count} 处未能保存的改动；在程序中打开该页即可恢复",
    ),
    "check.label": (
        "the project has no such label; add it to piyue.toml",
        "项目没有此标签；请加入 piyue.toml",
    ),
    "check.label_unknown": ("the project has no such label of articles", "项目中没有此篇章标签"),
    "check.label_value": ("this is no value of the article's label", "不是此篇章标签的值"),
    "check.label_several": ("several values where one can hold", "此篇章标签只能有一个值"),
    "check.label_missing": ("the finished article lacks this label", "已完成的文章缺少此篇章标签"),
    "check.borders": (
        "it is no unbroken range of one paragraph; exports set it aside",
        "不是同一段内连续的文字；导出时另存",
    ),
    "check.relation": ("it is there twice, or one of its tags is missing", "重复出现，或所连接的标注缺失"),
    "check.article": ("no such article is on the page any more", "版面上已没有此文章"),
}
