"""Short lists of typical beginnings and endings of Chinese names; no names themselves.

Sources: 百家姓 and the reports on names of the Ministry of Public Security (surnames); the Organic Law of
Local People's Congresses and 地名管理条例 (places); 民法典, part 1, chapter 3, and 工会法 (bodies); 立法法,
党政机关公文处理工作条例 (documents); 公务员法 and the usage of newspapers (posts).
"""

from collections.abc import Mapping


def words(*texts: str) -> tuple[str, ...]:
    """Return the words of texts, which stand between blanks."""
    return tuple(word for text in texts for word in text.split())


SURNAMES = frozenset(
    (
        *(
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
            "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
            "汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐倪殷骆聂章鲁岳翟申耿左包游俞尤焦欧华柏穆詹焉祝管路丛司柳纪梅童凌"
            "毕单季裴霍涂成苗谷舒曲翁宗屈晏边符窦景解闵兰关鲍甘车卓蒲苑房柴应苟郎隋盛甄宫费巩卜栗桑封佟连阮席佘蓝"
            "芦滕米麦党楼鄢庞宁仇冉匡冷娄祁储邬臧初门修阎喻傅戚项尚沙桂索卞鞠邸胥仲谈冼邝姬习闻寇敖冀郁麻缪邰巫"
        ),
        *words("欧阳 上官 司马 诸葛 皇甫 司徒 令狐 慕容 尉迟 东方 夏侯 端木"),
    )
)

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "ORG": words("""
        总工会 工会 公司 集团 委员会 党委 政府 法院 检察院 研究院 研究所 学院 大学 中学
        小学 幼儿园 学校 医院 协会 学会 商会 联合会 基金会 银行 中心 支行 分行 分局 总局
        管理局 局 厅 部 委 办公室 党校 党组 党支部 报社 出版社 通讯社 电视台 合作社 工厂
        厂 场 支队 大队 总队 服务站 派出所 事务所 博物馆 图书馆 文化馆 剧院 俱乐部 站段
        分公司 联盟 工委 团委 妇联 侨联 农场 酒店 商场 超市 企业联合会 指挥部 领导小组
        组织部 宣传部 仲裁院 人社局 机关 院 社 队 所
    """),
    "LOC": words("""
        省 市 自治区 自治州 特别行政区 地区 盟 旗 县 区 镇 乡 街道 村 社区 新区 开发区
        园区 示范区 工业园 产业园 科技园 路 街 巷 胡同 大街 大道 桥 山 河 湖 江 海 岛
        湾 港 机场 车站 火车站 地铁站 广场 公园 小区 组团 半岛 盆地 平原 流域 水库 屯 庄
        坡 沟 峪
    """),
    "DOC": words("""
        条例 法 办法 规定 意见 通知 方案 决定 公报 公告 纲要 规划 细则 章程 公约 报告
        白皮书 倡议书 合同 协议 宪法 标准 指南 清单
    """),
    "EVENT": words("""
        会议 大会 全会 座谈会 推进会 部署会 论坛 峰会 活动 行动 节 赛 大赛 比赛 运动会
        博览会 展览会 交易会 教育 仪式 典礼 战役 战争 革命 起义 工程 计划 运动 年会 演练
        培训班 专项行动 十八大 二十大 全国代表大会 代表大会 两会
    """),
    "TITLE": words("""
        书记 主席 主任 部长 局长 处长 科长 厅长 省长 市长 区长 县长 镇长 乡长 村长 校长
        院长 所长 馆长 会长 理事长 秘书长 董事长 总经理 经理 总裁 总监 总理 总统 首相 大使
        代表 委员 常委 记者 通讯员 编辑 教授 研究员 博士 院士 工程师 医生 医师 护士 教师
        老师 律师 法官 检察官 警官 队长 站长 厂长 班长 组长 行长 台长 社长 总编辑 主编
        发言人 负责人 联络员 指导员 调解员 快递员 司机 工人 干部 巡视员 调研员 司令员 政委
        军长 师长 总书记 国务委员
    """),
}
"""By what a name is of, how it ends."""

POSTS = words("选手 前锋 小将 编剧 导演 店主 老板 大户 队员 市民 居民 村民")
"""More of what a person does, before their name: it is no part of the topic (前锋吴迪)."""
TITLE_HEADS = frozenset(words("副 总 原 前 代 党组 党委 常务 常务副 执行 名誉 首席 高级 特约 见习 本报 实习"))
"""What a post may begin with."""

BYLINES = words("记者 通讯员 摄影 编辑 实习生 作者 摄 文 图")
"""What names of reporters stand behind."""

VERBS_LIKE_PLACES = frozenset(
    words("新建 新增 新发 新开 新设 上门 高发 开展 建设 和平 团结 解放 东风 前进 友好 鼓楼 通道")
)
"""Words that a dictionary takes for places (there are counties of that name) and that seldom are."""

NEW = "新"
"""What a verb of making something may begin with, or have before it: 新建工会, 新发展会员."""

