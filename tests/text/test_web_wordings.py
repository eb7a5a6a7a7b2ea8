"""What the rules know better than the model of web pages, releases and notes of editors."""

from tests.text.test_recognised import MORE, TOLD, titles


def test_a_line_that_asks_to_be_tapped_is_never_a_headline() -> None:
    head = "老槐树下的理发摊\n\n原创 小满 望津生活圈 2030-05-06 07:30\n\n点击上方蓝字关注我们"
    page = f"{head}\n\n{TOLD}\n\n{MORE}"
    assert titles(page) == ["老槐树下的理发摊"]


def test_what_a_release_says_of_its_sender_is_a_part_of_it() -> None:
    page = f"河湾机器人发布采摘手\n\n{TOLD}\n\n关于河湾机器人\n\n河湾机器人成立于2019年，产品销往十一个国家。"
    assert titles(page) == ["河湾机器人发布采摘手"]


def test_a_fact_below_another_is_no_headline() -> None:
    facts = "时间：周六上午九点半\n\n地点：市图书馆一楼报告厅\n\n主讲：望津大学教授史册"
    page = f"本周讲座\n\n{facts}\n\n讲堂改在二楼\n\n本报讯　{TOLD}"
    assert titles(page) == ["本周讲座", "讲堂改在二楼"]


def test_an_editors_note_below_a_line_says_that_an_article_begins() -> None:
    page = f"改到心坎上\n\n本报评论员\n\n{TOLD}\n\n一盏灯的变化\n\n编者按：本报今起推出专栏。\n\n{MORE}"
    assert titles(page) == ["改到心坎上", "一盏灯的变化"]


def test_a_title_and_a_pen_name_below_verse_begin_the_next_essay() -> None:
    verse = "船还没有来\n\n芦花已经白了\n\n我数着水上的光\n\n像数一个人的年岁"
    assert titles(f"赶集\n\n田禾\n\n{TOLD}\n\n渡口\n\n杭苇\n\n{verse}\n\n外婆的针线\n\n秋白\n\n{MORE}") == [
        "赶集",
        "渡口",
        "外婆的针线",
    ]


def test_a_bulletin_of_a_river_is_no_papers_name() -> None:
    page = f"柳河水位快报\n\n{TOLD}\n\n县防汛指挥部\n\n7月9日14时\n\n学校停课通知\n\n{MORE}"
    assert titles(page) == ["柳河水位快报", "学校停课通知"]
