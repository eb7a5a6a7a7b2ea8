"""Times within a day that other words say, and times of dynasties: 下午5点, 当晚, 次日凌晨, 唐代.

They stay open: which day it is, the text around them says; a dynasty is no interval of a bulletin.
"""

from tui.quantities.periods.around import Resolver
from tui.quantities.periods.grammar import CLOCK, TO, any_of
from tui.quantities.periods.interval import unknown
from tui.quantities.words import names

_PART = "(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|夜里|夜间|半夜)"
_HOURS = rf"{_PART}{CLOCK}(?!建议|意见|要求|措施|心)(?:左右|前后)?(?:{TO}(?:次日)?{_PART}?{CLOCK})?"
_NIGHT = "当[晚夜](?!会(?![见谈])|[宴霞辈年报间班校色])"
_NEXT = r"次日(?!达)|翌日|(?<![每生])第二天(?![然线赋才性使])"
_BEFORE = "(?<![生目以之此当节])前一天(?![然线赋才性使])"
_WEEKEND = "(?<![南方每报一])周末(?![版报刊画班夫])"
_DYNASTIES = any_of(names("西汉 东汉 魏晋 南北朝 魏晋南北朝 隋唐 北宋 南宋 两宋 五代十国 明清 春秋战国"))
_DYNASTY = (
    rf"(?:{_DYNASTIES}(?:时期|年间)?|(?:春秋|战国|三国)时期"
    "|(?<![王大历改])[商周秦汉晋隋唐宋元明清](?:代(?![表理替办码言工步沟价])|朝(?![代阳鲜圣向着气霞野晖])))"
    "(?:初年|末年|初期|末期|中期|中叶|后期|晚期)?"
)

FORMS: tuple[tuple[str, str], ...] = (
    ("moment", _HOURS),
    ("moment", rf"(?:{_NEXT}|{_BEFORE}|{_NIGHT})(?:{_HOURS}|{_PART})?"),
    ("moment", _WEEKEND),
    ("moment", rf"(?<![第0-9])[0-9]{{1,2}}号{_PART}(?:{CLOCK})?"),
    ("dynasty", _DYNASTY),
)

OPENINGS: dict[str, str] = {
    "凌清早上中下傍晚深夜半": rf"{_PART}[0-9〇○零一二三四五六七八九十两]",
    "次翌第前当": "[次翌]日|第二天|前一天|当[晚夜]",
    "周": "周末",
    "西东魏南隋唐北两五明春": f"{_DYNASTIES}",
    "春战三": "(?:春秋|战国|三国)时期",
    "商周秦汉晋隋唐宋元明清": "[商周秦汉晋隋唐宋元明清][代朝]",
}
"""By its first character: what may begin one."""
LEADS = {
    "moment": "凌清早上中下傍晚深夜半次翌第前当周0123456789",
    "dynasty": "西东魏南隋唐北两五明春战三商周秦汉晋宋元清",
}
"""By the name of a form: the characters that it may begin with."""
MOMENTS: dict[str, Resolver] = {
    "moment": lambda *_: unknown("context"),
    "dynasty": lambda *_: unknown("vague"),
}
"""By the name of a form: what resolves it."""
