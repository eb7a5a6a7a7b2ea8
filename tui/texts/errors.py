"""What can go wrong: what happened, then what to do. The place is put before it by the error itself."""

ROWS: dict[str, tuple[str, str]] = {
    # model
    "segments.empty": ("a span needs at least one segment", "标注至少要有一个片段"),
    "segments.order": (
        "segments {segments} are not half-open ranges in ascending order with gaps between them",
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
        "segments {segments} are not one continuous range of the reading text",
        "片段 {segments} 在阅读文本中不连续",
    ),
    # text: bytes
    "source.torn": (
        "this byte is not valid {encoding}; save the page again as UTF-8 (nothing was replaced)",
        "此处字节不是合法的 {encoding}；请将该版面重新存为 UTF-8（程序未作任何替换）",
    ),
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
    "tag.twice": ("“{text}” is already tagged {label}", "“{text}”已标为 {label}"),
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
        "the relation type {id} already exists; choose another id",
        "已有关系类型 {id}；请换一个 id",
    ),
    "schema.used.relations": (
        "{id} is the type of {uses} relations; remove them first, or rename the type",
        "{id} 还有 {uses} 个关系；请先删除关系，或给类型改名",
    ),
    "schema.taken.labels": ("the label {id} already exists; choose another id", "已有标签 {id}；请换一个 id"),
    "schema.used.labels": (
        "{id} is the label of {uses} tags; relabel or remove them first, or rename the label",
        "{id} 还有 {uses} 个标注；请先改标或删除标注，或给标签改名",
    ),
    "learn.nothing": (
        "nothing to learn from: no label has five tags in finished articles; finish more articles first",
        "没有可供学习的内容：已完成的文章中没有任何标签达到五个标注；请先完成更多文章",
    ),
    "query.empty": ("type a text to search for", "请输入要查找的内容"),
    "query.pattern": ("not a regular expression ({reason})", "不是合法的正则表达式（{reason}）"),
    "query.slow": (
        "this regular expression takes more than {seconds} s for an article",
        "此正则表达式在一篇文章上超过 {seconds} 秒",
    ),
    "relation.twice": (
        "“{head}” already has the relation {label} to “{tail}”",
        "“{head}”与“{tail}”已有关系 {label}",
    ),
    "tag.nothing": (
        "nothing of “{text}” would be left; remove the tag instead",
        "“{text}”将一字不剩；请改为删除标注",
    ),
    "tag.uncut": ("the cursor is not inside “{text}”", "光标不在“{text}”之中"),
    "tag.unlike": ("the copied text is not here, or is already tagged", "此处没有所复制的文字，或已经标注"),
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
        "no permission to write here ({reason}); make the file and its folder writable and save again",
        "没有写入权限（{reason}）；请开放该文件及其文件夹的写权限后重新保存",
    ),
    "store.gone": (
        "the folder no longer exists; restore it and save again",
        "所在文件夹已不存在；请恢复后重新保存",
    ),
    "store.write": (
        "the file cannot be written ({reason}); what was there is unchanged",
        "无法写入（{reason}）；原有内容未变",
    ),
    "store.unwritable": (
        "the annotations hold a value that cannot be saved ({reason}); nothing was written",
        "标注中有无法保存的值（{reason}）；未写入任何内容",
    ),
    "store.changed": (
        "another program changed this file after it was read, so it was not overwritten; open the page again",
        "读取之后该文件被其他程序改动，未覆盖；请重新打开该版面",
    ),
    "store.unreadable": (
        "the file cannot be read ({reason}); make it readable and open the page again",
        "无法读取该文件（{reason}）；请开放读权限后重新打开该版面",
    ),
    "store.torn": (
        "the annotations are damaged ({reason}); repair the file or restore an older one; piyue does "
        "not change it",
        "标注文件已损坏（{reason}）；请修复或恢复旧版本，程序不会改动它",
    ),
    "store.shape": (
        "not an annotation file (tables meta, spans, relations, articles); move it away or restore "
        "an older one; piyue does not change it",
        "不是标注文件（应含 meta、spans、relations、articles 表）；请移走或恢复旧版本，程序不会改动它",
    ),
    "store.record": (
        "record {record} cannot be used ({reason}); correct it; it stays in the file as it is",
        "记录 {record} 无法使用（{reason}）；请更正；文件中保留原样",
    ),
    "store.number": (
        "the number of record {record} is not a whole number; it was changed to {number}",
        "记录 {record} 的编号不是整数；已改为 {number}",
    ),
    "store.newer": (
        "these annotations have version {version}, this piyue reads up to {known}; they are read only"
        "; install a newer piyue",
        "该标注文件的版本为 {version}，本程序最高支持 {known}；只读打开；请安装新版 piyue",
    ),
    "store.locked": (
        "{host}, process {process}, has had this page open since {since}; open it read only, or take it over",
        "{host} 上的进程 {process} 自 {since} 起一直打开此版面；可只读打开，或接管",
    ),
    "store.replaced": (
        "the annotations were damaged ({reason}) and moved to {aside}; generation {number} was "
        "opened (`piyue restore` lists all)",
        "标注文件已损坏（{reason}），已移至 {aside}；已打开第 {number} 代（可用 `piyue restore` 查看各代）",
    ),
    "store.aside": (
        "the annotations were damaged ({reason}) and moved to {aside}; the page starts without annotations",
        "标注文件已损坏（{reason}），已移至 {aside}；该版面从无标注开始",
    ),
    "store.rewritten": (
        "another program damaged the annotations ({reason}); they were moved to {aside} and written again",
        "其他程序损坏了标注文件（{reason}）；已移至 {aside}，并重新写入",
    ),
    "store.conflicted": (
        "git left two versions here between conflict markers; they are merged record by record; of "
        "{count} records changed on both sides the newer one holds (saving the page, or `piyue merge`"
        ", writes the result)",
        "git 在此留下了带冲突标记的两个版本；已逐条合并，双方都改过的 {count} 条取较新者（保存该版面"
        "或运行 `piyue merge` 即写入）",
    ),
    "store.recovered": (
        "{count} changes that an earlier session could not save were restored",
        "已恢复上次未能保存的 {count} 处改动",
    ),
    "merge.no_markers": (
        "the file has no conflict markers with two sides; for two files use `--ours` and `--theirs`",
        "文件中没有带两个版本的冲突标记；合并两个文件请用 `--ours` 与 `--theirs`",
    ),
    "merge.incomplete": (
        "give both `--ours` and `--theirs`, or only files with conflict markers",
        "请同时给出 `--ours` 与 `--theirs`，或只给出带冲突标记的文件",
    ),
    "git.missing": ("git is not installed", "未安装 git"),
    "git.failed": ("git failed ({reason})", "git 执行失败（{reason}）"),
    "store.team": (
        'annotations on a server need {module}; run pip install "piyue[team]"',
        '使用服务器存储需要 {module}；请运行 pip install "piyue[team]"',
    ),
    "store.server": (
        "the server cannot be reached, or refused ({reason}); the changes are kept and saving is retried",
        "无法连接服务器，或服务器拒绝（{reason}）；改动已保留，将重试",
    ),
    "store.not_yours": (
        "the server lets you write only your own records ({reason}); ask its administrator to admit you",
        "服务器只允许写入本人的记录（{reason}）；请联系管理员开通",
    ),
    "store.there": (
        "{page} already holds other records of {owner}; nothing was overwritten",
        "{page} 上已有 {owner} 的其他记录；未覆盖",
    ),
    "store.copy": (
        "the records of {owner} on {page} were not written as they were read; the source is unchanged",
        "{owner} 在 {page} 上写入的记录与读出的不同；来源未变",
    ),
    "store.no_server": (
        'no server is set; put [store] url = "postgresql:///…" into your own settings, or use --url',
        '未指定服务器；请在你本人的设置中写 [store] url = "postgresql:///…"，或使用 --url',
    ),
    "generation.unknown": (
        "{id} has no generation {number}; there are {known}",
        "{id} 没有第 {number} 代；现有 {known}",
    ),
    "backup.there": (
        "already exists and was not overwritten; choose another name",
        "已经存在，未覆盖；请另选名称",
    ),
    "backup.write": (
        "the backup cannot be written or read ({reason}); fix this and try again",
        "无法读写备份（{reason}）；请处理后重试",
    ),
    "backup.damaged": (
        "not a backup of piyue, or damaged ({reason}); nothing was unpacked from there on",
        "不是批阅的备份，或已损坏（{reason}）；此后的内容未解开",
    ),
    "store.outside": (
        "this link leads out of the project and is not followed; put a file or folder in its place, "
        "or allow it with `links` in your own settings.toml",
        "此链接指向项目之外，不予跟随；请改为普通文件或文件夹，或在你本人的 settings.toml 中以 `links` 允许",
    ),
    "store.annotator": (
        "{name!r} cannot be an annotator's name; begin with a letter or digit and use no slashes",
        "{name!r} 不能用作标注者名；须以字母、汉字或数字开头，且不含斜杠",
    ),
    # store: sources
    "source.unreadable": ("the page cannot be read ({reason})", "无法读取该版面（{reason}）"),
    "source.outside": (
        "this link leads out of the project; copy the files, or allow it with `links` in your own "
        "settings.toml",
        "此链接指向项目之外；请把文件复制进来，或在你本人的 settings.toml 中以 `links` 允许",
    ),
    "source.row": ("this row cannot be read ({reason})", "无法读取该行（{reason}）"),
    "source.column": (
        "this row has no text in the column {column}; it has: {columns} ([[sources]] in piyue.toml "
        "sets the column)",
        "该行的 {column} 列中没有文字；现有各列：{columns}（该列由 piyue.toml 的 [[sources]] 指定）",
    ),
    "source.table": (
        "the table cannot be read ({reason}); save it as UTF-8 with column names in the first row",
        "无法读取该表（{reason}）；请存为 UTF-8，首行为列名",
    ),
    "dictionary.unreadable": ("the dictionary cannot be read ({reason})", "无法读取词典（{reason}）"),
    "dictionary.line": (
        "{value!r} is not an entry; a line is WORD, WORD FREQUENCY or WORD FREQUENCY TAG, in UTF-8",
        "{value!r} 不是词典词条；每行为“词”“词 词频”或“词 词频 词性”，UTF-8 编码",
    ),
    "segmenter.missing": (
        'rjieba is not installed; run pip install "piyue[fast]", or set segmenter = "jieba" in piyue.toml',
        '未安装 rjieba；请运行 pip install "piyue[fast]"，或在 piyue.toml 中设 segmenter = "jieba"',
    ),
    "index.failed": (
        "the index of the corpus cannot be written ({reason}); until then lists and search are incomplete",
        "无法写入语料索引（{reason}）；在此之前列表和查找不完整",
    ),
    "page.unknown": (
        "there is no page {id}; `piyue pages` lists them",
        "没有版面 {id}；可用 `piyue pages` 查看",
    ),
    "page.near": ("there is no page {id}; did you mean {near}?", "没有版面 {id}；是否指 {near}？"),
    # store: project
    "project.none": (
        "no project here or in a parent folder (a folder with seeds/ or piyue.toml); make one with "
        "`piyue init DIR`, or give one with --project DIR",
        "此处及上级文件夹均不是项目（含 seeds/ 或 piyue.toml 的文件夹）；请用 `piyue init DIR` 新建，"
        "或用 --project DIR 指定",
    ),
    "project.no_folder": (
        "no such folder; make a project with `piyue init DIR`",
        "没有这个文件夹；可用 `piyue init DIR` 新建项目",
    ),
    "project.exists": (
        "already exists and was not overwritten; choose another folder",
        "已经存在，未覆盖；请另选文件夹",
    ),
    "project.unwritable": ("the project cannot be made here ({reason})", "无法在此新建项目（{reason}）"),
    "project.clash": (
        "{one} and {other} would both be page {id}; rename one of them",
        "{one} 与 {other} 都会成为版面 {id}；请重命名其中一个",
    ),
    # store: settings
    "settings.user": (
        "{where}: {reason}; this is your own settings file, for all projects",
        "{where}：{reason}；这是你本人的设置文件，对所有项目有效",
    ),
    "settings.unreadable": ("the settings cannot be read ({reason})", "无法读取设置（{reason}）"),
    "settings.encoding": (
        "the settings are not UTF-8; save the file as UTF-8",
        "设置文件不是 UTF-8；请另存为 UTF-8",
    ),
    "settings.toml": ("not valid TOML ({reason})", "不是合法的 TOML（{reason}）"),
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
        "{where}：{value} 不合规定；须以英文字母开头，后接至多 63 个字母、数字或 _ . -",
    ),
    "settings.key": (
        "{where}: {value} cannot be a key; a label has one to three letters a to z, a relation one",
        "{where}：{value} 不能作为键；标签用一至三个小写字母 a 至 z，关系用一个",
    ),
    "settings.color": (
        "{where}: {value} is not a colour; write # and six hexadecimal digits, such as #4f9de0",
        "{where}：{value} 不是颜色；请写 # 加六位十六进制数，如 #4f9de0",
    ),
    "settings.path": (
        "{where}: {value} is not a path within the project; do not use .. or a leading slash",
        "{where}：{value} 不是项目内的路径；不得使用 .. ，开头不得有斜杠",
    ),
    "settings.annotator": (
        "{where}: {value} cannot be an annotator's name; use at most 64 letters, digits, blanks or . "
        "_ @ + - and begin with a letter or digit",
        "{where}：{value} 不能用作标注者名；请用至多 64 个字母、汉字、数字、空格或 . _ @ + -，并以字"
        "母、汉字或数字开头",
    ),
    "settings.twice": (
        "{where}: two labels use {value}; give each its own",
        "{where}：两个标签都用了 {value}；请分别设定",
    ),
    "settings.value": ("{where}: {value} is not allowed ({reason})", "{where}：{value} 不可用（{reason}）"),
    "settings.wrong": ("{where}: {reason}", "{where}：{reason}"),
    "settings.more": (" (and {count} more)", "（另有 {count} 处）"),
    # formats
    "format.unknown": ("there is no format {name}; choose one of {known}", "没有格式 {name}；可选 {known}"),
    "import.unreadable": (
        "the file cannot be read ({reason}); choose another one",
        "无法读取该文件（{reason}）；请另选文件",
    ),
    "import.json": (
        "not JSON in UTF-8 ({reason}); left out; correct it and import again",
        "不是 UTF-8 的 JSON（{reason}）；已略过，请更正后重新导入",
    ),
    "import.field": (
        "{field} cannot be used ({reason}); left out; correct it and import again",
        "{field} 无法使用（{reason}）；已略过，请更正后重新导入",
    ),
    "import.shape": (
        "this record cannot be read ({reason}); left out; correct it and import again",
        "此记录无法识别（{reason}）；已略过，请更正后重新导入",
    ),
    "import.outside": (
        "a link that leads out of the folder, or not a file; left out; copy the file here to import it",
        "是指向文件夹之外的链接，或不是文件；已略过，如需导入请复制到此处",
    ),
    "import.bomb": ("unpacked, it has more than {size} bytes; left out", "展开后超过 {size} 字节；已略过"),
    "import.utf8": ("not UTF-8; save it as UTF-8", "不是 UTF-8；请另存为 UTF-8"),
    "import.columns": (
        "this line has too few columns; left out; correct it and import again",
        "此行列数不足；已略过，请更正后重新导入",
    ),
    "import.xml": (
        "not an XMI file that can be read ({reason}); left out",
        "不是可读取的 XMI（{reason}）；已略过",
    ),
    "import.brat": (
        "this line cannot be used ({reason}); left out; correct it and import again",
        "此行无法使用（{reason}）；已略过，请更正后重新导入",
    ),
    "import.docbin": ("not a DocBin ({reason}); choose another file", "不是 DocBin（{reason}）；请另选文件"),
    "import.rejected": ("rejected in Prodigy; left out", "在 Prodigy 中已拒绝，已略过"),
    "import.folder": ("this format is a folder; give the folder", "该格式是文件夹；请指定文件夹"),
    "store.predictions": (
        "these predictions cannot be read ({reason}); delete the file and import them again",
        "预测文件无法读取（{reason}）；请删除该文件后重新导入",
    ),
    "import.quote": (
        "“{quote}” is not the text at {start} to {end} (“{there}”); left out; correct it and import again",
        "{start} 至 {end} 处是“{there}”，不是“{quote}”；已略过，请更正后重新导入",
    ),
    "import.not_read": ("not read: {kind} {name}: {count}", "未读取：{kind} {name}：{count}"),
    "import.no_text": (
        "the text {name} is empty or not Unicode; left out",
        "文本 {name} 为空或不是 Unicode；已略过",
    ),
    "import.no_standoff": (
        "there is no text with this name; put the .txt beside this file and import again",
        "没有同名文本；请把 .txt 放在此文件旁边后重新导入",
    ),
    "import.no_annotations": (
        "there is no .ann with this name; the text was left out; put an empty .ann beside it to import it",
        "没有同名 .ann；已略过该文本，如需导入请在旁边放一个空的 .ann",
    ),
    "import.open": ("{field} is opened but not closed; left out", "{field} 有开始而无结束；已略过"),
    "import.ends": (
        "one end of the relation {field} does not exist; left out",
        "关系 {field} 的一端不存在；已略过",
    ),
    "import.classes": (
        "tags are numbers, and no README.md or dataset_info.json here says what they mean; add one of them",
        "标记是数字，而此处没有 README.md 或 dataset_info.json 说明其含义；请补上",
    ),
    "import.parquet": ("not a Parquet table ({reason})", "不是 Parquet 表（{reason}）"),
    "import.article_per": (
        "{text} is not a way to divide into articles; write sentence, blank, file or a number of sentences",
        "{text} 不能作为文章单位；请写 sentence、blank、file 或句数",
    ),
    "import.no_sentences": (
        "{format} holds whole texts; leave out --article-per",
        "{format} 中都是整篇文本；请去掉 --article-per",
    ),
    "import.no_reader": ("{format} can be exported only, not imported", "{format} 只能导出，不能导入"),
    "format.plugin": (
        "the format {name} of an installed package cannot be used ({reason}); fix or uninstall that package",
        "已安装的软件包所带格式 {name} 无法使用（{reason}）；请修复或卸载该软件包",
    ),
    "export.empty": (
        "nothing to export: {who} has {tags} tags in {count} articles; choose another --annotator, --state "
        "or --label, or allow it with --allow-empty",
        "没有可导出的内容：{who} 在 {count} 篇文章中有 {tags} 个标注；请另选 --annotator、--state 或 "
        "--label，或加 --allow-empty",
    ),
    "import.map": (
        "{pair} is not FROM=TO; write, for example, PER=PERSON",
        "{pair} 不是 FROM=TO；请写成如 PER=PERSON",
    ),
    "split.ratio": (
        "{text} is not a split; write one to three whole numbers such as 80/10/10",
        "{text} 不是划分比例；请写一至三个正整数，如 80/10/10",
    ),
    "export.shards": ("{format} has no shards; leave out --shards", "{format} 不支持分片；请去掉 --shards"),
    "export.config": (
        "{format} has no labelling config; only label-studio has one",
        "{format} 没有标注界面配置；仅 label-studio 有",
    ),
    "export.foreign": (
        "{name} in this folder is not from an earlier export; choose another folder; nothing was written",
        "文件夹中的 {name} 不属于以前的导出；请另选文件夹，未写入任何内容",
    ),
    "source.no_page": (
        "this text would not be read back unchanged as a page; left out",
        "此文本存为版面后无法原样读回；已略过",
    ),
    "source.unwritable": ("the page cannot be written ({reason})", "无法写入该版面（{reason}）"),
    "export.write": (
        "the file cannot be written ({reason}); choose another one",
        "无法写入该文件（{reason}）；请另选文件",
    ),
}
