"""Opening texts, making a project, and the first steps in it."""

ROWS: dict[str, tuple[str, str]] = {
    # texts opened without a project
    "open.missing": (
        "no such file or folder; name one that is there",
        "没有此文件或文件夹；请指定已有的文件或文件夹",
    ),
    "open.no_texts": (
        "there are no texts here (.txt, .md, .jsonl, .csv); choose a folder that has some",
        "此处没有文本（.txt、.md、.jsonl、.csv）；请另选有文本的文件夹",
    ),
    "open.blank": ("there is nothing to read in it; name a text", "其中没有文字；请指定有文字的文本"),
    "open.column": (
        "it has no column {column}, but {columns}; rename the one with the texts, or make a project (piyue "
        "init) and name it there ([[sources]] in piyue.toml)",
        "其中没有 {column} 列，只有 {columns}；请将文本所在列改名，或新建项目（piyue init）后在 piyue.toml "
        "的 [[sources]] 中指定该列",
    ),
    "open.not_in_project": (
        "not a page of the project {project}; leave out --project, or put the file into its seeds/",
        "不是项目 {project} 的版面；请去掉 --project，或将文件放入其 seeds/",
    ),
    "open.no_scratch": (
        "there is no opened text {name} to keep; there are: {known}",
        "没有可保留的已打开文本 {name}；现有：{known}",
    ),
    "open.nothing_kept": (
        "there is nothing to keep: no text was opened without a project, or all were kept; open one with "
        "piyue FILE and tag something",
        "没有可保留的内容：没有在项目之外打开的文本，或均已保留；请用 piyue 文件 打开并标注",
    ),
    "open.stdin_alone": (
        "- (stdin) cannot be combined with other texts; leave out one of them",
        "-（标准输入）不能与其他文本同时使用；请去掉其一",
    ),
    "open.stdin_terminal": (
        "stdin is a terminal; pass a text to it, such as: piyue - < page.txt",
        "标准输入是终端；请从标准输入传入文本，如：piyue - < page.txt",
    ),
    "open.kept": (
        "The tags are in {folder}; piyue init DIR --keep {name} makes a project of texts and tags.",
        "标注保存于 {folder}；piyue init 目录 --keep {name} 可把文本与标注存为项目。",
    ),
    "cli.option.texts": (
        "texts, or folders of texts, to open without a project; - for stdin",
        "要打开的文本或文件夹（无需项目）；- 为标准输入",
    ),
    # init
    "cli.option.init_name": (
        "name of the corpus (default: the name of the folder)",
        "语料名称（默认：文件夹名）",
    ),
    "cli.option.init_labels": (
        "labels instead of the standard ones; beginning with +, in addition to them",
        "替代标准标签的标签；以 + 开头则与标准标签并用",
    ),
    "cli.option.init_layout": (
        "newspaper: pages are divided into articles; document: each text is one article",
        "newspaper：把版面分为文章；document：每个文本为一篇",
    ),
    "cli.option.init_keep": (
        "keep the texts and tags that piyue FILE opened last, or those of the name shown on quitting",
        "保留 piyue FILE 最近打开（或退出时所示名称）的文本与标注",
    ),
    "cli.option.init_yes": ("do not ask questions", "不提问"),
    "init.folder": ("Folder of the project", "项目文件夹"),
    "init.name": ("Name of the corpus", "语料名称"),
    "init.language": (
        "Language of the program: auto (by the locale), en or zh",
        "界面语言：auto（随系统）、en 或 zh",
    ),
    "init.labels": (
        "Labels: empty for the standard ones (PERSON, ORG …); +DISEASE,DRUG adds to them; DISEASE,"
        "DRUG replaces them",
        "标签：留空用标准标签（PERSON、ORG 等）；+DISEASE,DRUG 为添加；DISEASE,DRUG 为替换",
    ),
    "init.layout": (
        "Pages: newspaper (divided into articles) or document (each text is one article)",
        "版面：newspaper（分为文章）或 document（每个文本为一篇）",
    ),
    "init.git": (
        "Make a git repository that merges annotations: yes or no",
        "新建可合并标注的 git 仓库：yes 或 no",
    ),
    "init.again": ("{answer} is not one of the choices", "{answer} 不在可选范围内"),
    "init.stopped": (
        "no project was made, because the questions were not answered; run it again",
        "未新建项目，因为没有回答提问；请重新运行",
    ),
    # in the app
    "first.move": ("First: move to a name (arrow keys)", "第一步：移到一个名称（方向键）"),
    "first.label": ("Press its label's key (line above)", "再按上一行所列的标签键"),
    "first.saved": (
        "Saved; {key:undo} undoes",
        "已保存；{key:undo} 撤销",
    ),
    "first.number": (
        "Next: a number, as METRIC",
        "再把一个数字标为指标",
    ),
    "first.finish": (
        "{key:finish} done, {key:help} all keys",
        "{key:finish} 完成本篇，{key:help} 全部按键",
    ),
    # transcript
    "cli.option.transcript": (
        "for screen readers: write what the cursor is on and what happens line by line above the text",
        "供读屏软件使用：在正文上方逐行写出光标所在处与操作结果",
    ),
    "transcript.article": ("article {text}", "文章 {text}"),
    "transcript.row": ("row: {text}", "行：{text}"),
    "transcript.word": ("word: {text}", "词：{text}"),
    "transcript.selected": ("selected: {text}", "选中：{text}"),
    "transcript.tag": ("tag: {text}", "标注：{text}"),
    "transcript.message": ("{text}", "{text}"),
    "transcript.saved": ("{text}", "{text}"),
    # tour
    "tour.step": ("Step {number} of {total}. {text}", "第 {number} 步，共 {total} 步。{text}"),
    "tour.move": (
        "Move to the name “{name}” below the headline: with the arrow keys, or press {key:jump} and type "
        "the letters that appear on it.",
        "移到标题下面的名称“{name}”：用方向键，或按 {key:jump} 后输入该处显示的字母。",
    ),
    "tour.tag": (
        "Tag the whole name as an organisation: select it ({key:grow_right} adds a word, {key:nudge_right} "
        "a character), then press {org}. {key:undo} undoes.",
        "把整个名称标为机构：先选中（{key:grow_right} 加一词，{key:nudge_right} 加一字），再按 {org}。"
        "{key:undo} 撤销。",
    ),
    "tour.same": (
        "The name stands elsewhere, too: with the cursor on the tag press {key:spread}, look at the places, "
        "and accept them with {key:hits_finish}.",
        "别处也有这个名称：光标在标注上时按 {key:spread}，核对各处后按 {key:hits_finish} 确定。",
    ),
    "tour.number": (
        "Move to a number, such as 2400余人次, and press {metric}: its value and unit are read. "
        "{key:edit} shows them.",
        "移到一个数字，如“2400余人次”，按 {metric}：数值和单位会自动识别，按 {key:edit} 查看。",
    ),
    "tour.finish": (
        "Everything is saved already. Press {key:finish}: the article is done.",
        "所有标注都已保存。按 {key:finish} 完成本篇。",
    ),
    "tour.done": (
        "That is all it takes. {key:help} lists all keys, {key:palette} finds an action, {key:quit} quits.",
        "基本操作就是这些。{key:help} 列出全部按键，{key:palette} 查找操作，{key:quit} 退出。",
    ),
    "tour.over": (
        "The tour's project was thrown away. piyue init DIR makes one of your own; piyue FILE opens a text.",
        "教程的项目已删除。piyue init 目录 新建自己的项目；piyue 文件 打开文本。",
    ),
    "cli.command.tour": (
        "learn the first steps in the app, on an example page that is thrown away",
        "在示例版面上学习基本操作，结束后不保留",
    ),
    "start.no_theme": (
        "piyue.toml: there is no theme “{theme}”; {key:theme} lists the themes",
        "piyue.toml：没有主题“{theme}”；按 {key:theme} 列出全部主题",
    ),
    "start.resumed": ("You were at “{text}…”", "上次读到“{text}…”"),
    "palette.search": (
        "Find an action: English, 中文, pinyin, initials",
        "查找操作：中文、英文、拼音或首字母",
    ),
    "palette.open": ("open {title} ({page})", "打开 {title}（{page}）"),
    "group.recent": ("Used last", "最近使用"),
    # completion and the manual
    "cli.command.completion": ("print the completion script of a shell", "输出 shell 的补全脚本"),
    "cli.option.shell": ("the shell", "shell 名称"),
    "cli.command.man": ("print the manual page", "输出手册页（man）"),
    "cli.examples": ("examples:", "示例："),
    # labels
    "cli.option.labels_action": (
        "add, change, rename, join (one into another) or remove",
        "添加、修改、改名、并入另一标签或删除",
    ),
    "cli.option.label_key": (
        "key of the new label (default: a free letter)",
        "新标签的按键（默认：空闲字母）",
    ),
    "cli.option.label_en": ("English name of the new label", "新标签的英文名"),
    "cli.option.label_zh": ("Chinese name of the new label", "新标签的中文名"),
    "cli.option.label_color": (
        "colour of the new label (default: one unlike the others)",
        "新标签的颜色（默认：与其他标签不同）",
    ),
    "cli.option.label_parent": ("parent of the new label", "新标签的上级标签"),
    "cli.option.label_description": ("description of the new label", "新标签的说明"),
    "cli.label_added": (
        "added {id}, key {letter}, colour {color}",
        "已添加 {id}，按键 {letter}，颜色 {color}",
    ),
    "cli.label_moved": (
        "the standard label {id} gave its key up and has {letter} now",
        "标准标签 {id} 让出按键，现用 {letter}",
    ),
    "cli.label_changed": (
        "changed {id}: key {letter}, colour {color}",
        "已修改 {id}：按键 {letter}，颜色 {color}",
    ),
    # labels edited in the app
    "labels.pick": ("Labels: choose one to edit", "标签：选择要修改的标签"),
    "labels.new": ("add a label", "添加标签"),
    "labels.form": ("Label {id}", "标签 {id}"),
    "labels.id": ("id", "标识"),
    "labels.key": ("key", "按键"),
    "labels.en": ("English name", "英文名"),
    "labels.zh": ("Chinese name", "中文名"),
    "labels.color": ("colour", "颜色"),
    "labels.description": ("description", "说明"),
    "labels.keys": (
        "free keys: {free}; empty fields get a usual value; {key:edit_next_field} next field, "
        "{key:input_accept} save, {key:dialog_close} cancel",
        "空闲按键：{free}；留空则用默认值；{key:edit_next_field} 下一项，{key:input_accept} 保存，"
        "{key:dialog_close} 取消",
    ),
    "labels.id_empty": ("give the label an id, such as DRUG", "请填写标签的标识，如 DRUG"),
    "labels.saved": ("label {id} saved in piyue.toml", "标签 {id} 已写入 piyue.toml"),
    "labels.unsaved": (
        "not everything is saved yet; rename the label once the status line shows “saved”",
        "尚有内容未保存；请待状态栏显示“已保存”后再改标识",
    ),
    "labels.no_key": (
        "no letter is free for the key of {id}; give a longer key with --key",
        "没有空闲字母可作 {id} 的按键；请用 --key 指定较长的键",
    ),
    "relations.no_label": (
        "relation {id}: there is no label {label}; correct heads or tails in piyue.toml",
        "关系 {id}：没有标签 {label}；请更正 piyue.toml 中的 heads 或 tails",
    ),
    "relations.no_roles": (
        "no relation type says what a metric measures: [[relations]] of piyue.toml replace the standard "
        "types; add indicator, subject and period (piyue init writes them as comments)",
        "没有说明指标的关系类型：piyue.toml 中的 [[relations]] 取代了标准类型；"
        "请加上 indicator、subject、period（piyue init 生成的注释中有）",
    ),
    "labels.standard_too": (
        "the standard labels are used in addition to those of piyue.toml; set standard_labels = "
        "false to leave them out, or true to hide this message",
        "除 piyue.toml 中的标签外，还使用标准标签；设 standard_labels = false 可停用，设为 true 则不再提示",
    ),
}
