"""The words of the grammar, as data: comparators, verbs of change, what tells a ratio from a score."""

import re


def names(text: str) -> tuple[str, ...]:
    """Return the words of a table's cell."""
    return tuple(text.split())


def by_word(table: dict[str, str]) -> dict[str, str]:
    """Turn a table of words by meaning into one of meanings by word."""
    return {word: meaning for meaning, row in table.items() for word in names(row)}


NOT_OVER = {
    f"{no}{word}": meaning
    for no in names("不 不应 不能 不可 不宜 不得 不会 不准 不许 未 没有 没 并未 从未")
    for meaning, row in {"le": "高于 超过 多于 大于 超出 突破", "ge": "低于 少于 小于"}.items()
    for word in names(row)
}
"""What is not over a bound is up to it, what is not under it at least it: 不应高于60%."""
BEFORE = NOT_OVER | by_word(
    {
        "ge": "不低于 不得低于 不应低于 不少于 不得少于 不小于 不下于 不下 "
        "不亚于 至少有 至少要 至少需要 至少需 起码有 起码要 最少有 "
        "少说也得 少说也要 "
        "至少也有 至少也要 起码也有 最少也有 至少还要 至少 最少 最低 起码 少说 少说有 少说也有 "
        "大于等于 大于或等于 高于或等于 多于或等于 ≥ >=",
        "gt": "不止 不只 不止是 不只是 不仅仅是 不仅仅 何止 何止是 岂止 岂只 "
        "超过 超出 超 远超 逾 突破 首破 升破 涨破 多于 高于 大于 >",
        "le": "不超过 不得超过 不能超过 不超 不逾 未逾 不高于 不得高于 不多于 不大于 "
        "未超过 最高 最多 至多 顶多 充其量 撑死 撑死了 小于等于 小于或等于 低于或等于 少于或等于 ≤ <=",
        "lt": "不足 不到 不满 未满 未达 未及 不及 跌破 低于 少于 小于 <",
        "approx": "近 将近 接近 几近 近乎 逼近 直逼 迫近 趋近 约 大约 大概 大概其 大略 约略 约计 "
        "估摸 估摸着 估摸着有 差不离 差不多有 大约有 约莫 约摸 大致 大致上 大体 大体上 大抵 "
        "约合 约为 约有 约占 差不多 ≈",
    }
)
"""Comparators that stand before the number."""

BEFORE_SPOKEN = {"小": "approx"}
"""Comparators before a Chinese number of ten and more: 小一百人, 小二十年."""

BEFORE_BARE = by_word({"ge": "上 满 成", "gt": "过 破"})
"""Those that are comparators only before a scale word by itself: 上百, 过万, 破亿."""

NOT_PAST = frozenset("通不经度走到超出到得降涨跌增减升有做说突侦打冲攻识爆查用花给")
"""Before 过七成 and 破5亿: what makes 过 another word, or the past of a verb (跌过三成)."""

NOT_BEHIND = {
    "小": "大中最较窄弱缩减矮细微娇短瘦渺从幼",
    "近": "最附靠就亲邻新临远渐相",
    ">": "abcdefghijklmnopqrstuvwxyz/\"'",
    "不及": "来",
    "约": "限节签预条契制公违特邀相立如隐简契纽婚爽",
    "超": "中赶英高反意女",
    "过": "通不经度走到超难",
    "上": "线以网会路身手地海早晚向史市场台车船街山马加",
    "成": "完建组形造达变构生养落",
    "满": "圆充不未",
}
"""By comparator: the characters before it that make it the end of another word (节约300元, 最近5天)."""

AFTER = by_word(
    {
        "ge": "以上 往上 及以上 (含)以上 (含)及以上 及其以上 之上",
        "le": "以下 往下 封顶 及以下 (含)以下 (含)及以下 以内 (含)以内 之内",
        "lt": "(不含)以下 (不含)以内 不到 也不到 都不到 还不到 弱",
        "approx": "左右 上下 附近 光景 模样 的光景 的样子 样子 许",
        "gt": "有余 开外 出头 挂零 冒头 有奇 不止 都不止 还不止 还多 多 余 + (不含)以上 强",
    }
)
"""Comparators that stand behind the unit."""

