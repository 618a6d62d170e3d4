"""Makes the spreadsheets beside it, with the programs of others: what they hold is made up.

    pip install openpyxl==3.1.5 xlsxwriter==3.3.1 xlwt==1.3.0 odfpy==1.4.1 msoffcrypto-tool
    python make.py
"""

import datetime
import pathlib

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = pathlib.Path(__file__).parent
HEADER = ["Month", "Flow", "Partner", "HS code", "Value (US$)", "Net weight (kg)"]
DAY = datetime.date


def rows(year):
    """Two months with two partners, codes with their noughts."""
    return [
        [DAY(year, month, 1), "Export", partner, "0102", 10121.0 * month + year, 1.234 * month]
        for month in (1, 2)
        for partner in ("Japan", "Chile")
    ]


def excel():
    """One table below a title, not in the first column; months as dates, a code as a number with a nought."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Trade"
    sheet["B2"] = "Trade of Kenya in live animals"
    for at, row in enumerate([HEADER, *rows(2024)]):
        for column, value in enumerate(row):
            cell = sheet.cell(row=4 + at, column=2 + column, value=value)
            if isinstance(value, DAY):
                cell.number_format = "mmm-yy"
            elif column == 3 and at == 4:
                cell.value, cell.number_format = 102, "0000"
    book.save(HERE / "months.xlsx")


def years():
    """A sheet for each year, one of notes, one that is hidden."""
    book = openpyxl.Workbook()
    for year in (2023, 2024):
        sheet = book.create_sheet(str(year))
        for row in [HEADER, *rows(year)]:
            sheet.append(row)
    book.active["A1"] = "Read me"
    hidden = book.create_sheet("Working")
    for row in [HEADER, *rows(2020)]:
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(HERE / "sheets.xlsx")


def directions():
    """A sheet for each direction, whose columns do not say it."""
    book = openpyxl.Workbook()
    for at, name in enumerate(("Imports", "Exports")):
        sheet = book.create_sheet(name)
        sheet.append(["Month", "Partner", "HS code", "Value (US$)"])
        for month in (1, 2):
            sheet.append([DAY(2024, month, 1), "Japan", "0102", 100 * month + at])
    del book["Sheet"]
    book.save(HERE / "directions.xlsx")


def formulas():
    """Written by a program that computes nothing."""
    book = openpyxl.Workbook()
    for row in [HEADER, *rows(2024)]:
        book.active.append(row)
    for at in (3, 5):
        book.active[f"E{at}"] = f"=F{at}*2"
    book.save(HERE / "formulas.xlsx")


def kinds():
    """What dates are shown as, days counted from 1904, a mark of error, a computed sum."""
    book = xlsxwriter.Workbook(HERE / "kinds.xlsx", {"date_1904": True})
    sheet = book.add_worksheet("Kinds")
    form = {name: book.add_format({"num_format": name}) for name in ("yyyy", "mmm-yy", "mmmm", "dd.mm.yyyy", "0000")}
    sheet.write_row(0, 0, ["Year", "Month", "Name", "Day", "Code", "Sum", "Words"])
    day = datetime.datetime(2025, 3, 31, 13, 30)
    for column, name in enumerate(("yyyy", "mmm-yy", "mmmm", "dd.mm.yyyy")):
        sheet.write_datetime(1, column, day, form[name])
    sheet.write_number(1, 4, 12, form["0000"])
    sheet.write_formula(1, 5, "=2*1.5", None, 3)
    sheet.write_string(1, 6, 'two\nlines, "quoted"')
    sheet.write_row(4, 0, [2025, 1, "x"])
    sheet.write_formula(4, 5, "=NA()", None, "#N/A")
    book.close()


def old():
    """The kind before archives."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Trade")
    style = xlwt.easyxf(num_format_str="mmm-yy")
    for at, row in enumerate([HEADER, *rows(2024)]):
        for column, value in enumerate(row):
            if isinstance(value, DAY):
                sheet.write(at, column, value, style)
            else:
                sheet.write(at, column, value)
    book.save(str(HERE / "months.xls"))


def document():
    """OpenDocument's."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Trade")
    for row in [HEADER, *rows(2024)]:
        line = TableRow()
        for value in row:
            if isinstance(value, DAY):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
            elif isinstance(value, float):
                cell = TableCell(valuetype="float", value=value)
            else:
                cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(HERE / "months.ods"))


def locked():
    """With a password."""
    with open(HERE / "months.xlsx", "rb") as plain, open(HERE / "locked.xlsx", "wb") as out:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", out)


for make in (excel, years, directions, formulas, kinds, old, document, locked):
    make()
