"""Error messages of settings."""

ROWS: dict[str, tuple[str, str]] = {
    "settings.user": (
        "{where}: {reason}; this is your own settings file, for all projects",
        "{where}：{reason}；这是你本人的设置文件，对所有项目有效",
    ),
    "settings.unreadable": (
        "the settings cannot be read ({reason}); make the file readable",
        "无法读取设置（{reason}）；请使该文件可读",
    ),
    "settings.encoding": (
        "the settings are not UTF-8; save the file as UTF-8",
        "设置文件不是 UTF-8；请另存为 UTF-8",
    ),
    "settings.toml": ("not valid TOML ({reason})", "不是合法的 TOML（{reason}）"),
    "settings.line_twice": (
        "not valid TOML: this setting stands above already; remove one of the two lines",
        "不是合法的 TOML：这一项在上面已写过；请删去其中一行",
    ),
    "settings.table_twice": (
        "not valid TOML: this table stands above already; write its settings there",
        "不是合法的 TOML：这个表在上面已写过；请把设置写到那里",
    ),
    "settings.no_value": (
        'not valid TOML: no value stands behind the "="; write texts in straight quotes ("…")',
        '不是合法的 TOML："=" 后面不是值；文本请用半角引号（"…"）',
    ),
    "settings.no_equals": (
        'not valid TOML: write `name = value`, a half-width "=" between them, or # before a comment',
        '不是合法的 TOML：请写成 `名称 = 值`，用半角 "="；注释前加 #',
    ),
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
    "settings.texts": (
        '{where}: {value} is not a list; write ["…", "…"]',
        '{where}：{value} 不是列表；请写 ["…", "…"]',
    ),
    "settings.date": (
        "{where}: {value} is no date; write 2023-07-05, 2023-07 or 2023",
        "{where}：{value} 不是日期；请写成 2023-07-05、2023-07 或 2023",
    ),
    "settings.unit": (
        "{value} cannot be a unit; write its name without a blank or a digit in front",
        "{value} 不能作单位；请写单位名，前面不加空格和数字",
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
    "settings.key_twice": (
        "{where}: two labels use {value} (also {other}); free keys are {free}",
        "{where}：两个标签都用了 {value}（另一个是 {other}）；空闲的键有 {free}",
    ),
    "settings.key_begins": (
        "{where}: the key '{key}' of {id} is the beginning of the key '{longer}' of {other}; free "
        "keys are {free}",
        "{where}：{id} 的键“{key}”是 {other} 的键“{longer}”的开头；空闲的键有 {free}",
    ),
    "settings.value": ("{where}: {value} is not allowed ({reason})", "{where}：{value} 不可用（{reason}）"),
    "settings.share": ("{value} is not a number from 0 to 1", "{value} 不在 0 到 1 之间"),
    "settings.from_one": ("{value} is not a number from 1 on", "{value} 不是从 1 开始的整数"),
    "settings.article_labels_twice": (
        "two labels of articles have the id {id!r}; give each its own",
        "两个篇章标签的 id 都是 {id!r}；请分别设定",
    ),
    "attribute.needs_keys": (
        "the attribute {id!r} needs one key for each of its choices, all different",
        "属性 {id!r} 的 keys 须与 choices 逐一对应，且各不相同",
    ),
    "attribute.needs_enum": (
        'the attribute {id!r} can have several values only if its kind is "enum"',
        '属性 {id!r} 的 kind 是 "enum" 时才能取多个值',
    ),
    "attribute.needs_choices": (
        'the attribute {id!r} needs choices if its kind is "enum", and only then',
        '属性 {id!r} 的 kind 是 "enum" 时须写 choices，否则不能写',
    ),
    "attribute.no_default": (
        "the attribute {id!r} cannot be {value!r}; correct its default",
        "属性 {id!r} 不能取 {value!r}；请更正 default",
    ),
    "attribute.one_value": (
        "an attribute of {id} cannot have several values: only labels of articles can",
        "{id} 的属性不能取多个值：只有篇章标签可以",
    ),
    "label.no_parent": (
        "{parent!r} cannot be the parent of {id}; name another label that is not below it",
        "{parent!r} 不能作 {id} 的上级；请写另一个不在其下的标签",
    ),
    "settings.wrong": ("{where}: {reason}", "{where}：{reason}"),
    "settings.more": (" (and {count} more)", "（另有 {count} 处）"),
    "settings.no_key": (
        "[keys] {id}: {key!r} is no key; write one such as z, ctrl+z, alt+left, f7, ? or space",
        "[keys] {id}：{key!r} 不是按键；请写成 z、ctrl+z、alt+left、f7、?、space 之类",
    ),
}
