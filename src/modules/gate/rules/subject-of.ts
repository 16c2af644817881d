// What asks to go out, as the detectors look at it.
import type { FileTable } from '../../../kernel/file-inspection.ts'
import type { PublicItem } from '../../publication/index.ts'
import { subjectTables } from './files/file-tables.ts'
import { partsOf } from './html-parts.ts'
import { pieceOf, type Subject, type Surroundings } from './subject.ts'

export type ItemText = Pick<PublicItem, 'unitName' | 'title' | 'kind' | 'columnIds' | 'summary' | 'documentNumber' | 'sourceUrl' | 'draftedOn' | 'bodyHtml'> & {
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly text: string; readonly tables?: readonly FileTable[] }[]
}

/** A page or a sheet is one piece after the other; a line is a piece. */
const attachmentPieces = (attachments: ItemText['attachments']) =>
  attachments.flatMap(({ id, name, text }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line, index) => pieceOf(`attachments.${id}`, `附件《${name}》第${index + 1}行`, line)),
  )

export function subjectOf(item: ItemText, surroundings: Surroundings): Subject {
  const { pieces, ...parts } = partsOf(item.bodyHtml)
  return {
    ...surroundings,
    ...parts,
    tables: [...parts.tables, ...item.attachments.flatMap(({ id, name, tables = [] }) => subjectTables(id, name, tables))],
    pieces: [
      // First, because cells of the tables name their pieces by number.
      ...pieces,
      ...(item.title.trim() === '' ? [] : [pieceOf('title', '标题', item.title)]),
      ...(item.summary.trim() === '' ? [] : [pieceOf('summary', '内容概述', item.summary)]),
      ...attachmentPieces(item.attachments),
    ],
    metadata: {
      title: item.title,
      kind: item.kind,
      unitName: item.unitName,
      columns: item.columnIds.length,
      attachments: item.attachments.length,
      reprint: item.sourceUrl !== null,
      draftedOn: item.draftedOn,
    },
  }
}
