"""The words of time expressions as data: for years, months and days, for their parts, for what is vague."""

from tui.quantities.words import names


def _by_word(table: dict[int, str]) -> dict[str, int]:
    """Turn a table of words by number into one of numbers by word."""
    return {word: number for number, row in table.items() for word in row.split()}


YEARS = _by_word(
    {-3: "大前年", -2: "前年", -1: "去年 去年度 上年 上年度 上一年 上一年度", 0: "今年 今年度 本年 本年度"}
    | {1: "明年 来年 下年 下一年", 2: "后年"}
)
"""Words for a year, by how far it lies from the base's."""

NEXT_YEAR = ("次年", "翌年", "第二年")
NEXT_DAY = ("次日", "翌日", "第二天")
SAME_YEAR = ("同年", "当年", "该年", *NEXT_YEAR)
"""Words for a year that other words of the text say."""

PARTS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "年初": (1, 1),
    "年中": (6, 6),
    "年底": (12, 12),
    "年末": (12, 12),
    "年尾": (12, 12),
    "岁末": (12, 12),
    "全年": (1, 12),
    "首季": (1, 3),
    "年内": (1, 12),
}
"""Parts of a year, by their first and last month."""
ENDS_OF_YEAR = {"初": "年初", "中": "年中", "底": "年底", "末": "年末", "尾": "年末"}
"""What behind a year is a part of it: 2022年底, 去年末."""

TENS = {
    "上中旬": (1, 20),
    "上、中旬": (1, 20),
    "中、下旬": (11, 31),
    "中上旬": (1, 20),
    "中下旬": (11, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "初": (1, 10),
    "底": (31, 31),
    "末": (31, 31),
}
"""Parts of a month, by their first and last day; 31 is the month's last."""

MONTHS = _by_word(
    {
        -2: "上上月 上上个月",
        -1: "上月 上个月 上一月",
        0: "本月 这个月 月",
        1: "下月 下个月",
        2: "下下月 下下个月",
    }
)
"""Words for a month; 月 only before 初, 底 and 末."""
QUARTERS_NEAR = {"本": 0, "这": 0, "上": -1, "下": 1}
DAYS = _by_word(
    {-4: "大大前天", -3: "大前天", -2: "前天 前日 前晚"}
    | {-1: "昨天 昨日 昨晚 昨夜 昨晨", 0: "今天 今日 今晨 今早 今晚 今夜 即日"}
    | {1: "明天 明日 明晚 明早 明晨", 2: "后天 后日", 3: "大后天", 4: "大大后天"}
)
DAYTIMES = {
    **dict.fromkeys(
        names(
            "凌晨 清晨 早晨 早间 早上 上午 傍晚 晚上 晚间 夜间 夜里 深夜 一早 "
            "清早 拂晓 黎明 午间 午后 午夜 半夜 前半夜 后半夜"
        ),
        "",
    ),
    "白天": "鹅",
    "中午": "饭餐",
    "下午": "茶",
    "早": "报餐饭市点期春教稻在就已日些先有高",
    "夜": "市班校景宵总游",
    "晚": "会报宴餐饭场辈班霞点期育婚年高",
}
"""Parts of a day, each with what behind it makes it the beginning of another word: 5日晚会."""
IN_DAY = "(?:凌晨|清晨|早晨|早上|上午|白天|中午|下午|傍晚|晚上|晚间|夜间|夜里|[早晚夜])?"
"""One of them that may stand behind a day, or none."""
WEEKS = {"本": 0, "这": 0, "上": -1, "下": 1, "上上": -2, "下下": 2}
WEEKDAYS = "一二三四五六日天"
NOW = ("目前", "现在", "当前", "今", "眼下", "发稿时", "记者发稿", "发稿")
"""Words for the day of the page."""

VAGUE = (
    *names("近年来 近几年 近些年 多年来 近年 近日 日前 近期 不久前 最近 前不久 长期以来 一直以来 同期"),
    *names("当月 当日 当天 同月 同日 季末 此前 近来 往年同期 历年同期 上月同期 上周同期 本月同期 昨日同期"),
    *names("这两天 这几天 这些天 这几年 这些年 连日来 近几日 近几天 近几个月 前几年 前些年 前几天 前些天"),
    *names("前几个月 近段时间 近一段时间 一段时间以来 今后一个时期 今后一段时间 未来一段时间"),
    *names("未来一个时期 如今 今冬明春 去冬今春 前一季度 前一个季度 岁末年初 年末岁初 年底年初"),
)
"""Words for a time that nobody can tell, or that other words of the text say."""

CONTEXT = frozenset(
    names("同期 当月 当日 当天 同月 同日 季末 前一季度 前一个季度 上月同期 上周同期 本月同期 昨日同期")
)
"""Of those, the ones that other words say."""