WITH_ITSELF = re.compile(r"\((?P<how>不?含)(?P<amount>[^()]{1,12})\)(?:及)?(?P<word>以[上下内])")
NOT_REACHED = re.compile("[，,。；;、：:）)]|的|[就便]|$")
"""Behind 不到, 强 and 弱: what says that they belong to the amount before (一成不到的人, not 50人不到场)."""
NOT_AFTER = {
    "多": names(
        "次 个 项 家 种 场 方 样 元 名 位 人 轮 层 点 数 款 部 级 维 国 彩 媒 渠 角 门 功 语 民 头 少 "
        "花 交 付 缴 收 赚 挣 卖"
    ),
    "余": names("额 热 杭 姚 量 地 下 生 人 件"),
    "上下": names("联 齐 一 同 游 班 楼 级 浮 波 铺 车 学 求 求索 岗 床 行"),
    "许": names("多 可 诺 愿 久 昌 配 以 仙"),
    "样子": names("货"),
    "不止": names("一 二 两 三 四 五 六 七 八 九 十 百 千 万 几 数 0 1 2 3 4 5 6 7 8 9 于 是 如 这 在 有"),
    "左右": names("手 岸 两"),
    "以上": names("述"),
}
"""By comparator behind a unit: what behind it makes it the beginning of another word (3年多次)."""

UP = names(
    """
    增长 增加 增 增多 上升 提高 提升 上涨 上扬 上浮 上调 涨 升 攀升 飙升 回升 扩大 加快
    增幅 涨幅 增产 增收 增量 增值 增持 调增 调升 提速 提价 升值 反弹 走高 升高 涨价 扩增 增效 加长 延长
    高出 多出 拓展 偏多 偏高 多增 加息 升幅 提效 扩面 扩容 扩产 扩招 增支 增员 增资 加薪 涨薪
    快 高 贵 上行 超产 大涨 大增 猛增 激增 暴涨 劲增 抬升 递增 翻 多收 多增 多支 多投 少降 少减 少跌 少亏
    跃升 骤增 陡增 剧增 微涨 微增 微升 略涨 略增 略升 续涨 续增 续升 反升 追加 增补 增派
    增拨 增发 攀高 抬高 拉高 推高 调高 上修 拉升 走强 走阔 拉大 扩张 延展 拓宽 加宽 加厚 加深 核增 飙涨
    爆涨 跳增 跳涨 增利 扩阔 高开 开高 收高 加幅 成长 提
    """
)
DOWN = names(
    """
    下降 降低 降 减少 减 下跌 跌 下滑 回落 下调 调减 调降 缩减 缩短 缩小 压缩 收窄 放缓 减产 减排 减收
    降幅 跌幅 减幅 减量 减持 降价 降速 贬值 萎缩 走低 削减 减税 减亏 减负 下浮 下行 低 慢
    少收 少增 降息 降准 偏少 偏低 缩水 减支 减员 降本 减碳 降碳 减费 降费 降耗 减重 减薪 降薪 减息
    负增长 大跌 大降 锐减 骤降 递减 滑落 减薄 压减 调低 下探 降温 精简 多降 多减 多跌 多亏 少收 少支 少投
    减轻 重挫 下挫 骤减 陡降 剧减 剧降 微跌 微降 微减 略跌 略降 略减 续跌 续降 续减 反降 裁减 跌去
    裁撤 核减 压降 压低 拉低 摊薄 收缩 缩窄 缩编 下修 走弱 走跌 回撤 回调 跳水 衰减 骤跌 暴跌 狂跌
    减免 减利 低开 开低 收低 泻 急泻 狂泻
    """
)
BEFORE_NOW = names(
    """
    同比 环比 同期 上年 去年 前年 上月 上季度 上周 上届 上次 年初 年末 年底 月末 往年 常年 以往 以前 此前
    过去 之前 昨天 昨日 前一天 前一日 原来 原先 上一年 上年度 上一年度 前一年 去年度 上个月 上一月 上一个月
    前一个月 上个季度 上一季度 前一季度 上半年 前两年 前几年 上一周 前一周 上个周末 上一届 前一届 上一次
    前一次 上一期 上期 上个学期 上学期 上个赛季 上赛季 上一轮 月初 季初 年前
    """
)
"""Times that 多 and 少 behind them compare with: 比去年多3家."""
MORE_OR_LESS = {"多了": "up", "少了": "down"}
"""Verbs that are none before 一 as an article: 多了一份孤单."""
VERBS = {
    **dict.fromkeys(UP, "up"),
    **dict.fromkeys(DOWN, "down"),
    **MORE_OR_LESS,
    **{time + "多": "up" for time in BEFORE_NOW},
    **{time + "少": "down" for time in BEFORE_NOW},
}
"""Verbs, and nouns of a change's size, that stand directly before it."""

TRANSITIVE = re.compile(
    r"(?:(削减|压减|压缩|裁减|缩减|核减|减免|精简)|追加|增派|增拨|增补)了?(?:[^\W\d_的至到为共达]|[“”\"]){1,8}$"
)
"""Verbs of change that may have their object before the amount: 削减预算3亿元; the first group goes down."""
MOVED_SHARE = re.compile(
    r"(?:(下调|调降|降低|下浮|减少)|上调|调升|提高|上浮|增加(?!值))了?(?:[^\W\d_的至到为共达占比超过]|[“”\"]){2,14}$"
)
"""More of them, before a proportion: 下调存款准备金率0.5个百分点."""

