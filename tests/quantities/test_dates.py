"""Each word that stands around a date in a masthead, a dateline or a table."""

from datetime import date

from tui.quantities.periods import Base, article_base, base_of, date_in, dateline
from tui.quantities.words import names

DAY = "2023-05-12"
PAGE = base_of(DAY)


def test_what_may_stand_before_the_date_of_a_masthead() -> None:
    before = names(
        """
        日期 时间 来源 发布 出版 日期： 时间: 来源| 发布日期： 东屏日报 新华社 东屏网 在线 周刊 月刊
        客户端 《东屏日报》 （ 【头版】 - * · • # >
        """
    )
    assert {lead: dated(f"{lead}2023年5月12日") for lead in before} == dict.fromkeys(before, DAY)
    assert dated("字" * 20 + " 2023年5月12日") == DAY
    assert dated("字" * 21 + " 2023年5月12日") == ""


def test_what_may_stand_behind_the_date_of_a_masthead() -> None:
    behind = names(
        """
        ） 星期五 周五 农历三月廿三 第2版 2版 第02 10:22 来源：东屏日报 责编：沈一鸣 责任编辑：沈一鸣
        编辑：沈一鸣 版面：二 总第12期 A02 02 |要闻 (星期五)
        """
    )
    assert {word: dated(f"2023年5月12日 {word}") for word in behind} == dict.fromkeys(behind, DAY)
    assert [dated(f"2023年5月12日{word}") for word in ("，县里开会", "召开会议", "、13日")] == ["", "", ""]


def dated(line: str) -> str:
    return str(dateline("p", (line,)) or "")


def test_a_dateline_may_be_of_any_agency_and_hour() -> None:
    heads = (
        "本报东屏",
        "新华社望津",
        "据新华社望津",
        "（东屏网望津",
        "(新华社望津",
        "【本报望津",
        "\n本报东屏",
        "东屏",
    )
    ends = names(
        "电 专电 讯 消息 综合消息 新媒体电 新媒体专电 晚电 早电 上午电 下午电 凌晨电 中午电 晚讯 晚消息"
    )
    days = {head + end: str(article_base(f"{head}5月10日{end}", PAGE)) for head in heads for end in ends}
    assert days == dict.fromkeys(days, "2023-05-10")
    assert str(article_base("新华社望津5月10日 电", PAGE)) == "2023-05-10"
    assert article_base("新华社望津5月10日晚间电", PAGE) == PAGE  # 间 is none of the hours


def test_a_dateline_stands_near_the_beginning_and_in_one_clause() -> None:
    assert str(article_base("字" * 380 + "\n本报东屏5月10日电", PAGE)) == "2023-05-10"
    assert article_base("字" * 400 + "\n本报东屏5月10日电", PAGE) == PAGE
    assert article_base("本报讯，5月10日电力抢修", PAGE) == PAGE
    assert article_base("本报" + "字" * 25 + "5月10日电", PAGE) == PAGE


def test_a_dateline_without_a_year_is_the_last_such_day_up_to_the_page() -> None:
    def of(day: str, base: Base) -> str:
        return str(article_base(f"本报东屏{day}电", base))

    assert of("5月12日", Base(2023, 5, 12)) == "2023-05-12"
    assert of("5月13日", Base(2023, 5, 12)) == "2022-05-13"
    assert of("5月31日", Base(2023, 5)) == "2023-05-31"
    assert of("6月1日", Base(2023, 5)) == "2022-06-01"
    assert of("12月31日", Base(2023)) == "2023-12-31"


def test_a_dateline_may_be_written_out_or_name_the_day_alone() -> None:
    read = {
        "本报望津五月十日电": "2023-05-10",
        "新华社望津二〇二三年五月十日电": "2023-05-10",
        "新華社望津十日電": "2023-05-10",
        "（中央社記者沈一鳴望津10日電）": "2023-05-10",
        "本报望津二十日专电": "2023-04-20",
        "本报望津31日讯": "2023-05-12",
        "本报望津五月十十日电": "2023-05-12",
        "本报望津10日电影节开幕": "2023-05-12",
        "本报讯，十日电": "2023-05-12",
        "本报望津5月9日、10日电": "2023-05-12",
    }
    assert {head: str(article_base(head, PAGE)) for head in read} == read
    assert article_base("新华社望津十日电", Base(2023, 5)) == Base(2023, 5)
    assert article_base("新华社望津十日电", None) is None