NOUNS_LIKE_PLACES = frozenset(
    words(
        "城市 外国 平原 自治州 自治县 朝廷 太阳 英雄 海洋 大桥 湖泊 高原 上市 建国 爱国 开国 美丽 大街",
        "王国 共和国 城镇 城镇人口 大都 京城 庆典 深度 长度 山脉 回国 治安 大国 新鲜 古城 古镇 新村 海峡",
        "河口 冰川 山水 山河 江山 江河 江水 河水 长大 莫非 普及 内河 古典 阴阳 高山 大海 大洋 大山 大河",
        "大湖 大江 山坡 山峰 山洞 山林 山川 上马 福利 日志 云集 青春 神圣 桥头堡 中路 中断 都城 故城 内城",
        "关联 广义 上山 下山 海关 上半场 山寨 契约 入口 入市 路桥 都市 诸国 古都 重镇 城堡 深山 深海 远海",
        "远洋 伦理 泉水 渡江 治国 天黑 法典 一中 二中 三中 四中 池塘 加盟 登山 密封 海滩 海滨 海港 湖区",
        "西瓜 贵宾 嘉宾 卫国 入海 北风 台风 赞美 礼拜 山羊 喜庆 馆里 馆藏",
        "惠及 加密 海鲜 波及 扎根 株连 保鲜 宜居 罗列 上岗 上楼 上台 屯田 串联 并联 美化 深藏",
        "珍藏 缅怀 欢度 欢庆 怀古 叙旧 治本 冰封 塞车 抚摩 吐丝 吐纳 朝拜 朝贡 朝圣 离京 中风",
        "长跑 日增 满意度 广度 中度 中密度 美感 美德 恩典 伦常 中考 新春 开春 朝野 新旧 余脉",
        "夕阳 朝霞 深渊 深谷 深水 深涧 山崖 山野 山丘 山脚 山岩 山梁 山冈 山岳 山泉 山溪 密林",
        "松林 土坡 陡坡 下坡 湖底 湖畔 湖水 湖滨 河畔 河滩 河谷 河川 河渠 江底 井口 井水",
        "入海口 海塘 大坝 滑坡 葡萄园 城垣 大门口 古庙 南瓜 三鲜 象牙 绵羊 黑马 黑洞 黑麦",
        "千里马 长龙 虎口 虎狼 爪牙 蓝牙 巴士 吉他 香水 墨水 苏打 昆曲 鞍马 越野 横梁 四壁",
        "阳极 胶原 长波 龟甲 琉璃瓦 莲蓬 大伯 二哥 哥哥 阿哥 匹夫 百万富翁 擂台赛 太阳穴",
        "太平盛世 深山老林 满头大汗 满嘴 大兴土木 甘拜下风 高高兴兴 平平安安 兴旺发达 歇斯底里",
        "旁门左道 多角度 无底洞 沧桑 远古 上古 远非 莫大 立马 以利 广为 广博 乌黑 开朗 云头",
        "上联 下联 舞美 城建 中水 上下水",
        "东西 两国 贵国 小国 故国 南国 第三国 商城 小镇 大城市 大中城市 大都市 山区 山村 雪山 海岛",
        "离岛 海沟 火海 内海 商海 堰塞湖 黑土地 河渠 卡口 大关 入门 上门 上路 下海 渡河 满大街",
        "大江南北 周边地区 馆内 塔顶 太多 太大 太冷 大冷 长达 长眠 千古 之日起 非上市 天伦 扎堆 播撒",
        "镶边 延时 璧合 午休 爱岗 拜拜 锦旗 会徽 兴旺 黑市 葡萄干 贵宾卡 法西斯 美不美 美得 一封封",
        "花钱买 法律化 两连胜 二本 三本 波波 科教兴国 依法治国 保家卫国 重建家园 重大意义 广大干部",
        "自觉遵守 热烈祝贺 加大力度 淡泊名利 五星红旗 开明人士 感情纠葛 蓦然回首",
    )
)
"""Words that jieba's dictionary takes for places and that are common nouns: its most frequent ones, and those
that hardly anybody tags in seven corpora of names, in which 2,778 such words occur 20,350 times."""

KINDS_OF_BODIES = frozenset(
    words(
        "商业银行 中小银行 网上银行 外资银行 国有银行 股份制银行 上市公司 小贷公司 人民法院 人民检察院",
        "人民政府 国家机关 党政机关 事业单位 企事业单位 人民军队 中小学 中小学校 普通高等学校 高等学校",
        "高等院校 科研院所 敬老院 福利院 养老院 幼儿园 国家队 联防队 研发团队 研发中心 房地产市场",
        "股票市场 证券市场 资本市场 家电卖场 公共场所 新政府 党和政府 农家院 农贸市场 菜市场 居委会",
        "村委会 村支部 居民委员会 村民委员会 业主委员会",
    )
)
"""Words with the ending of a body that say what kind of one it is, and name none."""

NO_OPENING = "已正将被把在则并就又也还都改再"
"""Characters that begin no name where a segmenter joined them with what follows: 已建, 正同."""

LEVELS = "省市区县镇乡村州旗"
"""Levels of administration that open the name of a body by themselves: 区财政局."""

BEFORE_LEVELS = "据经由受对向从在与和被"
"""Characters before a level, that a segmenter may join with it: 据市农业农村局, 经省人民政府."""

GENERIC_PLACES = frozenset(
    words("全市 全区 全省 全县 全国 全镇 全乡 全村 全州 我市 我区 我省 我县 我国 本市 本区 本省 本县")
)
"""What figures are often of."""

VAGUE_TIMES = frozenset(
    words("近日 日前 目前 截至目前 近期 此前 当前 如今 最近 今后 届时 现在 截止目前 迄今")
)
"""Times that say little of when a figure is of."""

REPORTING = words(
    "说 介绍 表示 认为 指出 告诉记者 获悉 了解到 显示 透露 坦言 称 强调 预计 预测 统计 通报 公布 发布",
    "宣布 报道 消息 解释 回忆 补充 总结",
)
"""Verbs and nouns with which the source of a statement is named: 据…介绍, …数据显示."""

PREPOSITIONS = words("从 在 向 对 与 和 同 跟 自 至 到 于 给 为 被 由 把 将 通过 根据 按照 依据 经过")
"""What stands before a name that is no subject."""

BODIES = words("公司 集团 总工会 工会 学校 医院 银行 协会 学院 合作社 编队 团队 公园 景区")
"""Bodies that are spoken of by their kind alone once they were named."""
