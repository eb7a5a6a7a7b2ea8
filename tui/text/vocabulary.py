"""Words used by the conventions, in simplified script: see `simplified`."""

import re
from functools import lru_cache

HAN = r"[^\W\d_A-Za-z]"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴"
    "夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪"
    "严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席"
    "卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边宗仇仲骆危褚娄冷应匡栗冼楼佟燕麦敬褟战阚蒙闻粟丰"
    "晏嵇阙蒲窦卓蔺屠佘荀郁郜郏鄢郗邬邝邰闾臧戚喻訾逯璩亓桑濮扈冀郦雍邸卞芮羿栾厉戎宓隗糜邴钮裘缪贲瞿茹艾戈庾寇巩晁敖饶荆竺蒯"
    "虞杭胥莘岑滕谌束皮蔚晋"
)
"""The commonest surnames, which begin a name that stands without a blank behind what its bearer is."""
LONG_SURNAMES = (
    "欧阳|司马|司徒|上官|诸葛|东方|公孙|慕容|尉迟|长孙|令狐|皇甫|夏侯|端木|南宫|独孤|百里|闻人|西门|钟离"
)


def having(characters: str) -> str:
    """Return what looks for one of the characters that a pattern needs: few lines have one, and most
    patterns take longer to find that out."""
    return f"(?=[^{characters}]*[{characters}])"


