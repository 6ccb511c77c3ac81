"""The situations of cases: who, how many, which day; never what the rule says about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Count:
    """A case about a share of a number of people: how many are enough."""

    quantity: str
    """Name of the quantity."""
    stem: str
    """The situation, with `{base}` and `{present}`."""
    base: int
    """Number the share is taken of."""
    present: int
    """Another number in the situation that does not count."""
    unit: str = "名"
    """Unit of the answer."""
    extra: bool = False
    """Whether the share comes on top of the base."""


@dataclass(frozen=True, slots=True)
class Term:
    """A case about a day reckoned from another."""

    quantity: str
    """Name of the quantity."""
    stem: str
    """The situation, with `{start}` and `{other}`."""
    start: date
    """Day the term runs from."""
    other: date
    """A day in the situation that does not count."""
    why: str
    """Why the other day does not count."""


@dataclass(frozen=True, slots=True)
class Band:
    """Incomes that pay one rate."""

    rate: str
    """Name of the rate."""
    upper: str
    """Name of the greatest income it is paid of; empty for the last band."""


@dataclass(frozen=True, slots=True)
class Dues:
    """A case about the dues of a monthly income."""

    bands: tuple[Band, ...]
    """Bands of the income's kind, lowest first."""
    stem: str
    """The situation, with `{income}`."""
    income: int
    """Monthly income in yuan."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A case about a number of full members that others cannot make up."""

    quantity: str
    """Name of the quantity."""
    stem: str
    """The question."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A case about a run of working days."""

    quantity: str
    """Name of the quantity."""
    stem: str
    """The question."""
    monday: date
    """Monday of a week without public holidays."""


COUNTS = (
    Count(
        "reception-approval",
        "某支部讨论接收预备党员，应到会有表决权的党员{base}名，实到{present}名。至少要有多少名赞成，才能通过接收的决议？",
        20,
        16,
    ),
    Count(
        "reception-approval",
        "某支部有表决权的党员应到会{base}名，接收预备党员的大会实到{present}名。决议通过最少需要多少名赞成？",
        31,
        25,
    ),
    Count(
        "reception-quorum",
        "某支部应到会有表决权的党员{base}名，要开党员大会讨论接收预备党员。有表决权的党员至少到会多少名，才能开会？",
        18,
        18,
    ),
    Count(
        "conversion-approval",
        "某支部应到会有表决权的党员{base}名，讨论一名预备党员转正，实到{present}名。赞成的至少要有多少名，转正的决议才能通过？",
        24,
        17,
    ),
    Count(
        "conversion-quorum",
        "某支部应到会有表决权的党员{base}名，要开党员大会讨论预备党员转正。有表决权的党员至少到会多少名，才能开会？",
        26,
        26,
    ),
    Count(
        "general-meeting-quorum",
        "某支部有表决权的党员{base}名，要在党员大会上表决一般议题。有表决权的党员至少到会多少名，才能表决？",
        22,
        22,
    ),
    Count(
        "general-meeting-pass",
        "某支部应到会有表决权的党员{base}名，党员大会表决一般议题时实到{present}名。赞成的至少要有多少名，议题才能通过？",
        28,
        19,
    ),
    Count(
        "committee-meeting-quorum", "某支部委员会有委员{base}名，支部委员会会议至少有多少名委员到会，才能进行？", 6, 6
    ),
    Count(
        "election-quorum",
        "某支部应到会有选举权的党员{base}名，要开党员大会换届选举。有选举权的到会人数至少多少名，会议才有效？",
        23,
        23,
    ),
    Count("election-quorum", "某支部应到会有选举权的党员{base}名，选举大会至少到会多少名，才能选举？", 40, 40),
    Count(
        "election-majority",
        "某支部应到会有选举权的党员{base}名，选举时实到{present}名。候选人至少得多少张赞成票，才能当选？",
        30,
        26,
        "张",
    ),
    Count(
        "preselection-majority",
        "某次预选应到会有选举权的人数为{base}名，实到{present}名。至少得多少张赞成票，才能列为正式候选人？",
        50,
        44,
        "张",
    ),
    Count(
        "penalty-votes",
        "某支部应到会有表决权的党员{base}名，讨论给予一名党员处分，实到{present}名。赞成的至少要有多少名，才能通过？",
        16,
        13,
    ),
    Count("appraisal-excellent-share", "某支部有党员{base}名，民主评议时评为优秀的，一般最多多少名？", 35, 35),
    Count("election-surplus", "某支部要选举支部委员{base}名，委员候选人至少要有多少名？", 5, 5, extra=True),
    Count(
        "delegate-surplus", "某选举单位要选举党员代表大会的代表{base}名，代表候选人至少要有多少名？", 15, 15, extra=True
    ),
)
"""Cases about shares of a number of people."""

