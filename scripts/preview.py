"""Writes all pages that a change affects into one HTML file, which anybody can open without a server.

The script compares two built sites, one without the change and one with it. So the preview includes every page that looks
different, even if only a data file or a template has changed. Styles and images are embedded in the HTML file. Anybody can
propose a change, so the preview contains no scripts, and a content security policy blocks every script and every request.

    python -m scripts.preview SITE_BEFORE SITE_AFTER preview.html
"""

from __future__ import annotations

import argparse
import base64
import html
import mimetypes
import posixpath
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
DROPPED = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
REFERS = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"}
"""Attributes that refer to ids on the same page."""
OWN_STYLE = """
body { margin: 0 auto; padding: 1rem; max-width: 60rem; }
.preview-page { border-top: 4px solid; margin-top: 3rem; padding-top: .5rem; }
.preview-page__where { font: 700 1rem/1.4 system-ui, sans-serif; }
.preview-note { font: 1rem/1.5 system-ui, sans-serif; }
.preview-note a { color: inherit; text-decoration: underline; }
"""


def article(text: str) -> str:
    """Return the part of an HTML page from the first `<article` to the last `</article>`, or an empty string if there is no
    article.
    """
    start, end = text.find("<article"), text.rfind("</article>")
    return text[start:end + len("</article>")] if 0 <= start < end else ""


