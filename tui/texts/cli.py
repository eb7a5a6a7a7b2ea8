"""What the commands say."""

ROWS: dict[str, tuple[str, str]] = {
    "cli.description": (
        "Read Chinese news in the terminal and tag entities and metrics by hand.",
        "在终端中阅读中文新闻，手工标注实体与指标。",
    ),
    # commands
    "cli.command.open": ("open the terminal app (the default)", "打开终端界面（默认）"),
    "cli.command.init": (
        "make a project folder with settings and an example page",
        "新建项目文件夹，含设置文件与示例版面",
    ),
    "cli.command.pages": ("list the pages", "列出版面"),
    "cli.command.articles": ("list the articles", "列出文章"),
    "cli.command.show": ("print an article's reading text", "打印一篇文章的阅读文本"),
    "cli.command.quantities": (
        "find quantities in texts, in lines of stdin, or in the corpus",
        "在给定文本、标准输入各行或语料中查找数量",
    ),
    "cli.command.suggest": (
        "print proposals for tags that nobody has decided on yet",
        "输出尚未有人决定的标注建议",
    ),
    "cli.command.learn": (
        "train the model on finished articles, and print its accuracy on articles it has not seen",
        "用已完成的文章训练模型，并输出它在未见文章上的准确率",
    ),
    "cli.learn": (
        "trained in {seconds} s on {articles} articles ({characters} characters, {tags} tags); on "
        "unseen articles:",
        "已用 {articles} 篇文章（{characters} 字、{tags} 个标注）训练，用时 {seconds} 秒；在未见文章上：",
    ),
    "cli.learn.all": ("all", "全部"),
    "cli.column.tags": ("tags", "标注"),
    "cli.column.precision": ("precision", "精确率"),
    "cli.column.recall": ("recall", "召回率"),
    "cli.column.f1": ("F1", "F1"),
    "cli.command.ledger": (
        "print the metrics as a table: indicator, subject, period and value",
        "把指标列成台账：指标名、主体、时期与数值",
    ),
    "cli.command.alias": ("list the aliases of the ledger, or add one", "列出或添加台账的别名"),
    "cli.option.where": (
        "only rows whose field contains a text, such as subject=总工会; for one field any may match, "
        "for several all must",
        "只列字段含某文本的行，如 subject=总工会；同一字段满足任一即可，不同字段须全部满足",
    ),
    "cli.option.sort": ("sort by these fields", "按这些字段排序"),
    "cli.option.group": ("group rows by this field", "按此字段分组"),
    "cli.option.sheet": ("csv, xlsx, parquet or jsonl", "csv、xlsx、parquet 或 jsonl"),
    "cli.option.alias.kind": ("the field that the name belongs to", "名称所属的字段"),
    "cli.option.alias.written": ("the name as written in the text", "文中写法"),
    "cli.option.alias.name": ("the name in the ledger", "台账中的名称"),
    "cli.option.alias.page": (
        "only on this page, or on pages whose id begins with this",
        "只用于此版面，或 id 以此开头的版面",
    ),
    "cli.ledger.written": ("{rows} rows written to {path}", "已将 {rows} 行写入 {path}"),
    "cli.option.fill": (
        "fill in the values of tagged metrics that have none, and list each",
        "为未填数值的指标标注填入数值，并逐条列出",
    ),
    "cli.filled": (
        "values filled in: {filled}, not read: {unread}",
        "已填入数值 {filled} 个，未能识别 {unread} 个",
    ),
    "period.base": ("? page date", "？缺版面日期"),
    "period.context": ("? context", "？依上下文"),
    "period.vague": ("? vague", "？不确指"),
    "period.lunar": ("? lunar calendar", "？农历"),
    "period.unread": ("? not read", "？未能识别"),
    "doubt.page": (
        "{page}: columns seem to be mixed: neighbouring lines do not belong together",
        "{page}：各栏似已混排，相邻的行不连贯",
    ),
    "doubt.mixed_columns": (
        "columns seem to be mixed: neighbouring lines do not belong together",
        "各栏似已混排，相邻的行不连贯",
    ),
    "doubt.line_over_columns": ("a line runs across two columns", "一行横跨两栏"),
    "doubt.doubtful_reading": ("a number that text recognition may have misread", "数字可能误识"),
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
        "import annotated files; what the project already holds is not changed",
        "导入带标注的文件；已有的内容保持不变",
    ),
    "cli.command.stats": ("show the progress of the work", "显示标注进度"),
    "cli.command.keys": ("print the keys of this project", "列出本项目的按键"),
    "cli.command.labels": ("list, rename or remove labels", "列出、改名或删除标签"),
    "cli.command.relations": ("list, rename or remove relation types", "列出、改名或删除关系类型"),
    "cli.command.check": (
        "check every file under annotations/ against its page",
        "核对 annotations/ 下每个文件与其版面",
    ),
    "cli.command.restore": (
        "list older states of annotations, restore one, or unpack a backup",
        "列出标注的旧版本、恢复其一，或解开备份",
    ),
    "cli.command.merge": ("merge diverged annotation files record by record", "逐条合并有分歧的标注文件"),
    "cli.command.git": ("let git merge annotation files with piyue", "让 git 用批阅合并标注文件"),
    "cli.option.merge_files": (
        "files in which git left conflict markers (default: all in the project)",
        "git 留有冲突标记的文件（默认：项目中的全部）",
    ),
    "cli.option.merge_base": ("the common ancestor of both sides", "双方的共同祖先版本"),
    "cli.option.merge_ours": ("our version; the result is written to it", "我方版本；结果写入此文件"),
    "cli.option.merge_theirs": ("their version", "对方版本"),
    "cli.option.merge_path": ("the path of the file in the project", "该文件在项目中的路径"),
    "cli.option.git": ("setup: install the merge driver", "setup：安装合并驱动"),
    "cli.option.init_git": (
        "also make a git repository in which annotations merge record by record",
        "同时建为 git 仓库，标注逐条合并",
    ),
    "cli.command.store": (
        "keep the annotations of a team on a PostgreSQL server",
        "把团队的标注存放在 PostgreSQL 服务器上",
    ),
    "cli.option.store": (
        "setup: create the tables; copy: copy all records and compare each",
        "setup：建表；copy：复制全部记录并逐条核对",
    ),
    "cli.option.store_to": ("where to copy (default: the server)", "复制到何处（默认：服务器）"),
    "cli.option.store_url": (
        "the server (default: [store] url in your own settings)",
        "服务器地址（默认：你本人设置中的 [store] url）",
    ),
    "cli.option.store_admit": (
        "a server role that may write an annotator's records; may be repeated",
        "允许某服务器角色写入某标注者的记录；可重复",
    ),
    "cli.command.backup": (
        "write pages, settings and annotations to one verified archive",
        "把版面、设置与标注写成一个经过核对的备份文件",
    ),
    # options
    "cli.option.restore_page": ("the page to restore annotations of", "要恢复标注的版面"),
    "cli.option.generation": (
        "the number of the generation to restore; the present state is kept as one too",
        "要恢复的代号；现有内容也会保留为一代",
    ),
    "cli.option.archive": ("a backup to unpack into a new folder", "要解开到新文件夹的备份文件"),
    "cli.option.unpack": ("the new folder (default: the name of the backup)", "新文件夹（默认：备份文件名）"),
    "cli.option.archive_output": (
        "the archive to write (default: named after the project and the time)",
        "要写入的备份文件（默认：项目名加时间）",
    ),
    "cli.option.project": (
        "the project folder (default: the current folder or its nearest parent that is a project)",
        "项目文件夹（默认：当前文件夹，或最近的是项目的上级文件夹）",
    ),
    "cli.option.annotator": (
        "whose annotations (default: the annotator in the settings, or the login name)",
        "标注者（默认：设置中的标注者，未设则为登录名）",
    ),
    "cli.option.lang": ("language of messages and the app", "消息与界面的语言"),
    "cli.option.json": ("print JSON", "输出 JSON"),
    "cli.option.format": ("format of the file, such as json or jsonl", "文件格式，如 json、jsonl"),
    "cli.option.article": ("an article's id, such as 2018-05-01#2", "文章 id，如 2018-05-01#2"),
    "cli.option.dir": ("the folder to make", "要新建的文件夹"),
    "cli.option.page": ("a page's id or the beginning of one", "版面 id 或其开头"),
    "cli.option.text": (
        "texts to search (default: the lines of stdin)",
        "要查找的文本（默认：标准输入各行）",
    ),
    "cli.option.all": ("search all articles", "查找全部文章"),
    "cli.option.output": ("the file to write, - for stdout", "要写入的文件，- 为标准输出"),
    "cli.option.state": ("only articles in this state; may be repeated", "只含此状态的文章；可重复"),
    "cli.option.label": ("only tags with this label; may be repeated", "只含此标签的标注；可重复"),
    "cli.option.strict": ("fail and write nothing if anything would be lost", "如有任何损失即报错，不写文件"),
    "cli.option.files": ("a file or folder to import", "要导入的文件或文件夹"),
    "cli.option.split": (
        "split for training, such as 80/10/10 or 90/10: articles stay whole, near-duplicates stay "
        "together; only articles that are done, unless --state says otherwise",
        "划分训练集，如 80/10/10 或 90/10：文章不拆开，近似重复的文章分在同侧；默认只含已完成的文章，"
        "除非用 --state 另行指定",
    ),
    "cli.option.seed": ("seed of the split (default: 0)", "划分所用的随机种子（默认 0）"),
    "cli.option.by": (
        "split by whole pages, or by the date in their names",
        "按整版划分，或按版面名中的日期划分",
    ),
    "cli.option.shards": ("write N numbered files", "写成 N 个编号文件"),
    "cli.option.shard": ("write only file I of N numbered files", "只写 N 个编号文件中的第 I 个"),
    "cli.option.scheme": ("tagging scheme (default: BIO2)", "标记方案（默认 BIO2）"),
    "cli.option.unit": (
        "what a token is: a character, a word, or a word that is also cut at the ends of tags",
        "词元单位：字、词，或在标注边界处切开的词",
    ),
    "cli.option.apply_readings": ("write misread text as corrected", "误识文字按更正后的文字写出"),
    "cli.option.max_length": ("maximum length of a sentence, in tokens", "句子的最大长度（词元数）"),
    "cli.option.predictions": (
        "export tags as predictions (label-studio)",
        "标注作为预测导出（label-studio）",
    ),
    "cli.option.config": (
        "write the labelling config instead of the tasks (label-studio)",
        "只写标注界面配置，不写任务（label-studio）",
    ),
    "cli.option.parquet": ("write rows as Parquet", "把各行写成 Parquet"),
    "cli.option.style": ("style of instruct: chat messages or Alpaca", "instruct 的样式：chat 消息或 Alpaca"),
    "cli.option.allow_empty": ("do not fail if there is nothing to export", "没有可导出的内容时不报错"),
    "cli.option.annotators": (
        "whose annotations; may be repeated; all: everybody's (default: the annotator in the settings"
        ", or the login name)",
        "标注者；可重复；all 为所有人（默认：设置中的标注者，未设则为登录名）",
    ),
    "cli.option.layout": (
        "layout of new texts: one article each (document), or divided into articles as a page (newspaper)",
        "新文本的版面布局：每个文本一篇文章（document），或按版面划分文章（newspaper）",
    ),
    "cli.option.article_per": (
        "what makes one article in a file of sentences: sentence, blank, file, or a number of sentences",
        "句子文件中一篇文章的单位：sentence、blank、file 或句数",
    ),
    "cli.option.map": (
        "map a label of the file to one of the project; nothing after = leaves it out; @FILE reads a "
        "table; may be repeated",
        "把文件中的标签对应到本项目的标签；= 后为空则略过；@FILE 为对照表；可重复",
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
    "cli.column.articles": ("articles", "文章"),
    "cli.column.characters": ("characters", "字数"),
    "cli.column.encoding": ("encoding", "编码"),
    "cli.column.path": ("path", "路径"),
    "cli.column.state": ("state", "状态"),
    "cli.column.kind": ("kind", "类别"),
    "cli.column.title": ("title", "标题"),
    # answers
    "cli.made": (
        "made {folder}; put pages into its seeds/ and run piyue there",
        "已新建 {folder}；请把版面放入其中的 seeds/，再在其中运行 piyue",
    ),
    "cli.stats": (
        "{annotator}: {articles_done} of {articles_total} articles done, {articles_doing} doing, "
        "{articles_skipped} skipped; {characters_done} of {characters_total} characters; "
        "{spans_total} tags; {metrics_linked} of {metrics_total} metrics linked; "
        "{pace_active_seconds} s, {pace_spans_per_hour} tags and {pace_articles_per_hour} articles "
        "an hour",
        "{annotator}：已完成 {articles_done}/{articles_total} 篇，进行中 {articles_doing} 篇，跳过 "
        "{articles_skipped} 篇；{characters_done}/{characters_total} 字；{spans_total} 个标注；"
        "{metrics_linked}/{metrics_total} 个指标已建立关系；用时 {pace_active_seconds} 秒，每小时 "
        "{pace_spans_per_hour} 个标注、{pace_articles_per_hour} 篇",
    ),
    "cli.generation": (
        "{page} {generation}: {time}, {spans} tags, {size} bytes",
        "{page} 第 {generation} 代：{time}，{spans} 个标注，{size} 字节",
    ),
    "cli.restored": (
        "{page} was restored to generation {number}; the state before is the newest generation now",
        "{page} 已恢复到第 {number} 代；恢复前的内容成为最新一代",
    ),
    "cli.merged": (
        "{path}: merged; of {count} records changed on both sides, the newer one was kept",
        "{path}：已合并；双方都改过的 {count} 条取较新者",
    ),
    "cli.merge_dropped": (
        "the older record of {table} is kept as a generation: {record}",
        "{table} 中较旧的一条已存为旧代：{record}",
    ),
    "cli.git": (
        "git now merges annotations with piyue; commit {path}",
        "git 今后用批阅合并标注；请提交 {path}",
    ),
    "cli.not_backed_up": ("not in the backup: {names}", "备份未包含：{names}"),
    "cli.store.set_up": ("the server is ready for {project}", "服务器已为 {project} 准备就绪"),
    "cli.store.copied": (
        "{count} records copied and compared ({to})",
        "已复制 {count} 条记录并逐条核对（{to}）",
    ),
    "cli.unpacked": (
        "{files} files unpacked into {folder} and verified",
        "已将 {files} 个文件解开到 {folder} 并核对无误",
    ),
    "cli.backed_up": (
        "{files} files written to {path} and verified",
        "已将 {files} 个文件写入 {path} 并核对无误",
    ),
    "cli.checked": ("{files} files checked, no problems found", "已核对 {files} 个文件，没有问题"),
    "cli.exported": (
        "{path}: {article} articles, {span} tags, {relation} relations; changed or lost: {losses}",
        "{path}：{article} 篇、{span} 个标注、{relation} 个关系；改动或丢失 {losses} 项",
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
        "{count} articles were left out because of their state",
        "{count} 篇文章因状态不符未导出",
    ),
    "cli.alike": (
        "{count} articles are near-duplicates and stay on the same side; splits.jsonl lists them",
        "{count} 篇文章近似重复，划分在同侧；见 splits.jsonl",
    ),
    "cli.metrics": (
        "{count} metrics: the format cannot hold their values; they are in {name}",
        "{count} 个指标：该格式不能保存其数值，数值已写入 {name}",
    ),
    "cli.metrics_nowhere": (
        "{count} metrics: the format cannot hold their values; export to a file to get them in metrics.csv",
        "{count} 个指标：该格式不能保存其数值；导出到文件时数值写入 metrics.csv",
    ),
    "cli.more_refused": ("and {count} more were refused", "另有 {count} 项被拒绝"),
    "cli.unknown_span": (
        "{count} tags have the label {label}, which the project does not define; add it to piyue.toml"
        ", or use --map {label}=NAME",
        "{count} 个标注的标签 {label} 在本项目中没有定义；请加入 piyue.toml，或用 --map {label}=名称",
    ),
    "cli.unknown_relation": (
        "{count} relations have the type {label}, which the project does not define; add it to piyue.toml",
        "{count} 个关系的类型 {label} 在本项目中没有定义；请加入 piyue.toml",
    ),
    "cli.left_out_label": (
        "{count} tags or relations {label} were left out, as --map says",
        "按 --map 略去 {count} 个 {label} 标注或关系",
    ),
    "cli.not_read": ("not read: {what}: {count}", "未读取：{what}：{count}"),
    "cli.proposals": (
        "{count} predictions were imported as proposals; piyue suggest lists them",
        "{count} 个预测已导入为标注建议；可用 piyue suggest 查看",
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
    "check.stray": (
        "no page belongs to this file; move the file away, or restore the page",
        "没有与此文件对应的版面；请移走文件或恢复版面",
    ),
    "check.orphan": ("the text is no longer there; tag it again", "原处文字已变；请重新标注"),
    "check.uncertain": (
        "the page changed, and the text now occurs at {count} places; choose one in the app",
        "版面已变，其文字现有 {count} 处；请在界面中选定",
    ),
    "check.damaged": (
        "a damaged file that was moved aside; repair it, or restore an older state with `piyue restore`",
        "已移开的损坏文件；请修复，或用 `piyue restore` 恢复旧版本",
    ),
    "check.unsaved": (
        "{count} changes could not be saved; open the page in the app to restore them",
        "{count} 处改动未能保存；在界面中打开该版面即可恢复",
    ),
    "check.label": (
        "the project does not define this label; add it to piyue.toml",
        "项目没有定义此标签；请加入 piyue.toml",
    ),
    "check.borders": (
        "not one continuous range within a paragraph; exports leave it out",
        "不是同一段内的连续文字；导出时另存",
    ),
    "check.relation": ("occurs twice, or one of its tags is missing", "重复出现，或所连接的标注缺失"),
    "check.article": ("the page no longer has this article", "版面上已没有此文章"),
    # serve
    "cli.command.serve": (
        "serve the app in a browser, with a token for each annotator",
        "在浏览器中提供界面，每位标注者一个令牌",
    ),
    "cli.option.serve.host": (
        "address to listen on (127.0.0.1: only this machine)",
        "监听的地址（127.0.0.1：仅本机）",
    ),
    "cli.option.serve.port": (
        "port to listen on (8000; 0: any free one)",
        "监听的端口（8000；0 为任一空闲端口）",
    ),
    "cli.option.serve.url": (
        "the address that people use when a proxy stands in front",
        "前面有代理时，大家使用的网址",
    ),
    "cli.option.serve.add": (
        "add an annotator and print their login link, once",
        "添加一位标注者并打印其登录链接（只打印一次）",
    ),
    "cli.option.serve.remove": ("remove an annotator's access", "取消一位标注者的访问"),
    "cli.option.serve.list": ("list the annotators", "列出所有标注者"),
    "cli.option.serve.sessions": ("pages that may be open at a time (20)", "最多同时打开的网页数（20）"),
    "cli.option.serve.person": (
        "pages that one annotator may have open (4)",
        "每位标注者最多打开的网页数（4）",
    ),
    "cli.option.serve.idle": (
        "close a page after this many minutes without a key (120)",
        "多少分钟没有按键后关闭网页（120）",
    ),
    "serve.link": ("The link for {name}. It is not shown again:", "{name} 的登录链接（不会再次显示）："),
    "serve.open": (
        "everybody on this machine can open the app; with --add NAME it needs a token",
        "本机所有用户都可打开；用 --add NAME 后须凭令牌登录",
    ),
    "serve.tokens": (
        "annotators open the app with the links that --add printed",
        "标注者用 --add 打印的链接打开",
    ),
    "serve.no_tls": (
        "network traffic is not encrypted; put a proxy with TLS in front (docs/serve.md)",
        "网络传输未加密；请在前面设置带 TLS 的代理（见 docs/serve.md）",
    ),
    "serve.page.lost_title": ("Connection closed", "连接已断开"),
    "serve.page.again": ("Open again", "重新打开"),
    "serve.page.second": (
        "You have piyue open in another tab too. Pages that are open there are read only here.",
        "你在另一个标签页中也打开了批阅；那里打开的版面在这里只读。",
    ),
    "serve.page.connecting": ("Opening …", "正在打开……"),
    "serve.page.token": ("Your token, or the link you were given", "你的令牌，或发给你的链接"),
    "serve.page.open": ("Open", "打开"),
    "serve.page.wrong": (
        "This token is not valid. Ask the administrator of the server for a new link.",
        "此令牌无效。请向管理员索取新链接。",
    ),
    "serve.page.dismiss": ("Close this note", "关闭提示"),
    "serve.end.lost": (
        "The server cannot be reached. What you tagged before is saved; what you typed since is not.",
        "无法连接服务器。此前的标注已保存，此后的输入没有保存。",
    ),
    "serve.end.too_big": (
        "The input was too large and was not accepted. What you tagged before is saved.",
        "一次输入的内容过多，未予接收。此前的标注已保存。",
    ),
    "serve.end.quit": ("You have quit the app. Everything is saved.", "已退出，全部内容已保存。"),
    "serve.end.crashed": (
        "The app hit an internal error and stopped. It wrote a report for the administrator. Open it "
        "again and check that your last tag is there.",
        "程序发生内部错误，已停止运行，并为管理员写下错误报告。请重新打开，并检查最后一处标注。",
    ),
    "serve.end.not_started": (
        "The app could not start. The administrator can find the reason with: piyue check.",
        "程序无法启动。管理员可运行 piyue check 查看原因。",
    ),
    "serve.end.shutdown": (
        "The server is shutting down. What you tagged is saved. Open the page again when the server is back.",
        "服务器正在关闭，标注已保存。服务器恢复后请重新打开。",
    ),
    "serve.end.idle": (
        "The page was closed because nothing was typed for a long time. Everything is saved.",
        "长时间没有输入，页面已关闭，全部内容已保存。",
    ),
    "serve.end.full": (
        "Too many pages are open on this server. Try again later.",
        "服务器上打开的网页过多。请稍后再试。",
    ),
    "serve.end.too_many": (
        "You have too many pages open. Close one, and open this one again.",
        "你打开的网页过多。请关闭一个后再打开。",
    ),
    "serve.end.removed": (
        "Your token is no longer valid. What you tagged is saved.",
        "你的令牌已失效，标注已保存。",
    ),
    # failures
    "cli.os": (
        "the operating system refused ({reason}); fix this and try again",
        "操作系统拒绝（{reason}）；请处理后重试",
    ),
    "cli.stdin": ("this line is not UTF-8; nothing was replaced", "此行不是 UTF-8；未作任何替换"),
    "export.strict": (
        "{losses} losses; nothing was written; leave out --strict to export the rest",
        "有 {losses} 项损失；未写入任何内容；去掉 --strict 可导出其余内容",
    ),
    "page.many": ("page {id} may be {found}; write more of the id", "版面 {id} 可能是 {found}；请写得更完整"),
    "annotator.unknown": (
        "{name} has no annotations here; there are {known}",
        "{name} 在此没有标注；已有的标注者：{known}",
    ),
}
