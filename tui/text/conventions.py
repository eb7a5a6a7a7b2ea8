"""The conventions of newspaper pages, as one table: the meaning of a line, or of a part of one."""

from tui.text.cues import Convention, Cue, Where
from tui.text.furniture import FURNITURE
from tui.text.vocabulary import (
    AGENCY,
    BRACKETED,
    BULLET,
    BYNAME,
    BYNAMES,
    CITIZEN,
    CLOSINGS,
    DAY,
    HAN,
    NAME,
    NAMES,
    OFFICE,
    PAPER,
    PEOPLE,
    PERSON,
    QUOTED,
    SENT,
    SHOT,
    WHO,
    WORK,
    having,
)

UNSPACED = rf"(?![在从昨今近日前获了采调发看走来到于随跟探直现])[ \u3000]*{HAN}{{2,3}}"
"""A name of any surname that stands right behind what its bearer is."""

WEB_TIME = r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
WEB_FACT = (
    r"[【\[]?(?:(?:信息|文章|稿件|新闻)?来源|作者|编辑|责任编辑|审核|点击[数量]?|浏览(?:次数|量)?|阅读(?:次数|[数量])?|访问量|字[号体])[:：]?"
    r"(?:\s*[【\[]?(?:\s*[大中小]){3}\s*[】\]]?|[^\s，。]{0,20})"
)
"""What a web page says of an article beside its time."""

