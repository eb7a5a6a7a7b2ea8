"""What time expressions stand for, by the date of the page, and what stays open."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tui.quantities.periods import (
    Base,
    article_base,
    base_of,
    date_in,
    dateline,
    find_periods,
    period_at,
    resolve,
)

FRIDAY = base_of("2023-09-15")
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("今年上半年", "2023-01-01/2023-06-30"),
        ("去年", "2022-01-01/2022-12-31"),
        ("前年下半年", "2021-07-01/2021-12-31"),
        ("5年来", "2018-09-15/2023-09-15"),
        ("近五年来", "2018-09-15/2023-09-15"),
        ("近3个月", "2023-06-15/2023-09-15"),
        ("截至目前", "../2023-09-15"),
        ("9月10日至11日", "2023-09-10/2023-09-11"),
        ("9月28日至10月7日", "2023-09-28/2023-10-07"),
        ("2023年1-6月", "2023-01-01/2023-06-30"),
        ("2024年1—8月份", "2024-01-01/2024-08-31"),
        ("1月至6月", "2023-01-01/2023-06-30"),
        ("2022年11月至2024年2月", "2022-11-01/2024-02-29"),
        ("十四五期间", "2021-01-01/2025-12-31"),
        ("“十三五”时期", "2016-01-01/2020-12-31"),
        ("“十四五”末", "2025-01-01/2025-12-31"),
        ("“十四五”以来", "2021-01-01/2023-09-15"),
        ("一五时期", "1953-01-01/1957-12-31"),
        ("2022年", "2022-01-01/2022-12-31"),
        ("二〇二三年三月五日", "2023-03-05/2023-03-05"),
        ("2023年上半年", "2023-01-01/2023-06-30"),
        ("2023年8月底", "2023-08-31/2023-08-31"),
        ("截至2023年8月底", "../2023-08-31"),
        ("截至今年4月30日", "../2023-04-30"),
        ("自2018年4月起", "2018-04-01/.."),
        ("自2018年4月以来", "2018-04-01/2023-09-15"),
        ("今年以来", "2023-01-01/2023-09-15"),
        ("前三季度", "2023-01-01/2023-09-30"),
        ("三季度", "2023-07-01/2023-09-30"),
        ("2024年第一季度", "2024-01-01/2024-03-31"),
        ("前5个月", "2023-01-01/2023-05-31"),
        ("去年12月", "2022-12-01/2022-12-31"),
        ("2月", "2023-02-01/2023-02-28"),
        ("8月上旬", "2023-08-01/2023-08-10"),
        ("2月下旬", "2023-02-21/2023-02-28"),
        ("本月15日", "2023-09-15/2023-09-15"),
        ("上月", "2023-08-01/2023-08-31"),
        ("5日", "2023-09-05/2023-09-05"),
        ("20日", "2023-08-20/2023-08-20"),
        ("昨日", "2023-09-14/2023-09-14"),
        ("上周", "2023-09-04/2023-09-10"),
        ("2021—2025年", "2021-01-01/2025-12-31"),
        ("2023-2024学年", "2023-09-01/2024-08-31"),
        ("上世纪90年代", "1990-01-01/1999-12-31"),
        ("20世纪80年代", "1980-01-01/1989-12-31"),
        ("21世纪以来", "2001-01-01/2023-09-15"),
    ],
)
def test_an_expression_is_an_interval(text: str, iso: str) -> None:
    interval = resolve(text, FRIDAY)
    assert interval is not None
    assert (interval.iso, interval.reason) == (iso, "")


@pytest.mark.parametrize(
    ("text", "base", "iso", "reason"),
    [
        ("今年上半年", None, "", "base"),
        ("截至目前", None, "", "base"),
        ("上半年", "2023", "2023-01-01/2023-06-30", ""),
        ("截至目前", "2023", "", "base"),
        ("5年来", "2023-09", "", "base"),
        ("今年以来", "2023", "2023-01-01/..", "base"),
        ("上月", "2023", "", "base"),
        ("上月", "2023-01", "2022-12-01/2022-12-31", ""),
        ("近年来", "2023-09-15", "", "vague"),
        ("近几年来", "2023-09-15", "", "vague"),
        ("日前", "2023-09-15", "", "vague"),
        ("同年10月", "2023-09-15", "", "context"),
        ("当月", "2023-09-15", "", "context"),
    ],
)
def test_what_cannot_be_known_stays_open_and_says_why(
    text: str, base: str | None, iso: str, reason: str
) -> None:
    interval = resolve(text, base_of(base) if base else None)
    assert interval is not None
    assert (interval.iso, interval.reason) == (iso, reason)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工会",
        "2月30日",
        "13月",
        "300家",
        "第38个",
        "10月5日至9月1日",
        "1" * 200,
        "2023年0月",
        "0月6日",
        "2月30日至次日",
        "6月至次日",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert resolve(text, FRIDAY) is None


def test_a_month_without_a_year_is_of_the_year_before_where_it_would_lie_far_ahead() -> None:
    january = base_of("2023-01-05")
    december = resolve("12月", january)
    march = resolve("3月", january)
    assert december is not None
    assert march is not None
    assert (december.iso, march.iso) == ("2022-12-01/2022-12-31", "2023-03-01/2023-03-31")


def test_two_years_whose_figures_stand_apart_are_both_found() -> None:
    assert [time.surface for time in find_periods("2 0 2 2年和2 0 2 3年")] == ["2 0 2 2年", "2 0 2 3年"]


def test_a_time_at_its_place_is_read_by_what_stands_around_it_and_nothing_else_is_one() -> None:
    text, base = "一季度新建9家，比去年同期多3家。", base_of("2023-05-01")
    at = text.index("去年同期")
    found = period_at(text, at, at + 4, base)
    assert found is not None
    assert found.iso == "2022-01-01/2022-03-31"
    assert period_at(text, at, at + 2, base) is None
    assert period_at("新" * 500 + text, at + 500, at + 504, base) == found


def test_time_expressions_are_found_where_they_stand() -> None:
    text = "2022年该区总工会部署，截至目前新建69家；5年来，9月10日至11日举办，第38个教师节，17年如一日，"
    text += "今年中考。"
    found = find_periods(text, FRIDAY)
    assert [time.surface for time in found] == ["2022年", "截至目前", "5年来", "9月10日至11日", "今年"]
    assert all(text[time.start : time.end] == time.surface for time in found)


@given(DAYS)
def test_a_written_day_is_that_day_whatever_the_base(day: date) -> None:
    interval = resolve(f"{day.year}年{day.month}月{day.day}日", FRIDAY)
    assert interval is not None
    assert (interval.start, interval.end) == (day, day)


@given(DAYS, st.integers(1, 400))
def test_days_back_are_as_many_days(day: date, count: int) -> None:
    interval = resolve(f"近{count}天来", Base(day.year, day.month, day.day))
    assert interval is not None
    assert interval.end == day
    assert interval.start == day - timedelta(count)


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    interval = resolve(f"{year}年{month}月")
    assert interval is not None
    assert interval.end == date(year, month, monthrange(year, month)[1])


@given(
    st.lists(st.sampled_from("0123456789一二十年月日至-今去上半近来底末初季度前本周“五”期间截自起")).map(
        "".join
    )
)
def test_found_expressions_stand_in_order_and_resolve_by_themselves(text: str) -> None:
    end = 0
    for time in find_periods(text, FRIDAY):
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.surface
        assert resolve(time.surface, FRIDAY) is not None
        end = time.end


PIECES = st.sampled_from(
    [
        *"0123456789 一二三十正腊闰月日号年初底末至到—前周天.-/（）",
        "今年",
        "去年",
        "次年",
        "上半年",
        "前三季度",
        "季度",
        "以来",
        "至今",
        "截至",
        "自",
        "同期",
        "上周",
        "个月",
        "将",
        "已",
        "农历",
        "上世纪",
        "年代",
        "元月",
        "春节",
        "国庆节",
        "2022年",
        "12月",
        "20日",
        "近",
        "来",
        "星期五",
        "次日",
    ]
)
BASES = st.one_of(
    st.none(),
    st.builds(Base, st.integers(1990, 2090)),
    st.builds(Base, st.integers(1990, 2090), st.integers(1, 12)),
    DAYS.map(lambda day: Base(day.year, day.month, day.day)),
)


@pytest.mark.slow
@given(st.lists(PIECES, max_size=12).map("".join), BASES)
@settings(max_examples=examples(600))
def test_no_interval_ends_before_it_begins(text: str, base: Base | None) -> None:
    for time in find_periods(text, base):
        start, end = time.interval.start, time.interval.end
        assert start is None or end is None or start <= end, time


@given(DAYS, st.integers(1, 12))
def test_what_goes_on_since_a_month_began_before_today(day: date, month: int) -> None:
    interval = resolve(f"{month}月以来", Base(day.year, day.month, day.day))
    assert interval is not None
    assert interval.start is not None
    assert interval.start <= day == interval.end
    assert (day - interval.start).days <= 366


@given(st.dates(date(1901, 3, 1), date(2050, 12, 31)))
def test_the_mid_autumn_day_is_the_fifteenth_of_a_lunar_month(day: date) -> None:
    interval = resolve(f"{day.year}年中秋节")
    assert interval is not None
    assert interval.start is not None
    assert interval.calendar == "lunar"
    assert date(day.year, 9, 6) <= interval.start <= date(day.year, 10, 9)
    assert ((interval.start - date(2000, 1, 21)).days + 2.0) % 29.530588 < 4  # full moon: 21 January 2000


def test_a_lunar_year_that_the_libraries_dispute_stays_open() -> None:
    interval = resolve("2057年中秋节")
    assert interval is not None
    assert (interval.iso, interval.reason) == ("", "lunar")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("县医院开诊\n本报东屏5月10日电（记者 沈一鸣）县医院新门诊楼今天开诊", "2023-05-10"),
        ("新华社望津5月11日电（记者 沈一鸣）甲国外长", "2023-05-11"),
        ("据新华社南浦5月9日电", "2023-05-09"),
        ("新華社望津5月11日電（記者 沈一鳴）縣醫院", "2023-05-11"),
        ("據中央社望津5月9日專電", "2023-05-09"),
        ("東屏日報望津5月8日訊", "2023-05-08"),
        ("本报望津５月１０日电", "2023-05-10"),
        ("（本报望津5月8日专电）", "2023-05-08"),
        ("本报12月30日讯", "2022-12-30"),
        ("新华社南浦2021年12月31日电", "2021-12-31"),
        ("本报讯（记者 沈一鸣）5月3日，县医院开诊", "2023-05-12"),
        ("县医院5月3日开诊，新电梯已投入使用", "2023-05-12"),
        ("新华社南浦2月30日电", "2023-05-12"),
    ],
)
def test_an_article_counts_from_its_dateline(text: str, day: str) -> None:
    assert str(article_base(text, base_of("2023-05-12"))) == day


def test_a_dateline_without_a_year_dates_nothing_on_a_page_without_one() -> None:
    assert article_base("本报东屏5月10日电（记者 沈一鸣）", None) is None


@pytest.mark.parametrize(
    ("page", "lines", "date_of_it"),
    [
        ("renmin_20230915_01", (), "2023-09-15"),
        ("2018-05-01", (), "2018-05-01"),
        ("002_014b75bbf57318dc", (), ""),
        ("p", ("劳动午报", "2023年9月15日 星期五 责任编辑 王某"), "2023-09-15"),
        ("p", ("北京 2023年9月15日",), "2023-09-15"),
        ("20230901-20230915", (), ""),
        ("a_20230901_b_2023-09-01", (), "2023-09-01"),
        ("p", ("2023年9月15日", "2023年9月16日"), ""),
        ("p", ("《东屏日报》（2023年05月12日 02版）",), "2023-05-12"),
        ("p", ("（2023年05月12日 02版）",), "2023-05-12"),
        ("p", ("- 2023年05月12日",), "2023-05-12"),
        ("p", ("东屏在线2023年05月12日",), "2023-05-12"),
        ("p", ("２０２３年５月１２日 星期五 第02版",), "2023-05-12"),
        ("p", ("2023-05-12 08:30 来源：东屏日报",), "2023-05-12"),
        ("p", ("来源：东屏日报 2023-05-12",), "2023-05-12"),
        ("p", ("发布时间：2023/5/12 10:22",), "2023-05-12"),
        ("p", ("2023年5月12日，县里开会",), ""),
        ("p", ("我们的2023年5月12日",), ""),
        ("p", ("会议于2023年9月15日 星期五召开，通过了决议。", "2023年2月30日"), ""),
    ],
)
def test_a_page_is_dated_by_its_name_or_its_masthead(
    page: str, lines: tuple[str, ...], date_of_it: str
) -> None:
    assert str(dateline(page, lines) or "") == date_of_it


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023-09-15", "2023-09-15"),
        ("2023/9/5", "2023-09-05"),
        ("2023.9.5", "2023-09-05"),
        ("20230915", "2023-09-15"),
        ("20230915083000", "2023-09-15"),
        ("2023-09-15T23:30:00Z", "2023-09-15"),
        ("2023-09-15 08:00:00", "2023-09-15"),
        ("2023年9月15日 星期五", "2023-09-15"),
        ("2023年9月", "2023-09"),
        ("2023年", "2023"),
        ("2023-09", "2023-09"),
        ("２０２３年９月５日", "2023-09-05"),
        ("2023 年 9 月 5 日", "2023-09-05"),
        ("2023年9月5号", "2023-09-05"),
        ("2023年元月5日", "2023-01-05"),
        ("二〇二三年九月十五日", "2023-09-15"),
        ("一九九八年元月", "1998-01"),
        ("2023-09-15（星期五）", "2023-09-15"),
        ("5 Sep 2023", "2023-09-05"),
        ("September 5, 2023", "2023-09-05"),
        ("2023 spring", ""),
        ("03/04/2023", ""),
        ("2023-02-30", ""),
        ("2023-09/15", ""),
        ("1694736000", ""),
        ("last Friday", ""),
        ("", ""),
    ],
)
def test_a_date_in_a_table_is_read_in_the_usual_spellings(text: str, said: str) -> None:
    assert str(date_in(text) or "") == said


@pytest.mark.parametrize(
    ("tagged", "day"),
    [
        ("10日上午", "10"),
        ("5月10日20时30分许", "10"),
        ("昨日晚间", "11"),
        ("周五上午9时至11时", "10"),
        ("周五", "10"),
    ],
)
def test_a_tag_may_hold_the_hour_of_its_day(tagged: str, day: str) -> None:
    found = resolve(tagged, base_of("2024-05-12"))
    assert found is not None
    assert found.iso == f"2024-05-{day}/2024-05-{day}"


@pytest.mark.parametrize("tagged", ["10日晚会", "上午", "5月上午", "三点"])
def test_a_tag_of_an_hour_without_a_day_is_none(tagged: str) -> None:
    assert resolve(tagged, base_of("2024-05-12")) is None
