"""Error messages: what happened, then what to do. The error itself puts the place in front."""

ROWS: dict[str, tuple[str, str]] = {
    "jobs.ended": (
        "a worker process was killed, possibly for lack of memory; try --jobs 1",
        "有一个工作进程被终止，可能是内存不足；请试用 --jobs 1",
    ),
    # parts of shards
    "shard.usage": (
        "--shard I/N goes with -o DIR, --merge with neither, and both with all pages: {command}",
        "--shard I/N 须与 -o 文件夹同用，--merge 须单独使用，两者都针对全部版面：{command}",
    ),
    "shard.none": (
        "this is no part that a shard of this version wrote; name the files that --shard wrote",
        "这不是本版本写出的分块文件；请给出 --shard 写出的文件",
    ),
    "shard.unreadable": (
        "the part cannot be read: {reason}; run that shard again",
        "无法读取分块文件：{reason}；请重新运行该份",
    ),
    "shard.no_parts": (
        "there are no parts of piyue {command} here; write them with --shard I/N -o",
        "这里没有 piyue {command} 的分块文件；请用 --shard I/N -o 写出",
    ),
    "shard.cut": (
        "the part is not whole; write it again, or copy it again",
        "分块文件不完整；请重新写出或重新复制",
    ),
    "shard.damaged": (
        "the part is damaged on this line; write it again",
        "分块文件此行已损坏；请重新写出",
    ),
    "shard.command": (
        "this is a part of piyue {other}; merge it with that command, not with {command}",
        "这是 piyue {other} 的分块文件；请用该命令合并，而不是 {command}",
    ),
    "shard.other": (
        "the part was written with {what}; write it again, or call this command as it was called",
        "写出分块文件时{what}；请重新写出，或按当时的方式调用本命令",
    ),
    "shard.what.version": ("another version of piyue", "批阅的版本不同"),
    "shard.what.project": (
        "other pages, settings or learned borders: another project, or a changed one",
        "版面、设置或学得的边界不同（另一个项目，或项目已改动）",
    ),
    "shard.what.annotations": ("other annotations", "标注不同"),
    "shard.what.annotator": ("another annotator", "标注者不同"),
    "shard.what.options": ("other options", "选项不同"),
    "shard.count": (
        "this is one of {count:part|parts}, others are of {other}; merge the parts of one run",
        "这是 {count} 份中的一份，而其他的是 {other} 份中的；请只合并同一次运行的分块文件",
    ),
    "shard.twice": (
        "this is part {number}, and so is {other}; name each part once",
        "这是第 {number} 份，而 {other} 也是；每份只给一次",
    ),
    "shard.missing": (
        "of {count:part|parts} these are missing: {missing}; write each with --shard I/{count}",
        "{count} 份中缺第 {missing} 份；请用 --shard I/{count} 写出",
    ),
    # model
    "segments.empty": ("a span needs at least one segment", "标注至少要有一个片段"),
    "segments.order": (
        "segments {segments} are not half-open ranges in ascending order with gaps between them",
        "片段 {segments} 不是升序、互不相接的半开区间",
    ),
    # text
    "offsets.outside": (
        "range {start}:{end} lies outside the text ({length:character|characters})",
        "区间 {start}:{end} 超出文本（共 {length} 字）",
    ),
    "offsets.blocks": (
        "range {start}:{end} crosses a paragraph border; a tag stays inside one paragraph",
        "区间 {start}:{end} 跨越段落；一个标注须在同一段内",
    ),
    "offsets.hidden": (
        "segments {segments} are not one continuous range of the reading text",
        "片段 {segments} 在阅读文本中不连续",
    ),
    # text: bytes
    "place.byte": ("byte {offset}", "字节 {offset}"),
    "source.torn": (
        "it is not valid {encoding}; save the page again as UTF-8 (nothing was replaced)",
        "此处不是合法的 {encoding}；请将该版面重新存为 UTF-8（程序未作任何替换）",
    ),
    "source.kind": (
        "this is {kind}, not plain text; save the text in it as a .txt file",
        "这是{kind}，不是纯文本；请把其中的文字另存为 .txt 文件",
    ),
    "kind.pdf": ("a PDF file", " PDF 文件"),
    "kind.zip": ("a Word, Excel or other ZIP file", " Word、Excel 或其他 ZIP 文件"),
    "kind.office": ("an older Word, Excel or WPS file", "旧版 Word、Excel 或 WPS 文件"),
    "kind.rtf": ("an RTF file", " RTF 文件"),
    "kind.image": ("a picture", "图片"),
    "kind.html": ("an HTML page", " HTML 网页"),
    "source.binary": (
        "not a text file in UTF-8, UTF-16 or GB 18030; put a text file here",
        "不是 UTF-8、UTF-16 或 GB 18030 的文本文件；请放入文本文件",
    ),
    # quantities
    "quantity.target": ("{shown} (target)", "{shown}（目标）"),
    "quantity.field": (
        "a quantity has no field {field}; it has {known}",
        "数量没有字段 {field}；可用的有 {known}",
    ),
    "quantity.number": (
        "{field}: {value} is not an exact number; write one such as 1193500, 119.35万, 三百 or 2/3",
        "{field}：{value} 不是确切的数；请写成如 1193500、119.35万、三百 或 2/3",
    ),
    "quantity.choice": (
        "{field}: {value} is not allowed; choose {choices}",
        "{field}：{value} 不可用；可选 {choices}",
    ),
    "quantity.open_range": (
        "a range needs its upper value; fill in value_max, or choose another comparator",
        "区间需要上限；请填写 value_max，或另选比较方式",
    ),
    "quantity.ends": (
        "the upper value of a range must be greater than the value; correct one of them",
        "区间的上限须大于数值；请更正其一",
    ),
    "quantity.not_range": (
        "the comparator {comparator} takes no upper value; choose range, or empty value_max",
        "比较方式 {comparator} 没有上限；请选 range，或清空 value_max",
    ),
    "ledger.field": (
        "the ledger has no field {field}; it has {known}",
        "台账没有字段 {field}；可用的有 {known}",
    ),
    "cli.alias.none": (
        "no aliases yet; add one, such as piyue alias subject 该区总工会 顺义区总工会",
        "还没有别名；添加方法如 piyue alias subject 该区总工会 顺义区总工会",
    ),
    "cli.alias.incomplete": (
        "an alias needs the written form and the name: piyue alias subject 该区总工会 顺义区总工会",
        "别名需要文中写法与名称：piyue alias subject 该区总工会 顺义区总工会",
    ),
    "format.extra": (
        '{module} is not installed; run pip install "piyue[{extra}]"',
        '未安装 {module}；请运行 pip install "piyue[{extra}]"',
    ),
    # edit
    "change.quote": (
        "the text of tag {id} differs from the page's text at {segments}",
        "标注 {id} 的文字与 {segments} 处的原文不符",
    ),
    "change.unknown": ("there is no {what} {id}", "没有 {what} {id}"),
    "change.correction": (
        "the correction quotes text that is not there; the page's text has changed",
        "更正所引的文字与原文不符；该版面的文本已变",
    ),
    "change.nothing": (
        "nothing at {at} can be changed this way; go to a paragraph or a line",
        "{at} 处没有可更正的内容；请移到某一段或某一行",
    ),
    "change.first": (
        "the page's first article starts here; there is none before it",
        "这里是本版第一篇的开头；前面没有文章",
    ),
    "change.far": (
        "a border moves only within its article or the previous one; move it block by block",
        "边界只能在本篇或上一篇内移动；请逐段移动",
    ),
    "change.first_block": (
        "the article starts here; join it to the previous article instead",
        "这里是文章的开头；请改为与上一篇合并",
    ),
    "change.last": (
        "this is the page's only block; a page keeps at least one",
        "这是本版仅有的一段；每版至少保留一段",
    ),
    "change.no_parts": (
        "nothing to split at {at}; go into the middle of a paragraph",
        "{at} 处无可拆分；请移到段落中间",
    ),
    "change.twice": ("there is already a {what} {id}", "{what} {id} 已经存在"),
    # app
    "serve.name": (
        "{name} cannot be an annotator's name; begin with a letter or digit and use no slashes",
        "{name} 不能用作标注者名；请以字母、汉字或数字开头，不含斜杠",
    ),
    "serve.taken": (
        "{name} already has a link; for a new one, first run piyue serve --remove {name}",
        "{name} 已有链接；如需新链接，请先运行 piyue serve --remove {name}",
    ),
    "serve.nobody": ("there is no annotator {name}; there are {known}", "没有标注者 {name}；已有：{known}"),
    "serve.unreadable": (
        "the file cannot be read, so nobody can log in; delete it and add everybody again",
        "无法读取此文件，因此无人能登录；请删除此文件并重新添加所有人",
    ),
    "serve.public": (
        "other users can read or write this file; run chmod 600 on it",
        "其他用户可读写此文件；请对它运行 chmod 600",
    ),
    "serve.no_people": (
        "{host} can be reached from other machines, so annotators need a token; add one with: piyue "
        "serve --add NAME",
        "{host} 可从其他机器访问，须凭令牌登录；请先运行 piyue serve --add NAME",
    ),
    "serve.port": (
        "cannot listen on {host} port {port} ({reason}); choose another --port or --host",
        "无法监听 {host} 的 {port} 端口（{reason}）；请换 --port 或 --host",
    ),
    "app.no_terminal": (
        "the app needs a terminal, and there is none here; in scripts use piyue show, export, stats "
        "and others (piyue --help)",
        "界面需要终端，而这里没有终端；脚本请用 piyue show、export、stats 等命令（piyue --help）",
    ),
    "app.no_utf8": (
        "the terminal does not show UTF-8, and the locale is {locale}; start the terminal with a UTF-8 "
        "locale, such as LANG=zh_CN.UTF-8",
        "终端不显示 UTF-8，当前区域设置为 {locale}；请用 UTF-8 区域设置启动终端，如 LANG=zh_CN.UTF-8",
    ),
    "tag.twice": ("“{text}” is already tagged {label}", "“{text}”已标为 {label}"),
    "attribute.value": ("{name}: {value} is not {kind}", "{name}：{value} 不是{kind}"),
    "labels.names": (
        "{action} takes {count:id|ids}, such as `piyue {command} {action} {example}`",
        "{action} 需要 {count} 个 id，如 `piyue {command} {action} {example}`",
    ),
    "schema.unknown.labels": ("there is no label {id}; there are {known}", "没有标签 {id}；已有 {known}"),
    "schema.unknown.relations": (
        "there is no relation type {id}; there are {known}",
        "没有关系类型 {id}；已有 {known}",
    ),
    "schema.same": (
        "both ids are {id}; give another one as the second",
        "两个 id 都是 {id}；第二个请写另一个",
    ),
    "schema.taken.relations": (
        "the relation type {id} already exists; choose another id, or make one type of both with "
        "`piyue relations join {old} {id}`",
        "已有关系类型 {id}；请换一个 id，或用 `piyue relations join {old} {id}` 把两者并为一个",
    ),
    "schema.used.relations": (
        "{id} is the type of {uses:relation|relations}; `piyue relations join {id} OTHER` gives "
        "{uses:|it|them} another type",
        "{id} 还有 {uses} 个关系；`piyue relations join {id} 另一类型` 可将其改为另一类型",
    ),
    "schema.there": ("the label {id} already exists; choose another id", "已有标签 {id}；请换一个 id"),
    "schema.taken.labels": (
        "the label {id} already exists; choose another id, or make one label of both with "
        "`piyue labels join {old} {id}`",
        "已有标签 {id}；请换一个 id，或用 `piyue labels join {old} {id}` 把两者并为一个",
    ),
    "schema.used.labels": (
        "{id} is the label of {uses:tag|tags}; `piyue labels join {id} OTHER` gives {uses:|it|them} "
        "another label",
        "{id} 还有 {uses} 个标注；`piyue labels join {id} 另一标签` 可将其改为另一标签",
    ),
    "learn.nothing": (
        "nothing to learn from: no label has five tags in finished articles; finish more articles first",
        "没有可供学习的内容：已完成的文章中没有任何标签达到五个标注；请先完成更多文章",
    ),
    "query.empty": ("type a text to search for", "请输入要查找的内容"),
    "query.pattern": ("not a regular expression ({reason})", "不是合法的正则表达式（{reason}）"),
    "search.no_label": ("no label is called {label}", "没有名为“{label}”的标签"),
    "query.slow": (
        "this regular expression takes more than {seconds} s for an article",
        "此正则表达式在一篇文章上超过 {seconds} 秒",
    ),
    "relation.twice": ("“{head}” already has this relation to “{tail}”", "“{head}”与“{tail}”已有此关系"),
    "tag.nothing": (
        "nothing of “{text}” would be left; remove the tag instead",
        "“{text}”将一字不剩；请改为删除标注",
    ),
    "tag.uncut": ("the cursor is not inside “{text}”", "光标不在“{text}”之中"),
    "tag.unlike": ("the copied text is not here, or is already tagged", "此处没有所复制的文字，或已经标注"),
    "article.unknown": (
        "there is no article “{id}”; `piyue articles` lists them",
        "没有文章“{id}”；可用 `piyue articles` 查看",
    ),
    "article.many": (
        "page {page} has {count:article|articles}; name one of {first} to {last}",
        "版面 {page} 有 {count} 篇文章；请写出 {first} 至 {last} 之一",
    ),
    "keys.unknown": (
        "[keys] {id}: no such action; remove the line, and piyue keys lists the actions",
        "[keys] {id}：没有这个操作；请删去此行，再用 piyue keys 列出全部操作",
    ),
    "keys.near": (
        "[keys] {id}: no such action; did you mean {near}?",
        "[keys] {id}：没有这个操作；是否指 {near}？",
    ),
    "keys.none": ("[keys] {id}: name at least one key", "[keys] {id}：至少要有一个键"),
    "keys.label": (
        "label {label}: its key {key!r} is the only key of {id}; choose another (free are {free}), "
        "or give {id} one in [keys]",
        "标签 {label}：按键 {key!r} 是 {id} 唯一的键；请换一个（可用：{free}），或在 [keys] 中为 {id} 另设",
    ),
    "keys.clash": (
        "[keys]: {key!r} is both {one} and {other}; give one of them another key",
        "[keys]：{key!r} 同时用于 {one} 和 {other}；请为其中之一换键",
    ),
}