TERMS = (
    Term(
        "probation",
        "某同志{start}经支部党员大会通过为预备党员，{other}上级党委批准。他的预备期到哪一天满？",
        date(2025, 12, 10),
        date(2026, 1, 20),
        "预备期从党员大会通过之日算起，不从上级党委批准之日算起",
    ),
    Term(
        "probation",
        "支部党员大会{start}通过接收某同志为预备党员，他{other}参加入党宣誓。预备期到哪一天满？",
        date(2026, 4, 16),
        date(2026, 6, 18),
        "预备期从党员大会通过之日算起，不从宣誓之日算起",
    ),
    Term(
        "apply-talk",
        "某同志{start}把入党申请书交给支部，支部{other}研究安排谈话人。派人同他谈话，最迟到哪一天？",
        date(2026, 9, 14),
        date(2026, 9, 25),
        "谈话的时限从收到申请书算起",
    ),
    Term(
        "prospect-training-time",
        "某同志{other}递交入党申请书，{start}被确定为入党积极分子。按培养教育和考察的时间，最早到哪一天可以拟列为发展对象？",
        date(2025, 11, 5),
        date(2025, 3, 3),
        "培养教育和考察从确定为入党积极分子开始，不从递交申请书开始",
    ),
    Term(
        "oath",
        "上级党委{start}批复同意接收某同志为预备党员，支部{other}在党员大会上宣布。入党宣誓一般最迟到哪一天举行？",
        date(2026, 5, 20),
        date(2026, 5, 28),
        "时限从批复同意接收算起",
    ),
    Term(
        "reception-meeting",
        "基层党委{start}预审合格，某发展对象{other}填好入党志愿书。支部最迟到哪一天提交党员大会讨论？",
        date(2026, 3, 11),
        date(2026, 3, 23),
        "时限从预审合格算起，不从填好志愿书算起",
    ),
    Term(
        "announce-within",
        "某党员的处分决定{start}作出，送到支部是{other}。最迟到哪一天向全体党员和他本人宣布？",
        date(2026, 4, 7),
        date(2026, 4, 20),
        "宣布的时限从处分决定作出算起，不从送到支部算起",
    ),
    Term(
        "warning-effect",
        "某党员受到警告处分，处分决定{start}生效，支部{other}宣布。处分的影响期到哪一天满？",
        date(2026, 2, 9),
        date(2026, 2, 26),
        "影响期从处分决定生效算起，不从宣布那天算起",
    ),
    Term(
        "serious-warning-effect",
        "某党员受到严重警告处分，处分决定{start}生效，支部{other}宣布。处分的影响期到哪一天满？",
        date(2026, 1, 15),
        date(2026, 2, 3),
        "影响期从处分决定生效算起，不从宣布那天算起",
    ),
    Term(
        "removal-effect",
        "某党员受到撤销党内职务处分，处分决定{start}生效，支部{other}宣布。处分的影响期到哪一天满？",
        date(2025, 10, 20),
        date(2025, 11, 6),
        "影响期从处分决定生效算起，不从宣布那天算起",
    ),
)
"""Cases about a day reckoned from another."""

WAGES = (
    Band("dues-rate-1", "dues-band-1-upper"),
    Band("dues-rate-2", "dues-band-2-upper"),
    Band("dues-rate-3", "dues-band-3-upper"),
    Band("dues-rate-4", ""),
)
"""Bands of wages after tax."""

_WAGE = "某在职党员每月税后工资收入（相对固定的、经常性的部分）{income}元，每月应交党费多少元？"

DUES = (*(Dues(WAGES, _WAGE, income) for income in (2800, 3000, 4600, 5000, 8000, 10000, 12000)),)
"""Cases about dues, some right on the edge of a band."""

THRESHOLDS = (
    Threshold("branch-min-members", "下面哪个单位达到了应当成立党的基层组织的人数？"),
    Threshold("committee-min-members", "下面哪个党支部达到了应当设立支部委员会的人数？"),
)
"""Cases about a number of full members."""

NOTICES = (
    Notice(
        "prospect-publicity",
        "某支部公示拟列为发展对象的人选，期间没有法定节假日。下面哪一段公示时间够了？",
        date(2026, 9, 7),
    ),
)
"""Cases about a run of working days."""