NAME = rf"{HAN}{{1,4}}(?:[·•]{HAN}{{1,8}})*"
NAMES = rf"{NAME}(?:[ \u3000、，,/／]+{NAME})*"
PAPER = rf"{HAN}{{0,8}}(?:(?:[日晚早晨午时周商导]|(?<![位情况])快)报|都市报|青年报|工人报|参考报|法治报)"
BULLET = r"[□■○●◎◇◆▲△☆★▍▎▌]"
REPORTER = rf"{HAN}{{0,10}}(?:[·•]{HAN}{{2,10}})?(?:记者|通讯员|特派员|评论员|观察员|实习生|撰稿人?)"
PERSON = rf"(?!周[一二三四五六日末](?!{HAN}))[{SURNAMES}][ \u3000]?{HAN}{{1,2}}"
WHO = (
    rf"(?:{REPORTER}(?:[ \u3000:：｜丨|]+{NAMES}|{PERSON}(?:[ \u3000、，,/／]+{NAMES})?)[ \u3000、，,/／]*"
    rf"(?:{BULLET}\s*(?={REPORTER}))?){{1,2}}"
)
PEOPLE = rf"{HAN}{{1,10}}?(?:[ \u3000、,/:：·]+{HAN}{{1,10}}?)*"
BRACKETED = (
    rf"[（(〔【\[][^（）()〔〕【】。]{{0,16}}{REPORTER}"
    r"(?!感言|手记|观察|调查|点评|提问|见闻|札记|述评|说)[^（）()〔〕【】。]{1,60}[）)〕】\]]"
)
ORDINAL = r"(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})"
DAY = rf"(?:{ORDINAL}月)?{ORDINAL}日"
AGENCY = rf"(?:新华社|中新社|中央社|本报|本刊|本台|本社|{HAN}{{0,8}}网|{PAPER})"
SENT = r"(?:电|讯|专电|消息|快讯|特稿)"
COUNT = r"[\d０-９一二三四五六七八九十]{1,3}"
DATE = (
    rf"(?:(?:[\d０-９]{{4}}|[〇零○一二三四五六七八九]{{4}})年{COUNT}月{COUNT}日|\d{{4}}[-./]\d\d?[-./]\d\d?)"
)
ARROWS = r"[（(【\[）)】\]▶▷►>◀◁◄<→←]*"
LUNAR = rf"(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年){HAN}{{2,12}}"
EDITION = r"(?:第?[ ]?[A-Za-zＡ-Ｚ]?[\d０-９一二三四五六七八九十]{1,4}[ ]?版|[A-DＡ-Ｄ][\d０-９]{1,2}版?)"
ISSUE = r"(?:\d{4}年)?(?:总?第(?:[\d０-９]{3,}期|[\d０-９]{4,}号)|第[\d０-９]+期[（(]总第?[\d０-９]+期[）)])"
WEEKDAY = r"[（(]?(?:星期|周)[一二三四五六日天]"
BETWEEN = r"\s●■◆|｜·•,，、/（）()【】\[\]〔〕"
SECTION = (
    r"(?:要闻|综合|新闻|综合新闻|时政|社会|国内|国际|经济|财经|文化|体育|副刊|专题|专版|评论|民生|教育|科技|健康|"
    r"法治|公益|科普|理论|军事|环球|天下|时评|言论|深度|调查|消费|三农|街镇|基层|生态|旅游|读书|百姓|头条|简讯|快讯|短讯|短波|"
    r"简报|要闻简报|国内简讯|本地|城事|热点|聚焦|视点|观察|都市|生活|导读|今日(?:导读|看点|要目|要闻)|本期(?:导读|看点)|"
    rf"版面导读|特别报道|社区|服务|本市|港闻|两岸|区县|乡村|学术|连载|文摘|"
    rf"(?!一句话|图片){HAN}{{1,3}}(?:新闻|周刊|专刊)|(?:相关|推荐)阅读)"
)
STAFF = (
    r"(?:责任编辑|责任校对|本版责编|责编|编辑|校对|美编|美术编辑|版式设计|版式|组版|制版|排版|值班编委|值班主任|"
    r"(?:本期)?(?:执行|总)?(?:主编|编辑|责任编辑)|审读|检校|责校|版面设计|版面|视觉设计|视觉|图编)"
)
CONTACT = (
    r"(?:电话|(?:发行|新闻|投稿|广告|订报)?热线|传真|寻呼|呼机|手机|联系人|邮箱|电邮|电子邮箱|电子信箱|[Ee]-?mail|网址|地址|邮编|邮政编码|微信公众号|公众号|微信号?|QQ群?|邮发代号|"
    r"国内统一(?:连续出版物号|刊号)|CN|ISSN)"
)
SHOT = r"(?:摄影报道|摄影并报道|摄影|(?<!拍)摄|供图|制图|绘图|图文报道|文并摄|文/图|图/文|文／图|图／文)"
SLOGAN = (
    r"(?:深入学习|学习贯彻|学思想|强党性|重实践|建新功|全面贯彻|奋力|奋进|牢记|高举|踔厉|勇毅|不忘|砥砺|喜迎|"
    r"凝心|同心|团结奋斗|建功|奋斗|争做|弘扬|传承)"
)
SERIES = r"(?:巡礼|专栏|系列报道|特别报道|特刊|专版|专刊|连载)"
CLOSINGS = r"(?:此致|敬礼|祝好|此致\s*敬礼|特此(?:公告|通告|通知|声明|更正|说明|致歉))[！!。]?"
WORK = (
    r"(?:漫画|摄影|作者|撰文|文|执笔|整理|采写|采访|口述|策划|统筹|编译|翻译|监制|图文|"
    r"文[、/／]?(?:图|摄影|供图)|(?:图|摄影)[、/／]?文)"
)
QUOTED = r"(?:摘自|选自|摘编自|节选自|原载于?|转自|据)"
CITIZEN = (
    r"(?:读者|观众|听众|市民|网友|居民|村民|家长|职工|业主|群众|用户|乘客|顾客|街坊|晨运客|消费者|邻居|"
    r"学生|教师|老人|司机)"
)
"""Who signs a letter without a name."""
GENRES = "快板|唱|故事|散文|小说|相声|诗|词|随笔|杂文|寓言|童话|纪实|特写|通讯|小品|剧"
"""Sorts of texts, as they are named within brackets below a title."""
ORGAN = rf"{HAN}{{2,30}}(?:局|委|政府|公司|集团|队|院|中心|办公室|部|学|会|处|厅|站|社|校|行|署|办|组|厂|店)"