COMPARED = re.compile(
    r"[比较][^\s，。；：、！？比较]{1,14}?(?:年|[月季周天日]|季度|期|届|次|[初末底前]|学期|赛季|星期|节)(?:(多)|少)[了出]?$"
)
"""多 and 少 behind a time that is compared with: 比前两年多3家, 较2019年少了5起."""
COMPARING = frozenset("高低快慢")
OTHER_ONE = re.compile(
    r"(?<![同环占对])[比较](?:(?!(?<!预)期|[年月季周天日届次初末底前往昔原节]|过去|上轮)[^\s，。；：、！？比较]){1,16}$"
)
"""Before one of them: it compares with something else (比全国高1.2个百分点), and not with an earlier time."""
COMPARED_TIME = re.compile("[比较](?:此前|之前|过去|以往|最近|前|近|头|上)的?$")
"""Before a time with 多 or 少 behind it: what makes it the one that is compared with."""

SMALL_VERBS = frozenset(("高", "低", "快", "慢", "高出", "贵", "成长", "提"))
"""Verbs that are one only before a proportion: 高2.1个百分点, but not 高3米."""

ONE_CHANGE_EACH = frozenset(
    names(
        "涨价 提价 降价 加息 降息 减息 降准 加薪 涨薪 降薪 减薪 上调 下调 调升 调降 减税 减持 增持 增资 "
        "扩容 扩产 扩招 降温 提速 降速 回调 跳水 大涨 大跌 暴涨 暴跌 反弹 延长"
    )
)
"""Verbs of which 次 says how often, and not by how much: 涨价两次."""

NOT_VERB = {
    "高": "提最新创",
    "低": "最降减",
    "贵": "珍昂宝富名尊高权显",
    "快": "加尽",
    "增": "新倍转",
    "提升": "造治化型善质",
    "升": "公毫立每百分0123456789一二两三四五六七八九十千万亿半几",
    "降": "空骤下",
    "跌": "涨",
    "提": "计预抽汲",
    "泻": "一倾",
    "减": "增加",
    "多了": "差许最很太众几",
}
"""By verb: the characters before it that make it part of another word."""

BY = names("了 达到 达 均 都 各 幅度达到 幅度达 幅度为 幅度")
"""What may stand between a verb of change and the amount of it."""

NOT_BY = {
    "达": names("不达 高达 低达 快达 慢达 未达"),
    "达到": names("不达到 高达到 未达到"),
    "都": ("不都",),
    "均": ("不均",),
    "各": ("不各",),
}
"""By what may stand between: where it belongs to another word (高达85%)."""

SHARING = names("、 和 及")
SHARED = re.compile(r"(?:[0-9]{1,8}(?:\.[0-9]{1,6})?个?[、和及]){0,3}$")
"""Amounts before one that has the unit of them all: 提高2.1和3.6个百分点, 低0.8个和5.1个百分点."""

EITHER = names(
    "涨跌幅 涨跌幅度 涨跌额 涨跌 增减 增减幅 增减幅度 同比增减 升降幅 升降幅度 变动幅度 变动率 变化率 增减率"
)
"""Nouns of a change whose sign says which way it goes: 涨跌幅-0.6%."""
EITHER_BY = names("分别为 分别是 为 是 达 达到 约 约为 :")

OF_CHANGE = names("增幅 涨幅 降幅 跌幅 减幅 升幅 加幅")
"""Nouns of a change's size, which take more words than verbs do: 涨幅为3.5%, 降幅高达93%."""
OF_CHANGE_BY = names("为 是 高达 仅为 仅 只有 仅有 在 约为")

OF_UP = re.compile(
    r"的(?:年均|平均)?(?:增长)?(?:速度|幅度|速率|比例)(?:快速|持续|逐年|连年|稳步|高速)?(?:递增|增长|上升|提高|增加|上涨|攀升)"
    r"|的(?:同比|年均|平均|高速|复合)?(?:增长|增幅|涨幅|增速|增量|提升|上升|上涨)"
)
OF_DOWN = re.compile(
    r"的(?:年均|平均)?(?:速度|幅度|速率|比例)(?:快速|持续|逐年|连年)?(?:递减|减少|下降|降低|下跌|萎缩|缩小)"
    r"|的(?:同比|年均|平均)?(?:下降|降幅|跌幅|减幅|减少|下跌|下滑|降低)"
)
"""What behind an amount says that it is one of a change: 5.2%的增长."""

