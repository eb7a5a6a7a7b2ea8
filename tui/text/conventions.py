"""The conventions of newspaper pages, as one table: what a line, or a part of one, says that it is."""

from enum import Enum
from typing import NamedTuple

from tui.text.vocabulary import (
    AGENCY,
    ARROWS,
    BETWEEN,
    BRACKETED,
    CLOSINGS,
    CONTACT,
    DATE,
    DAY,
    EDITION,
    HAN,
    LUNAR,
    PAPER,
    PEOPLE,
    PERSON,
    SECTION,
    SENT,
    SERIES,
    SHOT,
    SLOGAN,
    STAFF,
    WHO,
)


class Sign(Enum):
    """What a line or a part of one says that it is."""

    FURNITURE = "furniture"
    IMAGE = "image"
    TURN = "turn"
    ADVERT = "advert"
    CONTACT = "contact"
    BYLINE = "byline"
    OPENING = "opening"
    CREDIT = "credit"
    STORY_CREDIT = "story credit"
    CAPTION = "caption"
    LEAD = "lead"
    CLOSING = "closing"
    DATED = "dated"


class Where(Enum):
    """Which part of a line a convention looks at."""

    WHOLE = "whole"
    START = "start"
    OPENING = "opening"
    CLOSING = "closing"
    HINT = "hint"


class Convention(NamedTuple):
    """One convention: its name, the part of a line that it looks at, what it says, and its pattern."""

    name: str
    where: Where
    says: Sign
    pattern: str


