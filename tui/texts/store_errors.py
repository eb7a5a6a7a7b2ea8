"""Error messages of the files, sources and folder of a project."""

ROWS: dict[str, tuple[str, str]] = {
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
    "merge.unreadable": (
        "the file cannot be read ({reason}); name one such as annotations/ling/2018-05-01.json",
        "无法读取该文件（{reason}）；请写标注文件，如 annotations/ling/2018-05-01.json",
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
    "store.reason_shape": ("not the tables of annotations", "不是标注文件的表"),
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
        "{host}, process {process}, has had this page open since {since}; close it there, or open it "
        "here and take it over",
        "{host} 上的进程 {process} 自 {since} 起一直打开此版面；请在那里关闭，或在这里打开并接管",
    ),
    "store.replaced": (
        "generation {number} was opened (`piyue restore` lists all): the annotations were damaged and are "
        "now {aside} ({reason})",
        "已打开第 {number} 代（可用 `piyue restore` 查看各代）：标注文件已损坏，已移至 {aside}（{reason}）",
    ),
    "store.aside": (
        "the page starts without annotations: they were damaged and are now {aside} ({reason})",
        "该版面从无标注开始：标注文件已损坏，已移至 {aside}（{reason}）",
    ),
    "store.rewritten": (
        "the annotations were written again: another program damaged them; that file is {aside} ({reason})",
        "标注已重新写入：其他程序损坏了文件，已移至 {aside}（{reason}）",
    ),
    "store.conflicted": (
        "git left two versions here between conflict markers; they are merged record by record; of "
        "{count:record|records} changed on both sides the newer one holds (saving the page, or `piyue "
        "merge`, writes the result)",
        "git 在此留下了带冲突标记的两个版本；已逐条合并，双方都改过的 {count} 条取较新者（保存该版面"
        "或运行 `piyue merge` 即写入）",
    ),
    "store.recovered": (
        "{count:change|changes} that an earlier session could not save {count:|was|were} restored",
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
    "git.missing": ("git is not installed; install it", "未安装 git；请安装"),
    "git.failed": ("git failed ({reason}); fix this and try again", "git 执行失败（{reason}）；请解决后再试"),
    "store.team": (
        'annotations on a server need {module}; run pip install "piyue[team]"',
        '使用服务器存储需要 {module}；请运行 pip install "piyue[team]"',
    ),
    "store.server": (
        "the server cannot be reached, or refused ({reason}); try again later, or check `[store] url` in "
        "your own settings",
        "无法连接服务器，或服务器拒绝（{reason}）；请稍后再试，或检查个人设置中的 `[store] url`",
    ),
    "store.server_empty": (
        "the server has no tables of piyue ({reason}); run `piyue store setup`, as a role that may make "
        "tables",
        "服务器上没有 piyue 的表（{reason}）；请由有建表权限的人运行 `piyue store setup`",
    ),
    "store.server_newer": (
        "the server's tables have version {version}, this piyue knows up to {known}; install a newer piyue",
        "服务器的表为第 {version} 版，本程序最高支持第 {known} 版；请安装新版 piyue",
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
    "store.own": (
        "the project keeps its pages, annotations and settings here; choose another place for the output; "
        "nothing was written",
        "项目的版面、标注和设置保存在此处；请为输出选择其他位置；未写入任何内容",
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
    "source.missing": (
        "there is no source {path}, and no pages come from it; correct its path below [[sources]] of "
        "piyue.toml",
        "没有来源 {path}，因此没有来自那里的版面；请更正 piyue.toml 中 [[sources]] 的 path",
    ),
    "source.unreadable": (
        "the page cannot be read ({reason}); make the file readable",
        "无法读取该版面（{reason}）；请使该文件可读",
    ),
    "source.outside": (
        "this link leads out of the project; copy the files, or allow it with `links` in your own "
        "settings.toml",
        "此链接指向项目之外；请把文件复制进来，或在你本人的 settings.toml 中以 `links` 允许",
    ),
    "source.row": ("this row cannot be read ({reason}); correct it", "无法读取该行（{reason}）；请更正"),
    "source.column": (
        "this row has no text in the column {column}; it has: {columns} ([[sources]] in piyue.toml "
        "sets the column)",
        "该行的 {column} 列中没有文字；现有各列：{columns}（该列由 piyue.toml 的 [[sources]] 指定）",
    ),
    "source.table": (
        "the table cannot be read ({reason}); save it as UTF-8 with column names in the first row",
        "无法读取该表（{reason}）；请存为 UTF-8，首行为列名",
    ),
    "dictionary.unreadable": (
        "the dictionary cannot be read ({reason}); make the file readable",
        "无法读取词典（{reason}）；请使该文件可读",
    ),
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
        "there is no page “{id}”; `piyue pages` lists them",
        "没有版面“{id}”；可用 `piyue pages` 查看",
    ),
    "page.gone": (
        "{count:page|pages} with tags {count:|is|are} gone or renamed: {ids}; the tags are kept, and "
        "`piyue check` says what to do",
        "有标注的 {count} 版已不在或已改名：{ids}；标注仍保留，处理方法见 `piyue check`",
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
    "project.unwritable": (
        "the project cannot be made here ({reason}); choose another folder",
        "无法在此新建项目（{reason}）；请另选文件夹",
    ),
    "project.clash": (
        "{one} and {other} would both be page {id}; rename one of them",
        "{one} 与 {other} 都会成为版面 {id}；请重命名其中一个",
    ),
}
