// Makes documents in a thread of its own and copies them into the database, as many as it is told at a time.
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { exactNumberKey } from '../../src/modules/publication/rules/document-number-key.ts'
import { copyInto, element, field, row } from './copy-rows.ts'
import { unitsOf } from './county.ts'
import { TermCounter } from './terms.ts'
import { documentOf, type BenchDocument } from './texts.ts'

export interface DocumentsTask {
  readonly url: string
  readonly seed: number
  readonly documents: number
  readonly units: number
  /** Ids of columns by their slugs. */
  readonly columns: ReadonlyMap<string, string>
}

export type ToWorker = { readonly from: number; readonly to: number } | 'frequencies'

const task = workerData as DocumentsTask
const units = unitsOf(task.units)
const counter = new TermCounter()
const excerptCharacters = 300
const salt = '\\\\x00'

interface Rows {
  readonly documents: string[]
  readonly placed: string[]
  readonly searched: string[]
  readonly revisions: string[]
}

function write(document: BenchDocument, rows: Rows): void {
  const { id, unit, kind, theme, title, documentNumber, indexNumber, keywords, validity, listedAt, year } = document
  const at = listedAt.toISOString()
  const day = new Date(listedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const text = document.paragraphs.join('\n')
  const html = `<p>${document.paragraphs.join('</p><p>')}</p>`
  const attributes = { unitId: unit.id, kind, theme, validity, year, day }
  const others = [...keywords, '', documentNumber ?? '', unit.name, '']
  const searched = counter.cut({ title, body: text, others, attachments: [] }, indexNumber, attributes)
  rows.documents.push(
    row([
      id, '1', unit.id, field(unit.name), field(title), indexNumber, field(documentNumber), field(exactNumberKey(documentNumber)), kind, field(theme), `{${keywords.map(element).join(',')}}`,
      day, validity, field(html), field(text), field(document.paragraphs.join('').slice(0, excerptCharacters)), at, at, at, salt, salt, '1',
    ]),
  ) // prettier-ignore
  for (const slug of document.columns) rows.placed.push(row([id, task.columns.get(slug) ?? '\\N', at, unit.id]))
  rows.searched.push(
    row([
      id,
      searched.titleTerms,
      searched.terms,
      field(searched.foldedTitle),
      field(searched.foldedText),
      unit.id,
      kind,
      field(theme),
      validity,
      String(year),
      at,
    ]),
  )
  rows.revisions.push(row([id, '1', field(title), '', '', '', at, salt, '', salt, '0']))
}

const client = new pg.Client({ connectionString: task.url, application_name: 'bench data' })
await client.connect()
await client.query(`set session_replication_role = replica; set synchronous_commit = off`)

async function make(from: number, to: number): Promise<void> {
  const rows: Rows = { documents: [], placed: [], searched: [], revisions: [] }
  for (let n = from; n < to; n += 1) write(documentOf(task.seed, n, task.documents, units), rows)
  await client.query('begin')
  await copyInto(
    client,
    `publication.document (id, revision, unit_id, unit_name, title, index_number, document_number, document_number_key, kind, theme, keywords, drafted_on, validity, body_html, body_text, excerpt,
      first_published_at, published_at, listed_at, content_hash, salt, citations_read)`,
    rows.documents,
  )
  await copyInto(client, 'publication.document_column (document_id, column_id, listed_at, unit_id)', rows.placed)
  await copyInto(
    client,
    'publication.search_document (document_id, title_terms, terms, folded_title, folded_text, unit_id, kind, theme, validity, year, listed_at)',
    rows.searched,
  )
  await copyInto(
    client,
    'publication.revision (document_id, revision, title, body_html, body_text, change_note, published_at, content_hash, content, salt, register_entry_id)',
    rows.revisions,
  )
  await client.query('commit')
}

parentPort?.on('message', (message: ToWorker) => {
  void (async () => {
    if (message === 'frequencies') {
      await client.end()
      parentPort?.postMessage(counter.frequencies())
      return
    }
    await make(message.from, message.to)
    parentPort?.postMessage(message.to - message.from)
  })().catch((error: unknown) => {
    setImmediate(() => {
      throw error
    })
  })
})
