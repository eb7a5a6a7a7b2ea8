"""The conventions of furniture, lines in no article: a part of the table in `conventions`."""

from tui.text.adverts import ADVERTS
from tui.text.cues import Convention, Cue, Where
from tui.text.vocabulary import (
    ARROWS,
    BETWEEN,
    CONTACT,
    COUNT,
    DATE,
    EDITION,
    HAN,
    ISSUE,
    LUNAR,
    PAPER,
    SECTION,
    SERIES,
    SLOGAN,
    STAFF,
    WEEKDAY,
    having,
)

TAG = (
    r"</?[A-Za-z][\w-]{0,20}(?:\s[^<>]{0,200})?/?>|!\[[^\]]*\]\([^)]*\)|"
    r"&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip);"
)
"""What converters leave in a text that is no text."""

STRAY = "“”\"'_.:："
"""What recognition makes of the rules and dots between the words of a folio."""

FOLIO_WORD = (
    rf"(?:{DATE}|[（(]?(?:星期|周)[一二三四五六日天][）)]?|{LUNAR}|{EDITION}|[A-D][O\d]{{1,2}}版?|{ISSUE}|"
    rf"今日[\d０-９]+版|{STAFF}[:：]?{HAN}{{2,3}}(?={STAFF}|[{BETWEEN}{STRAY}]|$)|{SECTION})"
)
"""A word of a folio; looked for first, since few lines begin with one."""

