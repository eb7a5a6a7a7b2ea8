"""Normalises spelling variants character by character, so that offsets are kept."""

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = "，；？！"
_SIGNS = "‚,﹐,∶:〜~∼~−-﹪%﹣-○〇﹢+￥¥￡£￦₩＇'　 \u00a0 \u2009 \u202f ﹒.٪%✖×╳×⨯×"
"""Signs, each before the one that it is read as."""
_TRADITIONAL = (
    "萬万億亿兩两點点餘余幾几數数個个戶户畝亩噸吨歲岁頓顿張张條条輛辆隻只間间層层處处種种項项約约將将過过"
    "滿满達达內内陽阳負负攝摄鐘钟時时農农曆历週周職职場场筆笔陣阵臺台棟栋樓楼號号園园長长減减漲涨縮缩擴扩"
    "遞递聯联環环較较壓压裡里連连續续據据僅仅佔占為为幣币鎊镑韓韩歐欧開开圓圆塊块錢钱觀观產产業业級级組组"
    "機机隊队門门頁页題题課课類类劑剂補补顆颗盞盏盤盘籃篮積积體体總总額额見见發发廣广東东華华後后來来雙双對对"
    "紀纪載载當当這这從从節节閏闰臘腊鍾钟圍围貫贯擔担頃顷畫画尋寻釐厘絲丝"
    "專专叢丛嚴严豐丰舉举義义樂乐鄉乡書书爭争價价眾众會会黨党蘭兰關关養养寫写軍军淨净擊击劃划別别劇剧辦办務务動动勢势區区醫医協协單单賣卖盧卢衛卫廠厂廳厅歷历縣县葉叶聽听啟启員员團团國国圖图壇坛聲声"
    "頭头獎奖學学寧宁實实導导爾尔屆届崗岗師师莊庄慶庆應应強强歸归錄录徵征誌志執执掃扫護护報报術术雜杂權权桿杆極极構构標标欄栏樹树樣样檔档檢检橫横畢毕氣气沒没溫温灣湾燈灯熱热獨独現现電电碼码禮礼簡简"
    "係系線线織织經经絡络統统繼继績绩維维綜综緩缓編编網网羅罗罰罚騰腾蘇苏藥药獲获慮虑規规覺觉計计訂订讓让訓训議议訊讯記记講讲許许論论設设證证評评識识詞词試试詩诗話话該该說说讀读調调談谈謝谢貝贝財财"
    "責责敗败貨货質质購购貴贵貸贷費费資资賽赛讚赞趨趋躍跃車车轉转輪轮輕轻輩辈邊边運运還还進进遠远選选遺遗鄰邻採采針针銅铜銀银鍋锅鎮镇鏡镜問问聞闻閱阅陰阴階阶際际陸陆險险難难頂顶順顺顧顾預预顏颜風风"
    "與与醜丑臨临爲为於于虧亏亞亚親亲們们衆众傷伤偵侦側侧債债兒儿冊册衝冲決决準准則则創创勞劳變变疊叠響响聖圣備备復复嬌娇寶宝審审宮宫寬宽賓宾盡尽屬属豈岂峽峡帥帅冪幂幹干並并彈弹憶忆憂忧懷怀願愿戰战託托揚扬"
    "撫抚擬拟擁拥撥拨掛挂揮挥損损換换撐撑敵敌斷断無无舊旧晝昼曬晒殺杀槓杠槍枪櫃柜橋桥夢梦檻槛殘残汙污溝沟測测瀏浏濃浓澇涝漸渐遊游煙烟燒烧狀状豬猪瑪玛鹽盐著着礦矿碩硕確确礙碍離离稱称稅税穩稳窩窝築筑籤签糧粮"
    "紅红緯纬純纯紋纹紐纽練练細细結结給给綿绵勝胜艙舱營营蘊蕴蟲虫銜衔裝装覽览譽誉訴诉診诊誕诞語语諾诺謂谓賬账貳贰賺赚贊赞趕赶邁迈違违跡迹銖铢鋪铺銷销隱隐領领飾饰餅饼驅驱駛驶驟骤鴨鸭瀉泻"
    "亂乱侖仑優优夥伙偉伟劍剑勁劲敘叙鹹咸堅坚奮奋嶺岭峯峰幀帧幫帮牀床廬庐撓挠掙挣攬揽搖摇攤摊樁桩災灾煉炼瓏珑蓋盖鹼碱禎祯納纳緒绪緬缅繳缴羣群萊莱貞贞貶贬裏里銳锐闊阔須须頻频飆飙鳥鸟"
    "飛飞穀谷驚惊蟄蛰飯饭館馆饋馈馬马駐驻驗验魚鱼雞鸡鳴鸣麥麦黃黄齊齐齡龄龍龙"
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
