"""Breaks the document as a whole: 00-001 to 00-003, 06, 07, 20 to 26."""
import pathlib
import subprocess
import tempfile

from .cases import breaks, keeps, swap_metadata
from .writer import Stream


@keeps
def nothing_is_changed(pdf):
    pass


@breaks("00-001")
def the_cross_references_are_damaged(pdf):
    pdf.after = lambda data: data.replace(b"startxref\n", b"startxref\n9")


@breaks("00-001")
def an_object_is_of_the_wrong_kind(pdf):
    pdf["figure"]["/ID"] = [b"figure"]


@breaks("00-002")
def the_document_is_not_marked(pdf):
    del pdf["catalog"]["/MarkInfo"]


@breaks("00-003")
def the_header_names_version_2(pdf):
    pdf.version = b"%PDF-2.0\n"


@keeps
def objects_stand_in_streams(pdf):
    def run(data):
        with tempfile.TemporaryDirectory() as folder:
            plain, packed = (pathlib.Path(folder, name) for name in ("plain", "packed"))
            plain.write_bytes(data)
            subprocess.run(["qpdf", "--object-streams=generate", plain, packed], check=True)
            return packed.read_bytes()
    pdf.after = run


@breaks("06-001")
def there_is_no_metadata(pdf):
    del pdf["catalog"]["/Metadata"]


@breaks("06-001")
def metadata_is_not_well_formed(pdf):
    swap_metadata(pdf, b"</rdf:RDF>", b"")


@breaks("06-002")
def metadata_does_not_identify_the_standard(pdf):
    swap_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@breaks("06-002")
def metadata_names_part_2(pdf):
    swap_metadata(pdf, b"<pdfuaid:part>1<", b"<pdfuaid:part>2<")


@keeps
def metadata_identifies_the_standard_by_an_attribute(pdf):
    swap_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")
    swap_metadata(pdf, b'rdf:about=""', b'rdf:about="" pdfuaid:part="1"')


@breaks("06-003")
def metadata_has_no_title(pdf):
    swap_metadata(pdf, b">Sample<", b"> <")


@breaks("07-001")
def the_viewer_is_not_told_of_the_title(pdf):
    pdf["catalog"]["/ViewerPreferences"] = {"/HideMenubar": True}


@breaks("07-002")
def the_viewer_is_told_to_hide_the_title(pdf):
    pdf["catalog"]["/ViewerPreferences"]["/DisplayDocTitle"] = False


@breaks("20-001")
def a_configuration_has_no_name(pdf):
    pdf["catalog"]["/OCProperties"]["/Configs"][0] = {"/Name": b""}


@breaks("20-002")
def the_default_configuration_has_no_name(pdf):
    pdf["catalog"]["/OCProperties"]["/D"] = {}


@breaks("20-003")
def a_configuration_switches_layers(pdf):
    pdf["catalog"]["/OCProperties"]["/D"]["/AS"] = []


@breaks("21-001")
def an_embedded_file_has_no_name(pdf):
    del pdf["embedded"]["/UF"]


@breaks("25-001")
def a_form_has_to_be_rendered_dynamically(pdf):
    pdf.add("xfa", Stream(b"<config><dynamicRender>required</dynamicRender></config>"))
    pdf["form"]["/XFA"] = [b"config", pdf.ref("xfa")]


def encrypt(pdf, *options):
    def run(data):
        with tempfile.TemporaryDirectory() as folder:
            plain, secret = (pathlib.Path(folder, name) for name in ("plain", "secret"))
            plain.write_bytes(data)
            subprocess.run(["qpdf", "--object-streams=disable", "--allow-weak-crypto", "--encrypt",
                            "", "owner", "128", *options, "--", plain, secret], check=True)
            return secret.read_bytes()
    pdf.after = run


@keeps
def the_file_is_encrypted(pdf):
    encrypt(pdf, "--print=none")


@breaks("26-001", "00-001")
def an_encrypted_file_permits_nothing_known(pdf):
    encrypt(pdf)
    inner = pdf.after
    pdf.after = lambda data: inner(data).replace(b"/P -", b"/Q -")


@breaks("26-002")
def an_encrypted_file_shuts_out_assistive_software(pdf):
    encrypt(pdf, "--accessibility=n")
