// @ts-check
/**
 * `xt.calendarFile(entries, words, stamp)`: an iCalendar file (RFC 5545) of whole days; `entries` are
 * `{uid, day, title, note}`, `stamp` is the moment of making as 20261122T010203Z. Lines are folded at 75 bytes.
 */
(function () {
  "use strict";

  const xt = (window.xt = window.xt || {});
  const BYTES = 75;

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[\\;,]/g, (sign) => "\\" + sign).replace(/\r?\n/g, "\\n");
  }

  /** Bytes of a character in UTF-8. @param {string} char */
  function size(char) {
    const code = char.codePointAt(0);
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  /** A line cut into lines of at most 75 bytes, the later ones led by a space; no character is cut. @param {string} line */
  function folded(line) {
    const out = [];
    let part = "";
    let bytes = 0;
    for (const char of line) {
      if (bytes + size(char) > BYTES) {
        out.push(part);
        part = " ";
        bytes = 1;
      }
      part += char;
      bytes += size(char);
    }
    return out.concat(part).join("\r\n");
  }

  /** @param {string} day */
  function compact(day) {
    return day.split("-").join("");
  }

  xt.calendarFile = function (entries, words, stamp) {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + words.product, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
    lines.push("X-WR-CALNAME:" + escaped(words.name));
    for (const entry of entries) {
      lines.push("BEGIN:VEVENT", "UID:" + entry.uid, "DTSTAMP:" + stamp);
      lines.push("DTSTART;VALUE=DATE:" + compact(entry.day), "DTEND;VALUE=DATE:" + compact(xt.dates.addDays(entry.day, 1)));
      lines.push("SUMMARY:" + escaped(entry.title), "DESCRIPTION:" + escaped(entry.note), "TRANSP:TRANSPARENT", "END:VEVENT");
    }
    lines.push("END:VCALENDAR");
    return lines.map(folded).join("\r\n") + "\r\n";
  };
})();
