"""What the commands say."""

ROWS: dict[str, tuple[str, str]] = {
    "cli.description": (
        "Read Chinese news in the terminal and tag entities and metrics by hand.",
        "在终端里阅读中文新闻，手工标注实体与指标。",
    ),
    # commands
    "cli.command.open": ("open the terminal app (what piyue does by itself)", "打开终端界面（默认）"),
    "cli.command.init": (
        "make a project folder with settings and an example page",
        "新建项目文件夹，含设置与示例页",
    ),
    "cli.command.pages": ("list the pages", "列出版面"),
    "cli.command.articles": ("list the articles", "列出文章"),
    "cli.command.show": ("print an article's reading text", "打印一篇文章的阅读文本"),
    "cli.command.quantities": (
        "find quantities in texts, in the lines of stdin, or in the corpus",
        "在给定文本、标准输入各行或语料中查找数量",
    ),
    "cli.command.suggest": (
        "propose tags that nobody has decided on yet",
        "提出尚未有人决定的标注建议",
    ),
    "cli.command.learn": (
        "train on what is finished, and print how good the model is on articles that it has not seen",
        "用已完成的篇目训练模型，并给出在未见篇目上的准确率",
    ),
    "cli.learn": (
        "trained in {seconds} s on {articles} articles ({characters} characters, {tags} tags); on others:",
        "已用 {articles} 篇（{characters} 字、{tags} 处标注）训练，用时 {seconds} 秒；在未见篇目上：",
    ),
    "cli.learn.all": ("all", "全部"),
    "cli.column.tags": ("tags", "标注"),
    "cli.column.precision": ("precision", "精确率"),
    "cli.column.recall": ("recall", "召回率"),
    "cli.column.f1": ("F1", "F1"),
    "cli.command.ledger": (
        "the metrics as a table: what is measured, whose it is, when, and how much",
        "把指标列成台账：指标、主体、时期与数值",
    ),
    "cli.command.alias": (
        "list what is called the same in the ledger, or add to it",
        "列出或添加台账中视为相同的名称",
    ),
    "cli.option.where": (
        "only rows in which a field holds a text, such as subject=总工会; of one field any, of several all",
        "只含某字段含某文本的行，如 subject=总工会；同字段任一、不同字段全部满足",
    ),
    "cli.option.sort": ("order by these fields", "按这些字段排序"),
    "cli.option.group": ("put rows with the same field together", "按某字段分组"),
    "cli.option.sheet": ("csv, xlsx, parquet or jsonl", "csv、xlsx、parquet 或 jsonl"),
    "cli.option.alias.kind": ("of what it is a name", "哪一类名称"),
    "cli.option.alias.written": ("as it is written", "文中写法"),
    "cli.option.alias.name": ("as the ledger calls it", "台账中的名称"),
    "cli.option.alias.page": ("only on this page, or on those whose id begins so", "只在此版面"),
    "cli.ledger.written": ("{rows} rows to {path}", "{rows} 行写入 {path}"),
    "cli.option.fill": (
        "read the values of tagged metrics that say none, and list each",
        "读取未填数值的指标标注，并逐条列出",
    ),
    "cli.filled": (
        "values filled in: {filled}, not read: {unread}",
        "已填数值 {filled} 个，未能识别 {unread} 个",
    ),
    "period.base": ("? page date", "？缺版面日期"),
    "period.context": ("? context", "？依上下文"),
    "period.vague": ("? vague", "？不确指"),
    "period.lunar": ("? lunar calendar", "？农历"),
    "period.unread": ("? not read", "？未能识别"),
    "doubt.page": (
        "{page}: its columns seem to be mixed: neighbouring lines do not belong together",
        "{page}：各栏似已串行，相邻的行不相连属",
    ),
    "doubt.mixed_columns": (
        "columns seem to be mixed: neighbouring lines do not belong together",
        "各栏似已串行，相邻的行不相连属",
    ),
    "doubt.line_over_columns": ("a line runs over two columns", "一行横跨两栏"),
    "doubt.doubtful_reading": ("a number that text recognition may have spoilt", "识别有疑的数字"),
    "cli.column.indicator": ("indicator", "指标"),
    "cli.column.subject": ("subject", "主体"),
    "cli.column.period": ("period", "时期"),
    "cli.column.interval": ("from/to", "起止"),
    "cli.column.value": ("value", "数值"),
    "cli.column.unit": ("unit", "单位"),
    "cli.column.status": ("status", "状态"),
    "cli.column.marks": ("same/other", "同/异"),
    "cli.command.export": ("write the annotations as a training set", "把标注导出为训练集"),
    "cli.command.import": (
        "read exported files back; what is there already is left as it is",
        "导入已导出的文件；已有的内容保持不变",
    ),
    "cli.command.stats": ("show how far the work is", "显示标注进度"),
    "cli.command.keys": ("print the keys of this project", "列出本项目的按键"),
    "cli.command.labels": ("list, rename or remove labels", "列出、改名或删除标签"),
    "cli.command.relations": ("list, rename or remove relation types", "列出、改名或删除关系类型"),
    "cli.command.check": (
        "verify every file under annotations/ against its page",
        "核对 annotations/ 下每个文件与其版面",
    ),
    "cli.command.restore": (
        "list older states of annotations, bring one back, or unpack a backup",
        "列出标注的旧版本、恢复其一，或解开备份",
    ),
    "cli.command.merge": (
        "put annotation files that diverged together, record by record",
        "把分叉的标注文件逐条合并",
    ),
    "cli.command.git": (
        "make git put annotation files together with piyue",
        "让 git 用批阅合并标注文件",
    ),
    "cli.option.merge_files": (
        "files in which git left conflict markers (default: all of the project)",
        "git 留有冲突标记的文件（默认：项目中的全部）",
    ),
    "cli.option.merge_base": ("the state that both sides began with", "双方共同的起点"),
    "cli.option.merge_ours": ("our state; the result is written there", "我方版本；结果写入此文件"),
    "cli.option.merge_theirs": ("the other state", "对方版本"),
    "cli.option.merge_path": ("where the file stands in the project", "该文件在项目中的位置"),
    "cli.option.git": ("setup: install the merge driver", "setup：安装合并驱动"),
    "cli.option.init_git": (
        "make it a git repository that merges annotations record by record",
        "同时建为 git 仓库，标注逐条合并",
    ),
    "cli.command.store": (
        "keep the annotations of a team on a PostgreSQL server",
        "把团队的标注存放在 PostgreSQL 服务器上",
    ),
    "cli.option.store": (
        "setup: make the tables; copy: copy all records, each compared",
        "setup：建表；copy：复制全部记录并逐条核对",
    ),
    "cli.option.store_to": ("where to copy to (default: the server)", "复制到何处（默认：服务器）"),
    "cli.option.store_url": (
        "the server (default: [store] url in your own settings)",
        "服务器地址（默认：您本人设置中的 [store] url）",
    ),
    "cli.option.store_admit": (
        "a role of the server that may write an annotator's records; again for more",
        "允许某服务器角色写入某标注者的记录；可重复",
    ),
    "cli.command.backup": (
        "write one verified archive of pages, settings and annotations",
        "把版面、设置与标注写成一个经过核对的备份文件",
    ),
    # options
    "cli.option.restore_page": ("the page whose annotations are meant", "要恢复标注的版面"),
    "cli.option.generation": (
        "the number of the state to bring back; what is there now is kept as one, too",
        "要恢复的代号；现有内容也会保留为一代",
    ),
    "cli.option.archive": ("a backup to unpack into a new folder", "要解开到新文件夹的备份文件"),
    "cli.option.unpack": ("the new folder (default: the name of the backup)", "新文件夹（默认：备份文件名）"),
    "cli.option.archive_output": (
        "the archive to write (default: the project's name and the time)",
        "要写入的备份文件（默认：项目名加时间）",
    ),
    "cli.option.project": (
        "the project folder (default: this folder or the nearest one above that is one)",
        "项目文件夹（默认：当前文件夹或最近的上级项目）",
    ),
    "cli.option.annotator": (
        "whose annotations (default: the settings', else the login)",
        "标注者（默认：设置所定，否则为登录名）",
    ),
    "cli.option.lang": ("language of messages and screen", "消息与界面的语言"),
    "cli.option.json": ("print JSON", "输出 JSON"),
    "cli.option.format": ("the format of the file, such as json or jsonl", "文件格式，如 json、jsonl"),
    "cli.option.article": ("an article's id, such as 2018-05-01#2", "文章编号，如 2018-05-01#2"),
    "cli.option.dir": ("the folder to make", "要新建的文件夹"),
    "cli.option.page": ("a page's id, or the beginning of one", "版面编号或其开头"),
    "cli.option.text": (
        "texts to look into (default: the lines of stdin)",
        "要查找的文本（默认：标准输入各行）",
    ),
    "cli.option.all": ("look into all articles", "查找全部文章"),
    "cli.option.output": ("the file to write, - for stdout", "要写入的文件，- 为标准输出"),
    "cli.option.state": ("only articles in this state; may be repeated", "只含此状态的文章；可重复"),
    "cli.option.label": ("only spans with this label; may be repeated", "只含此标签的标注；可重复"),
    "cli.option.strict": ("fail and write nothing if anything is lost", "如有任何损失即失败，不写文件"),
    "cli.option.files": ("a file or folder to import", "要导入的文件或文件夹"),
    "cli.option.split": (
        "divide for training, such as 80/10/10 or 90/10: whole articles, near-duplicates together; "
        "only articles that are done, unless --state says otherwise",
        "划分训练集，如 80/10/10 或 90/10：整篇划分，近似重复者同侧；默认只含已完成的文章",
    ),
    "cli.option.seed": ("of the split (default: 0)", "划分所用的种子（默认 0）"),
    "cli.option.by": (
        "keep pages whole, or divide by the date in their names",
        "按整版划分，或按版面名中的日期划分",
    ),
    "cli.option.shards": ("write N numbered files", "写成 N 个编号文件"),
    "cli.option.shard": ("write only the Ith of N numbered files", "只写 N 个编号文件中的第 I 个"),
    "cli.option.scheme": ("of tags (default: BIO2)", "标记方案（默认 BIO2）"),
    "cli.option.unit": (
        "what a token is: a character, a word, or a word cut where a tag ends",
        "词元单位：字、词，或在标注边界处切开的词",
    ),
    "cli.option.apply_readings": ("misread text as it should read", "误识文字按更正后的读法写出"),
    "cli.option.max_length": ("of a sentence, in tokens", "句子的最大长度（词元数）"),
    "cli.option.predictions": (
        "tags go out as proposals (label-studio)",
        "标注作为预标注导出（label-studio）",
    ),
    "cli.option.config": (
        "write the labelling config instead of the tasks (label-studio)",
        "只写标注界面配置，不写任务（label-studio）",
    ),
    "cli.option.parquet": ("write rows as Parquet", "把各行写成 Parquet"),
    "cli.option.style": ("of instruct: chat messages or Alpaca", "instruct 的样式：chat 消息或 Alpaca"),
    "cli.option.allow_empty": ("finding nothing to export is no error", "没有可导出的内容时不算失败"),
    "cli.option.annotators": (
        "whose annotations; may be repeated; all: everybody's (default: the settings', else the login)",
        "标注者；可重复；all 为所有人（默认：设置所定，否则为登录名）",
    ),
    "cli.option.layout": (
        "of new texts: one article each, whole (document), or divided as a page (newspaper)",
        "新文本的版式：整篇一文（document）或按版面划分（newspaper）",
    ),
    "cli.option.article_per": (
        "what makes an article in a file of sentences: sentence, blank, file, or a number of sentences",
        "句子文件中一篇文章的单位：sentence、blank、file 或句数",
    ),
    "cli.option.map": (
        "what a label is called here; nothing behind = leaves it out; @FILE for a table; may be repeated",
        "外部标签在本项目中的名称；= 后为空则略过；@FILE 为对照表；可重复",
    ),
    "cli.option.labels": ("rename OLD NEW, or remove ID", "rename 旧 新，或 remove ID"),
    "cli.option.names": ("ids", "id"),
    "cli.renamed.labels": (
        "renamed {old} to {new}; tags: {count}",
        "已将 {old} 改名为 {new}；标注 {count} 个",
    ),
    "cli.renamed.relations": (
        "renamed {old} to {new}; relations: {count}",
        "已将 {old} 改名为 {new}；关系 {count} 个",
    ),
    "cli.removed": ("removed {id}", "已删除 {id}"),
    # tables
    "cli.column.page": ("page", "版面"),
    "cli.column.label": ("label", "标签"),
    "cli.column.article": ("article", "文章"),
    "cli.column.articles": ("articles", "篇数"),
    "cli.column.characters": ("characters", "字数"),
    "cli.column.encoding": ("encoding", "编码"),
    "cli.column.path": ("path", "路径"),
    "cli.column.state": ("state", "状态"),
    "cli.column.kind": ("kind", "类别"),
    "cli.column.title": ("title", "标题"),
    # answers
    "cli.made": (
        "made {folder}; put pages into its seeds/ and run piyue in it",
        "已新建 {folder}；把版面放入其中的 seeds/，再在其中运行 piyue",
    ),
    "cli.stats": (
        "{annotator}: {articles_done} of {articles_total} articles done, {articles_doing} doing, "
        "{articles_skipped} skipped; {characters_done} of {characters_total} characters; {spans_total} tags; "
        "{metrics_linked} of {metrics_total} metrics linked; {pace_active_seconds} s, "
        "{pace_spans_per_hour} tags and {pace_articles_per_hour} articles an hour",
        "{annotator}：已完成 {articles_done}/{articles_total} 篇，进行中 {articles_doing} 篇，"
        "跳过 {articles_skipped} 篇；{characters_done}/{characters_total} 字；{spans_total} 个标注；"
        "{metrics_linked}/{metrics_total} 个指标已关联；用时 {pace_active_seconds} 秒，"
        "每小时 {pace_spans_per_hour} 个标注、{pace_articles_per_hour} 篇",
    ),
    "cli.generation": (
        "{page} {generation}: {time}, {spans} tags, {size} bytes",
        "{page} 第 {generation} 代：{time}，{spans} 个标注，{size} 字节",
    ),
    "cli.restored": (
        "{page} is as it was in generation {number}; what was there is the newest generation now",
        "{page} 已恢复到第 {number} 代；原有内容成为最新一代",
    ),
    "cli.merged": (
        "{path}: put together; {count} records were changed on both sides, the newer one holds",
        "{path}：已合并；双方都改过的有 {count} 条，取较新者",
    ),
    "cli.merge_dropped": (
        "an older record of {table} is kept as a generation: {record}",
        "{table} 中较旧的一条已存为旧代：{record}",
    ),
    "cli.git": (
        "git merges annotations with piyue now; commit {path}",
        "git 今后用批阅合并标注；请提交 {path}",
    ),
    "cli.not_backed_up": ("not in it: {names}", "未包含：{names}"),
    "cli.store.set_up": ("the server is ready for {project}", "服务器已为 {project} 准备就绪"),
    "cli.store.copied": (
        "{count} records are there, each compared ({to})",
        "已复制 {count} 条记录并逐条核对（{to}）",
    ),
    "cli.unpacked": ("{files} files, each as it was, are in {folder}", "{files} 个文件已原样放入 {folder}"),
    "cli.backed_up": ("{files} files are in {path}, verified", "{files} 个文件已写入 {path} 并核对无误"),
    "cli.checked": ("{files} files, all is well", "共 {files} 个文件，均无问题"),
    "cli.exported": (
        "{path}: {article} articles, {span} tags, {relation} relations; {losses} not shown or left out",
        "{path}：{article} 篇、{span} 个标注、{relation} 个关系；{losses} 项未列出或未写入",
    ),
    "cli.imported": (
        "{what}: {added} added, {there} already there, {refused} refused",
        "{what}：新增 {added}，已有 {there}，拒绝 {refused}",
    ),
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
    "check.borders": (
        "it is no unbroken range of one paragraph; exports set it aside",
        "不是同一段内连续的文字；导出时另存",
    ),
    "check.relation": ("it is there twice, or one of its tags is missing", "重复出现，或所连接的标注缺失"),
    "check.article": ("no such article is on the page any more", "版面上已没有此文章"),
    # serve
    "cli.command.serve": (
        "the app in a browser, for people with a token each",
        "在浏览器中提供同一程序，每人一个令牌",
    ),
    "cli.option.serve.host": (
        "listen on this address (127.0.0.1: this machine alone)",
        "监听的地址（127.0.0.1：仅本机）",
    ),
    "cli.option.serve.port": (
        "listen on this port (8000; 0: any free one)",
        "监听的端口（8000；0 为任一空闲端口）",
    ),
    "cli.option.serve.url": (
        "the address that people use, where a proxy stands before it",
        "前面有代理时，大家使用的网址",
    ),
    "cli.option.serve.add": (
        "add a person and print the link that lets them in, once",
        "添加一人并打印其登录链接（只打印一次）",
    ),
    "cli.option.serve.remove": ("let this person in no more", "不再允许此人进入"),
    "cli.option.serve.list": ("list the people", "列出所有人"),
    "cli.option.serve.sessions": ("pages open at a time (20)", "同时打开的页面数（20）"),
    "cli.option.serve.person": ("of them one person's (4)", "其中每人最多（4）"),
    "cli.option.serve.idle": (
        "close a page after so long without a key (120)",
        "多久没有按键后关闭页面（120 分钟）",
    ),
    "serve.link": (
        "The link for {name}; it is not shown again:",
        "{name} 的链接，不会再次显示：",
    ),
    "serve.open": (
        "everybody on this machine can open it; with --add NAME people need a token",
        "本机所有用户都可打开；用 --add NAME 后须凭令牌进入",
    ),
    "serve.tokens": ("people open it with the links that --add printed", "大家用 --add 打印的链接打开"),
    "serve.no_tls": (
        "what goes over the network is not encrypted; put a proxy with TLS before it (docs/serve.md)",
        "网络传输未加密；请在前面设带 TLS 的代理（见 docs/serve.md）",
    ),
    "serve.page.lost_title": ("The connection has ended", "连接已结束"),
    "serve.page.again": ("Open again", "重新打开"),
    "serve.page.second": (
        "You have piyue open in another tab too; a page that is open there can only be read here.",
        "你在另一个标签页中也打开了批阅；那里打开的版面在这里只能阅读。",
    ),
    "serve.page.connecting": ("Opening …", "正在打开……"),
    "serve.page.token": ("Your token, or the link you were given", "你的令牌，或发给你的链接"),
    "serve.page.open": ("Open", "打开"),
    "serve.page.wrong": (
        "This token does not open anything. Ask whoever runs the server for a new link.",
        "此令牌无效。请向管理员索取新链接。",
    ),
    "serve.page.dismiss": ("Close this note", "关闭提示"),
    "serve.end.lost": (
        "The server cannot be reached. What was tagged until then is saved; what was typed since is not.",
        "无法连接服务器。此前的标注已保存，此后的输入没有保存。",
    ),
    "serve.end.too_big": (
        "That was too much at once, and was not taken. What was tagged before is saved.",
        "一次输入的内容过多，未予接收。此前的标注已保存。",
    ),
    "serve.end.quit": ("You have left the app. Everything is saved.", "已退出，全部内容已保存。"),
    "serve.end.crashed": (
        "The app has ended by a fault. A report for whoever runs the server was written; "
        "open it again and look whether your last tag is there.",
        "程序因故障结束，已为管理员写下报告。请重新打开，并检查最后一处标注。",
    ),
    "serve.end.not_started": (
        "The app could not start. Whoever runs the server sees why with: piyue check.",
        "程序无法启动。管理员可运行 piyue check 查看原因。",
    ),
    "serve.end.shutdown": (
        "The server is being shut down. What was tagged is saved. Open the page again when it is back.",
        "服务器正在关闭，标注已保存。服务器恢复后请重新打开。",
    ),
    "serve.end.idle": (
        "Nothing was typed for a long time, so the page was closed. Everything is saved.",
        "长时间没有输入，页面已关闭，全部内容已保存。",
    ),
    "serve.end.full": (
        "Too many pages are open on this server. Try again when somebody has left.",
        "服务器上打开的页面过多，请稍后再试。",
    ),
    "serve.end.too_many": (
        "You have too many pages open. Close one, and open this one again.",
        "你打开的页面过多。请关闭一个后再打开。",
    ),
    "serve.end.removed": (
        "Your token does not let you in any more. What was tagged is saved.",
        "你的令牌已失效，标注已保存。",
    ),
    # failures
    "cli.os": (
        "the system refused ({reason}); see to it and try again",
        "系统拒绝（{reason}）；请处理后重试",
    ),
    "cli.stdin": ("this line is not UTF-8; nothing was replaced", "此行不是 UTF-8；未作任何替换"),
    "export.strict": (
        "{losses} losses, nothing was written over it; leave out --strict to export the rest",
        "有 {losses} 项损失，未覆盖原文件；去掉 --strict 可导出其余内容",
    ),
    "page.many": ("page {id} may be {found}; write more of it", "版面 {id} 可能是 {found}；请写得更完整"),
    "annotator.unknown": (
        "{name} has annotated nothing here; there are {known}",
        "{name} 在此没有标注；已有的标注者：{known}",
    ),
}
