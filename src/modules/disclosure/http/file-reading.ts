// What a reader of files can tell the actions that attach them.
import { textOf } from '../../../kernel/text-block.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import type { Reader } from '../../../platform/documents/read/reader.ts'
import type { FileReading } from '../actions/add-attachments.ts'

export const readingWith = (reader: Reader): FileReading => ({
  proofOf,
  inspect: reader.inspect,
  clean: reader.clean,
  async textOf(file) {
    const read = await reader.read(file)
    if (read.as === 'attachment') return read.text
    return read.as === 'text' ? read.blocks.map(textOf).join('\n') : ''
  },
})
