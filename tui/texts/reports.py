"""Reports of exports, imports and checks: what was lost, refused and found."""

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
    "cli.states": (
        "{count:article|articles}: the format cannot hold {count:|its state|their states}",
        "{count} 篇文章：该格式不能保存其状态",
    ),
    "cli.owners": (
        "the format cannot hold whose tags these are: {names}",
        "该格式不能保存标注者：{names}",
    ),
    "cli.left_out": (
        "{count:article was|articles were} left out because of {count:|its|their} state",
        "{count} 篇文章因状态不符未导出",
    ),
    "cli.alike": (
        "{count:article is a near-duplicate and stays|articles are near-duplicates and stay} on the same "
        "side; splits.jsonl lists them",
        "{count} 篇文章近似重复，划分在同侧；见 splits.jsonl",
    ),
    "cli.metrics": (
        "{count:metric|metrics}: the format cannot hold {count:|its value; it is|their values; they are} "
        "in {name}",
        "{count} 个指标：该格式不能保存其数值，数值已写入 {name}",
    ),
    "cli.metrics_nowhere": (
        "{count:metric|metrics}: the format cannot hold {count:|its value|their values}; export to a file "
        "to get {count:|it|them} in metrics.csv",
        "{count} 个指标：该格式不能保存其数值；导出到文件时数值写入 metrics.csv",
    ),
    "cli.more_refused": ("and {count:more was|more were} refused", "另有 {count} 项被拒绝"),
    "cli.unknown_span": (
        "{count:tag has|tags have} the label {label}, which the project does not define; add it to "
        "piyue.toml, or use --map {label}=NAME",
        "{count} 个标注的标签 {label} 在本项目中没有定义；请加入 piyue.toml，或用 --map {label}=名称",
    ),
    "cli.unknown_name": (
        "{count:tag has|tags have} the label {label}, which cannot be an id of a label; import the file with "
        "--map {label}=ID, or run `piyue labels rename {label} ID` (ids: {known})",
        "{count} 个标注的标签 {label} 不能用作标签 id；请用 --map {label}=ID 导入，或运行 "
        "`piyue labels rename {label} ID`（id 有：{known}）",
    ),
    "cli.unknown_relation": (
        "{count:relation has|relations have} the type {label}, which the project does not define; add it "
        "to piyue.toml",
        "{count} 个关系的类型 {label} 在本项目中没有定义；请加入 piyue.toml",
    ),
    "cli.left_out_label": (
        "{count:tag or relation|tags or relations} {label} {count:|was|were} left out, as --map says",
        "按 --map 略去 {count} 个 {label} 标注或关系",
    ),
    "cli.not_read": ("not read: {what}: {count}", "未读取：{what}：{count}"),
    "cli.proposals": (
        "{count:prediction was|predictions were} imported as {count:|a proposal|proposals}; piyue suggest "
        "lists {count:|it|them}",
        "{count} 个预测已导入为标注建议；可用 piyue suggest 查看",
    ),
    "unread.article_label": (
        "article labels {name}, which [[article_labels]] in piyue.toml does not have",
        "篇章标签 {name}（piyue.toml 的 [[article_labels]] 中没有）",
    ),
    "unread.attribute": ("attributes of events and relations", "事件与关系的属性"),
    "unread.category": ("categories of whole texts", "整篇文本的类别"),
    "unread.column": ("columns beside token and tag ({name})", "词元与标记之外的列（{name}）"),
    "unread.comment": ("comments", "注释"),
    "unread.crossing": ("tags that cross the border of an article ({name})", "跨越文章边界的标注（{name}）"),
    "unread.draft": ("drafts", "草稿"),
    "unread.empty_node": ("empty nodes", "空节点"),
    "unread.equivalence": ("equivalences", "等价关系"),
    "unread.event": ("events", "事件"),
    "unread.field": ("field {name}", "字段 {name}"),
    "unread.ignored": ("spans of ignored texts", "被忽略文本中的标注"),
    "unread.layer": ("layer {name}", "层 {name}"),
    "unread.line": ("lines of an unknown kind", "未知种类的行"),
    "unread.misc": ("MISC {name}", "MISC {name}"),
    "unread.no_label": (
        "labels of tags that name none (they became {name})",
        "没有写明标签的标记（已标为 {name}）",
    ),
    "unread.note": ("notes on events and relations", "事件与关系的备注"),
    "unread.older": ("older annotations by the same annotator", "同一标注者较早的标注"),
    "unread.option": ("options", "选项"),
    "unread.prediction": ("predictions", "预测"),
    "unread.question": ("answers to questions about other tags", "针对其他标注的问题的答案"),
    "unread.region": ("regions of the kind {name}", "{name} 类区域"),
    "unread.skipped": ("regions of skipped annotations", "已跳过标注中的区域"),
    "unread.text": ("text lines that differ from the words", "与词语不符的 text 行"),
    "unread.user_data": ("other programs' data", "其他程序的数据"),
    "unread.view": ("views beyond the first", "第一个之外的视图"),
    "unread.word_feature": ("documents whose words have {name}", "词语带有 {name} 的文档"),
    "instruct.prompt": (
        "Find the entities and metrics in the text. Labels: {labels}. Answer with JSON: entities with text "
        "and label; metrics with text, value, unit and what else is known.",
        "请找出文中的实体与指标。标签：{labels}。以 JSON 回答：entities 列出文字与标签；"
        "metrics 列出文字、数值、单位及其他已知信息。",
    ),
    "cli.new_pages": ("{count:new page|new pages} in seeds/", "seeds/ 中新增 {count} 个版面"),
    "cli.refused": ("refused: {what} on {page}: {reason}", "拒绝：{page} 的{what}：{reason}"),
    "cli.remark": ("added: {what} on {page}: {reason}", "已加入：{page} 的{what}：{reason}"),
    "what.span": ("tag", "标注"),
    "what.relation": ("relation", "关系"),
    "what.state": ("state", "状态"),
    "what.article_label": ("article label", "篇章标签"),
    "what.word": ("word", "词语"),
    "what.reading": ("misread text", "误识文字"),
    "what.article": ("article", "文章"),
    "what.attributes": ("attributes", "属性"),
    "what.note": ("note", "备注"),
    "what.segments": ("tag with a gap", "不连续标注"),
    "loss.furniture": ("starts outside all articles", "起点不在任何文章之内"),
    "loss.broken": ("not one continuous range of its article's reading text", "在所属文章的阅读文本中不连续"),
    "loss.orphan": ("its text is no longer at this place in the page", "其文字已不在版面原处"),
    "loss.far": ("its two ends are not tags of one exported article", "两端不是同一篇导出文章中的标注"),
    "loss.spans": ("the format holds no tags", "该格式不含标注"),
    "loss.lines": ("the format holds no tags that contain a line break", "该格式的标注不能跨行"),
    "loss.markup": (
        "its text or label contains characters that the format reserves",
        "其文字或标签含该格式的保留字符",
    ),
    "loss.escaped": (
        "blanks were inserted into characters that the format reserves",
        "已在该格式的保留字符中插入空格",
    ),
    "loss.blank": ("contains only blanks", "只含空白"),
    "loss.words": ("there is no word at this place", "该处没有词"),
    "loss.trimmed": ("blanks at its ends were left out", "已去掉两端空白"),
    "loss.snapped": ("widened to whole words", "已扩展到整词"),
    "loss.healed": ("line breaks at its ends or in its gaps were changed", "两端或间隔处的换行已改动"),
    "loss.twin": ("the same is already there at the same place", "同处已有相同内容"),
    "loss.long": ("longer than the maximum length of a sentence", "超过句子的最大长度"),
    "loss.nested": (
        "nested in a longer tag, which the format cannot hold",
        "嵌套在更长的标注内，该格式不支持",
    ),
    "loss.overlap": ("overlaps a longer tag, which the format cannot hold", "与更长的标注重叠，该格式不支持"),
    "loss.attributes": ("the format holds no attributes", "该格式不含属性"),
    "loss.note": ("the format holds no notes", "该格式不含备注"),
    "loss.relations": ("the format holds no relations", "该格式不含关系"),
    "loss.ends": ("one of its tags was lost", "所连接的标注已丢失"),
    "loss.parts": (
        "its tags are in two rows, because the article is longer than a row may be",
        "文章超过一行的最大长度，两端的标注不在同一行",
    ),
    "loss.loop": ("leads from a tag to itself, which the format cannot hold", "标注指向自身，该格式不支持"),
    "loss.article_note": ("the format holds no notes on articles", "该格式不含文章备注"),
    "loss.article_labels": ("the format holds no article labels", "该格式不含篇章标签"),
    "loss.readings": (
        "has misread text, and the format cannot hold the correction",
        "含误识文字，该格式不能保存其更正",
    ),
    "loss.applied": ("misread text was written as corrected", "误识文字已按更正后的文字写出"),
    "loss.gone": ("its article no longer exists", "所属文章已不存在"),
    "refusal.quote": (
        "the page has other text at {detail}; correct the text or the segments in the file",
        "版面 {detail} 处的文字与此不符；请更正文件中的文字或片段",
    ),
    "refusal.source": (
        "made on another version of the page, which has other text at {detail}; restore that version "
        "to import it",
        "基于该版面的另一版本，现版面 {detail} 处的文字与此不符；请恢复那一版本后导入",
    ),
    "refusal.taken": (
        "the project uses this id for something else, which was not changed; change one of the ids",
        "项目中同一 id 已用于不同内容，未作改动；请修改其中之一",
    ),
    "refusal.ends": ("one of its tags does not exist; import that too", "所连接的标注缺失；请一并导入"),
    "refusal.incomplete": (
        "some of its tags were refused; the article is imported as doing",
        "其部分标注被拒绝；文章按“进行中”导入",
    ),
    "refusal.article": ("no article of the page starts there", "版面上没有从此处开始的文章"),
    "refusal.text": (
        "the text differs from the article's, first at {detail}; correct it, or rename it to import "
        "it as a new page",
        "文字与文章不符，首个差异在 {detail}；请更正，或改名后作为新版面导入",
    ),
    "refusal.blocks": (
        "crosses a paragraph border or contains only blanks; a tag stays inside one paragraph",
        "跨越段落或只含空白；一个标注须在同一段内",
    ),
    "refusal.characters": (
        "its words are single characters and were not used as words",
        "其词语均为单字，未作为分词采用",
    ),
    "refusal.no_label": ("has no label; give it one", "没有标签；请补上"),
    "check.prediction": (
        "the text of an imported prediction is no longer there; it is not proposed",
        "导入的预测所标文字已不在原处；不再作为建议",
    ),
    "check.renamed_page": (
        "the page with this text is called {page} now; rename this file to {path}",
        "此文字的版面现名 {page}；请把本文件改名为 {path}",
    ),
    "check.stray": (
        "no page belongs to this file; move the file away, or restore the page",
        "没有与此文件对应的版面；请移走文件或恢复版面",
    ),
    "check.orphan": ("the text is no longer there; tag it again", "原处文字已变；请重新标注"),
    "check.uncertain": (
        "the page changed, and the text now occurs at {count:place|places}; choose one in the app",
        "版面已变，其文字现有 {count} 处；请在界面中选定",
    ),
    "check.damaged": (
        "a damaged file that was moved aside; repair it, or restore an older state with `piyue restore`",
        "已移开的损坏文件；请修复，或用 `piyue restore` 恢复旧版本",
    ),
    "check.unsaved": (
        "{count:change|changes} could not be saved; open the page in the app to restore {count:|it|them}",
        "{count} 处改动未能保存；在界面中打开该版面即可恢复",
    ),
    "check.label": (
        "the project does not define this label; `piyue labels add ID` adds one, `piyue labels join` gives "
        "its tags another one",
        "项目没有定义此标签；可用 `piyue labels add ID` 添加，或用 `piyue labels join` 改为另一标签",
    ),
    "cli.check.more": (
        "{count:more tag has|more tags have} the label {label}, which the project does not define; "
        "--json lists all",
        "另有 {count} 个标注使用项目没有定义的标签 {label}；--json 列出全部",
    ),
    "check.label_name": (
        "this label cannot be an id; run `piyue labels rename {label} ID` with an id of the project's labels",
        "此标签不能用作 id；请运行 `piyue labels rename {label} ID`，ID 为本项目的标签",
    ),
    "check.label_unknown": (
        "the project does not define this article label; add it to piyue.toml",
        "项目没有定义此篇章标签；请加入 piyue.toml",
    ),
    "check.label_value": (
        "not a value of this article label; choose another one",
        "不是此篇章标签的值；请另选",
    ),
    "check.label_several": (
        "several values for an article label that takes one; keep one",
        "此篇章标签只能有一个值；请保留一个",
    ),
    "check.label_missing": (
        "the article is done without this label; label it",
        "文章已完成但缺少此篇章标签；请补上",
    ),
    "check.borders": (
        "not one continuous range within a paragraph; exports leave it out",
        "不是同一段内的连续文字；导出时另存",
    ),
    "check.loop": ("leads from a tag to itself; remove it", "由标注指向自身；请删除"),
    "check.twin": (
        "the same relation of the same tags is there already; remove one of them",
        "相同的标注之间已有此关系；请删除其一",
    ),
    "check.relation": ("occurs twice, or one of its tags is missing", "重复出现，或所连接的标注缺失"),
    "check.article": ("the page no longer has this article", "版面上已没有此文章"),
}