def test_a_masthead_may_be_written_out_or_count_the_years_of_the_republic() -> None:
    dated = (
        *("二〇二三年五月十二日 星期五", "公元二〇二三年五月十二日", "中華民國112年5月12日 星期五"),
        *("民國一一二年五月十二日", "２０２３年５月１２日　星期五"),
    )
    assert {line: str(dateline("p", [line])) for line in dated} == dict.fromkeys(dated, DAY)
    assert str(dateline("p", ["1998年元月1日 星期四"])) == "1998-01-01"
    assert dateline("p", ["二〇二三年五月三十二日", "五月十二日"]) is None


def test_a_name_has_its_date_in_one_spelling() -> None:
    dated = (
        "a20230512b p-2023-05-12-1 2023_05_12 2023.05.12 2023-5-12要闻 2023.5.12 "
        "望津日报2023年05月12日02版 ２０２３年５月１２日"
    )
    undated = (
        "2023-05_12 120230512 202305123 20231312 20230532 18230512 2023512 2023-13-1 2023年13月1日 "
        "2023年5月 2023-5_12"
    )
    dated_names, others = dict.fromkeys(names(dated), DAY), dict.fromkeys(names(undated), "")
    assert {name: str(dateline(name) or "") for name in dated_names | others} == dated_names | others


def test_a_date_is_read_in_each_usual_spelling() -> None:
    spellings = names(
        """
        2023-5-12 2023/05/12 2023.5.12 20230512 202305120830 20230512083000 2023年5月12日 2023年05月12号
        2023年5月12 2023年5月12日(周五) 2023年5月12日星期五 2023年5月12日（星期天） 2023-05-12T08:30
        2023-05-12(五) 2023年度5月12日
        二〇二三年五月十二日 二○二三年五月十二号 二零二三年五月十二
        民國112年5月12日 中華民國一一二年五月十二日
        """
    )
    english = ("12 May 2023", "12th May 2023", "May 12, 2023", "May 12th 2023", "may. 12, 2023")
    assert {one: str(date_in(one)) for one in (*spellings, *english)} == dict.fromkeys(
        (*spellings, *english), DAY
    )


def test_each_month_and_ordinal_of_english_is_known() -> None:
    months = names("jan feb mar apr may jun jul aug sep oct nov dec")
    assert [str(date_in(f"3 {month} 2023")) for month in months] == [f"2023-{n:02}-03" for n in range(1, 13)]
    assert [str(date_in(f"{day} May 2023")) for day in names("1st 2nd 3rd 4th")] == [
        f"2023-05-{n:02}" for n in range(1, 5)
    ]
    assert date_in("3 xyz 2023") is None


def test_a_date_may_be_known_in_part() -> None:
    parts = {
        "2023": "2023 2023年度 二〇二三年",
        "2023-01": "2023年元月 二〇二三年元月",
        "2023-05": "2023-05 2023/5 2023年5月份",
        "2023-11": "二〇二三年十一月",
    }
    assert {known: {str(date_in(one)) for one in row.split()} for known, row in parts.items()} == {
        known: {known} for known in parts
    }


def test_each_day_of_a_month_is_read_in_chinese_numerals() -> None:
    tens = ("", "十", "二十", "三十")
    written = {n: tens[n // 10] + ("", *"一二三四五六七八九")[n % 10] for n in range(1, 32)}
    read = {n: date_in(f"二〇二三年十二月{numeral}日") for n, numeral in written.items()}
    assert {n: one and one.date for n, one in read.items()} == {n: date(2023, 12, n) for n in written}
