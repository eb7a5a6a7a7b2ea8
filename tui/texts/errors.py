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
    # store: files
    "store.full": (
        "the disk is full, nothing was written; make room and save again",
        "磁盘已满，未写入任何内容；请腾出空间后重新保存",
    ),
    "store.denied": (
        "writing is not allowed here ({reason}); make the file and its folder writable and save again",
        "此处不可写入（{reason}）；请开放该文件及其文件夹的写权限后重新保存",
    ),
    "store.gone": (
        "its folder is not there any more; bring it back and save again",
        "所在文件夹已不存在；请恢复后重新保存",
    ),
    "store.write": (
        "it cannot be written ({reason}); what was there is unchanged",
        "无法写入（{reason}）；原有内容未变",
    ),
    "store.unwritable": (
        "the annotations hold something that a file cannot ({reason}); nothing was written",
        "标注中有文件无法保存的内容（{reason}）；未写入任何内容",
    ),
    "store.changed": (
        "another program changed this file since it was read; it was not overwritten; open the page again",
        "读取之后该文件被其他程序改动，未覆盖；请重新打开该页",
    ),
    "store.unreadable": (
        "it cannot be read ({reason}); make it readable and open the page again",
        "无法读取（{reason}）；请开放读权限后重新打开该页",
    ),
    "store.torn": (
        "the annotations are damaged ({reason}); mend the file or bring back an older one; it is left alone",
        "标注文件已损坏（{reason}）；请修复或恢复旧版本，程序不会改动它",
    ),
    "store.shape": (
        "this is no file of annotations (tables meta, spans, relations, articles); "
        "move it away or bring back an older one, it is left as it is",
        "这不是标注文件（应含 meta、spans、relations、articles 表）；请移走或恢复旧版本，程序不会改动它",
    ),
    "store.record": (
        "record {record} cannot be used ({reason}); mend it, it is kept in the file as it is",
        "记录 {record} 无法使用（{reason}）；请修复，文件中保留原样",
    ),
    "store.number": (
        "record {record} has no whole number; it got {number}",
        "记录 {record} 的编号不是整数；已改为 {number}",
    ),
    "store.newer": (
        "these annotations have version {version}, this piyue knows up to {known}: read only; "
        "install a newer piyue",
        "该标注文件的版本为 {version}，本程序最高支持 {known}：只读；请安装新版 piyue",
    ),
    "store.locked": (
        "{host}, process {process}, has worked on this page since {since}; read it, or take it over",
        "{host} 上的进程 {process} 自 {since} 起正在标注此页；可只读打开，或接管",
    ),
    "store.replaced": (
        "the annotations were damaged ({reason}); they lie beside as {aside}, generation {number} was opened "
        "(`piyue restore` lists all)",
        "标注文件已损坏（{reason}）；已另存为 {aside}，打开了第 {number} 代（可用 `piyue restore` 查看各代）",
    ),
    "store.aside": (
        "the annotations were damaged ({reason}); they lie beside as {aside}, the page begins anew",
        "标注文件已损坏（{reason}）；已另存为 {aside}，该页从头开始",
    ),
    "store.rewritten": (
        "another program damaged the annotations ({reason}): put aside as {aside} and written again",
        "其他程序损坏了标注文件（{reason}）；已另存为 {aside}，并重新写入",
    ),
    "store.conflicted": (
        "git left two versions here between conflict markers; they are put together record by record, and "
        "of {count} records that both changed the newer one holds (saving it, or `piyue merge`, writes it)",
        "git 在此留下了带冲突标记的两个版本；已逐条合并，双方都改过的 {count} 条取较新者"
        "（保存该页或 `piyue merge` 即写入）",
    ),
    "store.recovered": (
        "{count} changes that an earlier session could not save were taken up again",
        "已恢复上次未能保存的 {count} 处改动",
    ),
    "merge.no_markers": (
        "there are no conflict markers with two sides in it; name `--ours` and `--theirs` for two files",
        "其中没有带两个版本的冲突标记；两个文件请用 `--ours` 与 `--theirs` 指明",
    ),
    "merge.incomplete": (
        "name both `--ours` and `--theirs`, or only files with conflict markers",
        "请同时给出 `--ours` 与 `--theirs`，或只给出带冲突标记的文件",
    ),
    "git.missing": ("git is not installed", "未安装 git"),
    "git.failed": ("git does not do it ({reason})", "git 未能完成（{reason}）"),
    "store.team": (
        'annotations on a server need {module}; run pip install "piyue[team]"',
        '使用服务器存储需要 {module}；请运行 pip install "piyue[team]"',
    ),
    "store.server": (
        "the server cannot be reached or does not do it ({reason}); the work is kept and tried again",
        "无法连接服务器或服务器未能完成（{reason}）；改动已保留，将再试",
    ),
    "store.not_yours": (
        "the server lets you write only your own records ({reason}); ask who runs it to admit you",
        "服务器只允许写入本人的记录（{reason}）；请联系管理者开通",
    ),
    "store.there": (
        "other records of {owner} on {page} are there already; nothing was written over",
        "{owner} 在 {page} 上已有不同的记录；未覆盖",
    ),
    "store.copy": (
        "what was written of {owner} on {page} is not what was read; the source is as it was",
        "{owner} 在 {page} 上写入的内容与读出的不同；来源保持原样",
    ),
    "store.no_server": (
        'no server is named; put [store] url = "postgresql:///…" into these settings of yours, or use --url',
        '未指定服务器；请在您本人的这份设置中写 [store] url = "postgresql:///…"，或使用 --url',
    ),
    "generation.unknown": (
        "{id} has no generation {number}; there are {known}",
        "{id} 没有第 {number} 代；现有 {known}",
    ),
    "backup.there": (
        "it is already there and was not overwritten; name another file",
        "已经存在，未覆盖；请另选文件",
    ),
    "backup.write": (
        "it cannot be written or read ({reason}); see to it and try again",
        "无法读写（{reason}）；请处理后重试",
    ),
    "backup.damaged": (
        "this is no backup of piyue, or it is damaged ({reason}); nothing was unpacked from there on",
        "不是 piyue 的备份，或已损坏（{reason}）；此后的内容未解开",
    ),
    "store.outside": (
        "this link leads out of the project and is not followed; put a file or folder in its place, or "
        "allow it by `links` in your own settings.toml",
        "此链接指向项目之外，不予跟随；请改为普通文件或文件夹，或在您本人的 settings.toml 中以 `links` 允许",
    ),
    "store.annotator": (
        "{name!r} cannot name a folder of annotations; begin with a letter or digit and use no slashes",
        "{name!r} 不能作为标注文件夹名；须以字母、汉字或数字开头，且不含斜杠",
    ),
    # store: sources
    "source.unreadable": ("the page cannot be read ({reason})", "无法读取该页（{reason}）"),
    "source.outside": (
        "this is a link to outside of the project; copy the files, or allow it by `links` in your own "
        "settings.toml",
        "这是指向项目之外的链接；请把文件复制进来，或在您本人的 settings.toml 中以 `links` 允许",
    ),
    "source.row": ("this row cannot be read ({reason})", "无法读取该行（{reason}）"),
    "source.column": (
        "this row has no text in the column {column}; it has: {columns} ([[sources]] in piyue.toml names it)",
        "该行的 {column} 列中没有文字；现有各列：{columns}（由 piyue.toml 的 [[sources]] 指定）",
    ),
    "source.table": (
        "the table cannot be read ({reason}); save it as UTF-8, with a first row of column names",
        "无法读取该表（{reason}）；请存为 UTF-8，首行为列名",
    ),
    "dictionary.unreadable": ("the dictionary cannot be read ({reason})", "无法读取词典（{reason}）"),
    "dictionary.line": (
        "{value!r} is no entry; a line is WORD, WORD FREQUENCY or WORD FREQUENCY TAG, in UTF-8",
        "{value!r} 不是词典词条；每行为“词”“词 词频”或“词 词频 词性”，UTF-8 编码",
    ),
    "segmenter.missing": (
        'rjieba is not installed; run pip install "piyue[fast]", or set segmenter = "jieba" in piyue.toml',
        '未安装 rjieba；请运行 pip install "piyue[fast]"，或在 piyue.toml 中设 segmenter = "jieba"',
    ),
    "index.failed": (
        "the index of the corpus cannot be written ({reason}); lists and search are incomplete until it can",
        "无法写入语料索引（{reason}）；此前列表和检索不完整",
    ),
    "page.unknown": (
        "there is no page {id}; `piyue pages` lists them",
        "没有页面 {id}；可用 `piyue pages` 查看",
    ),
    "page.near": ("there is no page {id}; did you mean {near}?", "没有页面 {id}；是否指 {near}？"),
    # store: project
    "project.none": (
        "no project here or above (a folder with seeds/ or piyue.toml); "
        "make one with `piyue init DIR` or name one with --project DIR",
        "此处及上级均不是项目（含 seeds/ 或 piyue.toml 的文件夹）；"
        "请用 `piyue init DIR` 新建，或用 --project DIR 指定",
    ),
    "project.no_folder": (
        "there is no such folder; make a project with `piyue init DIR`",
        "没有这个文件夹；可用 `piyue init DIR` 新建项目",
    ),
    "project.exists": (
        "it is already there and was not overwritten; choose another folder",
        "已经存在，未覆盖；请另选文件夹",
    ),
    "project.unwritable": ("the project cannot be made here ({reason})", "无法在此新建项目（{reason}）"),
    "project.clash": (
        "{one} and {other} would both be page {id}; rename one of them",
        "{one} 与 {other} 都会成为页面 {id}；请重命名其中一个",
    ),
    # store: settings
    "settings.user": (
        "{where}: {reason}; these are your own settings, for all projects",
        "{where}：{reason}；这是您本人的设置，对所有项目有效",
    ),
    "settings.unreadable": ("the settings cannot be read ({reason})", "无法读取设置（{reason}）"),
    "settings.encoding": (
        "the settings are not UTF-8; save the file as UTF-8",
        "设置文件不是 UTF-8；请另存为 UTF-8",
    ),
    "settings.toml": ("this is not TOML ({reason})", "不是合法的 TOML（{reason}）"),
    "settings.unknown": (
        "there is no setting {where}; allowed are {allowed}",
        "没有设置项 {where}；可用的有 {allowed}",
    ),
    "settings.near": (
        "there is no setting {where}; did you mean {near}?",
        "没有设置项 {where}；是否指 {near}？",
    ),
    "settings.missing": ("{where} is missing", "缺少 {where}"),
    "settings.choice": (
        "{where}: {value} is not allowed; choose {allowed}",
        "{where}：{value} 不可用；可选 {allowed}",
    ),
    "settings.text": (
        "{where}: {value} is not a text; put it in quotes",
        "{where}：{value} 不是文本；请加引号",
    ),
    "settings.table": (
        "{where}: {value} is not a table; write [{where}] and its settings below",
        "{where}：{value} 不是表；请写 [{where}]，设置写在其下",
    ),
    "settings.tables": (
        "{where}: {value} is not a list of tables; write [[{where}]] above each one",
        "{where}：{value} 不是表的列表；请在每一项之前写 [[{where}]]",
    ),
    "settings.id": (
        "{where}: {value} is not a letter followed by at most 63 letters, digits or _ . -",
        "{where}：{value} 须以英文字母开头，后接至多 63 个字母、数字或 _ . -",
    ),
    "settings.key": (
        "{where}: {value} is no key; a label has one to three letters of a to z, a relation one",
        "{where}：{value} 不能作键；标签用一至三个小写字母 a 至 z，关系用一个",
    ),
    "settings.color": (
        "{where}: {value} is not a colour; write # and six hexadecimal digits, such as #4f9de0",
        "{where}：{value} 不是颜色；请写 # 加六位十六进制数，如 #4f9de0",
    ),
    "settings.path": (
        "{where}: {value} is no path within the project; it takes no .. and no slash first",
        "{where}：{value} 不是项目之内的路径；请写项目中的文件夹或文件，不用 .. ，开头不用斜杠",
    ),
    "settings.annotator": (
        "{where}: {value} cannot name a folder; use at most 64 letters, digits, blanks or . _ @ + - "
        "and begin with a letter or digit",
        "{where}：{value} 不能作为文件夹名；"
        "请用至多 64 个字母、汉字、数字、空格或 . _ @ + -，并以字母、汉字或数字开头",
    ),
    "settings.twice": (
        "{where}: {value} is used by two labels; give each its own",
        "{where}：{value} 用于两个标签；请各用各的",
    ),
    "settings.value": ("{where}: {value} is not allowed ({reason})", "{where}：{value} 不可用（{reason}）"),
    "settings.wrong": ("{where}: {reason}", "{where}：{reason}"),
    "settings.more": (" (and {count} more)", "（另有 {count} 处）"),
    # formats
    "format.unknown": ("there is no format {name}; choose one of {known}", "没有格式 {name}；可选 {known}"),
    "import.unreadable": (
        "it cannot be read ({reason}); name another file",
        "无法读取（{reason}）；请另选文件",
    ),
    "import.json": (
        "this is not JSON in UTF-8 ({reason}); it was left out, mend it and import again",
        "不是 UTF-8 的 JSON（{reason}）；已略过，请修复后重新导入",
    ),
    "import.field": (
        "{field} cannot be used ({reason}); it was left out, mend it and import again",
        "{field} 无法使用（{reason}）；已略过，请修复后重新导入",
    ),
    "import.shape": (
        "this record cannot be understood ({reason}); it was left out, mend it and import again",
        "此记录无法理解（{reason}）；已略过，请修复后重新导入",
    ),
    "import.outside": (
        "this is a link out of the folder, or no file; it was left out, copy it here to import it",
        "这是指向文件夹之外的链接，或不是文件；已略过，需要导入请复制到此处",
    ),
    "import.bomb": (
        "unpacked, it has more than {size} bytes; it was left out",
        "展开后超过 {size} 字节；已略过",
    ),
    "import.utf8": ("this is not UTF-8; save it as UTF-8", "不是 UTF-8；请另存为 UTF-8"),
    "import.columns": (
        "this line has too few columns; it was left out, mend it and import again",
        "此行列数不足；已略过，请修复后重新导入",
    ),
    "import.xml": (
        "this is no XMI that can be used ({reason}); it was left out",
        "不是可用的 XMI（{reason}）；已略过",
    ),
    "import.brat": (
        "this line cannot be used ({reason}); it was left out, mend it and import again",
        "此行无法使用（{reason}）；已略过，请修复后重新导入",
    ),
    "import.docbin": (
        "this is no DocBin ({reason}); name another file",
        "不是 DocBin（{reason}）；请另选文件",
    ),
    "import.rejected": ("it was rejected in Prodigy, and left out", "在 Prodigy 中已拒绝，已略过"),
    "import.folder": ("this format is a folder; name the folder", "该格式是文件夹；请指定文件夹"),
    "store.predictions": (
        "these predictions cannot be read ({reason}); delete the file and import them again",
        "预测文件无法读取（{reason}）；请删除该文件后重新导入",
    ),
    "import.quote": (
        "“{quote}” is not what stands at {start} to {end} (“{there}”); it was left out, mend it and import "
        "again",
        "{start} 至 {end} 处是“{there}”，不是“{quote}”；已略过，请更正后重新导入",
    ),
    "import.not_read": ("not read: {kind} {name}: {count}", "未读取：{kind} {name}：{count}"),
    "import.no_text": (
        "the text {name} is empty, or not Unicode; it was left out",
        "文本 {name} 为空或不是 Unicode；已略过",
    ),
    "import.no_standoff": (
        "there is no text with this name; put the .txt beside it and import again",
        "没有同名文本；请把 .txt 放在旁边后重新导入",
    ),
    "import.no_annotations": (
        "there is no .ann with this name; the text was left out, put an empty one beside it to import it",
        "没有同名 .ann；已略过该文本，如需导入请在旁边放一个空的 .ann",
    ),
    "import.open": (
        "{field} is opened and never closed; it was left out",
        "{field} 有开始而无结束；已略过",
    ),
    "import.ends": (
        "an end of a relation {field} is not there; it was left out",
        "关系 {field} 的一端不存在；已略过",
    ),
    "import.classes": (
        "tags are numbers, and no README.md or dataset_info.json beside says what they mean; put it there",
        "标记是数字，而旁边没有 README.md 或 dataset_info.json 说明其含义；请补上",
    ),
    "import.parquet": ("this is no Parquet table ({reason})", "不是 Parquet 表（{reason}）"),
    "import.article_per": (
        "{text} makes no article; write sentence, blank, file or a number of sentences",
        "{text} 不能作为文章单位；请写 sentence、blank、file 或句数",
    ),
    "import.no_sentences": (
        "{format} holds whole texts; leave out --article-per",
        "{format} 中都是整篇文本；请去掉 --article-per",
    ),
    "import.no_reader": ("{format} can only be written", "{format} 只能导出"),
    "format.plugin": (
        "the format {name} of an installed package cannot be used ({reason}); mend or uninstall that package",
        "已安装的包所带格式 {name} 不能使用（{reason}）；请修复或卸载该包",
    ),
    "export.empty": (
        "nothing to export: {who} has {tags} tags in {count} articles; choose another --annotator, --state "
        "or --label, or allow it with --allow-empty",
        "没有可导出的内容：{who} 在 {count} 篇文章中有 {tags} 个标注；请另选 --annotator、--state 或 "
        "--label，或加 --allow-empty",
    ),
    "export.hidden": (
        "nothing to export of {who}: {count} pages are left out, for you have not finished them yet; finish "
        "them first, or ask a lead",
        "{who} 没有可导出的内容：有 {count} 版因你尚未完成而未计入；请先完成，或请负责人导出",
    ),
    "import.map": (
        "{pair} is no FROM=TO; write such as PER=PERSON",
        "{pair} 不是 FROM=TO；请写如 PER=PERSON",
    ),
    "split.ratio": (
        "{text} is no split; write one to three whole numbers such as 80/10/10",
        "{text} 不是划分比例；请写一至三个正整数，如 80/10/10",
    ),
    "jobs.ended": (
        "one of the processes was ended, perhaps for want of memory; try fewer with --jobs 1",
        "有一个进程被终止，可能是内存不足；请用 --jobs 1 减少进程",
    ),
    "export.shards": ("{format} has no shards; leave out --shards", "{format} 不支持分片；请去掉 --shards"),
    "export.config": (
        "{format} has no labelling config; only label-studio has one",
        "{format} 没有标注界面配置；仅 label-studio 有",
    ),
    "export.foreign": (
        "{name} there is not of an earlier export; name another folder, nothing was written",
        "其中的 {name} 不属于以前的导出；请另选文件夹，未写入任何内容",
    ),
    "source.no_page": (
        "this text cannot be a page that is read back as it is; it was left out",
        "此文本无法原样存为版面；已略过",
    ),
    "source.unwritable": ("the page cannot be written ({reason})", "无法写入该页（{reason}）"),
    "export.write": (
        "it cannot be written ({reason}); name another file",
        "无法写入（{reason}）；请另选文件",
    ),
}
