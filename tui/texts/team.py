"""Texts of a team's work: assignments, agreement, adjudication."""

ROWS: dict[str, tuple[str, str]] = {
    # commands
    "cli.command.agree": ("measure how far annotators agree", "度量标注者之间的一致性"),
    "cli.command.adjudicate": (
        "settle the differences between annotators into one result",
        "裁定多位标注者的分歧，得出一份结果",
    ),
    "cli.command.assign": ("assign pages to annotators", "把版面分配给标注者"),
    "cli.command.queue": ("show who has which pages, and which are free", "显示各版面归谁，以及哪些空闲"),
    "cli.command.report": ("write the team's figures to an HTML file", "把团队数据写成一个 HTML 文件"),
    # options
    "cli.option.agree_annotators": (
        "whose work to compare; may be repeated (default: the team, or everybody)",
        "要比较的标注者；可重复（默认：团队，没有则为全部）",
    ),
    "cli.option.stats_annotators": (
        "whose figures; may be repeated; all for everybody",
        "要统计的标注者；可重复；all 表示所有人",
    ),
    "cli.option.places": ("list the places where annotators differ", "列出有分歧的位置"),
    "cli.option.kind": ("only differences of this kind", "只列此类分歧"),
    "cli.option.gamma": (
        "also compute gamma (needs pygamma-agreement)",
        "同时计算 gamma（需 pygamma-agreement）",
    ),
    "cli.option.from": ("whose work to settle; at least two annotators", "要裁定谁的标注；至少两位标注者"),
    "cli.option.into": (
        "the annotator who gets the result (default: the setting team.result, gold)",
        "结果归于哪个标注者名下（默认：设置项 team.result，即 gold）",
    ),
    "cli.option.auto": (
        "take what all agree on (agreed), or also what a majority has (majority), and print what is left",
        "自动采纳全体一致的（agreed），或同时采纳多数的（majority），并列出剩余分歧",
    ),
    "cli.option.threshold": (
        "the share of annotators that makes a majority (always more than half)",
        "构成多数所需的比例（须过半）",
    ),
    "cli.option.assign_pages": ("pages, by id or the beginning of an id", "版面的 id 或其开头"),
    "cli.option.assign_all": ("all pages", "全部版面"),
    "cli.option.to": ("annotators, separated by commas", "分配给哪些标注者，以逗号分隔"),
    "cli.option.overlap": (
        "annotators per page (default: the setting team.overlap)",
        "每版分给几人（默认：设置项 team.overlap）",
    ),
    "cli.option.by_load": (
        "load: to those with the least to do; random: at random, each equally often",
        "load：分给待办最少的人；random：随机，各人次数相等",
    ),
    "cli.option.assign_seed": ("seed of the random choice", "随机种子"),
    "cli.option.unassign": ("take the pages back; their tags stay", "收回版面；标注保留"),
    "cli.option.mine": ("only my pages and free pages", "只列我的和空闲的版面"),
    "cli.option.day": ("only work done on this day, such as 2026-03-01", "只统计这一天，如 2026-03-01"),
    "cli.option.report_output": ("the HTML file to write", "要写入的 HTML 文件"),
    # assign, queue
    "cli.assigned": ("{page}: {person}", "{page}：{person}"),
    "cli.assigned.few": (
        "each page goes to {count:annotator|annotators}, not to {overlap}: --to names no more",
        "每版只分给 {count} 人，而非 {overlap} 人：--to 未列出更多人",
    ),
    "cli.assigned.none": (
        "nothing to assign: these annotators have the pages already, or enough others do",
        "无可分配：这些标注者已有这些版面，或人数已够",
    ),
    "cli.unassigned.none": (
        "nothing to take back: these annotators do not have the pages",
        "无可收回：这些标注者没有这些版面",
    ),
    "cli.queue.free": ("free", "空闲"),
    "cli.queue.lease": (", {minutes} min", "，{minutes} 分钟"),
    "cli.queue.lapsed": ("{name} (gone)", "{name}（已离开）"),
    "cli.queue.total": (
        "{pages:page|pages}, {free} free, {mine} for {name}; next: {next}",
        "共 {pages} 版，空闲 {free} 版，{name} 有 {mine} 版；下一版：{next}",
    ),
    "cli.column.people": ("who", "归谁"),
    "cli.column.free": ("free", "空闲"),
    "team.unknown": (
        "{name!r} is not in the team; [team] in piyue.toml lists {known}",
        "{name!r} 不在团队中；piyue.toml 的 [team] 列有 {known}",
    ),
    "team.nobody": ("no annotator given; name one with --to", "未指定标注者；请用 --to 指定"),
    "team.pages": ("no page given; name pages, or use --all", "未指定版面；请写出版面，或用 --all"),
    # agree
    "agree.two": (
        "agreement needs two annotators; annotations here are by: {known}",
        "计算一致性需要两位标注者；现有：{known}",
    ),
    "agree.hidden": (
        "left out because you have not finished {count:|it|them}: {count:page|pages}",
        "未计入（你尚未完成）：{count} 版",
    ),
    "agree.left_out": (
        "left out because fewer than two have finished {count:|it|them}: {count:article|articles}",
        "未计入（完成者不足两人）：{count} 篇",
    ),
    "agree.nothing": (
        "no article was finished by two of {names}; finish articles (state done) to compare them",
        "{names} 中没有两人都完成的文章；请先完成文章（状态为 done）再比较",
    ),
    "agree.head": (
        "{names}: {articles:article|articles} finished by two",
        "{names}：两人都完成的文章 {articles} 篇",
    ),
    "agree.figure.spans": ("spans, exact (F1)", "标注，完全相同（F1）"),
    "agree.figure.overlapping": ("spans, overlapping (F1)", "标注，有重叠（F1）"),
    "agree.figure.borders": ("borders (F1)", "边界（F1）"),
    "agree.figure.labels": ("labels at the same place (kappa)", "同一处的标签（kappa）"),
    "agree.figure.values": ("values of the same tags (share)", "相同标注的值（比例）"),
    "agree.figure.relations": ("relations (F1)", "关系（F1）"),
    "agree.figure.article_labels": ("article labels (F1)", "篇章标签（F1）"),
    "agree.figure.states": ("done or skipped (kappa)", "完成或跳过（kappa）"),
    "agree.figure.alpha": ("characters (Krippendorff's alpha)", "逐字（Krippendorff alpha）"),
    "agree.figure.article_alpha": ("article label (Krippendorff's alpha)", "文章标签（Krippendorff alpha）"),
    "agree.figure.gamma": ("spans (gamma)", "标注（gamma）"),
    "agree.reason.nothing": ("nothing to compare", "没有可比较的内容"),
    "agree.reason.one_side": ("only one annotator has any", "只有一方有"),
    "agree.reason.one_label": ("undefined: both used only one label", "无定义：双方只用了一个标签"),
    "agree.reason.one_state": ("undefined: all articles have the same state", "无定义：所有文章状态相同"),
    "agree.reason.one_value": ("undefined: all characters have the same value", "无定义：所有字取值相同"),
    "agree.reason.few": ("too few articles", "文章太少"),
    "agree.reason.extra": ('needs pip install "piyue[agree]"', '需要 pip install "piyue[agree]"'),
    "cli.column.figure": ("agreement", "一致性"),
    "cli.column.interval95": ("95%", "95%"),
    "cli.column.pair": ("pair", "两人"),
    "agree.gamma": (
        "gamma needs {module}; run pip install {module}",
        "gamma 需要 {module}；请运行 pip install {module}",
    ),
    # stats
    "cli.forecast": (
        "{left:article|articles} to finish; at this pace, done between {low} and {high} (90%), most "
        "likely {middle}",
        "还需完成 {left} 篇；按目前速度，将于 {low} 至 {high} 之间完成（90%），最可能是 {middle}",
    ),
    "cli.column.annotator": ("annotator", "标注者"),
    "cli.column.day": ("day", "日期"),
    "cli.column.agreement": ("agreement", "一致性"),
    "cli.column.spans": ("tags", "标注"),
    "cli.column.hand": ("by hand", "手工"),
    "cli.column.accepted": ("accepted", "采纳"),
    "cli.column.bulk": ("bulk", "批量"),
    "cli.column.import": ("imported", "导入"),
    "cli.column.hour": ("tags/h", "标注/时"),
    "cli.column.minutes": ("min", "分钟/篇"),
    # report
    "cli.reported": ("written: {path}", "已写入：{path}"),
    "report.title": ("Report on {name}", "{name} 标注报告"),
    "report.made": ("Written by piyue on {when}", "批阅生成于 {when}"),
    "report.progress": ("Progress", "进度"),
    "report.done": (
        "{done} of {total:article is|articles are} done; {left:is|are} left, counted once for each annotator",
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
        "the result cannot belong to {name!r}; give a new name with --into, such as gold",
        "结果不能归于 {name!r}；请用 --into 指定新的名字，如 gold",
    ),
    "cli.adjudicate.not_result": (
        "{into} is not the result of this team ({result}): agreement, the queue and --annotator all count "
        '{into} as an annotator, unless [team] in piyue.toml says result = "{into}"',
        "{into} 不是本项目的裁定结果（{result}）：一致性、队列和 --annotator all 都把 {into} 当作一位标注者，"
        '除非 piyue.toml 的 [team] 写明 result = "{into}"',
    ),
    "cli.adjudicated": (
        "{articles:article|articles}: {agreed:tag|tags} that all have, {majority:difference|differences} "
        "by majority; left: {left}; not finished by all: {unfinished:article|articles}",
        "{articles} 篇：全体一致的标注 {agreed} 个，按多数裁定 {majority} 处；剩余分歧 {left} 处；"
        "未全部完成：{unfinished} 篇",
    ),
    "adjudicate.terminal": (
        "without a terminal, or with --json, no app is opened; say what to take with --auto agreed or "
        "--auto majority",
        "没有终端或使用 --json 时不打开界面；请用 --auto agreed 或 --auto majority 指定自动采纳什么",
    ),
    "key.adjudicate": ("settle the differences between annotators", "裁定标注者的分歧"),
    "key.agreement": ("show the agreement between annotators", "显示标注者之间的一致性"),
    "key.agreement_choose": ("list the places behind the figure", "列出该数字对应的位置"),
    "key.agreement_close": ("close the agreement view", "关闭一致性窗口"),
    "agree.measuring": ("computing the agreement", "正在计算一致性"),
    "agree.keys": (
        "{key:agreement_choose} lists the places, {key:dialog_close} closes",
        "{key:agreement_choose} 列出对应的位置，{key:dialog_close} 关闭",
    ),
    "app.summary": (
        "{name}: {tags:tag|tags} and {articles:finished article|finished articles} in "
        "{minutes:minute|minutes}",
        "{name}：{minutes} 分钟，标注 {tags} 个，完成 {articles} 篇",
    ),
    "holding.mine": ("mine", "我的"),
    "holding.free": ("free", "空闲"),
    "adjudicate.add_part": ("all", "都采纳"),
    "adjudicate.remove": ("none", "都不采纳"),
    "adjudicate.edit": ("by field", "逐字段"),
    "adjudicate.next_tag": ("next", "下一处"),
    "adjudicate.suggest": ("majority", "按多数"),
    "adjudicate.show_links": ("names", "姓名"),
    "adjudicate.check": ("list", "列表"),
    "adjudicate.next_open": ("next article", "下一篇"),
    "adjudicate.clear": ("leave", "退出"),
    "status.no_adjudication": (
        "nothing to settle in this session; start with piyue adjudicate --from NAME --from NAME",
        "本次没有要裁定的内容；请用 piyue adjudicate --from 姓名 --from 姓名 启动",
    ),
    "status.not_by_all": ("not all annotators have finished this article", "本篇尚未由所有标注者完成"),
    "status.no_version": ("{digit}: no annotator has that here", "{digit}：此处没有这一选项"),
    "status.no_fields": ("no values differ here", "此处的值没有分歧"),
    "status.no_majority": ("no majority for the differences that are left", "剩余分歧没有多数意见"),
    "status.no_review": ("proposals are off while you settle differences", "裁定时不显示建议"),
    "status.settled": (
        "all differences are settled; {key:next_open} goes to the next article",
        "分歧已全部裁定；按 {key:next_open} 到下一篇",
    ),
    "status.all_settled": ("no differences are left", "没有待裁定的分歧"),
    "status.field": ("{field}: whose value?", "{field}：采纳谁的？"),
    "places.differences": ("Differences", "分歧"),
    "step.adjudicate.agreed": ("tags that all have: {subject}", "全体一致的标注：{subject}"),
    "step.adjudicate.taken": ("settled: {subject}", "已裁定：{subject}"),
    "step.adjudicate.rejected": ("not taken: {subject}", "未采纳：{subject}"),
    "step.adjudicate.anew": ("settled by a new tag: {subject}", "已另行标注：{subject}"),
    "step.adjudicate.majority": ("settled by majority: {subject}", "按多数裁定：{subject}"),
    "difference.missing": ("missing", "缺失"),
    "difference.border": ("borders", "边界"),
    "difference.label": ("label", "标签"),
    "difference.value": ("value", "值"),
    "difference.relation": ("relation", "关系"),
    "difference.article_label": ("article label", "篇章标签"),
    "adjudicate.label_article": ("other", "另选"),
    "adjudicate.only_one": (
        "“{name}” can have only one value: take one by its number",
        "“{name}”只能有一个值：请按编号选一个",
    ),
    "step.adjudicate.agreed_labels": ("article labels that all gave", "全体一致的篇章标签"),
    "step.adjudicate.completed": ("all is settled: article done", "已全部裁定：文章完成"),
    "step.adjudicate.labelled": ("article label: {subject}", "篇章标签：{subject}"),
    "step.adjudicate.unlabelled": ("article label not taken: {subject}", "未采纳篇章标签：{subject}"),
}