TABLE: tuple[Convention, ...] = (
    # lines that belong to no article
    Convention("image", Where.WHOLE, Sign.IMAGE, r"!\[[^\]]*\]\([^)]*\)|<!--.*-->|<img\b[^>]*>"),
    Convention("rule", Where.WHOLE, Sign.FURNITURE, r"[-*_=—─━·•★☆\s]{3,}|\|"),
    Convention("advertisement", Where.WHOLE, Sign.ADVERT, r"[【\[（(]?(?:公益)?广\s*告[】\]）)]?"),
    Convention("date", Where.WHOLE, Sign.DATED, rf"[（(]?{DATE}[）)]?(?:\s+\d\d?:\d\d(?::\d\d)?)?"),
    Convention(
        "masthead",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"[{BETWEEN}]*(?:(?:{DATE}|{LUNAR}|{EDITION}|(?:星期|周)[一二三四五六日天]|今日[\d０-９]+版|(?:总)?第[\d０-９]+期|"
        rf"国内统一(?:连续出版物号|刊号)[:：]?\s*CN[\s\d-]+|(?:邮发)?代号[:：]?[\s\d-]+|"
        rf"(?:{PAPER}|{SECTION}{{1,2}}|{STAFF}[\s:：]{{0,3}}{HAN}[ ]?{HAN}{{1,2}}|"
        rf"{HAN}{{2,4}}报(?=[{BETWEEN}].*(?:{DATE}|{EDITION}))|(?<=[{BETWEEN}])[A-Z]?\d{{1,2}})(?=[{BETWEEN}]|$))"
        rf"[{BETWEEN}]*)+",
    ),
    Convention(
        "staff",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"[■□●▲【\[（(]?\s*(?:本版|本期|今日)?{STAFF}[\s:：/／].{{1,60}}",
    ),
    Convention(
        "buttons",
        Where.WHOLE,
        Sign.FURNITURE,
        r"(?:字号|字体)[:：].{0,12}|(?:分享到?|打印本页|关闭窗口|返回(?:首页|顶部)|扫一扫|点击(?:查看|进入).{0,10})[:：]?|"
        r"原标题[:：].{2,60}",
    ),
    Convention(
        "contact",
        Where.WHOLE,
        Sign.CONTACT,
        rf"(?:[^，。\d]{{0,14}}{CONTACT}\s*[:：]?\s*[^，。\u4e00-\u9fff]{{6,60}}){{1,4}}",
    ),
    Convention(
        "address", Where.WHOLE, Sign.CONTACT, r"(?:地址|网址|社址)[:：][^。]{2,60}|(?:https?://|www\.)\S+"
    ),
    Convention(
        "contacts",
        Where.WHOLE,
        Sign.CONTACT,
        rf"{HAN}{{0,6}}{CONTACT}\s*[:：][^，。]{{4,80}}|(?:零售|每份|定)价?[:：]?\s*\S{{1,6}}元",
    ),
    Convention(
        "index",
        Where.WHOLE,
        Sign.FURNITURE,
        r"[^。]{2,50}(?:>>|》》|▶+|→|详见|[（(]见)\s*第?\s*[A-Z\d]{1,3}\s*版[）)]?|"
        r"[^。]{2,50}(?:[\s…·]+(?:第?[ ]?[A-Z]?\d{1,3}[ ]?版|[A-D]\d{2})|"
        r"[（(]第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)])",
    ),
    Convention(
        "slogan",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"(?:{SLOGAN}[^\s，。“”\d]{{0,20}}(?:\s+[^\s，。“”\d]{{2,20}}){{1,4}})",
    ),
    Convention(
        "series",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"[^\s，。]{{2,20}}{SERIES}(?:[（(]?[一二三四五六七八九十\d]*[）)]?)",
    ),
    Convention(
        "turn",
        Where.WHOLE,
        Sign.TURN,
        rf"{ARROWS}\s*(?:上接|下转|紧接|转接|接)\s*(?:[^，。（）()]{{0,6}}版[^，。（）()]{{0,14}}|[A-Z]\d{{1,2}}){ARROWS}",
    ),
    # lines that name people
    Convention(
        "credit of a photo story",
        Where.WHOLE,
        Sign.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报[道导]|摄影并报[道导]|图文报[道导]|文并摄)[）)]?",
    ),
    Convention(
        "byline and photos",
        Where.WHOLE,
        Sign.BYLINE,
        rf"[□■○●◎◇◆▲△]?\s*{WHO}\s*(?:文/图|图/文|文／图|图／文)",
    ),
    Convention(
        "credit",
        Where.WHOLE,
        Sign.CREDIT,
        rf"[（(]?(?:(?:(?:本版|本组|本文)?(?:照片|图片|题图)?(?:均?由)?\s*){PEOPLE}\s*{SHOT}|{HAN}{{1,16}}供图|"
        rf"(?:摄影|供图|制图|图片|图片来源|绘图|漫画)\s*[:：/／]\s*\S{{1,20}}|"
        rf"新华社发(?:\s*[（(][^（）()]{{1,20}}[）)])?|"
        r"(?:本文|本版)?(?:照片|图片|题图)均?由[^，。]{2,20}(?:提供|拍摄)|(?:本报)?资料(?:图片?|照片))[）)]?",
    ),
    Convention(
        "byline",
        Where.WHOLE,
        Sign.BYLINE,
        rf"[□■○●◎◇◆▲△☆★]?\s*(?:{WHO}|{BRACKETED})\s*(?:报[道导]|整理|采写|文)?",
    ),
    Convention(
        "author",
        Where.WHOLE,
        Sign.BYLINE,
        rf"(?:[□■○●◎◇◆]|(?:记者|通讯员)[:：])\s*{PERSON}(?:[ \u3000、]+{PERSON})*|"
        r"[（(](?:作者|整理|执笔|编译|编写)[^（）()。]{2,40}[）)]|"
        r"[□■○●◎◇◆]?\s*(?:作者|撰文|文|执笔|整理)\s*[:：/／丨|]\s*[^，。？！]{2,24}",
    ),
    Convention(
        "signature",
        Where.WHOLE,
        Sign.BYLINE,
        r"(?:一?[位名]?(?:读者|市民|网友|居民|村民|家长|职工|业主|群众))"
        rf"(?:[ \u3000:：]+{HAN}{{2,8}}|{PERSON})",
    ),
    Convention(
        "source",
        Where.WHOLE,
        Sign.BYLINE,
        r"[（(]?(?:据[^，。（）()]{2,16}(?:电|讯|报[道导]|消息|社|报|网)|综合消息|"
        r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*)?"
        r"(?:(?:稿件)?来源|稿源)[:：][^，。]{2,24})[）)]?|[（(](?:新闻)?线索(?:提供)?[:：\s][^（）()]{2,40}[）)]|"
        r"(?:本报)?(?:特约)?(?:评论员|编辑部|评论部)",
    ),
    # lines at pictures, and boxed leads
    Convention(
        "caption",
        Where.WHOLE,
        Sign.CAPTION,
        r"(?:[▲▼△▽◀▶◄►←→↑↓]+\s*\S|(?:图|上图|下图|左图|右图|题图|图片|大图|小图)为|图中|"
        r"(?:图|上图|下图|左图|右图|题图|图片说明|图[一二三四五六①-⑨\d]{1,2})\s*[:：]).*",
    ),
    Convention(
        "lead",
        Where.WHOLE,
        Sign.LEAD,
        r"[【\[]?(?:提要|(?:内容|本报|核心|新闻|阅读|本期)(?:提要|提示|阅读|看点)|导读|人物(?:名片|简介|档案|小传)|内容摘要|编者按|编者的话|开栏的话|新闻导读)"
        r"\s*(?:[】\]:：].*)?",
    ),
    # what opens a report
    Convention(
        "continued",
        Where.START,
        Sign.TURN,
        r"[（(▶]*\s*(?:上接|紧接)[^（）()，。]{1,16}版[^（）()，。]{0,12}[）)]",
    ),
    Convention("dateline", Where.OPENING, Sign.OPENING, rf"据?{AGENCY}{HAN}{{0,14}}{DAY}{SENT}"),
    Convention(
        "house",
        Where.OPENING,
        Sign.OPENING,
        rf"[【\[]?(?:本报|本刊|本网|本台|{PAPER})(?:综合)?(?:讯|消息|专讯)[】\]]?",
    ),
    Convention(
        "agency",
        Where.OPENING,
        Sign.OPENING,
        rf"据?(?:新华社|中新社|中新网|{PAPER})(?:{SENT}|报[道导])(?=[，,：:\s（(])",
    ),
    Convention(
        "digest",
        Where.OPENING,
        Sign.OPENING,
        rf"综合(?:消息|本报讯|新华社{HAN}{{0,10}}(?:电|消息|报[道导])?)(?=[，,：:\s])",
    ),
    Convention(
        "reporter",
        Where.OPENING,
        Sign.OPENING,
        rf"{BRACKETED}|(?=[^。]{{2,60}}报[道导]){WHO}\s*报[道导][:：]?(?=[\s:：]|$)",
    ),
    Convention(
        "quoted source",
        Where.HINT,
        Sign.OPENING,
        r"据(?:《[^》]{2,20}》|[^，。]{2,12}[网社台报])(?:[\d月]{0,5}\d日)?(?:报[道导]|消息)[，,]",
    ),
    # what closes one
    Convention("valediction", Where.WHOLE, Sign.CLOSING, CLOSINGS),
    Convention(
        "turn at the end", Where.CLOSING, Sign.TURN, r"[（(▶]\s*下转[^（）()]{1,16}版[^（）()]{0,12}[）)]?"
    ),
    Convention(
        "credit of a story at the end",
        Where.CLOSING,
        Sign.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报[道导]|摄影并报[道导]|图文报[道导]|文并摄)[）)]?",
    ),
    Convention(
        "credit at the end",
        Where.CLOSING,
        Sign.CREDIT,
        rf"[（(]?(?:{PEOPLE}\s*{SHOT}|{HAN}{{2,16}}供图)[）)]?",
    ),
    Convention("agency's photo", Where.CLOSING, Sign.CREDIT, r"新华社发(?:\s*[（(][^（）()]{1,20}[）)])?"),
    Convention(
        "reporter at the end",
        Where.CLOSING,
        Sign.BYLINE,
        rf"{BRACKETED}|[（(]{PERSON}(?:[ \u3000、]+{PERSON})*[）)]|{WHO}",
    ),
    Convention(
        "source at the end", Where.CLOSING, Sign.BYLINE, r"[（(](?:据|综合|来源)[^（）()。]{1,24}[）)]"
    ),
)

AFTER_OPENING = (
    r"\s*(?:[（(][^（）()]{2,60}[）)]|"
    rf"\s*{WHO}(?:\s*报[道导])?[:：]?(?=\s|$|(?<=报[道导])|(?<=[:：])))?\s*[:：]?"
)
