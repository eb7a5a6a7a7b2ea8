"""Opening texts, making a project, and the first steps in it."""

ROWS: dict[str, tuple[str, str]] = {
    # texts opened without a project
    "open.missing": ("there is no such file or folder", "没有此文件或文件夹"),
    "open.no_texts": (
        "there is no text here (.txt, .md, .jsonl, .csv)",
        "此处没有文本（.txt、.md、.jsonl、.csv）",
    ),
    "open.not_in_project": (
        "it is no page of the project {project}; leave --project out, or put it into its seeds/",
        "不是项目 {project} 的版面；请去掉 --project，或将其放入 seeds/",
    ),
    "open.no_scratch": (
        "there is no opened text called {name} that could be kept; open it once more, and tag something",
        "没有可保留的已打开文本 {name}；请重新打开并标注",
    ),
    "open.stdin_alone": (
        "- is the text that comes from stdin; it cannot stand beside other texts",
        "- 指标准输入的文本，不能与其他文本并列",
    ),
    "open.stdin_terminal": (
        "stdin is the terminal; pipe a text into it, as in: piyue - < page.txt",
        "标准输入是终端；请把文本送入标准输入，如：piyue - < page.txt",
    ),
    "open.kept": (
        "The tags are in {folder}; piyue init DIR --keep {name} makes a project of texts and tags.",
        "标注保存于 {folder}；piyue init 目录 --keep {name} 可把文本与标注存为项目。",
    ),
    "cli.option.texts": (
        "texts or folders of texts, opened without a project; - is stdin",
        "文本或其文件夹，无需项目即可打开；- 为标准输入",
    ),
    # init
    "cli.option.init_name": ("of the corpus (default: the folder's)", "语料名称（默认：文件夹名）"),
    "cli.option.init_labels": (
        "labels of your own in place of the standard ones; after +, beside them",
        "自定标签，取代标准标签；以 + 开头则与标准标签并存",
    ),
    "cli.option.init_layout": (
        "newspaper: pages are divided into articles; document: each text is one article",
        "newspaper：把版面分为文章；document：每个文本为一篇",
    ),
    "cli.option.init_keep": (
        "with the texts and tags that piyue FILE opened last, or those it named when it ended",
        "保留 piyue FILE 最近打开（或退出时所示名称）的文本与标注",
    ),
    "cli.option.init_yes": ("ask nothing", "不提问"),
    "init.folder": ("Folder of the project", "项目文件夹"),
    "init.name": ("Name of the corpus", "语料名称"),
    "init.language": (
        "Language of the program: auto (by the locale), en, zh",
        "界面语言：auto（随系统）、en、zh",
    ),
    "init.labels": (
        "Labels: empty for the standard ones (PERSON, ORG …); +DISEASE,DRUG adds some; "
        "DISEASE,DRUG takes only these",
        "标签：留空用标准标签（PERSON、ORG 等）；+DISEASE,DRUG 为添加；DISEASE,DRUG 为只用这些",
    ),
    "init.layout": (
        "Pages: newspaper (divided into articles) or document (each text is one article)",
        "版面：newspaper（分为文章）或 document（每个文本为一篇）",
    ),
    "init.git": (
        "A git repository that merges annotations: yes or no",
        "建立可合并标注的 git 仓库：yes 或 no",
    ),
    "init.again": ("{answer} is none of the choices", "{answer} 不在可选范围内"),
    "init.stopped": ("nothing was made: the questions were not answered", "未建立项目：未回答提问"),
    # labels
    "cli.option.labels_action": ("add, rename or remove one", "添加、改名或删除"),
    "cli.option.label_key": ("of the label added (default: a free letter)", "新标签的按键（默认：空闲字母）"),
    "cli.option.label_en": ("its English name", "英文名"),
    "cli.option.label_zh": ("its Chinese name", "中文名"),
    "cli.option.label_color": (
        "its colour (default: one apart from the others)",
        "颜色（默认：与其他标签相区别）",
    ),
    "cli.option.label_parent": ("the label that it is a kind of", "上级标签"),
    "cli.option.label_description": ("what it is for", "用途说明"),
    "cli.label_added": (
        "added {id}, key {letter}, colour {color}",
        "已添加 {id}，按键 {letter}，颜色 {color}",
    ),
    "labels.no_key": (
        "no letter is free as the key of {id}; name a longer one with --key",
        "没有空闲字母可作 {id} 的按键；请用 --key 指定较长的键",
    ),
    "labels.standard_too": (
        "the standard labels are there beside those of piyue.toml: standard_labels = false leaves them out, "
        "true keeps them without this line",
        "除 piyue.toml 所列外，标准标签仍可用：standard_labels = false 可去掉，true 则不再提示",
    ),
}