TRADITIONAL = str.maketrans(
    "記訊電報導社訪員實習編輯校對責務圖攝為說點擊綜據轉緊來訊號熱線話傳真郵編網址廣聲啟發稿誌專題"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭許鄧蘇盧蔣賈魏薛葉閻鍾譚鄒陸龍萬錢湯嚴溫蘆魯韋畢聶叢賀賴龔齊"
    "華聞際濟體團經會頭條簡時評論樂農曆總號週綠讀綱題導銀貝爾衛紀處廳長莊塗單詹關費豐寧麗蘭獨係組織"
    "設計區縣鎮欄載觀視檔協業學術藝軍醫師執採寫譯選錄訂購價遺廠財兩產黨議壇鄉雲運顧眾戶鄰費幣榜啟謹後號館網閱〈〉☐"
    "訃鳴尋誤節預燈謎諺徵貼鏈續詩詞雜劇禮氣賽積獲獎書問連聯絡職崗講歷聽買賣車裡顯鏡趨勢養護開閉畫間談隨筆縱橫掃園風課爭鉤",
    "记讯电报导社访员实习编辑校对责务图摄为说点击综据转紧来讯号热线话传真邮编网址广声启发稿志专题"
    "张刘陈杨赵黄吴孙马罗郑谢韩冯萧许邓苏卢蒋贾魏薛叶阎钟谭邹陆龙万钱汤严温芦鲁韦毕聂丛贺赖龚齐"
    "华闻际济体团经会头条简时评论乐农历总号周绿读纲题导银贝尔卫纪处厅长庄涂单詹关费丰宁丽兰独系组织"
    "设计区县镇栏载观视档协业学术艺军医师执采写译选录订购价遗厂财两产党议坛乡云运顾众户邻费币榜启谨后号馆网阅（）□"
    "讣鸣寻误节预灯谜谚征贴链续诗词杂剧礼气赛积获奖书问连联络职岗讲历听买卖车里显镜趋势养护开闭画间谈随笔纵横扫园风课争钩",
)


HAS_TRADITIONAL = re.compile(f"[{''.join(map(chr, TRADITIONAL))}]")
"""Looked for first: most texts have none of them, and `translate` asks for each character of a text."""


@lru_cache(maxsize=1024)
def simplified(text: str) -> str:
    """Return a text with the conventions' words in simplified script; each character stays in place."""
    return text.translate(TRADITIONAL) if HAS_TRADITIONAL.search(text) else text


BYNAME = rf"(?:[{SURNAMES}]|{LONG_SURNAMES})[ \u3000]{{0,2}}{HAN}(?:[ \u3000]?{HAN})?"
BYNAMES = rf"{BYNAME}(?:[ \u3000、]+{BYNAME}){{0,2}}"
LISTED = rf"[{SURNAMES}][ \u3000]?{HAN}{{1,2}}(?:[（(][^（）()]{{1,8}}[）)])?"
OFFICE = (
    r"(?:[局委办府司团厂队院部会处厅站社校行署所系班级科室馆矿店村镇区县市省间连幢员]|战士|新兵|[读作患]者|志愿者|[一二三四五六七八九十]中|中心|大学|街道|主任|教授|研究员|律师|医师|"
    r"医生|主席|书记|[市县区镇乡局处校队院会部]长|经理|总裁|女?工|教师|老师|学生|主持人|编辑|师|护士|法官|检察官|民警|作家|诗人|理事|委员|代表)"
)
TRANSCRIBED = (
    "阿艾安奥巴拜班鲍贝本比彼宾波伯博布查达戴丹德迪丁杜多厄尔法范菲费弗佛福盖冈戈格根贡古哈海汉赫华怀惠霍基吉加杰金卡凯坎罕"
    "科克肯库拉莱兰劳勒雷李里理利莉林琳隆卢鲁路伦罗洛马玛迈曼梅门蒙米明莫默姆穆纳娜奈南尼内纽诺欧帕佩皮珀平普奇恰乔切琼萨塞"
    "瑟森沙山舍施史斯索苏塔泰坦特提图托瓦万威韦维温沃乌西希夏谢辛休雅亚扬耶伊因英尤约泽扎詹珍朱佐"
)
"""What names of other languages are written with."""
FOREIGN = rf"[{TRANSCRIBED}]{{1,7}}(?:[·•][{TRANSCRIBED}]{{1,8}})+"
SORTS = (
    "数据|人物|战报|快讯|视点|观点|速览|提示|链接|声音|图片|评论|新闻|文化|体育|"
    "现场|关注|调查|公告|通知|问答|回应|延伸|背景"
)
"""What stands in brackets before a title, and is no author's country or dynasty."""
AUTHOR_LIMIT = 36
AUTHOR = re.compile(
    rf"□[ \u3000]*{HAN}{{2,4}}|口[ \u3000]+{HAN}{{2,4}}|"
    rf"(?:{BULLET}\s*)?(?:{BYNAMES}|"
    rf"[^\s，。]{{0,20}}{OFFICE}[ \u3000]{{1,2}}(?:{BYNAMES}|{HAN}{{2,3}}|{HAN}[ \u3000]{HAN})|"
    rf"{HAN}{{2,8}}[ \u3000]{{1,2}}{HAN}{{0,8}}{OFFICE}[ \u3000]{{1,2}}{HAN}{{2,3}}|"
    rf"{BYNAME}[（(][^（）()，。]{{4,24}}[）)]|{HAN}{{1,8}}[ \u3000]?{HAN}{{0,4}}[ \u3000]?"
    rf"[（(]\d{{1,2}}[）)][ \u3000]?班[ \u3000]?{HAN}{{2,3}}"
    rf"(?:[ \u3000]*[（(]?(?:指导|辅导)[老教]师[ \u3000:：]*{HAN}{{2,4}}[）)]?)?|"
    rf"{HAN}{{2,6}}[ \u3000]{{1,2}}{BYNAME}[（(][^（）()，。]{{2,12}}[）)]|"
    rf"[^\s，。：:]{{1,16}}(?:\u3000| {{2}})(?:{HAN}[ \u3000]{HAN}|[{SURNAMES}]{HAN}{{2}})|"
    rf"{BYNAME}[/／][^，。]{{2,20}}|{FOREIGN}|"
    rf"[\[【（〔(](?!(?:[一二三四五六七八九十]+|{SORTS})[\]】）〕)]){HAN}{{1,3}}[\]】）〕)][ \u3000]*"
    rf"{HAN}{{2,6}})"
)
"""A line of names with the commonest surnames, perhaps with what these are: who wrote what it stands at."""


