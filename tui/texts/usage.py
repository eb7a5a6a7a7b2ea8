"""Texts of how commands are called: argparse's own, and what is wrong with an argument's value."""

ROWS: dict[str, tuple[str, str]] = {
    "usage.version": ("show the version and exit", "显示版本号后退出"),
    "usage.command": (
        "there is no command {name}; there are {known}",
        "没有命令 {name}；命令有 {known}",
    ),
    "usage.likely_command": (
        "there is no command {name}; did you mean {likely}? `piyue --help` lists all",
        "没有命令 {name}；是否为 {likely}？`piyue --help` 列出全部命令",
    ),
    "usage.option": (
        "there is no option {name}; there are {known}",
        "没有选项 {name}；选项有 {known}",
    ),
    "usage.likely_option": (
        "there is no option {name}; did you mean {likely}?",
        "没有选项 {name}；是否为 {likely}？",
    ),
    "usage.whole_number": (
        "{text} is not a whole number from 1 to {most:,}",
        "{text} 不是 1 到 {most:,} 之间的整数",
    ),
    "usage.integer": ("{text} is not a whole number", "{text} 不是整数"),
    "usage.part": ("{text} is not a number from 0 to 1, such as 0.5", "{text} 不是 0 到 1 之间的数，如 0.5"),
    "usage.shard": (
        "{text} is not a share such as 1/4, the first of four",
        "{text} 不是份数，应如 1/4（四份中的第一份）",
    ),
    "usage.day": (
        "{text} is not a day; write one such as 2026-03-01",
        "{text} 不是日期；应如 2026-03-01",
    ),
    "usage.port": ("{text} is not a port, a number from 0 to 65535", "{text} 不是端口（0 到 65535 的整数）"),
    "usage.url": (
        "{text} is not the address of a server, such as https://piyue.example.org",
        "{text} 不是服务器地址，应如 https://piyue.example.org",
    ),
}

ARGPARSE = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示此帮助后退出",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s：错误：%(message)s\n",
    "unrecognized arguments: %s": "无法识别的参数：%s",
    "the following arguments are required: %s": "缺少必需的参数：%s",
    "not allowed with argument %s": "不能与参数 %s 同用",
    "expected one argument": "后面需要一个值",
    "expected at least one argument": "后面至少需要一个值",
    "ignored explicit argument %r": "此选项不带值，却有 %r",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这一选择（可选：%(choices)s）",
}
"""In Chinese what argparse says, by what it looks up."""
