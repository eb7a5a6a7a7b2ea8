"""Normalises spelling variants character by character, so that offsets are kept."""

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = "，；？！"
_SIGNS = "‚,﹐,∶:〜~∼~−-﹪%﹣-○〇﹢+￥¥＇'　 \u00a0 \u2009 \u202f ﹒.٪%✖×╳×⨯×"
"""Signs, each before the one that it is read as."""
_TRADITIONAL = (
    "萬万億亿兩两點点餘余幾几數数個个戶户畝亩噸吨歲岁頓顿張张條条輛辆隻只間间層层處处種种項项約约將将過过"
    "滿满達达內内陽阳負负攝摄鐘钟時时農农曆历週周職职場场筆笔陣阵臺台棟栋樓楼號号園园長长減减漲涨縮缩擴扩"
    "遞递聯联環环較较壓压裡里連连續续據据僅仅佔占為为幣币鎊镑韓韩歐欧開开圓圆塊块錢钱觀观產产業业級级組组"
    "機机隊队門门頁页題题課课類类劑剂補补顆颗盞盏盤盘籃篮積积體体總总額额見见發发廣广東东華华後后來来雙双對对"
    "紀纪載载當当這这從从節节閏闰臘腊鍾钟圍围貫贯擔担頃顷畫画尋寻釐厘絲丝"
)
"""Characters of traditional script that the tables here hold, each before the simplified one."""


def _pairs(text: str) -> dict[str, str]:
    return {text[at]: text[at + 1] for at in range(0, len(text), 2)}


TABLE: dict[str, str] = {
    **{chr(code): chr(ascii) for code, ascii in _WIDE.items() if chr(code) not in _KEPT},
    **_pairs(_TRADITIONAL),
    **_pairs(_SIGNS),
}
_FOLDED = re.compile(f"[{''.join(TABLE)}]")
WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def fold(text: str) -> str:
    """Return `text`, as long as before, in half-width letters, digits and signs and in simplified script."""
    folded = WIDE_COMMA.sub(",", text) if "，" in text else text
    return _FOLDED.sub(lambda found: TABLE[found[0]], folded)
