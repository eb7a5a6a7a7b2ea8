"""Articles made of sentences with invented names: as many as wanted, all tags known, no name seen before."""

import re
from collections.abc import Iterator
from random import Random

from tui.suggest.word_lists import SURNAMES, words

GIVEN = "晓明志远佳文思雨子涵浩然雪梅建国海燕春生立新玉兰一鸣静之光耀安平若水青禾远山知行成武怀民书怡"
PLACES = "临清安宁永平东河青龙白石南浦新野长岭双桥望津云岭金沙凤台丰谷大通石门柳林松溪沙湾西坪古田"
LEVELS = ("县", "区", "市", "镇", "乡", "街道")
BODIES = words(
    "总工会 人民医院 第一中学 教育局 公安局 农业农村局 人民法院 市场监督管理局 妇女联合会",
    "机械制造有限公司 建设集团 供销合作社 图书馆 志愿者协会 农商银行 科技园管理委员会",
)
TITLES = words("主席 副局长 党委书记 董事长 院长 校长 主任 总经理 秘书长 驻村干部 工程师 副镇长")
DOCUMENTS = words("安全生产条例 乡村振兴实施方案 养老服务办法 招商引资若干意见 历史建筑保护规定 节水行动计划")
EVENTS = words("春季招聘会 民间文化节 青年创业大赛 防汛演练 读书月活动 农产品展销会 职工运动会")
UNITS = words("人 家 场 万元 亩 套 个 公里 吨 户")
NOUNS = words("会员 企业 讲座 资金 果园 住房 岗位 公路 粮食 居民")

SENTENCES = words("""
    {TIME}，{ORG}在{LOC}举办{EVENT}，{METRIC}{NOUN}参加。
    {ORG}{TITLE}{PERSON}表示，将落实《{DOC}》，年内新建{NOUN}{METRIC}。
    据{ORG}介绍，截至目前，{LOC}共有{NOUN}{METRIC}，比上年增长{RATE}。
    {PERSON}是{LOC}的一名{TITLE}，{TIME}起在{ORG}工作。
    “没想到这么快就办好了。”{PERSON}高兴地说，{ORG}的服务让人放心。
    {LOC}与{LOC}签订协议，{ORG}投入{METRIC}，用于改善{NOUN}。
    {TIME}，《{DOC}》在{LOC}实施，{ORG}负责监督检查。
    {ORG}联合{ORG}开展走访，为困难群众送去慰问品。
    记者从{ORG}获悉，{EVENT}将于{TIME}开幕，预计吸引{NOUN}{METRIC}。
    雨后的山路并不好走，大家还是按时赶到了会场，把问题一个个记在本子上。
    {TITLE}{PERSON}、{PERSON}先后发言，介绍了各自的做法和体会。
    走进村口的果园，一排排新栽的树苗长势正好，几位老人正在修剪枝条。
""")

SLOT = re.compile(r"\{([A-Z]+)\}")


class Writer:
    """Writes articles; every name is drawn anew, but an article comes back to its own."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._surnames = sorted(name for name in SURNAMES if len(name) == 1)

    def article(self, characters: int = 700) -> tuple[str, list[tuple[int, int, str]]]:
        """Return a text and its tags."""
        own: dict[str, list[str]] = {"ORG": [], "PERSON": [], "LOC": []}
        lines, tags, length = [], list[tuple[int, int, str]](), 0
        title = f"{self._fill('ORG', own)}抓落实见成效"
        name = self._fill("PERSON", own)
        lines.append(title)
        tags.append((0, len(title) - 6, "ORG"))
        length = len(title) + 2
        while length < characters:
            paragraph = "" if len(lines) > 1 else f"本报讯（记者 {name}）"
            if paragraph:
                at = length + paragraph.index(name)
                tags.append((at, at + len(name), "PERSON"))
            for _ in range(self._random.randint(2, 4)):
                paragraph = self._sentence(paragraph, length, own, tags)
            lines.append(paragraph)
            length += len(paragraph) + 2
        return "\n\n".join(lines) + "\n", tags

    def _sentence(
        self, text: str, start: int, own: dict[str, list[str]], tags: list[tuple[int, int, str]]
    ) -> str:
        at = 0
        sentence = self._random.choice(SENTENCES)
        for slot in SLOT.finditer(sentence):
            text += sentence[at : slot.start()]
            label, written = slot.group(1), self._fill(slot.group(1), own)
            if label != "NOUN":
                first = start + len(text)
                tags.append((first, first + len(written), "METRIC" if label == "RATE" else label))
            text += written
            at = slot.end()
        return text + sentence[at:]

    def _fill(self, label: str, own: dict[str, list[str]]) -> str:
        known = own.get(label)
        if known and self._random.random() < 0.4:
            return self._random.choice(known)
        written = self._new(label)
        if known is not None:
            known.append(written)
        return written

    def _new(self, label: str) -> str:
        pick = self._random.choice
        place = pick(PLACES) + pick(PLACES) + pick(LEVELS)
        number = str(self._random.randint(3, 9000))
        made: dict[str, str] = {
            "ORG": place + pick(BODIES),
            "LOC": place,
            "PERSON": pick(self._surnames) + "".join(pick(GIVEN) for _ in range(self._random.randint(1, 2))),
            "TITLE": pick(TITLES),
            "DOC": place + pick(DOCUMENTS),
            "EVENT": pick(EVENTS),
            "TIME": f"{self._random.randint(1, 12)}月{self._random.randint(1, 28)}日",
            "METRIC": number + pick(UNITS),
            "RATE": f"{self._random.randint(1, 99)}.{self._random.randint(1, 9)}%",
            "NOUN": pick(NOUNS),
        }
        return made[label]


def articles(count: int, seed: int = 1) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield so many articles."""
    writer = Writer(seed)
    for _ in range(count):
        yield writer.article()
