// The corpus of the inspection: every case with exactly what has to be told of it.
import { docxCases } from './cases-docx.ts'
import { imageCases } from './cases-images.ts'
import { otherCases } from './cases-other.ts'
import { pdfCases } from './cases-pdf.ts'
import { xlsxCases } from './cases-xlsx.ts'
import type { InspectionCase } from './shape.ts'

export const inspectionCases: readonly InspectionCase[] = [...xlsxCases, ...docxCases, ...pdfCases, ...imageCases, ...otherCases]
