"""What is said of a team: who has what, how far annotators agree, and one result in the end."""

ROWS: dict[str, tuple[str, str]] = {
    # commands
    "cli.command.agree": ("measure how far annotators agree", "度量标注者之间的一致性"),
    "cli.command.adjudicate": (
        "make one result of the work of several annotators",
        "把多位标注者的结果裁定为一份",
    ),
    "cli.command.assign": ("give pages to people", "把版面分配给标注者"),
    "cli.command.queue": ("show who has which page, and what is free", "显示每版归谁，以及空闲的版面"),
    "cli.command.report": ("write the team's figures as one HTML file", "把团队数据写成一个 HTML 文件"),
    # options
    "cli.option.agree_annotators": (
        "whose work is compared; again for more (default: the team's, else everybody's)",
        "比较谁的标注；可重复（默认：团队，否则全部）",
    ),
    "cli.option.stats_annotators": (
        "whose figures; again for more, all for everybody",
        "谁的数据；可重复，all 表示所有人",
    ),
    "cli.option.places": ("list the places where they differ", "列出分歧之处"),
    "cli.option.kind": ("only differences of this kind", "只列这一类分歧"),
    "cli.option.gamma": (
        "compute gamma, too (needs pygamma-agreement)",
        "同时计算 gamma（需 pygamma-agreement）",
    ),
    "cli.option.from": ("whose work is put together; at least two", "合并谁的标注；至少两位"),
    "cli.option.into": (
        "the annotator that the result is of (default: the setting team.result, gold)",
        "结果归于哪个标注者名下（默认：设置 team.result，即 gold）",
    ),
    "cli.option.auto": (
        "take what all agree on, or also what most have, and print what is left",
        "自动采纳全体一致的，或同时采纳多数的，并列出剩余分歧",
    ),
    "cli.option.threshold": (
        "the part of the annotators that a majority needs (always more than half)",
        "多数所需的比例（总须过半）",
    ),
    "cli.option.assign_pages": ("the pages, by id or its beginning", "版面，可只写 id 开头"),
    "cli.option.assign_all": ("all pages", "全部版面"),
    "cli.option.to": ("to whom, separated by commas", "分给谁，以逗号分隔"),
    "cli.option.overlap": (
        "to how many of them each page goes (default: the setting team.overlap)",
        "每版分给其中几人（默认：设置 team.overlap）",
    ),
    "cli.option.by_load": (
        "load: to those who have the least to do; random: drawn, each equally often",
        "load：分给待办最少的人；random：随机，各人次数相等",
    ),
    "cli.option.assign_seed": ("of what is drawn at random", "随机种子"),
    "cli.option.unassign": ("take the pages back from them; their tags stay", "收回版面；标注保留"),
    "cli.option.mine": ("only what I have and what is free", "只看我的和空闲的"),
    "cli.option.day": ("only what was done on a day, such as 2026-03-01", "只看某一天，如 2026-03-01"),
    "cli.option.report_output": ("the HTML file to write", "要写的 HTML 文件"),
    # assign, queue
    "cli.assigned": ("{page}: {person}", "{page}：{person}"),
    "cli.assigned.none": (
        "nothing to give: these people have these pages already, or enough of them do",
        "无可分配：这些人已有这些版面，或人数已够",
    ),
    "cli.unassigned.none": (
        "nothing to take back: they do not have these pages",
        "无可收回：他们没有这些版面",
    ),
    "cli.queue.free": ("free", "空闲"),
    "cli.queue.total": (
        "{pages} pages, {free} free, {mine} for {name}; next: {next}",
        "共 {pages} 版，空闲 {free} 版，{name} 待办 {mine} 版；下一版：{next}",
    ),
    "cli.column.people": ("who", "归谁"),
    "cli.column.free": ("free", "空闲"),
    "team.unknown": (
        "{name!r} is not in the team; [team] in piyue.toml names {known}",
        "{name!r} 不在团队里；piyue.toml 的 [team] 列有 {known}",
    ),
    "team.nobody": ("nobody is named; say to whom with --to", "没有指明是谁；请用 --to 指定"),
    "team.pages": ("no page is named; name some, or take --all", "没有指明版面；请写出版面，或用 --all"),
    # agree
    "agree.two": (
        "it takes two annotators to agree; there is: {known}",
        "一致性需要两位标注者；现有：{known}",
    ),
    "agree.hidden": (
        "left out, for you have not finished them: {count} pages",
        "未计入（你尚未完成）：{count} 版",
    ),
    "agree.left_out": (
        "left out, for fewer than two have finished them: {count} articles",
        "未计入（完成者不足两人）：{count} 篇",
    ),
    "agree.nothing": (
        "no article was finished by two of {names}; finish articles (state done) to compare them",
        "{names} 中没有两人都完成的文章；请先完成文章（状态 done）再比较",
    ),
    "agree.head": (
        "{names}: {articles} articles that two finished",
        "{names}：两人都完成的文章 {articles} 篇",
    ),
    "agree.figure.spans": ("spans, exact (F1)", "标注，完全相同（F1）"),
    "agree.figure.overlapping": ("spans, overlapping (F1)", "标注，有重叠（F1）"),
    "agree.figure.borders": ("borders (F1)", "边界（F1）"),
    "agree.figure.labels": ("labels at the same place (kappa)", "同一处的标签（kappa）"),
    "agree.figure.values": ("values of the same tags (share)", "相同标注的值（比例）"),
    "agree.figure.relations": ("relations (F1)", "关系（F1）"),
    "agree.figure.states": ("done or skipped (kappa)", "完成或跳过（kappa）"),
    "agree.figure.alpha": ("characters (Krippendorff's alpha)", "逐字（Krippendorff alpha）"),
    "agree.figure.gamma": ("spans (gamma)", "标注（gamma）"),
    "agree.reason.nothing": ("nothing to compare", "没有可比较的"),
    "agree.reason.one_side": ("only one has any", "只有一方有"),
    "agree.reason.one_label": ("undefined: both used one label only", "无定义：双方只用了一个标签"),
    "agree.reason.one_value": ("undefined: all characters have one value", "无定义：所有字取值相同"),
    "agree.reason.few": ("too few articles", "文章太少"),
    "agree.reason.extra": ('needs pip install "piyue[agree]"', '需要 pip install "piyue[agree]"'),
    "cli.column.figure": ("agreement", "一致性"),
    "cli.column.interval95": ("95 %", "95 %"),
    "cli.column.pair": ("pair", "两人"),
    "cli.column.precision": ("precision", "精确率"),
    "cli.column.recall": ("recall", "召回率"),
    "agree.gamma": (
        "gamma needs {module}; install it with pip install {module}",
        "gamma 需要 {module}；请 pip install {module}",
    ),
    # stats
    "cli.forecast": (
        "{left} articles to finish; at this pace done between {low} and {high} (90 %), most likely {middle}",
        "还需完成 {left} 篇；照此速度将在 {low} 至 {high} 之间完成（90 %），最可能 {middle}",
    ),
    "cli.column.annotator": ("annotator", "标注者"),
    "cli.column.day": ("day", "日期"),
    "cli.column.agreement": ("agreement", "一致性"),
    "cli.column.spans": ("tags", "标注"),
    "cli.column.hand": ("by hand", "手工"),
    "cli.column.accepted": ("accepted", "采纳"),
    "cli.column.bulk": ("in bulk", "批量"),
    "cli.column.import": ("imported", "导入"),
    "cli.column.hour": ("tags/h", "标注/时"),
    "cli.column.minutes": ("min/article", "分钟/篇"),
    # report
    "cli.reported": ("written: {path}", "已写入：{path}"),
    "report.title": ("Report on {name}", "{name} 标注报告"),
    "report.made": ("Made on {when} by piyue", "piyue 生成于 {when}"),
    "report.progress": ("Progress", "进度"),
    "report.done": (
        "{done} of {total} articles are done; {left} are to be finished, counted for each annotator",
        "已完成 {done}/{total} 篇；还需完成 {left} 篇次",
    ),
    "report.days": ("Tags by day", "每日标注"),
    "report.articles": ("Finished articles", "已完成文章"),
    "report.agreement": ("Agreement", "一致性"),
    "report.labels": ("Labels by annotator", "各标注者的标签"),
    # adjudicate
    "adjudicate.two": (
        "name at least two annotators with --from",
        "请用 --from 指定至少两位标注者",
    ),
    "adjudicate.into": (
        "the result cannot be of {name!r}; name somebody new with --into, such as gold",
        "结果不能归于 {name!r}；请用 --into 指定新的名字，如 gold",
    ),
    "cli.adjudicated": (
        "{articles} articles: {agreed} tags that all have, {majority} differences by majority; "
        "left: {left}; not finished by all: {unfinished} articles",
        "{articles} 篇：全体一致的标注 {agreed} 个，按多数裁定 {majority} 处；剩余分歧 {left} 处；"
        "未全部完成：{unfinished} 篇",
    ),
    "difference.missing": ("missing", "缺失"),
    "difference.border": ("borders", "边界"),
    "difference.label": ("label", "标签"),
    "difference.value": ("value", "值"),
    "difference.relation": ("relation", "关系"),
}
