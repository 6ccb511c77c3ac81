"""What search can find, and the index it is written to."""

from __future__ import annotations

import json
import re

import pytest

from generator.derive.search import EntryKind, parts, plain_body
from generator.derive.search_words import sounds
from generator.derive.views import derive
from generator.render.search_index import LABELS, search_files, search_index
from generator.render.site import render
from tests.support import minimal_handbook


def listed() -> list[str]:
    return [f"{e.kind} {e.location} {e.title}" for e in derive(minimal_handbook()).search]


def test_every_thing_of_the_handbook_has_one_entry() -> None:
    assert [line for line in listed() if not line.startswith("question")] == [
        "procedure procedures/conversion.html 预备党员转正",
        "step procedures/conversion.html#step-apply 提出转正申请",
        "step procedures/conversion.html#step-vote 党员大会表决",
        "term terms/index.html#term-probation 预备期",
        "role roles/branch-general-meeting.html 党支部党员大会",
        "role roles/probationary-member.html 预备党员",
        "document documents/conversion-application.html 转正申请书",
        "document documents/conversion-request.html 转正请示",
        "section handbook/admission/index.html 党员发展工作",
        "section handbook/admission/admission-process.html 发展党员工作的基本程序",
        "section handbook/admission/admission-process.html#part-1 预备期从哪天算",
        "section handbook/admission/admission-process.html#part-2 期满以后",
        "rule handbook/admission/admission-process.html#rule-probation-length "
        "预备党员的预备期为一年，从党支部党员大会通过其为预备党员之日算起。",
        "rule handbook/admission/admission-process.html#rule-conversion-notice 预备党员在期满前一周递交转正申请。",
        "rule handbook/admission/admission-process.html#rule-pre-list-publicity "
        "拟列为发展对象的人选，公示不少于五个工作日。",
        "lesson lessons/probation.html 预备期怎么过",
        "source sources/admission-2026.html 中国共产党发展党员工作细则",
        "source sources/admission-2014.html 中国共产党发展党员工作细则（2014）",
        "tool about/offline.html 离线使用",
    ]


def test_aliases_and_everyday_words_go_with_the_name() -> None:
    found = derive(minimal_handbook()).search
    term = next(e for e in found if e.kind is EntryKind.TERM)
    assert (term.aliases, term.everyday) == (("党员预备期",), ("预备多久",))
    rule = next(e for e in found if e.location.endswith("#rule-pre-list-publicity"))
    assert (rule.aliases, rule.everyday) == ((), ("人选名单要贴几天",))
    kinds = (EntryKind.PROCEDURE, EntryKind.ROLE, EntryKind.DOCUMENT)
    assert [next(e for e in found if e.kind is kind).everyday for kind in kinds] == [
        ("一年到了怎么变成正式的",),
        ("支部里谁说了算",),
        ("转正先写什么",),
    ]


def test_a_wrong_belief_is_never_given_as_a_rule() -> None:
    rule = next(e for e in derive(minimal_handbook()).search if e.location.endswith("#rule-probation-length"))
    assert rule.text == "发展党员工作细则第三十一条 有人说：预备期从上级党委批准之日算起。"


def test_questions_stand_once_for_each_family_and_without_their_answers() -> None:
    views = derive(minimal_handbook())
    found = [e for e in views.search if e.kind is EntryKind.QUESTION]
    assert len(found) == len({item.family for item in views.bank.items})
    stems = {item.stem.replace("______", "……") for item in views.bank.items}
    for entry in found:
        assert entry.title in stems
        assert (entry.text, entry.aliases, entry.everyday) == ("", (), ())


def test_every_entry_leads_to_a_place_that_is_there() -> None:
    views = derive(minimal_handbook())
    pages = {page.url: page.html for page in render(views).pages}
    for entry in views.search:
        path, _, anchor = entry.location.partition("#")
        assert not anchor or f'id="{anchor}"' in pages[path], entry.location


BODY = """引言，见[细则](source:admission-2026)。

## 一步 [转正](term:probation)

- **先**看 `日期`
1. 再看条件

{{ rules: probation-length }}

| 对象 | 标准 |
|---|:---:|
| 学生 | 0.2 元 |

### 两步

末尾
"""


def test_a_body_is_cut_at_its_headings_and_loses_its_marks() -> None:
    assert list(parts(BODY)) == [
        ("", "", "引言，见细则。"),
        ("part-1", "一步 转正", "先 看 日期 再看条件 对象 标准 学生 0.2 元"),
        ("part-2", "两步", "末尾"),
    ]


@pytest.mark.parametrize("body", ["", "\n", "## \n", "{{ rules: a, b }}"])
def test_a_body_of_nothing_is_plain_nothing(body: str) -> None:
    assert plain_body(body).strip("# ") == ""


def test_sounds_know_common_characters_and_those_of_the_texts() -> None:
    table = sounds(["龘"])
    assert "转" in table["zhuan"]
    assert "长" in table["chang"]
    assert "长" in table["zhang"]
    assert "吕" in table["lv"]
    assert "龘" in table["da"]
    assert sum(map(len, sounds([]).values())) > 3755


def test_every_kind_has_a_label() -> None:
    assert set(LABELS) == set(EntryKind)


def test_index_is_compact_readable_and_the_same_for_pages_from_a_folder() -> None:
    files = search_files(derive(minimal_handbook()))
    text = files["search/search_index.json"]
    assert files["search/search_index.js"] == f"var __index = {text};\n"
    assert "预备期" in text
    assert not re.search(r'": |, "', text)
    value = json.loads(text)
    assert set(value) == {"config", "docs"}
    assert value["docs"][3] == {
        "location": "terms/index.html#term-probation",
        "title": "预备期",
        "text": "预备党员接受继续教育和考察的一年。",
        "kind": "term",
        "alias": ["党员预备期"],
        "everyday": ["预备多久"],
        "place": "发展党员工作的基本程序",
    }


def test_index_is_the_same_each_time() -> None:
    entries = derive(minimal_handbook()).search
    assert json.dumps(search_index(entries)) == json.dumps(search_index(entries))
