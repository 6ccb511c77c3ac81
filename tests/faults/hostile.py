"""Text that does harm where a program forgets to treat it as text."""

from __future__ import annotations

SHOWN = {
    "all": "\"'><img src=x onerror=window.xtHarm=1></title></textarea></style></script>"
    "<script>window.xtHarm=1</script><svg/onload=window.xtHarm=1>{{7*7}}${window.xtHarm=1}--><!--",
    "script": "<script>window.xtHarm=1</script>",
    "image": '"><img src=x onerror="window.xtHarm=1">',
    "svg": "<svg/onload=window.xtHarm=1>",
    "attribute": "' onmouseover='window.xtHarm=1' autofocus onfocus='window.xtHarm=1' x='",
    "close": "</title></textarea></style></script></template><script>window.xtHarm=1</script>",
    "comment": "--><script>window.xtHarm=1</script><!--",
    "cdata": "]]><script xmlns='http://www.w3.org/1999/xhtml'>window.xtHarm=1</script>",
    "url": "javascript:window.xtHarm=1",
    "url-blank": " java\tscript:window.xtHarm=1",
    "data-url": "data:text/html,<script>window.xtHarm=1</script>",
    "outside": "//xt-harm.example/x.js",
    "jinja": "{{7*7}}{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}{#",
    "format": "%s%n%(x)s{0}{x.__class__}$1\\1\\g<0>",
    "markdown": "[点我](javascript:window.xtHarm=1) ![x](http://xt-harm.example/x.png) <b>粗</b> `code`",
    "cards": "{{ rules: probation-length }}",
    "formula": '=HYPERLINK("http://xt-harm.example","点我")',
    "formula-plus": "+cmd|' /C calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula-minus": "-2+3+cmd|' /C calc'!A0",
    "ooxml": '</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\\\x "y"</w:instrText>',
    "entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;&amp;&lt;&#60;&nbsp;',
    "quotes": "\"'`\\\"\\'“”‘’「」",
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈🇨🇳",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤a̴̢̛l̷g̸o",
    "rtl": "שלום مرحبا",
    "zero-width": "党\u200b支\u200d部\ufeff会",
    "bidi": "通过\u202e不\u2066反\u2069转",
    "rare": "𠮷𡃁𪚥",
    "noncharacter": "甲\U0001fffe\ufdd0乙",
    "path": "../../../../etc/passwd",
    "null-words": "null",
    "proto": "__proto__",
    "iso-8601": "0000-00-00T99:99:99Z",
    "ics": "甲\nEND:VEVENT\nBEGIN:VALARM\nATTACH:http://xt-harm.example\n",
    "csv": '甲","乙\n"丙;丁\t戊',
    "long-word": "长" * 3_900,
    "digits": "9" * 400,
    "numerals": "万" * 200 + "亿兆" * 50,
    "brackets": "[[" * 300 + "]]" * 300,
    "spans": "[[甲[[乙]]丙]]",
    "stars": "*_" * 800,
}  # fmt: skip
"""Name → text that must be shown as it is, or refused with its place."""

REFUSED = {"nul": "甲\0乙", "bell": "甲\a乙", "escape": "甲\x1b[31m乙", "vertical-tab": "甲\v乙", "delete": "甲\x7f乙",
           "separators": "甲\u2028乙\u2029丙\u0085丁", "not-a-character": "甲\uffff乙"}  # fmt: skip
"""Name → text that no page, no XML and no Word file can hold: it must be refused with its place."""

ALL = {**SHOWN, **REFUSED, "surrogate": "甲\ud83d乙"}
"""Name → hostile text."""
