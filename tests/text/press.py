"""A small press: sets invented articles in a given typography, and knows what it has set."""

from dataclasses import dataclass, field
from random import Random

PLACES = ["临江", "青石", "柳湾", "云台", "望川", "白渡", "南浦", "石桥"]
BODIES = ["水务局", "图书馆", "第三小学", "环卫所", "农机合作社", "气象台", "公交公司", "社区服务中心"]
DEEDS = [
    "启动夜间巡查",
    "完成管网改造",
    "举办读书周",
    "开通直达线路",
    "公布检测结果",
    "组织志愿服务",
    "建成共享菜园",
    "更新值守制度",
]
CLAUSES = [
    "工作人员逐户登记了需要帮助的老人",
    "首批126名居民已经报名",
    "现场还设置了咨询台",
    "整个过程持续了两个多小时",
    "相关费用由财政承担",
    "水位较去年同期下降0.4米",
    "新设备每小时可处理垃圾3.5吨",
    "孩子们把收集来的种子分给邻居",
    "“我们会一直做下去”",
    "这项工作将在年底前覆盖全部街道",
    "沿线商户普遍表示支持",
    "参与人数比上一年增加了两成",
    "专家建议把经验写进规程",
    "不少读者在留言簿上写下了愿望",
]
OPENINGS = ["据了解", "活动当天", "负责人介绍", "目前", "此外", "9月12日", "下一步", "记者在现场看到"]
NAMES = ["张三", "李青禾", "周航", "秦岚", "方一鸣"]

Blocks = list[tuple[str, str]]


@dataclass
class Typography:
    """How a page is set.

    Attributes:
        width: characters in a line of body text, 0 for none.
        indent: what stands before a paragraph.
        blank: blank lines between paragraphs.
        marks: of Markdown before a title.
        bold: whether headings are bold.
        newline: the line break.
        cuts: whether paragraphs are cut by blank lines in mid sentence, as at a column's end.
    """

    width: int = 0
    indent: str = ""
    blank: int = 1
    marks: str = ""
    newline: str = "\n"
    cuts: bool = False
    opening: str = "本报讯（记者 {}）"


@dataclass
class Press:
    """Sets one page."""

    random: Random
    typography: Typography
    lines: list[str] = field(default_factory=list)
    set_blocks: list[Blocks] = field(default_factory=list)

    def page(self, articles: int) -> str:
        """Return the text of a page with so many articles."""
        for _ in range(articles):
            self._article()
        return self.typography.newline.join(self.lines) + self.typography.newline

    def _article(self) -> None:
        one = self.random.choice
        name = one(NAMES)
        title = one(PLACES) + one(BODIES) + one(DEEDS)
        opening = self.typography.opening.format(name)
        blocks: Blocks = [("title", title), ("byline", opening)]
        self._line(f"{self.typography.marks}{title}")
        for at in range(self.random.randint(1, 4)):
            text = self._paragraph(opening if at == 0 else "")
            blocks.append(("paragraph", text))
            self._body((opening if at == 0 else "") + text)
        self.set_blocks.append(blocks)

    def _paragraph(self, opening: str) -> str:
        """Return a paragraph; where only a short last line shows its end, one that has such a line."""
        width = self.typography.width
        while True:
            text = self._sentences()
            if not width or self.typography.indent or 0 < len(opening + text) % width < width - 4:
                return text

    def _sentences(self) -> str:
        sentences = []
        for _ in range(self.random.randint(1, 4)):
            clauses = self.random.sample(CLAUSES, self.random.randint(2, 4))
            sentences.append("，".join([self.random.choice(OPENINGS), *clauses]) + "。")
        return "".join(sentences)

    def _line(self, text: str) -> None:
        if self.lines:
            self.lines += [""] * self.typography.blank
        self.lines.append(text)

    def _body(self, text: str) -> None:
        pieces = self._cut(text) if self.typography.cuts else [text]
        for at, piece in enumerate(pieces):
            lines = self._wrapped(self.typography.indent * (at == 0) + piece)
            self._line(lines[0])
            self.lines += lines[1:]

    def _wrapped(self, text: str) -> list[str]:
        width = self.typography.width or len(text)
        return [text[at : at + width] for at in range(0, len(text), width)]

    def _cut(self, text: str) -> list[str]:
        if len(text) < 60 or self.random.random() < 0.4:
            return [text]
        at = self.random.randint(30, len(text) - 10)
        while text[at - 1] in "。”：；" or text[at] in "。，":
            at += 1
        return [text[:at], text[at:]] if at < len(text) else [text]