COMMAS = frozenset(",，")
JOINTS = frozenset("、和及与") | COMMAS
"""Between two amounts of one unit: the second takes the direction of the first (增长5.2%、3.1%和2%)."""

OTHER_ONES = names("这 那 每 某 有 前 上 下 同 新的 头 另 哪 任 的 统 逐 专 唯 进 单 最后")
"""Words before 一 that make it no number: 这一年, 最后一公里."""

CURRENCY = "(?:(?:[美日欧港韩台加澳]|新台)?元|[日韩]圆|[美台]币|新台币|人民币|英镑|美金|越南盾|印尼盾|卢比)"
"""What 兆 counts."""
SMALL_UNITS = re.compile(r"千(?:米|克|瓦|伏|卡|焦|帕|赫|字节|牛|安)|百帕|百分点")
"""Units that begin like a scale."""
WEIGHED = re.compile(
    "(?:的|重)?(?:[黄赤足纯真]金|[白纯纹官碎]银|银[子两]|金[子条]|茶|(?:[白黄烧老米]|高粱)?酒|粮|[大小糯]米|米饭|[牛羊猪鸡鸭鱼腊熟]?肉|二锅头|饭|[香麻]?油|面条|面粉"
    "|[红白砂]?糖|盐|药|烟[丝叶土]|菜|棉花|花生|瓜子|豆腐|人参|燕窝|虫草|丝绵)"
)
"""What is weighed in 两."""
CLAUSE_END = r"[，。；、,;:！!？?）)”」\s]|$"
"""Behind 两: nothing is counted there, so it is the unit (重约三两)."""
NOT_WEIGHT = frozenset(
    "会岸个种类者地国大年天级院高家新翼化山房市省県县区位名人只条件项次轮层手口三千百万亿元米公小侧端边头极方党江湖广用"
)
"""Behind 两: it is a number there and no weight: 2022两会, 5两个."""

MINUS_BEHIND = frozenset("增减降升涨跌少加长低高落为是达比额量率幅差至到值了口数~:(")
"""Before a minus whose number counts things: what makes it a sign (净增-120人)."""
NOT_NEGATIVE = frozenset("担肩背抱正胜自欠辜亏平减")
"""Before 负: what makes it part of another word (肩负, 正负)."""

RANKED = frozenset(("名", "位", "个月"))
"""Units that are a place or a span of the year behind 前: 前10名, 前5个月."""

SYSTEM = re.compile(r"(?:一贯|[^\W\d_]{0,2}工作)?制(?![作造定订度成止约盐瓷陶茶酒糖墨])")
"""Behind an amount: it names a system (三班制, 八小时工作制)."""

SECOND = frozenset(names("次 套 期 级 类 档 层 环 组 道 轮 班 段 门 版 集 季 手 线 胎 孩 楼 代 区 等 本"))
"""Units before which 二 is the second: how many would be 两."""

COUNTED_TOO = frozenset(names("次 组 轮 段 班 层 道 门"))
"""Of these, the ones that are counted as often."""

DAYS_BEFORE = names("缩短至 缩短为 延长至 长达 连续 为期 历时 提前 每 至少 不少于 不超过 超过 满")
DAYS_BEHIND = names("内 以内 之内 游 均 以上 以下 无理由")
"""What around a number with 日 says that it is a length of time and no date."""

RATIO_CUE = re.compile(
    r"配比|[生师护女男别入]比|比[由从]|比例|之比|比率|比为|按|杠杆|配套|配资|配备|配置|缩放|对半|分成|比值|浓度"
)
SCORE_CUE = re.compile(
    r"胜|负|败|[踢打战]成|[0-9]平|不敌|平局|战平|逼平|比分|领先|落后|球|局|队|赛|决|击|告负|淘汰|横扫|逆转|扳|得分(?!率)|总分|全场|终场|半场|首节|加时"
    r"|\A[、,，和及] ?[0-9]{1,3}:[0-9]{1,3}(?![0-9:])|[0-9]:[0-9]{1,3}[、,，和及] ?\Z"
)
"""What near 3:1 says that it is a ratio, or a score, as two of them side by side are (25:18和27:25)."""

LEADS = names(
    """
    达 多达 共 共计 合计 总计 累计 总共 一共 仅 只 已 为 是 有 约 同比 环比 较上年 比上年 比去年 较去年
    同比上年 分别 实现 完成 平均 年均 人均 占 占比 到 至 了 从 由 每 各 其中 还 将 再 又 新增 新建 净 均 都
    全年 全国 全市 全省 全区 提前 长达 历时 连续 为期 预计
    """
)
"""What may stand before the number in a text that is said to be one quantity; 仅为 is two of them."""