def articles(site: Path) -> dict[str, str]:
    """Return the article of every page on a built site. The keys are addresses such as "massage/safety/"."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): article(path.read_text("utf-8", "replace"))
            for path in sorted(site.rglob("index.html")) if path.is_file() and not path.is_symlink()}


def changed(before: dict[str, str], after: dict[str, str]) -> tuple[list[str], list[str], list[str]]:
    """Return three lists of addresses: the changed pages, the new pages and the removed pages."""
    return (sorted(name for name in before.keys() & after.keys() if before[name].split() != after[name].split()),
            sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys()))


class Rewriter(HTMLParser):
    """Rewrites an article so that it can share an HTML file with other articles. Ids become unique, links lead to the other
    articles, and scripts are removed.
    """

    def __init__(self, site: Path, address: str, shown: dict[str, str]):
        super().__init__(convert_charrefs=False)
        self.site, self.address, self.shown = site, address, shown
        self.own = shown[address]
        self.out: list[str] = []
        self.dropping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a start tag, with its attributes rewritten. Leave out forbidden elements and everything inside them."""
        if tag in DROPPED:
            self.dropping += tag not in VOID
        elif not self.dropping:
            self.out.append(f"<{tag}{''.join(self._attribute(tag, name, value) for name, value in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a self-closing tag, as used in SVG."""
        if tag not in DROPPED and not self.dropping:
            self.out.append(f"<{tag}{''.join(self._attribute(tag, name, value) for name, value in attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        """Write an end tag."""
        if tag in DROPPED:
            self.dropping = max(0, self.dropping - (tag not in VOID))
        elif not self.dropping and tag not in VOID:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Write the text between tags."""
        if not self.dropping:
            self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        """Write a named character reference unchanged."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a numeric character reference unchanged."""
        self.handle_data(f"&#{name};")

    def _attribute(self, tag: str, name: str, value: str | None) -> str:
        if name.startswith("on") or name in ("srcset", "action", "formaction", "style", "ping"):
            return ""
        if value is None:
            return f" {name}"
        if name == "id" or (name == "name" and tag == "a"):
            value = self.own + value
        elif name in REFERS:
            value = " ".join(self.own + one for one in value.split())
        elif name in ("href", "xlink:href"):
            return self._href(value)
        elif name == "src":
            value = picture(self.site, self.address, value)
        else:
            value = re.sub(r"url\(\s*['\"]?#", f"url(#{self.own}", value)
        return f' {name}="{html.escape(value)}"'

    def _href(self, value: str) -> str:
        """Return an href attribute for a link to a page in the preview. For any other link, return a title attribute that shows
        the address.
        """
        parts = urlsplit(value)
        if not parts.scheme and not parts.netloc:
            there = posixpath.normpath(posixpath.join("/", self.address, unquote(parts.path))).strip("/") if parts.path \
                else self.address.strip("/")
            prefix = self.shown.get(f"{there}/" if there else "")
            if prefix:
                return f' href="#{html.escape(prefix + parts.fragment)}"'
        return f' title="Links to {html.escape(value)}"'


def picture(site: Path, address: str, source: str) -> str:
    """Return an image on this site as a data: URL, or an empty string for an image on another site."""
    parts = urlsplit(source)
    path = (site / address / unquote(parts.path)).resolve()
    if parts.scheme or parts.netloc or not path.is_relative_to(site.resolve()) or not path.is_file():
        return source if source.startswith("data:image/") else ""
    kind = mimetypes.guess_type(path.name)[0] or ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}" if kind.startswith("image/") else ""


def styles(site: Path, address: str) -> str:
    """Return the CSS of a page as one string. The string is escaped so that it cannot close a <style> element."""
    page = (site / address / "index.html").read_text("utf-8", "replace")
    sheets = [html.unescape(found[1]) for tag in re.findall(r"<link\b[^>]*>", page) if re.search(r"\bstylesheet\b", tag)
              and (found := re.search(r"""\bhref=["']?([^"'\s>]+)""", tag))]
    inline = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    texts = []
    for sheet in sheets:
        path = (site / address / unquote(urlsplit(sheet).path)).resolve()
        if path.is_relative_to(site.resolve()) and path.is_file():
            texts.append(path.read_text("utf-8", "replace"))
    return re.sub(r"</(?=style)", r"<\/", "\n".join([*texts, *inline]), flags=re.IGNORECASE)


def preview(before: Path, after: Path) -> str:
    """Return the HTML of the preview: a list of all changed, new and removed pages, followed by the articles of the changed and
    new pages.
    """
    old = articles(before) if before.is_dir() else {}
    new = articles(after)
    differ, fresh, lost = changed(old, new)
    show = [*differ, *fresh]
    shown = {address: f"p{number}-" for number, address in enumerate(show)}
    kind = dict.fromkeys(fresh, "new") | dict.fromkeys(differ, "changed")
    lines = [f'<li><a href="#{shown[name]}">/{html.escape(name)}</a> ({kind[name]})</li>' for name in show]
    lines += [f"<li>/{html.escape(name)} (removed)</li>" for name in lost]
    said = "Pages that this change alters, as readers will see them." if lines else "This change alters no page."
    if not old:
        said += " The site without this change could not be built, so every page is shown."
    sections = []
    for name in show:
        rewriter = Rewriter(after, name, shown)
        rewriter.feed(new[name])
        rewriter.close()
        sections.append(f'<section class="preview-page" id="{shown[name]}"><p class="preview-page__where">'
                        f'/{html.escape(name)} ({kind[name]})</p>\n{"".join(rewriter.out)}\n</section>')
    css = styles(after, show[0]) if show else ""
    return (f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(POLICY)}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Preview of a change</title>\n'
            f"<style>{css}\n{OWN_STYLE}</style>\n</head>\n"
            f'<body data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">\n'
            f'<main>\n<div class="preview-note"><h1>Preview</h1>\n<p>{said} Links to other pages are switched off.</p>\n'
            f"<ul>\n{chr(10).join(lines)}\n</ul></div>\n{chr(10).join(sections)}\n</main>\n</body>\n</html>\n")


def main(arguments: list[str] | None = None) -> int:
    """Write the preview. Return exit code 2 if there is no site to preview."""
    parser = argparse.ArgumentParser(prog="python -m scripts.preview", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("before", type=Path, help="the built site before the change; may be missing")
    parser.add_argument("after", type=Path, help="the built site with the change")
    parser.add_argument("out", type=Path)
    given = parser.parse_args(arguments)
    if not given.after.is_dir():
        print(f"{given.after} does not exist. Build the site first: make build", file=sys.stderr)
        return 2
    given.out.write_text(preview(given.before, given.after), encoding="utf-8")
    print(f"The preview is in {given.out} ({given.out.stat().st_size // 1024} kB).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
