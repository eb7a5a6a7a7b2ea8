"""What can go wrong with formats: reading, writing, splitting."""

ROWS: dict[str, tuple[str, str]] = {
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
        "tags are numbers, and no README.md or dataset_info.json beside says what they mean; put it there, "
        "or use --map 0=O --map 1=B-ORG --map 2=I-ORG",
        "标记是数字，而旁边没有 README.md 或 dataset_info.json 说明其含义；请补上，或使用 "
        "--map 0=O --map 1=B-ORG --map 2=I-ORG",
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
