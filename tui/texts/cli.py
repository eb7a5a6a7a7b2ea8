"""What the commands are called, and what they answer."""

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
        "find quantities in texts, in the lines of stdin, or in the corpus; with --fill, read the values of "
        "tagged metrics that have none, and list each",
        "在给定文本、标准输入各行或语料中查找数量；--fill 为尚无数值的指标标注读出数值并逐条列出",
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
    "doubt.quote_without_partner": ("a quotation mark without a partner", "引号不成对"),
    "doubt.look-alike_character": ("may be misread: {likely}?", "识别有疑：或为“{likely}”"),
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
    # tables
    "cli.column.page": ("page", "版面"),
    "cli.column.article_label": ("label of articles", "篇章标签"),
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
    "cli.server_not_backed_up": (
        "the annotations are on the team's server and not in it; piyue store copy --to files gets them",
        "标注在团队服务器上，不在备份中；可先用 piyue store copy --to files 取回",
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
