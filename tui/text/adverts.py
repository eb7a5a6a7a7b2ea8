"""The conventions of advertisements: a part of the table in `conventions`."""

from tui.text.cues import Convention, Cue, Where
from tui.text.vocabulary import HAN

ADVERTS: tuple[Convention, ...] = (
    Convention(
        "advertisement",
        Where.WHOLE,
        Cue.ADVERT,
        r"[【\[（(]?(?:(?:公益|分类|遗失)?广\s*告|遗失(?:声明|启事)|分类信息)[】\]）)]?",
    ),
    Convention(
        "advertisement that recognition read with its label",
        Where.WHOLE,
        Cue.ADVERT,
        rf"广告(?!公司|设计|传媒|策划|[牌业法费词语部主商位片栏代宣制装文监行市发])(?:[ \u3000]*{HAN}{{2,16}}"
        r"(?:公司|银行|中心|医院|门诊部|集团|商场|超市|酒店|药店|学院|专卖店))[^。]{0,40}",
    ),
    Convention(
        "lost papers",
        Where.WHOLE,
        Cue.FURNITURE,
        r"(?:遗失(?:声明|启事)|声明)?[^，。]{2,20}(?:遗失|丢失)[^。]{2,60}(?:声明|特此)?作废。?",
    ),
    Convention(
        "classified advertisement",
        Where.WHOLE,
        Cue.FURNITURE,
        r"[^，。：:]{0,8}(?:转让|出租|招租|出售|收购|回收|疏通|维修|搬家|开锁)[^。]{2,60}(?<!\d)\d{7,12}。?",
    ),
    Convention(
        "advertisement that recognition read with its address",
        Where.WHOLE,
        Cue.FURNITURE,
        r"[^，。：；]{4,40}(?:电话|热线|手机)[:：]?[ \u3000]*[\d-]{7,13}[ \u3000]*地址[:：][^，。]{2,30}",
    ),
)