FURNITURE: tuple[Convention, ...] = (
    Convention(
        "buttons in brackets",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:[【\[](?:打印|关闭|返回|收藏|分享|复制|字体|大|中|小|打印本页|关闭窗口|返回顶部)[】\]]\s*)+",
    ),
    Convention(
        "page and weekday",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"{HAN}{{2,10}}[ \u3000]+(?:星期|周|礼拜)[一二三四五六日天]",
    ),
    Convention("image", Where.WHOLE, Cue.IMAGE, r"(?:!\[[^\]]*\]\([^)]*\)\s*)+|<!--.*-->|<img\b[^>]*>"),
    Convention("mark-up of a converter", Where.WHOLE, Cue.FURNITURE, rf"(?:(?:{TAG})\s*)+"),
    Convention("mark-up of a converter at the end", Where.CLOSING, Cue.FURNITURE, rf"(?:(?:{TAG})\s*)+"),
    Convention("mark-up of a converter at the start", Where.START, Cue.FURNITURE, rf"(?:(?:{TAG})\s*)+"),
    Convention(
        "page number",
        Where.WHOLE,
        Cue.FURNITURE,
        r"[-—–·•~～]\s*\d{1,4}\s*[-—–·•~～]|第\s*\d{1,4}\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|"
        r"(?:[Pp]age|PAGE|P\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    ),
    Convention("rule", Where.WHOLE, Cue.FURNITURE, r"[-*＊_=—─━·•★☆\s]{3,}|\|(?:\s*:?-{2,}:?\s*\|)*"),
    *ADVERTS,
    Convention(
        "date",
        Where.WHOLE,
        Cue.DATED,
        rf"[（(]{DATE}[^（）()。]{{0,40}}(?:通过|发布|公布|印发|批准|施行)[）)]|[（(]?{DATE}[）)]?(?:\s+\d\d?:\d\d(?::\d\d)?)?",
    ),
    Convention(
        "masthead",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"[{BETWEEN}]*(?>(?:{DATE}|{LUNAR}|{EDITION}[:：]?|{ISSUE}|\d{{4}}年(?:\d{{1,2}}月)?第\d{{1,3}}[期周号]|\d{{4}}年\d{{1,2}}月|"
        rf"(?:星期|周)[一二三四五六日天]|今日(?:共)?{COUNT}版|总?第[\d０-９〇零百一二三四五六七八九十]{{1,6}}期|"
        rf"国内统一(?:连续出版物号|刊号)[:：]?\s*CN[\s\d-]+|(?:邮发)?代号[:：]?[\s\d-]+|"
        rf"第\d{{1,3}}卷\s*第\d{{1,3}}期|"
        rf"(?:{PAPER}|{SECTION}{{1,2}}|{STAFF}[\s:：]{{0,3}}{HAN}[ ]?{HAN}{{1,2}}|"
        rf"{HAN}{{2,4}}报(?=[{BETWEEN}].*(?:{DATE}|{EDITION}))|(?<=[{BETWEEN}])[A-Z]?\d{{1,2}}|"
        rf"[A-Z]?\d{{1,2}}(?=[ \u3000/／]*{SECTION}(?:[{BETWEEN}]|$)))(?=[{BETWEEN}]|$|(?<=[:：])))"
        rf"[{BETWEEN}]*)+",
    ),
    Convention(
        "name and number of a page",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"{HAN}{{2,8}}[ \u3000]+(?:{EDITION}|(?:本版|本期)?{STAFF}[ \u3000:：]*{HAN}{{2,4}})"
        rf"(?:[ \u3000]+{HAN}{{2,6}})?",
    ),
    Convention(
        "folio without blanks",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"(?:{HAN}{{2,8}}[\s·|｜]*)?{DATE}[\s{STRAY}]*(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?|{EDITION}|第\d+期)[^，。！？]{{0,60}}",
    ),
    Convention(
        "words of a folio without blanks",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"(?={FOLIO_WORD})(?=.*(?:{DATE}|(?:星期|周)[一二三四五六日天]|{EDITION}|[A-D][O\d]{{1,2}}))"
        rf"(?:{FOLIO_WORD}[{BETWEEN}{STRAY}]*){{2,10}}",
    ),
    Convention(
        "imprint",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?=[^\s|｜]{1,49}[\s|｜])"  # a first word, as long as one may be: what most lines do not begin with
        rf"(?![^《]*《)(?=.*(?:{DATE}\s*{WEEKDAY}|{EDITION}[\s|｜].*{DATE}|{DATE}.*[\s|｜]{EDITION}(?:$|[\s|｜])|(?:^|[\s|｜]){ISSUE}(?:$|[\s|｜])))"
        r"(?:(?:[^\s|｜，。：:/／！？“”]{1,20}|[^\s|｜，。：:/／]{1,8}[:：/／][^\s|｜]{1,40})[\s|｜]+){1,14}"
        r"(?:[^\s|｜，。：:/／！？“”]{1,20}|[^\s|｜，。：:/／]{1,8}[:：/／][^\s|｜]{1,40})",
    ),
    Convention(
        "number of a journal",
        Where.WHOLE,
        Cue.FURNITURE,
        having("期部")
        + rf"(?:[《]?{HAN}{{2,12}}(?:》{HAN}{{0,4}})?[\s·•|｜]*(?:\d{{4}}年)?\s*(?:第?\d{{1,3}}卷)?\s*"
        r"(?:总?第)\s*\d{1,5}\s*期(?:\s*[（(]总第?\d+期[）)])?(?:\s+.{0,24})?|"
        rf"{HAN}{{2,10}}[\s·•|｜]+内部(?:资料|刊物|发行|交流)(?:[\s·•|｜]+\S{{2,10}}){{0,3}})",
    ),
    Convention(
        "name in Latin letters", Where.WHOLE, Cue.FURNITURE, r"(?=.{6,40}$)[A-Z]{2,}(?:[ ·-][A-Z]{2,}){1,5}"
    ),
    Convention(
        "press release",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"{HAN}{{4,20}}(?:台|站|社|部|中心|办公室|局)[ \u3000]+(?:供稿|新闻稿|主办|编印|编|印)",
    ),
    Convention(
        "publisher",
        Where.WHOLE,
        Cue.FURNITURE,
        having("办管印编版")
        + rf"(?:(?:《?{HAN}{{2,10}}》?{HAN}{{0,4}}[ \u3000]+)?{HAN}{{4,24}}(?:主办|主管|承办|编印|"
        rf"(?:办公室|委员会|编辑部|编委会|宣传[部科]|[党团]委|工会|[局站社])[编印])"
        r"(?:[ \u3000]+\S{2,12}){0,3}|"
        r"(?:编印|主办|主管|出版)[:：]\s*[^，。]{4,40})",
    ),
    Convention(
        "staff",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"[■□●▲【\[（(]?\s*(?:本版|本期|今日)?{STAFF}[\s:：/／｜丨|].{{1,60}}",
    ),
    Convention(
        "buttons",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:字号|字体)[:：].{0,12}|[-—\s]*(?:END|End)[-—\s]*|往期(?:推荐|回顾|精[选彩]|文章)[:：]?|(?:分享到?[:：\s]*(?:(?:微信|微博|朋友圈|QQ|空间)\s*)*|打印本页|关闭窗口|返回(?:首页|顶部)|扫一扫|点击(?:查看|进入).{0,10})[:：]?|"
        r"点击(?:上方|下方|右上角|蓝字)[^，。]{0,20}|\W{0,3}(?:点赞|在看|转发|关注|收藏|分享)(?:\W{1,6}(?:点赞|在看|转发|关注|收藏|分享|点个“?在看”?)){1,4}\W{0,3}|"
        r"(?:微信)?扫(?:描|码(?![点支付购乘骑买诈骗])|一扫|二维码)[^，。]{0,20}|(?:相关|推荐|延伸)阅读[:：]|更多(?:精彩)?内容.{0,40}|版权(?:声明|所有).{0,70}|原标题[:：].{2,60}",
    ),
    Convention(
        "path of a web page",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:(?:当前|您的?|所在)位置[:：]?\s*|您现在的位置[:：]?\s*)?"
        rf"(?:(?:网站)?首页|{HAN}{{2,8}}(?:网|在线|频道)(?=\s*[>＞›»]))(?:\s*[->＞›»/]+\s*[^\s>＞›»/-]{{2,12}}){{1,6}}|"
        r"(?:您?(?:当前|现在|所在)的?位置)[:：].{2,40}",
    ),
    Convention(
        "pages of a list",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:[<＜«‹]*(?:首页|上一页|上一[篇条]|下一页|下一[篇条]|末页|尾页|上页|下页)[>＞»›]*[:：]?(?:\s+|$)|\d{1,3}\s+|\.{3}\s*){2,}|"
        r"(?:上一[篇条]|下一[篇条])[:：].{2,60}",
    ),
    Convention(
        "bar of buttons",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:(?:打印|收藏|纠错|分享|评论|点赞|举报|关闭|返回|转发|微博|微信|朋友圈)(?:[\s|｜]+|$)){2,}",
    ),
    Convention(
        "source of a page",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:本版|本组)(?:稿件|文字|图文|消息)?均?(?:据|综合|由)[^，。]{2,20}",
    ),
    Convention(
        "pictures without a name",
        Where.WHOLE,
        Cue.FURNITURE,
        r"[（(]?本[版期报](?:未署名|部分)(?:图片|照片|稿件)均?由[^，。（）()]{2,20}提供[）)]?",
    ),
    Convention(
        "reprints",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:本[版报刊网站期]|版权所有)[^。]{0,16}未经[^。]{2,14}(?:不得|禁止|谢绝|请勿)[^。]{0,12}(?:转载|使用|复制|摘编|引用)。?",
    ),
    Convention(
        "who gets a bulletin",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:(?:主送|抄送|抄报|报送|分送|报|送|发|共?印)[:：]\s*[^。：:]{2,50}?(?:[\s；;]+|$)){2,5}|"
        r"(?:(?:主送|抄送|抄报|报送|分送)[:：]|[报送发][:：](?=.*(?:部|室|委|局|办|会|处|府|单位|站|组|社|校|公司)$))\s*[^。：:]{2,60}|"
        r"[（(]?共印[^，。]{1,8}份[）)]?",
    ),
    Convention(
        "number of an announcement",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:(?:证券|股票|基金|债券|转债|公告)(?:代码|简称|编号)[:：]\s*[^\s，。：:]{2,20}(?:\s+|$)){1,6}",
    ),
    Convention(
        "contact",
        Where.WHOLE,
        Cue.CONTACT,
        rf"(?:[^，。\d]{{0,14}}{CONTACT}\s*[:：]?\s*[^，。\u4e00-\u9fff]{{6,60}}){{1,4}}",
    ),
    Convention(
        "address",
        Where.WHOLE,
        Cue.CONTACT,
        r"(?:地址|网址|[社校厂]址)[:：][^。]{2,60}|(?:https?://|www\.)\S+|"
        r"(?=.*(?:www\.|https?:|@))(?:[^\s，。：:]{1,10}[:：]\s?[\w@./:?=&-]{5,50}(?:[\s|｜]+|$)){1,4}",
    ),
    Convention(
        "contacts",
        Where.WHOLE,
        Cue.CONTACT,
        rf"{HAN}{{0,6}}{CONTACT}\s*[:：][^，。]{{4,80}}|(?:媒体|新闻|业务)联系人[:：]\s*{HAN}{{2,4}}|(?:零售|每份|定)价?[:：]?\s*\S{{1,6}}元|"
        rf"{HAN}{{0,8}}(?:来信|来稿|来函|稿件|投稿|汇款|信件|作品)?(?:请寄|请投|寄至|请发至|请拨打?|请打)[:：]?\s*[^。]{{4,60}}|"
        rf"{HAN}{{0,8}}{CONTACT}\s*[:：]?\s*\d[\d\s－-]{{5,}}(?:[转呼]\s*\d{{2,6}})?",
    ),
    Convention(
        "index",
        Where.WHOLE,
        Cue.FURNITURE,
        having("版A-D") + r"(?:[A-Z]?\d{1,2}版[ \u3000]+[^，。][^。]{3,40}|"
        r"[^。]{2,50}(?:>>|》》|▶+|→|详见|[（(]见)\s*第?\s*[A-Z\d]{1,3}\s*版[）)]?|"
        r"[^。]{2,50}(?:[\s…·]+(?:第?[ ]?[A-Z]?\d{1,3}[ ]?版|[A-D]\d{2})|"
        r"[（(]第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)]))",
    ),
    Convention(
        "where an answer stands",
        Where.WHOLE,
        Cue.FURNITURE,
        r"[（(](?:本[期版]|上期|下期)?(?:答案|谜底)[^。（）()]{1,16}[）)]",
    ),
    Convention(
        "weather in an ear",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:(?:今[日天晚]|明[日天]|本市|市区)天气|天气预报)[:：][^。]{4,60}",
    ),
    Convention(
        "slogan",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"(?:{SLOGAN}[^\s，。“”\d]{{0,20}}(?:\s+[^\s，。“”\d]{{2,20}}){{1,4}})",
    ),
    Convention(
        "series",
        Where.WHOLE,
        Cue.FURNITURE,
        rf"[^\s，。（(]{{2,20}}{SERIES}(?:[（(]?[一二三四五六七八九十\d]*[）)]?)",
    ),
    Convention(
        "turn",
        Where.WHOLE,
        Cue.TURN,
        rf"{ARROWS}\s*(?:上接|下转|紧接|转接|接)\s*(?:[^，。（）()]{{0,6}}版[^，。（）()]{{0,14}}|[A-Z]\d{{1,2}}){ARROWS}",
    ),
    Convention(
        "what follows a part of a serial",
        Where.WHOLE,
        Cue.TURN,
        r"[（(]?(?:明[日天]|下[期周]|次日)(?:请看|预告|待续|续完|继续)[:：]?[^。]{0,30}[）)]?|[（(](?:[上下]期)?未完[^（）()]{0,8}[）)]|"
        rf"(?:[（(]\d{{1,3}}[）)]|[①-⑳])?\s*{HAN}{{2,10}}出版(?:社|集团)(?:授权)?(?:出版|连载|授权连载)",
    ),
    Convention(
        "to be continued",
        Where.WHOLE,
        Cue.TURN,
        r"(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)]?)?\s*[（(](?:未完|待续|未完待续|连载[^（）()]{0,6}|全文完)[）)]|(?:未完)?待续",
    ),
)
