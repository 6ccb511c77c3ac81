"""The interface's words for the model's values."""

from __future__ import annotations

from generator.model.chapter import Chapter
from generator.model.document import DocumentKind
from generator.model.question import QuestionType
from generator.model.role import RoleKind
from generator.model.rule import Change, Evidence, Nature
from generator.model.source import ReadDepth, SourceStatus
from generator.render.text import numeral

EVIDENCE = {
    Evidence.OFFICIAL: ("check-decagram", "已核原文"),
    Evidence.TEXT: ("text-box-check-outline", "已读条文"),
    Evidence.REPORT: ("bullhorn-outline", "据转述"),
    Evidence.MEMORY: ("progress-question", "待核"),
    Evidence.CONFLICT: ("not-equal-variant", "有分歧"),
}
"""Evidence → icon and word."""

EVIDENCE_MEANING = {
    Evidence.OFFICIAL: "有人拿官方公布的文本逐字对照过",
    Evidence.TEXT: "在全文转录本或原文摘录里读到，没有和官方公布对照",
    Evidence.REPORT: "在官方答问、通稿、转载摘要或执行办法里读到",
    Evidence.MEMORY: "还没有找到条文，写明原因，不出题",
    Evidence.CONFLICT: "来源互相矛盾，几种说法都列出，不出题",
}
"""Evidence → what it means, in a sentence."""

NATURE = {Nature.RULE: "规则", Nature.LOCAL: "地方", Nature.CUSTOM: "惯例"}
"""Nature → word of its tag."""

CHANGE = {
    Change.SAME: "没有变",
    Change.REFINED: "写得更细",
    Change.CHANGED: "变了",
    Change.NEW: "当时没有",
    Change.UNKNOWN: "不能判定",
}
"""Change → word."""

STATUS = {
    SourceStatus.IN_FORCE: "现行",
    SourceStatus.SUPERSEDED: "已被取代",
    SourceStatus.DRAFT: "尚未施行",
    SourceStatus.REFERENCE: "参考材料",
}
"""Status of a source → word."""

READ = {
    ReadDepth.WHOLE: "读过全文（转录本，未与官方公布对照）",
    ReadDepth.PARTS: "只读过部分条文",
    ReadDepth.DIGEST: "没有读到条文，只见转述",
    ReadDepth.NONE: "没有读到",
}
"""How much of a source was read → words."""

ROLE_KIND = {
    RoleKind.POSITION: "职务",
    RoleKind.BODY: "组织和会议",
    RoleKind.PERSON: "人员",
    RoleKind.ORGANISATION: "各类支部",
}
"""Kind of role → word."""

DOCUMENT_KIND = {
    DocumentKind.A: ("file-word-outline", "自拟"),
    DocumentKind.B: ("card-account-details-outline", "统一印制"),
    DocumentKind.C: ("draw", "本人手写"),
}
"""Kind of document → icon and word."""

QUESTION_TYPE = {
    QuestionType.SINGLE: "单选",
    QuestionType.MULTIPLE: "多选",
    QuestionType.TRUE_FALSE: "判断",
    QuestionType.FILL_IN: "填空",
    QuestionType.ORDERING: "排序",
    QuestionType.MATCHING: "配对",
    QuestionType.CASE: "案例",
    QuestionType.SHORT_ANSWER: "简答",
}
"""Type of question → word."""

KIND_ICON = {
    "sections": ("book-open-page-variant-outline", "章节"),
    "procedures": ("sitemap-outline", "流程"),
    "roles": ("account-tie-outline", "角色"),
    "documents": ("file-document-outline", "文书"),
    "terms": ("bookmark-outline", "术语"),
    "lessons": ("presentation", "课件"),
    "sources": ("gavel", "来源"),
    "rules": ("gavel", "规定"),
}
"""Collection → icon and word for chips."""


def chapter_title(chapter: Chapter) -> str:
    """A chapter's title with its number: 第二章 党员发展工作."""
    return f"第{numeral(chapter.number)}章 {chapter.title}"
