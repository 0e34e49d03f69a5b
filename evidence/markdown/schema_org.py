"""Describes a page for search engines, as a small JSON-LD graph in the schema.org vocabulary.

Everything in the graph is also on the page, and a test compares the two. We leave out the following:

- lastReviewed and reviewedBy, unless a named health professional has reviewed the current version of the page. The date in
  `checked` only says when we compared the page with its sources.
- FAQPage, because it would double the size of the questions page, and Google shows such results only for government and health
  sites.
- ClaimReview, because the claims are common explanations and not statements by one person.
- Ratings, authors with credentials, and organisations with logos, because the site has none of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from evidence.markdown.context import Context
from evidence.model.dataset import Dataset
from evidence.model.pages import Kind, Meta

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence for the site's wording, pictures and data."""

CITED = re.compile(r'<li id="fn:([^"]+)"')
"""Matches an entry in a page's list of sources, as the template sources.html writes it."""

GLOSSARY = '<div class="glossary"'

Node = dict[str, Any]


def graph(name: str, meta: Meta, html: str, this: Context, names: Mapping[str, str]) -> Node | None:
    """Return the JSON-LD graph for a page. Return None if the site has no address, because the graph needs full addresses.

    `html` is the page's main content. `names` maps the file of each page to its name in the navigation.
    """
    home = this.edition.address_of("index.md")
    if not home:
        return None
    nodes = [page(name, meta, html, this)]
    if meta.kind is Kind.HOME:
        nodes.insert(0, {"@type": "WebSite", "@id": f"{home}#website", "url": home, "name": this.settings.name,
                         "inLanguage": this.edition.language})
    else:
        nodes.append(crumbs(name, meta, names, this))
    return {"@context": "https://schema.org", "@graph": nodes}


def page(name: str, meta: Meta, html: str, this: Context) -> Node:
    """Return the graph node for the page itself, with its author, reviewers and sources."""
    address, references = this.edition.address_of(name), this.dataset.references
    cited = [references[key].link for key in CITED.findall(html) if key in references]
    medical = meta.kind.traits.readers or bool(cited)
    node: Node = {
        "@type": "MedicalWebPage" if medical else "WebPage", "@id": address, "url": address, "name": meta.title,
        "inLanguage": this.edition.language, "isPartOf": {"@id": f"{this.edition.address_of('index.md')}#website"},
        "license": LICENCE,
        "author": {"@type": "Organization", "name": this.settings.author},
    }
    if meta.kind is not Kind.HOME:  # the home page does not show when it was changed
        days = [change.date for change in meta.changes]
        node |= {"datePublished": min(days).isoformat(), "dateModified": max(days).isoformat()}
    if current := this.dataset.reviews_that_hold(name, meta, this.edition.language):
        node["reviewedBy"] = [{"@type": "Person", "name": review.name, "jobTitle": review.profession} for review in current]
        node["lastReviewed"] = current[0].date.isoformat()
    if medical:
        node["about"] = about(meta, this.words.text("schema", "subject"))
    if cited:
        node["citation"] = [link for link in cited if link]
    if GLOSSARY in html:
        node["mainEntity"] = terms(address, meta, this.dataset)
    return node


def about(meta: Meta, subject: str) -> Node | list[Node]:
    """Return a node for the page's condition, or for `subject` if the page names no condition. If the page names a treatment,
    also return a node for the treatment.
    """
    condition = {"@type": "MedicalCondition", "name": meta.condition or subject}
    return [{"@type": "MedicalTherapy", "name": meta.therapy}, condition] if meta.therapy else condition


def terms(address: str, meta: Meta, dataset: Dataset) -> Node:
    """Return nodes for the glossary's terms. The definitions are left out, because they would add 3 kB."""
    return {"@type": "DefinedTermSet", "name": meta.title, "hasDefinedTerm": [
        {"@type": "DefinedTerm", "name": term.term, "url": f"{address}#{term.id}"} for term in dataset.terms.values()]}


def crumbs(name: str, meta: Meta, names: Mapping[str, str], this: Context) -> Node:
    """Return the breadcrumbs from the home page to this page. Each folder is represented by its index.md, or by the page with the
    same name as the folder. A folder that has neither is left out.
    """
    parts = name.removesuffix("/index.md").removesuffix(".md").split("/")
    above = ["/".join(parts[:count]) for count in range(1, len(parts))]
    way = ["index.md", *(file for folder in above for file in (f"{folder}/index.md", f"{folder}.md") if file in names), name]
    return {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": place, "name": meta.title if file == name else names[file],
         "item": this.edition.address_of(file)}
        for place, file in enumerate(way, 1)]}
