"""The structure of a document: what each mark on the page is, in reading order.

fpdf2 knows pictures only, and leaves all other text outside the tree as soon as one picture is in
it: a reader that trusts the tags would find nothing else. Hence a tree of our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from fpdf.output import PDFPage
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject, PDFString

Parent: TypeAlias = StructElem


class Tag(StructElem):
    """One element: P, H1, Table… It lies on one page, and holds marks, elements or both."""

    def __init__(
        self, kind: str, parent: Parent, page: PDFPage, alt: str = "", scope: str = ""
    ) -> None:
        super().__init__(f"/{kind}", parent, [], page_number=page.index(), alt=alt or None)
        self.pg = page  # type: ignore[assignment]  # fpdf2 declares None and sets a page
        self.scope = scope
        parent.k.append(self)

    def serialize(self, obj_dict: object = None, _security_handler: object = None) -> str:
        # fpdf2 asks dir() for what to write, element by element: ten times as slow as this.
        kids = " ".join(kid.ref if isinstance(kid, PDFObject) else str(kid) for kid in self.k)
        page = f"/Pg {self.pg.ref} " if self.pg else ""
        alt = f"/Alt {PDFString(self.alt).serialize()} " if self.alt else ""
        scope = f"/A <</O /Table /Scope /{self.scope}>> " if self.scope else ""
        return (
            f"{self.id} 0 obj\n<</Type /StructElem /S {self.s} /P {self.p.ref} "
            f"{page}{alt}{scope}/K [{kids}]>>\nendobj"
        )


class Tags(StructureTreeBuilder):
    """The tree of a document, in the place of fpdf2's."""

    def mark(self, tag: Tag, page: PDFPage) -> int:
        """The number under which the next content of ``page`` belongs to ``tag``."""
        number = self.spid_per_page_number.setdefault(page.index(), len(self.spid_per_page_number))
        page.struct_parents = number
        marks = self.struct_tree_root.parent_tree.nums[number]
        marks.append(tag)
        tag.k.append(len(marks) - 1)
        return len(marks) - 1

    def __iter__(self) -> Iterator[PDFObject]:
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from _below(self.doc_struct_elem)


def _below(parent: Parent) -> Iterator[StructElem]:
    for kid in parent.k:
        if isinstance(kid, StructElem):
            yield kid
            yield from _below(kid)
