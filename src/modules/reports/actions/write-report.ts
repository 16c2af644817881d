// Makes the files of a report. The files of one report are all made from one printed report.
import { formWorkbook } from '../../../platform/documents/write/form-workbook.ts'
import type { PdfPress } from '../../../platform/documents/write/pdf.ts'
import { writeWord } from '../../../platform/documents/write/word.ts'
import { chartsOf } from '../rules/print/charts.ts'
import { csvOfReport, jsonOfReport } from '../rules/print/data-of-report.ts'
import { printedReport, titleOf } from '../rules/print/printed-report.ts'
import { sheetOfReport, workbookOfReport } from './sheet-of-report.ts'
import type { ReportFileForm } from '../law/file-forms.ts'
import type { ReportPrint } from '../rules/print/report-print.ts'

export interface ReportFile {
  readonly name: string
  readonly bytes: Buffer
}

const bytesOf = async (press: PdfPress, { sheet, resolve, years, redHead }: ReportPrint, form: ReportFileForm): Promise<Buffer> => {
  const printed = printedReport(sheet, resolve)
  switch (form) {
    case 'docx':
      return writeWord(sheetOfReport(printed, { redHead }))
    case 'pdf':
      return press.pdfOf(sheetOfReport(printed, { redHead, charts: chartsOf(sheet, years) }))
    case 'xlsx':
      return formWorkbook(workbookOfReport(printed))
    case 'csv':
      return Buffer.from(csvOfReport(sheet))
    case 'json':
      return Buffer.from(jsonOfReport(sheet, resolve))
  }
}

export async function writeReport(press: PdfPress, print: ReportPrint, form: ReportFileForm): Promise<ReportFile> {
  return { name: `${titleOf(print.sheet)}.${form}`, bytes: await bytesOf(press, print, form) }
}