SPACED = re.compile(rf"{HAN}[ \u3000]{{1,3}}{HAN}")
SET_APART = re.compile(rf"{HAN}(?:[ \u3000]{{1,4}}{HAN}){{1,4}}")
"""A word or a name whose characters are set apart."""
NO_NAME = re.compile(
    "[讣公通布]告|[鸣致感答]谢|通知|启事|声明|更正|勘误|致歉|[简快短喜电]讯|喜报|捷报|公示|倡议|表扬|寻[人物]|招[领聘租]|"
    "[征求]婚|目录|要闻|[副专]刊|[附编]后|[附后]记|谜[语底]|答案|广告|说明|[序前]言|尾声|引子|预告|哀思"
)
"""Words that are set apart above a text, and are nobody's name."""


EDITOR = re.compile(
    r"(?:尊敬的|亲爱的)?(?:本[报刊台])?[^\W\d_]{0,3}(?:编辑|主持人|记者|老师|律师|医生)"
    "(?:同志|部|先生|女士|老师)?[们好，]{0,3}[:：]"
)
"""Whom the letters to a paper address."""

STRAY = re.compile("(?<=[^\\s，。：；！？、“])[”“](?=[^\\s，。：；！？、”])")
"""A quotation mark between two words: recognition reads a wide blank as one."""
STRAYS = 40
"""Characters of the longest line that is looked at for them."""


def without_strays(text: str) -> str:
    """Return a short line with blanks for quotation marks that are no quotation's; its length stays."""
    if len(text) > STRAYS or ("”" not in text and "“" not in text):
        return text
    quoted = text.count("“") == text.count("”") and text.find("“") < text.find("”")
    return text if quoted else STRAY.sub(" ", text)


def compact(text: str) -> str:
    """Return a word whose characters are set apart without its blanks, any other text as it is."""
    return re.sub("[ \u3000]", "", text) if SET_APART.fullmatch(text) else text


@lru_cache(maxsize=512)
def is_author(text: str, surname: bool = False) -> bool:
    """Tell whether a line is one or a few names as they stand below a title or at a text's end.

    Args:
        text: the line.
        surname: whether it must begin with a common surname, though its characters are set apart as a name's.
    """
    text = without_strays(text)
    if NO_NAME.fullmatch(compact(simplified(text))):
        return False
    if not surname and SPACED.fullmatch(text):
        return True
    return len(text) <= AUTHOR_LIMIT and AUTHOR.fullmatch(simplified(text)) is not None
