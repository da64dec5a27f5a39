"""What a file says of itself: title, language, dates. No author, no subject, no person."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from fpdf import FPDF, ViewerPreferences

from progpro_tui import __version__
from progpro_tui.core.document import Document
from progpro_tui.reports.typography import clean

PRODUCER = f"progpro-tui {__version__}"

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <rdf:Description rdf:about="" xmp:CreateDate="{date}" xmp:ModifyDate="{date}"
      xmp:MetadataDate="{date}" pdf:Producer="{producer}">
      <pdfaid:part>3</pdfaid:part>
      <pdfaid:conformance>U</pdfaid:conformance>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>"""


def describe(pdf: FPDF, document: Document) -> None:
    """Write the metadata of ``document``, and carry what is attached to it."""
    created = _moment(document.created)
    language = {"fr": "fr-FR", "en": "en-GB"}.get(document.language, document.language)
    title = clean(document.title)
    pdf.set_creation_date(created)
    pdf.set_title(title)
    pdf.set_producer(PRODUCER)
    pdf.set_lang(language)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.page_mode = "USE_OUTLINES"
    # Our own: fpdf2's would say when the file was written, and no two would be equal.
    pdf.set_xmp_metadata(
        XMP.format(
            date=created.isoformat(timespec="seconds"),
            producer=escape(PRODUCER),
            title=escape(title),
            language=escape(language),
        )
    )
    if document.attachment:
        name, content = document.attachment
        pdf.embed_file(
            bytes=content,
            basename=name,
            creation_date=created,
            modification_date=created,
            mime_type="application/json" if name.endswith(".json") else None,
            associated_file_relationship="Data",
            compress=True,
        )


def _moment(iso: str) -> datetime:
    """An ISO time; one without a zone is taken as UTC, so that every machine writes the same."""
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
