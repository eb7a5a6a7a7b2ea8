"""Error messages of formats: reading, writing, splitting."""

ROWS: dict[str, tuple[str, str]] = {
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
    "import.archive": (
        "the archive cannot be unpacked ({reason}); what came before that is imported; unpack it yourself",
        "无法解压该压缩包（{reason}）；此前的内容已导入，请自行解压后再导入",
    ),
    "import.many_files": (
        "the archive has more than {count:file|files}; unpack it and import the folder",
        "压缩包内超过 {count} 个文件；请解压后导入文件夹",
    ),
    "import.no_files": (
        "no file in it ends in {suffix}, as those of {format} do; name the files themselves",
        "其中没有以 {suffix} 结尾的文件（{format} 格式的后缀）；请直接指定文件",
    ),
    "import.bomb": (
        "unpacked, it has more than {size:byte|bytes}; left out",
        "展开后超过 {size} 字节；已略过",
    ),
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
    "store.predictions": (
        "these predictions cannot be read ({reason}); delete the file and import them again",
        "预测文件无法读取（{reason}）；请删除该文件后重新导入",
    ),
    "import.quote": (
        "“{quote}” is not the text at {start} to {end} (“{there}”); left out; correct it and import again",
        "{start} 至 {end} 处是“{there}”，不是“{quote}”；已略过，请更正后重新导入",
    ),
    "import.not_read": ("not read: {kind} {name}: {count}", "未读取：{kind} {name}：{count}"),
    "import.no_page": (
        "the project has no page “{page}”; copy {file} of the project that was exported to the same place "
        "here (piyue backup there packs all pages), and import again",
        "项目中没有版面“{page}”；请把导出来源项目的 {file} 复制到本项目的相同位置"
        "（在那边 piyue backup 可打包全部版面），再重新导入",
    ),
    "import.no_text": (
        "the text {name} is empty or not Unicode; left out; correct it and import again",
        "文本 {name} 为空或不是 Unicode；已略过，请更正后重新导入",
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
        "tags are numbers, and no README.md or dataset_info.json here says what they mean; add one of them, "
        "or use --map 1=B-ORG --map 2=I-ORG",
        "标记是数字，而此处没有 README.md 或 dataset_info.json 说明其含义；请补上，或使用 "
        "--map 1=B-ORG --map 2=I-ORG",
    ),
    "import.parquet": (
        "not a Parquet table ({reason}); choose another file",
        "不是 Parquet 表（{reason}）；请另选文件",
    ),
    "import.article_per": (
        "{text} is not a way to divide into articles; write sentence, blank, file or a number of sentences",
        "{text} 不能作为文章单位；请写 sentence、blank、file 或句数",
    ),
    "import.no_sentences": (
        "{format} holds whole texts; leave out --article-per",
        "{format} 中都是整篇文本；请去掉 --article-per",
    ),
    "import.foreign": (
        "not an export of piyue; name the format that it has with --format",
        "不是 piyue 的导出文件；请用 --format 指定它的格式",
    ),
    "import.later": (
        "written by a later version of piyue (version {version} of the format); update piyue",
        "由更新的 piyue 写成（格式版本 {version}）；请升级 piyue",
    ),
    "import.no_reader": (
        "{format} can be exported only, not imported; export json to import it again",
        "{format} 只能导出，不能导入；要再导入，请导出 json",
    ),
    "format.plugin": (
        "the format {name} of an installed package cannot be used ({reason}); fix or uninstall that package",
        "已安装的软件包所带格式 {name} 无法使用（{reason}）；请修复或卸载该软件包",
    ),
    "export.empty": (
        "nothing to export: {who} has {tags:tag|tags} in {count:article|articles}; choose another "
        "--annotator, --state or --label, or allow it with --allow-empty",
        "没有可导出的内容：{who} 在 {count} 篇文章中有 {tags} 个标注；请另选 --annotator、--state 或 "
        "--label，或加 --allow-empty",
    ),
    "export.hidden": (
        "nothing to export of {who}: {count:page is|pages are} left out because you have not finished "
        "{count:|it|them}; finish {count:|it|them} first, or ask a lead",
        "{who} 没有可导出的内容：{count} 版因你尚未完成而未计入；请先完成，或请负责人导出",
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
    "source.unwritable": (
        "the page cannot be written ({reason}); make the file and its folder writable",
        "无法写入该版面（{reason}）；请使该文件及其文件夹可写",
    ),
    "export.there": (
        "there is a file that is not an earlier export; choose another name",
        "此处已有文件，且不是先前的导出；请另选名称",
    ),
    "export.folder": (
        "no file can be made in this folder ({reason}); choose another one",
        "无法在此文件夹中新建文件（{reason}）；请另选文件夹",
    ),
    "export.write": (
        "the file cannot be written ({reason}); choose another one",
        "无法写入该文件（{reason}）；请另选文件",
    ),
}
