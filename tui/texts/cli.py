"""Texts of the commands."""

ROWS: dict[str, tuple[str, str]] = {
    "cli.description": (
        "Read Chinese news in the terminal and tag entities and metrics by hand.",
        "在终端中阅读中文新闻，手工标注实体与指标。",
    ),
    # commands
    "cli.command.open": (
        "open the terminal app (the default), for a project or for texts",
        "打开终端界面（默认），可指定项目或文本",
    ),
    "cli.command.init": (
        "make a project folder with settings and an example page",
        "新建项目文件夹，含设置文件与示例版面",
    ),
    "cli.command.pages": ("list the pages", "列出版面"),
    "cli.command.articles": ("list the articles", "列出文章"),
    "cli.command.show": ("print an article's reading text", "打印一篇文章的阅读文本"),
    "cli.command.quantities": (
        "find quantities in texts, in lines of stdin, or in the corpus; with --fill, fill in the "
        "values of tagged metrics",
        "在给定文本、标准输入各行或语料中查找数量；加 --fill 则为指标标注填入数值",
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
        "trained in {seconds} s on {articles:article|articles} ({characters:character|characters}, "
        "{tags:tag|tags}); on unseen articles:",
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
    "cli.ledger.written": ("{rows:row|rows} written to {path}", "已将 {rows} 行写入 {path}"),
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
    "doubt.quote_without_partner": ("unpaired quotation mark", "引号不成对"),
    "doubt.look-alike_character": ("possibly misread; likely “{likely}”", "可能误识，或为“{likely}”"),
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
    "cli.command.index": (
        "bring the index up to date, from which lists and searches work",
        "更新索引（列表与搜索由此而来）",
    ),
    "cli.command.stats": ("show the progress of the work", "显示标注进度"),
    "cli.command.keys": ("print the keys of this project", "列出本项目的按键"),
    "cli.command.labels": (
        "list, add, change, rename, join or remove labels",
        "列出、添加、修改、改名、合并或删除标签",
    ),
    "cli.command.relations": (
        "list, rename, join or remove relation types",
        "列出、改名、合并或删除关系类型",
    ),
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
    # tables
    "cli.column.page": ("page", "版面"),
    "cli.column.article_label": ("article label", "篇章标签"),
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
        "{annotator}: {articles_done} of {articles_total:article|articles} done, {articles_doing} doing, "
        "{articles_skipped} skipped; {characters_done} of {characters_total:character|characters}; "
        "{spans_total:tag|tags}; {metrics_linked} of {metrics_total:metric|metrics} linked; "
        "{pace_active_seconds} s, {pace_spans_per_hour:tag|tags} and "
        "{pace_articles_per_hour:article|articles} an hour",
        "{annotator}：已完成 {articles_done}/{articles_total} 篇，进行中 {articles_doing} 篇，跳过 "
        "{articles_skipped} 篇；{characters_done}/{characters_total} 字；{spans_total} 个标注；"
        "{metrics_linked}/{metrics_total} 个指标已建立关系；用时 {pace_active_seconds} 秒，每小时 "
        "{pace_spans_per_hour} 个标注、{pace_articles_per_hour} 篇",
    ),
    "cli.no_generation": ("no older states of {name}'s annotations here", "{name} 的标注在此没有更早的状态"),
    "cli.no_generation_of": (
        "no older states of {name}'s annotations of {page}",
        "{name} 在版面 {page} 上的标注没有更早的状态",
    ),
    "cli.generation": (
        "{page} {generation}: {time}, {spans:tag|tags}, {size:byte|bytes}",
        "{page} 第 {generation} 代：{time}，{spans} 个标注，{size} 字节",
    ),
    "cli.restored": (
        "{page} was restored to generation {number}; the state before is the newest generation now",
        "{page} 已恢复到第 {number} 代；恢复前的内容成为最新一代",
    ),
    "cli.merged": (
        "{path}: merged; of {count:record|records} changed on both sides, the newer one was kept",
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
    "cli.server_not_backed_up": (
        "the annotations are on the team's server and not in the backup; get them with piyue store "
        "copy --to files",
        "标注在团队服务器上，不在备份中；请用 piyue store copy --to files 取回",
    ),
    "cli.not_backed_up": ("not in the backup: {names}", "备份未包含：{names}"),
    "cli.store.set_up": ("the server is ready for {project}", "服务器已为 {project} 准备就绪"),
    "cli.store.copied": (
        "{count:record|records} copied and compared ({to})",
        "已复制 {count} 条记录并逐条核对（{to}）",
    ),
    "cli.unpacked": (
        "{files:file|files} unpacked into {folder} and verified",
        "已将 {files} 个文件解开到 {folder} 并核对无误",
    ),
    "cli.backed_up": (
        "{files:file|files} written to {path} and verified",
        "已将 {files} 个文件写入 {path} 并核对无误",
    ),
    "cli.indexed": (
        "{pages:page|pages} in the index, {changed} of them new or changed",
        "索引中有 {pages} 版，其中新增或改动 {changed} 版",
    ),
    "cli.checked": ("{files:file|files} checked, no problems found", "已核对 {files} 个文件，没有问题"),
    "cli.exported": (
        "{path}: {article:article|articles}, {span:tag|tags}, {relation:relation|relations}; changed or "
        "lost: {losses}",
        "{path}：{article} 篇、{span} 个标注、{relation} 个关系；改动或丢失 {losses} 项",
    ),
    "cli.imported": (
        "{what}: {added} added, {there} already there, {refused} refused",
        "{what}：新增 {added}，已有 {there}，拒绝 {refused}",
    ),
    # failures
    "cli.os": (
        "the operating system refused ({reason}); fix this and try again",
        "操作系统拒绝（{reason}）；请处理后重试",
    ),
    "cli.stdin": ("this line is not UTF-8; nothing was replaced", "此行不是 UTF-8；未作任何替换"),
    "export.strict": (
        "{losses:loss|losses}; nothing was written; leave out --strict to export the rest",
        "有 {losses} 项损失；未写入任何内容；去掉 --strict 可导出其余内容",
    ),
    "page.many": ("page {id} may be {found}; write more of the id", "版面 {id} 可能是 {found}；请写得更完整"),
    "annotator.nobody": ("nobody has annotated anything here yet", "此处还没有任何标注"),
    "annotator.unknown": (
        "{name} has no annotations here; there are {known}",
        "{name} 在此没有标注；已有的标注者：{known}",
    ),
}
