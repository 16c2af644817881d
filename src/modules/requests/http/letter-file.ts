// A letter as a file: for Word, for paper, or the receipt that its reader signs.
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import { writeWord } from '../../../platform/documents/write/word.ts'
import type { FileAnswer } from '../../../platform/http/routes.ts'
import { letterSheet, serviceReceipt, type PrintedLetter } from './letter-sheet.ts'

const press = openPdfPress()
const pdf = 'application/pdf'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function letterFile(letter: PrintedLetter, form: 'word' | 'pdf' | 'receipt'): Promise<FileAnswer> {
  const name = `${letter.number}${form === 'receipt' ? '送达回证' : letter.title}`
  if (form === 'word') return { mediaType: word, name: `${name}.docx`, body: await writeWord(letterSheet(letter)) }
  return { mediaType: pdf, name: `${name}.pdf`, body: await press.pdfOf(form === 'pdf' ? letterSheet(letter) : serviceReceipt(letter)) }
}
