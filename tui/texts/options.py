"""Help of the commands' options."""

ROWS: dict[str, tuple[str, str]] = {
    # options
    "cli.option.restore_page": ("the page to restore annotations of", "要恢复标注的版面"),
    "cli.option.generation": (
        "the number of the generation to restore; the present state is kept as one too",
        "要恢复的代号；现有内容也会保留为一代",
    ),
    "cli.option.archive": ("a backup to unpack into a new folder", "要解开到新文件夹的备份文件"),
    "cli.option.unpack": ("the new folder (default: the name of the backup)", "新文件夹（默认：备份文件名）"),
    "cli.option.archive_output": (
        "the archive to write (default: named after the project and the time)",
        "要写入的备份文件（默认：项目名加时间）",
    ),
    "cli.option.project": (
        "the project folder (default: the current folder or its nearest parent that is a project)",
        "项目文件夹（默认：当前文件夹，或最近的是项目的上级文件夹）",
    ),
    "cli.option.annotator": (
        "whose annotations (default: the annotator in the settings, or the login name)",
        "标注者（默认：设置中的标注者，未设则为登录名）",
    ),
    "cli.option.lang": ("language of messages and the app", "消息与界面的语言"),
    "cli.option.jobs": (
        "number of worker processes (default: one for each processor, for more than 500 pages)",
        "工作进程数（默认：超过 500 版时每个处理器一个）",
    ),
    "cli.option.check_model": (
        "also list what a model finds unlikely (training takes seconds to minutes)",
        "也列出模型认为不太可能的标注（训练需要数秒到数分钟）",
    ),
    "cli.option.json": ("print JSON", "输出 JSON"),
    "cli.option.format": ("format of the file, such as json or jsonl", "文件格式，如 json、jsonl"),
    "cli.option.article": ("an article's id, such as 2018-05-01#2", "文章 id，如 2018-05-01#2"),
    "cli.option.dir": ("the folder to make", "要新建的文件夹"),
    "cli.option.page": ("a page's id or the beginning of one", "版面 id 或其开头"),
    "cli.option.text": (
        "texts to search (default: the lines of stdin)",
        "要查找的文本（默认：标准输入各行）",
    ),
    "cli.option.all": ("search all articles", "查找全部文章"),
    "cli.option.output": ("the file to write, - for stdout", "要写入的文件，- 为标准输出"),
    "cli.option.state": ("only articles in this state; may be repeated", "只含此状态的文章；可重复"),
    "cli.option.label": ("only tags with this label; may be repeated", "只含此标签的标注；可重复"),
    "cli.option.strict": ("fail and write nothing if anything would be lost", "如有任何损失即报错，不写文件"),
    "cli.option.files": ("a file, folder or archive to import", "要导入的文件、文件夹或压缩包"),
    "cli.option.split": (
        "split for training, such as 80/10/10 or 90/10: articles stay whole, near-duplicates stay "
        "together; only articles that are done, unless --state says otherwise",
        "划分训练集，如 80/10/10 或 90/10：文章不拆开，近似重复的文章分在同侧；默认只含已完成的文章，"
        "除非用 --state 另行指定",
    ),
    "cli.option.seed": ("seed of the split (default: 0)", "划分所用的随机种子（默认 0）"),
    "cli.option.by": (
        "split by whole pages, or by the date in their names",
        "按整版划分，或按版面名中的日期划分",
    ),
    "cli.option.page_shard": (
        "only go through the Ith of N shares of the pages, and write what is found into a part below -o",
        "只处理全部版面 N 份中的第 I 份，结果写入 -o 文件夹下的分块文件",
    ),
    "cli.option.parts_output": ("the folder of the parts", "分块文件所在的文件夹"),
    "cli.option.merge_parts": (
        "print what one run would, from the parts of all shards (files, or the folder they are in)",
        "由全部分块文件（或其所在文件夹）得出与一次运行相同的结果",
    ),
    "cli.option.shards": ("write N numbered files", "写成 N 个编号文件"),
    "cli.option.shard": ("write only file I of N numbered files", "只写 N 个编号文件中的第 I 个"),
    "cli.option.scheme": ("tagging scheme (default: BIO2)", "标记方案（默认 BIO2）"),
    "cli.option.unit": (
        "what a token is: a character, a word, or a word that is also cut at the ends of tags",
        "词元单位：字、词，或在标注边界处切开的词",
    ),
    "cli.option.apply_readings": ("write misread text as corrected", "误识文字按更正后的文字写出"),
    "cli.option.max_length": ("maximum length of a sentence, in tokens", "句子的最大长度（词元数）"),
    "cli.option.predictions": (
        "export tags as predictions (label-studio)",
        "标注作为预测导出（label-studio）",
    ),
    "cli.option.config": (
        "write the labelling config instead of the tasks (label-studio)",
        "只写标注界面配置，不写任务（label-studio）",
    ),
    "cli.option.parquet": ("write rows as Parquet", "把各行写成 Parquet"),
    "cli.option.style": ("style of instruct: chat messages or Alpaca", "instruct 的样式：chat 消息或 Alpaca"),
    "cli.option.allow_empty": ("do not fail if there is nothing to export", "没有可导出的内容时不报错"),
    "cli.option.annotators": (
        "whose annotations; may be repeated; all: everybody's (default: the annotator in the settings"
        ", or the login name)",
        "标注者；可重复；all 为所有人（默认：设置中的标注者，未设则为登录名）",
    ),
    "cli.option.layout": (
        "layout of new texts: one article each (document), or divided into articles as a page (newspaper)",
        "新文本的版面布局：每个文本一篇文章（document），或按版面划分文章（newspaper）",
    ),
    "cli.option.article_per": (
        "what makes one article in a file of sentences: sentence, blank, file, or a number of sentences",
        "句子文件中一篇文章的单位：sentence、blank、file 或句数",
    ),
    "cli.option.map": (
        "map a label of the file to one of the project; nothing after = leaves it out; @FILE reads a "
        "table; may be repeated",
        "把文件中的标签对应到本项目的标签；= 后为空则略过；@FILE 为对照表；可重复",
    ),
    "cli.option.labels": (
        "rename OLD NEW, join ID OTHER, or remove ID",
        "rename 旧 新、join 甲 乙（并入），或 remove ID",
    ),
    "cli.option.names": ("ids", "id"),
    "cli.rename.labels": (
        "renamed {old} to {new}; tags: {count}",
        "已将 {old} 改名为 {new}；标注 {count} 个",
    ),
    "cli.rename.relations": (
        "renamed {old} to {new}; relations: {count}",
        "已将 {old} 改名为 {new}；关系 {count} 个",
    ),
    "cli.join.labels": (
        "{old} is joined to {new}, and removed; tags: {count}",
        "已将 {old} 并入 {new} 并删除；标注 {count} 个",
    ),
    "cli.join.relations": (
        "{old} is joined to {new}, and removed; relations: {count}",
        "已将 {old} 并入 {new} 并删除；关系 {count} 个",
    ),
    "cli.joined.labels": (
        "{count:tag|tags} stood where another one has this label, and became one with it",
        "{count} 个标注所在处已有此标签的标注，已并为一个",
    ),
    "cli.joined.relations": (
        "{count:relation|relations} said what another one says, and became one with it",
        "{count} 个关系与已有的关系相同，已并为一个",
    ),
    "cli.removed": ("removed {id}", "已删除 {id}"),
}
