"""The conventions of newspaper pages, as one table: what a line, or a part of one, says that it is."""

from enum import Enum
from typing import NamedTuple

HAN = r"[^\W\d_A-Za-z]"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴"
    "夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪"
    "严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席"
    "卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边宗仇仲骆危褚娄冷应匡栗冼楼佟燕麦敬褟战阚"
)
"""The commonest surnames, which begin a name that stands without a blank behind what its bearer is."""
NAME = rf"{HAN}{{1,4}}(?:[·•]{HAN}{{1,8}})*"
NAMES = rf"{NAME}(?:[ \u3000、，,/]+{NAME})*"
PAPER = rf"{HAN}{{1,8}}(?:[日晚早晨午时周商快导]报|都市报|青年报|工人报|参考报|法治报)"
REPORTER = rf"{HAN}{{0,10}}(?:记者|通讯员|特派员|评论员|实习生|撰稿人?)"
PERSON = rf"[{SURNAMES}][ \u3000]?{HAN}{{1,2}}"
WHO = rf"(?:{REPORTER}(?:[ \u3000:：]+{NAMES}|{PERSON}(?:[ \u3000、，,/]+{NAMES})?)[ \u3000、，,/]*){{1,2}}"
PEOPLE = rf"{HAN}{{1,10}}?(?:[ \u3000、，,/:：·]+{HAN}{{1,10}}?)*"
BRACKETED = rf"[（(][^（）()]{{0,16}}{REPORTER}[^（）()]{{1,60}}[）)]"
DAY = r"(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日"
AGENCY = r"(?:新华社|中新社|中新网|人民网|央视网|本报|本刊|本台|本网|本社)"
COUNT = r"[\d０-９一二三四五六七八九十]{1,3}"
DATE = rf"(?:[\d０-９]{{4}}|[〇零○一二三四五六七八九]{{4}})年{COUNT}月{COUNT}日"
EDITION = r"(?:第?[ ]?[A-Za-zＡ-Ｚ]?[\d０-９一二三四五六七八九十]{1,4}[ ]?版|[A-DＡ-Ｄ][\d０-９]{1,2}版?)"
BETWEEN = r"\s|｜·,，、/（）()"
SECTION = (
    r"(?:要闻|综合|新闻|综合新闻|时政|社会|国内|国际|经济|财经|文化|体育|副刊|专题|专版|评论|民生|教育|科技|健康|"
    r"法治|公益|头条|简讯|快讯|短讯|短波|简报|要闻简报|国内简讯|本地|城事|热点|聚焦|视点|观察|都市|生活|导读|今日导读|本期导读|今日要目|特别报道)"
)
STAFF = (
    r"(?:责任编辑|责任校对|本版责编|责编|编辑|校对|美编|美术编辑|版式设计|版式|组版|制版|排版|值班编委|值班主任|"
    r"主编|审读|检校)"
)
CONTACT = (
    r"(?:电话|热线|传真|邮箱|电子邮箱|电子信箱|[Ee]-?mail|网址|地址|邮编|邮政编码|微信号?|QQ|邮发代号|"
    r"国内统一(?:连续出版物号|刊号)|CN|ISSN)"
)
SHOT = r"(?:摄影报道|摄影并报道|摄影|(?<!拍)摄|供图|制图|绘图|图文报道|文并摄|文/图|图/文|文／图|图／文)"
SLOGAN = (
    r"(?:深入学习|学习贯彻|学思想|强党性|重实践|建新功|全面贯彻|奋力|奋进|牢记|高举|踔厉|勇毅|不忘|砥砺|喜迎|"
    r"凝心|同心|团结奋斗|建功|奋斗|争做|弘扬|传承)"
)
SERIES = r"(?:巡礼|专栏|系列报道|特别报道|特刊|专版|专刊|连载)"


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


