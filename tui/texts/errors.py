"""What can go wrong: what happened, then what to do. The place is put before it by the error itself."""

ROWS: dict[str, tuple[str, str]] = {
    # model
    "segments.empty": ("a span needs at least one segment", "标注至少要有一段"),
    "segments.order": (
        "segments {segments} are not ascending half-open ranges that do not touch",
        "片段 {segments} 不是升序、互不相接的半开区间",
    ),
    # text
    "offsets.outside": (
        "range {start}:{end} lies outside the text ({length} characters)",
        "区间 {start}:{end} 超出文本（共 {length} 字）",
    ),
    "offsets.blocks": (
        "range {start}:{end} crosses a paragraph border; a tag stays inside one paragraph",
        "区间 {start}:{end} 跨越段落；一个标注须在同一段内",
    ),
    "offsets.hidden": (
        "segments {segments} are not one unbroken range of the reading text",
        "片段 {segments} 在阅读文本中不连续",
    ),
    # text: bytes
    "source.torn": (
        "this byte is not {encoding}; save the page again as UTF-8, nothing was replaced",
        "此处字节不是合法的 {encoding}；请将该页重新存为 UTF-8，程序未作任何替换",
    ),
    "source.binary": (
        "this is no text in UTF-8, UTF-16 or GB 18030; put a text file here",
        "这不是 UTF-8、UTF-16 或 GB 18030 的文本；请放入文本文件",
    ),
    # quantities
    "quantity.target": ("{shown} (target)", "{shown}（目标）"),
    "quantity.field": (
        "a quantity has no field {field}; it has {known}",
        "数量没有字段 {field}；可用的有 {known}",
    ),
    "quantity.number": (
        "{field}: {value} is not an exact number; write one such as 1193500, 119.35万, 三百 or 2/3",
        "{field}：{value} 不是确切的数；请写如 1193500、119.35万、三百 或 2/3",
    ),
    "quantity.choice": (
        "{field}: {value} is not allowed; choose {choices}",
        "{field}：{value} 不可用；可选 {choices}",
    ),
    "quantity.open_range": (
        "a range needs its upper value; fill in value_max or choose another comparator",
        "区间需要上限；请填写 value_max，或另选比较方式",
    ),
    "quantity.ends": (
        "the upper value of a range must be greater than the value; correct one of them",
        "区间的上限须大于数值；请更正其一",
    ),
    "quantity.not_range": (
        "an upper value does not go with the comparator {comparator}; choose range or empty value_max",
        "有上限时不能用比较方式 {comparator}；请选 range，或清空 value_max",
    ),
    "ledger.field": (
        "the ledger has no field {field}; it has {known}",
        "台账没有字段 {field}；可用的有 {known}",
    ),
    "cli.alias.incomplete": (
        "an alias needs what is written and its name: piyue alias subject 该区总工会 顺义区总工会",
        "别名需要写法与名称：piyue alias subject 该区总工会 顺义区总工会",
    ),
    "format.extra": (
        '{module} is not installed; install it with: pip install "piyue[{extra}]"',
        '未安装 {module}；请运行：pip install "piyue[{extra}]"',
    ),
    # edit
    "change.quote": (
        "the text of span {id} is not what stands at {segments}",
        "标注 {id} 的文字与 {segments} 处的原文不符",
    ),
    "change.unknown": ("there is no {what} {id}", "没有 {what} {id}"),
    "change.correction": (
        "a correction quotes what does not stand there; the page's text has changed",
        "更正所引的文字与原文不符；该页文本已变",
    ),
    "change.nothing": (
        "there is nothing at {at} that this can be done to; go to a paragraph or a line",
        "{at} 处没有可改的内容；请移到某一段或某一行",
    ),
    "change.first": (
        "this is where the page's first article begins; there is none before it",
        "这里是本页第一篇的开头；前面没有文章",
    ),
    "change.far": (
        "a border moves within its article or the one before it; go there block by block",
        "边界只能在本篇或前一篇内移动；请逐段移动",
    ),
    "change.first_block": (
        "this is where the article begins; join it with the article before it instead",
        "这里是文章的开头；请改为与前一篇合并",
    ),
    "change.last": (
        "this is the page's only block; a page keeps one at least",
        "这是本页仅有的一段；每页至少保留一段",
    ),
    "change.no_parts": (
        "there is nothing to part at {at}; go into the middle of a paragraph",
        "{at} 处无可拆分；请移到段落中间",
    ),
    "change.twice": ("{what} {id} is already there", "{what} {id} 已经存在"),
    # app
    "serve.name": (
        "{name} cannot be an annotator's name; take letters, digits, and no blank or slash at its beginning",
        "{name} 不能用作标注者名；请以字母、汉字或数字开头，不含斜杠",
    ),
    "serve.taken": (
        "{name} has a link already; for a new one first remove it: piyue serve --remove {name}",
        "{name} 已有链接；如需新链接，请先移除：piyue serve --remove {name}",
    ),
    "serve.nobody": ("there is no {name} here; there are {known}", "没有 {name}；已有：{known}"),
    "serve.unreadable": (
        "it cannot be read, so that nobody can come in; delete it and add everybody again",
        "无法读取，因此无人能进入；请删除此文件并重新添加所有人",
    ),
    "serve.public": (
        "others than its owner can read or write it; run chmod 600 on it",
        "其他用户可读写此文件；请运行 chmod 600",
    ),
    "serve.no_people": (
        "{host} can be reached from other machines, so people need a token; add one with: "
        "piyue serve --add NAME",
        "{host} 可从其他机器访问，须凭令牌进入；请先运行 piyue serve --add NAME",
    ),
    "serve.port": (
        "cannot listen on {host} port {port} ({reason}); choose another --port or --host",
        "无法监听 {host} 的 {port} 端口（{reason}）；请换 --port 或 --host",
    ),
    "app.no_terminal": (
        "the app reads keys from a terminal and draws on it, and here is none; scripts use piyue show, "
        "export, stats and others (piyue --help)",
        "程序从终端读取按键并在其上显示，而这里没有终端；脚本请用 piyue show、export、stats 等命令"
        "（piyue --help）",
    ),
    "tag.twice": ("“{text}” is tagged {label} already", "“{text}”已标为 {label}"),
    "attribute.value": ("{name}: {value} is not {kind}", "{name}：{value} 不是{kind}"),
    "labels.names": (
        "{action} takes {count} ids, such as `piyue labels rename ORG UNION`",
        "{action} 需要 {count} 个 id，如 `piyue labels rename ORG UNION`",
    ),
    "schema.unknown.labels": ("there is no label {id}; there are {known}", "没有标签 {id}；已有 {known}"),
    "schema.unknown.relations": (
        "there is no relation type {id}; there are {known}",
        "没有关系类型 {id}；已有 {known}",
    ),
    "schema.taken.relations": (
        "there is a relation type {id} already; choose another id",
        "已有关系类型 {id}；请换一个 id",
    ),
    "schema.used.relations": (
        "{id} is the type of {uses} relations; remove them first, or rename it",
        "{id} 还有 {uses} 个关系；请先删除，或给它改名",
    ),
    "schema.taken.labels": ("there is a label {id} already; choose another id", "已有标签 {id}；请换一个 id"),
    "schema.used.labels": (
        "{id} is the label of {uses} tags; relabel or remove them first, or rename it",
        "{id} 还有 {uses} 个标注；请先改标或删除，或给标签改名",
    ),
    "learn.nothing": (
        "there is nothing to learn from: no label has five tags in finished articles; finish some first",
        "没有可供学习的内容：已完成篇目中没有任何标签达到五处标注；请先完成一些篇目再试",
    ),
    "query.empty": ("type what to look for", "请输入要查找的内容"),
    "query.pattern": ("this is no pattern ({reason})", "不是合法的正则（{reason}）"),
    "query.slow": (
        "this pattern takes more than {seconds} s for an article",
        "此正则在一篇文章上超过 {seconds} 秒",
    ),
    "relation.twice": (
        "“{head}” has the relation {label} to “{tail}” already",
        "“{head}”与“{tail}”已有关系 {label}",
    ),
    "tag.nothing": (
        "nothing would be left of “{text}”; remove the tag instead",
        "“{text}”将一字不剩；请改为删除标注",
    ),
    "tag.uncut": ("the cursor is not within “{text}”", "光标不在“{text}”之中"),
    "tag.unlike": (
        "what was copied is not here, or tagged already",
        "此处不是复制的文字，或已经标注",
    ),
    "article.unknown": (
        "there is no article {id}; `piyue articles` lists them",
        "没有文章 {id}；可用 `piyue articles` 查看",
    ),
    "keys.unknown": (
        "[keys] {id}: no such action; there are {known}",
        "[keys] {id}：没有这个操作；可用的有 {known}",
    ),
    "keys.none": ("[keys] {id}: name at least one key", "[keys] {id}：至少要有一个键"),
    "keys.label": (
        "label {label}: its key {key!r} is the only key of {id}; choose another, or give {id} one in [keys]",
        "标签 {label}：按键 {key!r} 是 {id} 唯一的键；请换一个，或在 [keys] 中为 {id} 另设",
    ),
    "keys.clash": (
        "[keys]: {key!r} is both {one} and {other}; give one of them another key",
        "[keys]：{key!r} 同时用于 {one} 和 {other}；请为其中之一换键",
    ),
}
