"""What templates can ask for on one page: links, labels, cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.derive.addresses import HUBS, relative
from generator.derive.views import Views
from generator.derive.year import overview
from generator.model.base import Entity
from generator.model.handbook import LABELS
from generator.model.procedure import is_document_id
from generator.model.rule import Rule
from generator.render import calculator_data, planner_data, quiz_question, text, words, year_words
from generator.render.document_files import archive_name, drafted
from generator.render.markdown import paragraphs, render_body
from generator.render.page import Page
from generator.render.quiz_scripts import quiz_scripts


@cache
def environment() -> Environment:
    """The template environment: everything is escaped, a missing name is an error."""
    env = Environment(
        loader=PackageLoader("generator.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["coordinate"] = text.coordinate
    env.globals |= {
        "icon": text.icon,
        "numeral": text.numeral,
        "day": text.day,
        "statement": text.statement,
        "keep_end": text.keep_end,
        "words": words,
        "is_document_id": is_document_id,
        "paragraphs": paragraphs,
        "template_text": text.template_text,
        "relative": relative,
        "LETTERS": quiz_question.LETTERS,
        "basis_words": quiz_question.basis_words,
        "rule_url": quiz_question.rule_url,
        "quiz_scripts": quiz_scripts,
        "planner_scripts": planner_data.SCRIPTS,
        "next_step": planner_data.next_step,
        "section_tools": calculator_data.section_tools,
        "calculator_names": calculator_data.TOOLS,
        "sign_path": text.sign_path,
        "drafted": drafted,
        "archive_name": archive_name,
        "usual_year": overview.usual,
        "has_room": quiz_question.has_room,
        "year_text": year_words.WORDS,
        "month_label": year_words.month_label,
        "day_words": year_words.day_words,
        "tag_words": year_words.tag_words,
        "often_words": year_words.often_words,
        "entry_basis": year_words.entry_basis,
        "dates_of": year_words.dates_of,
        "kit_name": year_words.kit_name,
        "year_of": year_words.year_of,
    }
    return env


@dataclass(frozen=True)
class Context:
    """One page's way to the rest of the site."""

    views: Views
    """The handbook and its views."""
    url: str
    """Path of the page from the site's root."""

    def href(self, collection: str, entity_id: str) -> str:
        """Link to an entity."""
        return relative(self.views.addresses.of(collection, entity_id), self.url)

    def hub(self, name: str, anchor: str = "") -> str:
        """Link to a page that belongs to no single entity."""
        return relative(HUBS[name] + (f"#{anchor}" if anchor else ""), self.url)

    def step(self, procedure_id: str, step_id: str) -> str:
        """Link to a step of a procedure."""
        page = self.views.addresses.of("procedures", procedure_id)
        return relative(f"{page}#step-{step_id}", self.url)

    def get(self, collection: str, entity_id: str) -> Entity:
        """An entity by its id."""
        return self.views.handbook.by_id[collection][entity_id]

    def name(self, collection: str, entity_id: str) -> str:
        """What readers call an entity."""
        return title_of(self.get(collection, entity_id))

    def clauses(self, rule_ids: Iterable[str]) -> list[tuple[str, str]]:
        """Link to each rule with the clause it rests on first.

        A source is named once in a row; a clause that recurs is numbered.
        """
        found = [(name, self._clause(name)) for name in rule_ids]
        again = Counter(clause for _, clause in found)
        seen: Counter[tuple[str, str]] = Counter()
        told: list[tuple[str, str]] = []
        before = ""
        for name, (source, article) in found:
            seen[source, article] += 1
            label = article if article and source == before else f"{source}{article}"
            number = f"（{seen[source, article]}）" if again[source, article] > 1 else ""
            told.append((self.href("rules", name), f"{label}{number}"))
            before = source
        return told

    def _clause(self, rule_id: str) -> tuple[str, str]:
        """Source and article of the clause a rule rests on first."""
        basis = self.views.handbook.get(Rule, rule_id).basis[:1]
        article = next((one.article or "" for one in basis), "")
        return quiz_question.basis_words(basis, self.views).removesuffix(article) or "规定", article

    def label(self, collection: str) -> str:
        """What readers call one entity of a collection."""
        return LABELS[collection]

    def used_by(self, collection: str, entity_id: str) -> tuple[tuple[str, str], ...]:
        """What mentions an entity, as (collection, id)."""
        return self.views.relations.used_by.get((collection, entity_id), ())

    def body(self, markdown: str) -> Markup:
        """A Markdown body as HTML."""
        return render_body(markdown, self.views.handbook, self.href, self.cards)

    def cards(self, rule_ids: Iterable[str]) -> Markup:
        """Cards of rules by their ids."""
        rules = [self.views.handbook.get(Rule, rule_id) for rule_id in rule_ids]
        macros = environment().get_template("rule.html.jinja").module
        return Markup("").join(macros.card(rule, self) for rule in rules)  # type: ignore[attr-defined]


def title_of(entity: Entity) -> str:
    """What readers call an entity: its title, name, short title or statement."""
    for name in ("short", "title", "name", "plain", "stem", "text"):
        if (value := getattr(entity, name, None)) is not None:
            return str(value)
    return entity.id


def fill(
    template: str,
    context: Context,
    *,
    title: str,
    lead: str = "",
    wide: bool = False,
    later: Callable[[], Mapping[str, object]] = dict,
    **values: object,
) -> Page:
    """A page made of a template when it is looked at; `p` in it is the page's context.

    `later` gives further values that are worth making only then.
    """
    assert PurePosixPath(context.url).suffix == ".html"

    def make() -> str:
        return environment().get_template(template).render(p=context, views=context.views, **values, **later())

    return Page(context.url, title, make, text.sentence(lead), wide=wide)