class Where(Enum):
    """Which part of a line a convention looks at."""

    WHOLE = "whole"
    START = "start"
    OPENING = "opening"
    CLOSING = "closing"


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
    Convention(
        "masthead",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"(?:(?:{DATE}|{EDITION}|农历{HAN}{{2,12}}|(?:星期|周)[一二三四五六日天]|今日[\d０-９]+版|(?:总)?第[\d０-９]+期|"
        rf"(?:{PAPER}|{SECTION}{{1,2}}|{STAFF}[:：]?{HAN}{{2,3}})(?=[{BETWEEN}]|$))[{BETWEEN}]*)+",
    ),
    Convention(
        "staff",
        Where.WHOLE,
        Sign.FURNITURE,
        rf"[■□●▲]?\s*(?:本版|本期|今日)?{STAFF}[\s:：/／].{{1,60}}",
    ),
    Convention(
        "contact",
        Where.WHOLE,
        Sign.CONTACT,
        rf"[^，。]{{0,14}}{CONTACT}\s*[:：]?\s*[^，。\u4e00-\u9fff]{{6,60}}",
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
        r"[^。]{2,50}(?:>>|》》|▶+|→|详见|[（(]见)\s*第?\s*[A-Z\d]{1,3}\s*版[）)]?",
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
        r"[（(▶>]*\s*(?:上接|下转|紧接|转接|接)\s*[^，。（）()]{0,6}版[^，。（）()]{0,14}[）)▶>]*",
    ),
    # lines that name people
    Convention(
        "credit of a photo story",
        Where.WHOLE,
        Sign.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报道|摄影并报道|图文报道|文并摄)[）)]?",
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
        rf"[□■○●◎◇◆▲△☆★]?\s*(?:{WHO}|{BRACKETED})\s*(?:报道|整理|采写|文)?",
    ),
    Convention(
        "author",
        Where.WHOLE,
        Sign.BYLINE,
        rf"[□■○●◎◇◆]\s*{PERSON}(?:[ \u3000、]+{PERSON})*|"
        r"[（(](?:作者|整理|执笔|编译|编写)[^（）()。]{2,40}[）)]|"
        r"[□■○●◎◇◆]?\s*(?:作者|撰文|文|执笔|整理|记者|通讯员)\s*[:：/／丨|]\s*[^，。]{2,24}",
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
        r"[（(]?(?:据[^，。（）()]{2,16}(?:电|讯|报道|消息|社|报|网)|综合消息|(?:稿件)?来源[:：][^，。]{2,24})[）)]?",
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
        r"[【\[]?(?:提要|内容提要|本报提要|核心提示|新闻提示|导读|阅读提示|编者按|编者的话|开栏的话|新闻导读)"
        r"\s*(?:[】\]:：].*)?",
    ),
    # what opens a report
    Convention(
        "continued",
        Where.START,
        Sign.TURN,
        r"[（(▶]*\s*(?:上接|紧接)[^（）()，。]{1,16}版[^（）()，。]{0,12}[）)]",
    ),
    Convention("dateline", Where.OPENING, Sign.OPENING, rf"{AGENCY}{HAN}{{0,14}}{DAY}(?:电|讯|专电|消息)"),
    Convention(
        "house", Where.OPENING, Sign.OPENING, rf"(?:本报|本刊|本网|本台|{PAPER})(?:综合)?(?:讯|消息|专讯)"
    ),
    Convention(
        "agency",
        Where.OPENING,
        Sign.OPENING,
        rf"据?(?:新华社|中新社|中新网|{PAPER})(?:电|消息|报道)(?=[，,：:\s（(])",
    ),
    Convention(
        "digest", Where.OPENING, Sign.OPENING, r"综合(?:消息|本报讯|新华社(?:电|消息)?)(?=[，,：:\s])"
    ),
    Convention(
        "reporter",
        Where.OPENING,
        Sign.OPENING,
        rf"{BRACKETED}|(?=[^。]{{2,60}}报道){WHO}\s*报道[:：]?(?=[\s:：]|$)",
    ),
    # what closes one
    Convention(
        "turn at the end", Where.CLOSING, Sign.TURN, r"[（(▶]\s*下转[^（）()]{1,16}版[^（）()]{0,12}[）)]?"
    ),
    Convention(
        "credit of a story at the end",
        Where.CLOSING,
        Sign.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报道|摄影并报道|图文报道|文并摄)[）)]?",
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
    rf"\s*(?:[（(][^（）()]{{2,60}}[）)]|\s*{WHO}(?:\s*报道)?[:：]?(?=\s|(?<=报道)|(?<=[:：])))?\s*[:：]?"
)