TABLE: tuple[Convention, ...] = (
    *FURNITURE,
    # lines that name people
    Convention(
        "credit of a photo story",
        Where.WHOLE,
        Cue.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报[道导]|摄影并报[道导]|图文报[道导]|文并摄)[）)]?",
    ),
    Convention(
        "byline and photos",
        Where.WHOLE,
        Cue.BYLINE,
        rf"[□■○●◎◇◆▲△]?\s*(?:{WHO}|本[报刊]{HAN}{{0,6}}记者{UNSPACED})\s*(?:文[/／、]?[图摄影]|[图摄][/／、]?文)",
    ),
    Convention(
        "credit",
        Where.WHOLE,
        Cue.CREDIT,
        having("摄图画社觉东照")
        + rf"[（(]?(?:(?:(?:本版|本组|本文)?(?:照片|图片|题图)?(?:均?由)?\s*){PEOPLE}\s*{SHOT}|"
        rf"{HAN}{{1,16}}供图|"
        rf"(?:(?:题图|压题|本文|插图|封面)?(?:摄影|供图)|制图|图片|图片来源|绘图|漫画)\s*[:：/／]\s*\S{{1,20}}"
        rf"(?:[ \u3000]{HAN}{{1,8}}){{0,3}}|"
        rf"(?:本版|本组)摄影[ \u3000]+{NAMES}|"
        rf"新华社[/／]{HAN}{{2,6}}社|人民视觉|东方IC|"
        rf"(?:新华|中新)社发(?:\s*[（(][^（）()]{{1,20}}[）)]|{HAN}{{2,5}}社(?:照片|图片))?|"
        r"(?:本文|本版)?(?:照片|图片|题图)均?由[^，。]{2,20}(?:提供|拍摄)|(?:本报)?资料(?:图片?|照片))[）)]?"
        r"(?:\s*[（(][^（）()]{0,6}(?:照片|图片|社稿)[）)])?",
    ),
    Convention(
        "byline",
        Where.WHOLE,
        Cue.BYLINE,
        rf"[□■○●◎◇◆▲△☆★]?\s*(?:{WHO}|{BRACKETED})\s*"
        rf"(?:{HAN}{{2,14}}(?:中心|[台站办部局委院校]|公司|集团)[ \u3000]+{NAMES})?\s*"
        rf"(?:报[道导]|整理|采写|文)?",
    ),
    Convention(
        "byline without blanks",
        Where.WHOLE,
        Cue.BYLINE,
        rf"本[报刊]记者|[□■○●◎◇◆▲△☆★]?\s*本[报刊][^，。\s]{{0,6}}记者(?:{UNSPACED}|{PERSON}{PERSON})"
        rf"(?:[ \u3000]*通讯员{UNSPACED})?"
        r"(?:摄影报道|报道|文[/／][图摄]|图[/／]文|文)?",
    ),
    Convention(
        "author",
        Where.WHOLE,
        Cue.BYLINE,
        rf"(?:[□■○●◎◇◆]|(?:记者|通讯员)[:：])\s*{PERSON}(?:[ \u3000、]+{PERSON})*|"
        r"[（(](?:作者|整理|执笔|编译|编写)[^（）()]{2,80}[）)]|"
        rf"[□■○●◎◇◆]?\s*(?:{WORK}\s*[:：/／丨|]\s*(?:(?!{WORK}\s*[:：/／丨|])[^，。？！]){{2,24}}){{1,4}}|"
        rf"(?:讲述|口述|采访|整理|记录|受访|访谈|对话|解答)(?:人|者|对象)\s*[:：][^。]{{2,50}}|"
        rf"{HAN}{{2,5}}[:：]\s*[^，。：]{{0,16}}{OFFICE}[ \u3000]+(?:{BYNAMES}|{HAN}{{2,3}})|"
        rf"(?:指导|辅导|推荐)[老教]师[ \u3000:：]*{NAMES}|"
        rf"(?:{NAME}\s*(?:口述|讲述|记录|整理|撰文|采写|摄影|绘图|翻译|编译)(?:[ \u3000、，/／]+|$)){{2,3}}|"
        rf"{BULLET}?\s*(?:文[、/／]图|图[、/／]文|图文)[ \u3000]+{NAMES}|"
        r"[^，。\s]{1,12}[〔\[（(]\d{4}[〕\]）)]第?\d{1,4}号|"
        rf"[□▍▎▌]\s*[^，。：]{{0,16}}{OFFICE}(?:[ \u3000]+{HAN}{{2,4}})?|"
        r"By [A-Z][\w.'’-]*(?: (?:and |de |van |von |bin |al-)?[A-Z][\w.'’-]*){1,5}(?:, [A-Z][\w ]{2,30})?|"
        rf"发自[^，。]{{2,16}}|[（(]{HAN}{{2,16}}[ \u3000]+{PERSON}(?:[ \u3000、]+{PERSON})*[）)]",
    ),
    Convention(
        "signature",
        Where.WHOLE,
        Cue.BYLINE,
        r"[^，。：]{4,24}(?:同[人仁]|全体(?:同[学仁]|师生|[职员]工|学生|教师|队员|[社会党]员|战士|官兵|指战员|居民|村民|业主|家长|医护人员))|[^，。：]{2,24}(?:敬启|谨启|泣启|同启|敬上|谨上|顿首|敬谢|谨识|"
        r"泣告|泣叩|拜启|敬告|谨告|叩谢|哀告|(?<=[ \u3000敬家])鞠躬)|"
        rf"(?!.*文[艺化体娱])(?:一?[位名]?{CITIZEN})(?:[ \u3000:：]+{HAN}{{2,8}}|{PERSON})|"
        rf"{HAN}{{2,10}}[ \u3000]*{CITIZEN}[ \u3000]*{PERSON}等[一二三四五六七八九十百\d]+[人名位户]|"
        rf"(?:{HAN}{{2,12}}[ \u3000]+)?(?:一[位名个群]|几[位名个]){HAN}{{0,4}}{CITIZEN}",
    ),
    Convention(
        "source",
        Where.WHOLE,
        Cue.BYLINE,
        r"[（(](?:(?:本[报刊台网站])?综合|综合(?:本[报刊]讯|报道|整理))[）)]|"
        r"[（(]?(?:(?:(?:以上|本栏|除署名外)?均)?据[^，。（）()]{2,16}(?:电|讯|报[道导]|消息|社|报|网)|综合消息|"
        r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*)?"
        r"(?:(?:稿件)?来源|稿源)[:：][^，。]{2,48}|据[^，。（）()]{2,16}(?:整理|编写|改编|编译))[）)]?|[（(](?:新闻)?线索(?:提供)?[:：\s][^（）()]{2,40}[）)]|"
        r"[（(][^（）()。]{2,20}线索费[^（）()]{0,8}[）)]|"
        rf"[（(]据?{AGENCY}{HAN}{{0,14}}(?:{DAY})?电[）)]|[（(][^（）()，。]{{2,20}}(?:供稿|来稿|报送)[）)]|"
        rf"[（(]{HAN}{{2,14}}(?:通讯组|报道组|宣传科|宣传部|办公室|工会|[一1]?[位名]?{CITIZEN})[）)]|"
        rf"{QUOTED}《[^《》]{{2,20}}》[^，。]{{0,24}}|[（(]原[载刊][^（）()]{{4,30}}[）)]|"
        rf"[（(]{QUOTED}?《[^《》]{{2,20}}》[^（）()]{{0,40}}[）)]|"
        r"《[^《》]{2,16}》\s*[（(]\d{4}年[^（）()]{2,24}[）)]|"
        r"《[^《》]{2,16}》\s*\d[\d.年月日第期-]*(?:\s*\S{2,8}[/／]?文)?|"
        r"(?:本[报刊台网])?(?:特约)?(?:评论员|编辑部|评论部)|《[^《》]{2,12}》编辑[部组]|"
        rf"(?:本报|本刊|{PAPER})(?:全媒体|联合)?(?:调查|采访|报道|调研)组",
    ),
    Convention(
        "time and source of a web page",
        Where.WHOLE,
        Cue.BYLINE,
        rf"(?:{WEB_FACT}\s+)*(?:发布|更新|录入|添加)?(?:时间|日期)[:：]\s*{WEB_TIME}(?:\s+{WEB_FACT})*|"
        rf"(?:原创\s+)?(?:{HAN}{{2,12}}\s+){{1,2}}\d{{4}}-\d\d?-\d\d?\s+\d{{1,2}}:\d{{2}}(?:\s+(?:发表于)?{HAN}{{2,6}})?",
    ),
    # lines at pictures, and boxed leads
    Convention(
        "caption",
        Where.WHOLE,
        Cue.CAPTION,
        r"(?:[▲▼△▽◀▶◄►←→↑↓]+\s*\S|[（(]?(?:(?:[上下左右大小题头配]|压题|题头)?图|(?:压题|题头|题图|文内|配图|上|下|左|右)?(?:照片|图片))为|图中|图[一二三四五六①-⑨\d]{1,2}\s+\S|"
        r"(?:图|上图|下图|左图|右图|题图|图片说明|(?:压题|题头)(?:照片|图片)|图[一二三四五六①-⑨\d]{1,2})\s*[:：]).*",
    ),
    Convention(
        "caption that says who stands where",
        Where.WHOLE,
        Cue.CAPTION,
        rf"{HAN}{{2,6}}[（(](?:[左右中前后][一二三四]?|[前后]排[左右中]?[一二三四]?)[）)][^。！？：:]{{2,36}}。?",
    ),
    Convention(
        "lead",
        Where.WHOLE,
        Cue.LEAD,
        r"[【\[]?(?:提要|(?:内容|本报|核心|新闻|阅读|本期)(?:提要|提示|阅读|看点)|导读|人物(?:名片|简介|档案|小传)|内容摘要|编者按|编者的话|摘要|关键词|(?:对话|访谈|本期)嘉宾|开栏的话|新闻导读)"
        r"(?:\s*[】\]:：].*|[ \u3000].*)?|(?:嘉宾|主持人)\s*[:：]?",
    ),
    # what opens a report
    Convention(
        "continued",
        Where.START,
        Cue.TURN,
        r"[（(▶]*\s*(?:上接|紧接)[^（）()，。]{1,16}版[^（）()，。]{0,12}[）)]",
    ),
    Convention("dateline", Where.OPENING, Cue.OPENING, rf"据?{AGENCY}{HAN}{{0,14}}{DAY}{SENT}"),
    Convention(
        "house",
        Where.OPENING,
        Cue.OPENING,
        rf"[【\[]?(?:本报|本刊|本网|本台|本站|{PAPER})(?:综合)?(?:讯|消息|{HAN}{{0,6}}专讯)[】\]]?",
    ),
    Convention(
        "bracketed dateline",
        Where.OPENING,
        Cue.OPENING,
        rf"[【〔\[][^【】〔〕\[\]。]{{2,30}}{DAY}(?:{SENT}|报[道导])[】〕\]](?:\s*题[:：][^。（）()]{{2,40}})?",
    ),
    Convention(
        "site",
        Where.OPENING,
        Cue.OPENING,
        rf"[【\[]{HAN}{{2,10}}(?:在线|网|新闻|头条|发布|客户端|快讯|融媒体?|电视台|电台|通讯社)[】\]]",
    ),
    Convention(
        "paper",
        Where.OPENING,
        Cue.OPENING,
        rf"{HAN}{{2,7}}报讯(?=[\s（(])",
    ),
    Convention(
        "agency",
        Where.OPENING,
        Cue.OPENING,
        rf"据?(?:新华社|中新社|中新网|{PAPER})(?:{SENT}|报[道导])(?=[，,：:\s（(])|(?:新华|中新)社专电|"
        r"据(?:新华社|中新社)电(?![讯视台话子])|"
        r"据《[^》]{2,20}》(?:[\d月]{0,5}\d日)?(?:报[道导]|消息)(?=[:：\s])",
    ),
    Convention(
        "digest",
        Where.OPENING,
        Cue.OPENING,
        rf"综合(?:消息|本报讯|新华社{HAN}{{0,10}}(?:电|消息|报[道导])?)(?=[，,：:\s])",
    ),
    Convention(
        "reporter",
        Where.OPENING,
        Cue.OPENING,
        rf"{BRACKETED}|[（(]{HAN}{{2,16}}[ \u3000]+{PERSON}(?:[ \u3000、]+{PERSON})*[）)]|"
        rf"(?=[^。]{{2,60}}报[道导]){WHO}\s*报[道导][:：]?(?=[\s:：]|$)|"
        rf"(?:{BULLET}\s*)?{HAN}{{0,8}}(?:记者|通讯员|特派员)[ \u3000]+{BYNAME}"
        rf"(?:[ \u3000、]+{BYNAME}){{0,2}}[ \u3000]+(?=[^ \u3000]{{12}})",
    ),
    Convention(
        "quoted source",
        Where.HINT,
        Cue.OPENING,
        r"据外[电媒](?:报[道导]|消息)|据(?:《[^》]{2,20}》|[^，。]{2,12}(?:[网社台报]|客户端|公众号))(?:[\d月]{0,5}\d日)?(?:报[道导]|消息)[，,]",
    ),
    # what closes one
    Convention("valediction", Where.WHOLE, Cue.CLOSING, CLOSINGS),
    Convention(
        "turn at the end", Where.CLOSING, Cue.TURN, r"[（(▶]\s*下转[^（）()]{1,16}版[^（）()]{0,12}[）)]?"
    ),
    Convention(
        "credit of a story at the end",
        Where.CLOSING,
        Cue.STORY_CREDIT,
        rf"[（(]?{PEOPLE}\s*(?:摄影报[道导]|摄影并报[道导]|图文报[道导]|文并摄)[）)]?",
    ),
    Convention(
        "credit at the end",
        Where.CLOSING,
        Cue.CREDIT,
        rf"[（(]?(?:{PEOPLE}\s*{SHOT}|{HAN}{{2,16}}供图)[）)]?(?:\s*[（(][^（）()]{{0,6}}(?:照片|图片|社稿)[）)])?",
    ),
    Convention(
        "agency's photo",
        Where.CLOSING,
        Cue.CREDIT,
        rf"[（(]?新华社发(?:\s*[（(][^（）()]{{1,20}}[）)]|{HAN}{{2,5}}社(?:照片|图片))?[）)]?",
    ),
    Convention(
        "reporter at the end",
        Where.CLOSING,
        Cue.BYLINE,
        rf"{BRACKETED}|[（(](?![^（）()]*[省市县区乡镇村州][）)])"
        rf"(?:{HAN}{{2,16}}[ \u3000]+)?(?:{PERSON}(?:[ \u3000、]+{PERSON})*|{HAN}[ \u3000]{HAN})[）)]|{WHO}",
    ),
    Convention(
        "source at the end",
        Where.CLOSING,
        Cue.BYLINE,
        rf"[（(](?:(?:(?:以上|本栏|除署名外)?均)?据|综合|来源)[^（）()。]{{1,24}}[）)]|[—–―－]{{2,3}}编者|[（(]{QUOTED}?《[^《》]{{2,20}}》[^（）()]{{0,40}}[）)]|"
        rf"[（(]据?{AGENCY}{HAN}{{0,14}}(?:{DAY})?电[）)]|[（(](?:新华|中新|中央|路透|法新|美联)社[）)]|"
        rf"[（(][^（）()，。]{{2,20}}(?:供稿|来稿|报送)[）)]|[（(](?:作者|整理|执笔|编译|编写)[^（）()]{{2,80}}[）)]",
    ),
)

AFTER_OPENING = (
    r"\s*(?:[（(][^（）()]{2,60}[）)]|[《（(]{0,3}(?=[^（）()《》]{0,8}(?:记者|通讯员))[^（）()《》]{2,40}[）)]|"
    rf"\s*{HAN}{{2,8}}消息(?=\s)|\s*{WHO}(?:\s*报[道导])?[:：]?(?=\s|$|(?<=报[道导])|(?<=[:：])))?\s*[:：]?"
)
