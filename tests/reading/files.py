"""Files of every kind, made where they are needed."""

from __future__ import annotations

import gzip
import io
import zipfile

WORDS = "As the war in Ukraine enters its seventh year, leaders met in Paris on September 4."
MORE = "They will meet again next week in the same place, two officials of the ministry said on Friday."
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Talks in Paris | The Paper</title>{head}</head><body><nav>Home "
    "<a href='/about'>About</a></nav><article><h1>Talks in Paris</h1>{date}<p>" + WORDS + "</p><p>" + MORE + "</p>"
    "</article><script>alert('no words')</script></body></html>"
)
PUBLISHED = '<meta property="article:published_time" content="2025-09-05T10:00:00Z">'


def page(head: str = PUBLISHED, date: str = "") -> bytes:
    return PAGE.format(head=head, date=date).encode()


def pdf(*lines: str, info: str = "") -> bytes:
    """A page of text, one line below the other, as small as a PDF can be."""
    content = "BT /F1 12 Tf 14 TL 50 700 Td " + "".join(f"({line}) Tj T* " for line in lines) + "ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        f"<< {info} >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def docx(body: str, *, title: str = "", prolog: str = "") -> bytes:
    """A Word document with these paragraphs (as XML of the namespace w)."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    core = f'<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title>{title}</dc:title></c:coreProperties>'
    return packed(
        {
            "word/document.xml": f"{prolog}<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
            "docProps/core.xml": core.encode(),
        }
    )


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def warc(*pages: tuple[str, bytes], status: str = "200 OK", coding: str = "") -> bytes:
    """A web archive of these pages, one response record each."""
    out = b""
    for url, body in pages:
        sent = gzip.compress(body) if coding == "gzip" else body
        extra = f"Content-Encoding: {coding}\r\n" if coding else ""
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n".encode()
        block = head + sent
        out += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-10-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        out += block + b"\r\n\r\n"
    return out


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Paper</title>
<item><title>Talks &amp; more</title><link>https://example.org/1</link><pubDate>Fri, 05 Sep 2025 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><title>Only a title</title></item>
<item><link>https://example.org/2</link></item></channel></rss>""".encode()

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><title>Talks</title>
<link href="https://example.org/1"/><updated>2025-09-06T10:00:00Z</updated>
<content type="html">&lt;p&gt;{WORDS}&lt;/p&gt;</content></entry></feed>""".encode()

TIMEML = f"""<?xml version="1.0" ?><TimeML><DOCID>d1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2025-09-05"
functionInDocument="CREATION_TIME">September 5</TIMEX3></DCT><TITLE>Talks</TITLE><TEXT>
{WORDS.replace("September 4", '<TIMEX3 tid="t1" type="DATE" value="2025-09-04">September 4</TIMEX3>')}
</TEXT></TimeML>""".encode()

BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ELSEWHERE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
