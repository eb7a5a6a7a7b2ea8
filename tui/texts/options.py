"""What the options of the commands are for."""

ROWS: dict[str, tuple[str, str]] = {
    # options
    "cli.option.restore_page": ("the page whose annotations are meant", "要恢复标注的版面"),
    "cli.option.generation": (
        "the number of the state to bring back; what is there now is kept as one, too",
        "要恢复的代号；现有内容也会保留为一代",
    ),
    "cli.option.archive": ("a backup to unpack into a new folder", "要解开到新文件夹的备份文件"),
    "cli.option.unpack": ("the new folder (default: the name of the backup)", "新文件夹（默认：备份文件名）"),
    "cli.option.archive_output": (
        "the archive to write (default: the project's name and the time)",
        "要写入的备份文件（默认：项目名加时间）",
    ),
    "cli.option.project": (
        "the project folder (default: this folder or the nearest one above that is one)",
        "项目文件夹（默认：当前文件夹或最近的上级项目）",
    ),
    "cli.option.annotator": (
        "whose annotations (default: the settings', else the login)",
        "标注者（默认：设置所定，否则为登录名）",
    ),
    "cli.option.lang": ("language of messages and screen", "消息与界面的语言"),
    "cli.option.json": ("print JSON", "输出 JSON"),
    "cli.option.format": ("the format of the file, such as json or jsonl", "文件格式，如 json、jsonl"),
    "cli.option.article": ("an article's id, such as 2018-05-01#2", "文章编号，如 2018-05-01#2"),
    "cli.option.dir": ("the folder to make", "要新建的文件夹"),
    "cli.option.page": ("a page's id, or the beginning of one", "版面编号或其开头"),
    "cli.option.text": (
        "texts to look into (default: the lines of stdin)",
        "要查找的文本（默认：标准输入各行）",
    ),
    "cli.option.all": ("look into all articles", "查找全部文章"),
    "cli.option.output": ("the file to write, - for stdout", "要写入的文件，- 为标准输出"),
    "cli.option.state": ("only articles in this state; may be repeated", "只含此状态的文章；可重复"),
    "cli.option.label": ("only spans with this label; may be repeated", "只含此标签的标注；可重复"),
    "cli.option.strict": ("fail and write nothing if anything is lost", "如有任何损失即失败，不写文件"),
    "cli.option.files": ("a file or folder to import", "要导入的文件或文件夹"),
    "cli.option.split": (
        "divide for training, such as 80/10/10 or 90/10: whole articles, near-duplicates together; "
        "only articles that are done, unless --state says otherwise",
        "划分训练集，如 80/10/10 或 90/10：整篇划分，近似重复者同侧；默认只含已完成的文章",
    ),
    "cli.option.seed": ("of the split (default: 0)", "划分所用的种子（默认 0）"),
    "cli.option.by": (
        "keep pages whole, or divide by the date in their names",
        "按整版划分，或按版面名中的日期划分",
    ),
    "cli.option.shards": ("write N numbered files", "写成 N 个编号文件"),
    "cli.option.shard": ("write only the Ith of N numbered files", "只写 N 个编号文件中的第 I 个"),
    "cli.option.scheme": ("of tags (default: BIO2)", "标记方案（默认 BIO2）"),
    "cli.option.unit": (
        "what a token is: a character, a word, or a word cut where a tag ends",
        "词元单位：字、词，或在标注边界处切开的词",
    ),
    "cli.option.apply_readings": ("misread text as it should read", "误识文字按更正后的读法写出"),
    "cli.option.max_length": ("of a sentence, in tokens", "句子的最大长度（词元数）"),
    "cli.option.predictions": (
        "tags go out as proposals (label-studio)",
        "标注作为预标注导出（label-studio）",
    ),
    "cli.option.config": (
        "write the labelling config instead of the tasks (label-studio)",
        "只写标注界面配置，不写任务（label-studio）",
    ),
    "cli.option.parquet": ("write rows as Parquet", "把各行写成 Parquet"),
    "cli.option.style": ("of instruct: chat messages or Alpaca", "instruct 的样式：chat 消息或 Alpaca"),
    "cli.option.allow_empty": ("finding nothing to export is no error", "没有可导出的内容时不算失败"),
    "cli.option.annotators": (
        "whose annotations; may be repeated; all: everybody's (default: the settings', else the login)",
        "标注者；可重复；all 为所有人（默认：设置所定，否则为登录名）",
    ),
    "cli.option.layout": (
        "of new texts: one article each, whole (document), or divided as a page (newspaper)",
        "新文本的版式：整篇一文（document）或按版面划分（newspaper）",
    ),
    "cli.option.article_per": (
        "what makes an article in a file of sentences: sentence, blank, file, or a number of sentences",
        "句子文件中一篇文章的单位：sentence、blank、file 或句数",
    ),
    "cli.option.map": (
        "what a label is called here; nothing behind = leaves it out; @FILE for a table; may be repeated",
        "外部标签在本项目中的名称；= 后为空则略过；@FILE 为对照表；可重复",
    ),
    "cli.option.labels": ("rename OLD NEW, or remove ID", "rename 旧 新，或 remove ID"),
    "cli.option.names": ("ids", "id"),
    "cli.renamed.labels": (
        "renamed {old} to {new}; tags: {count}",
        "已将 {old} 改名为 {new}；标注 {count} 个",
    ),
    "cli.renamed.relations": (
        "renamed {old} to {new}; relations: {count}",
        "已将 {old} 改名为 {new}；关系 {count} 个",
    ),
    "cli.removed": ("removed {id}", "已删除 {id}"),
}
