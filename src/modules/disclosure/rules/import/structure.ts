// The whole way from raw blocks to a draft: spaces, furniture, metadata, tables, title, signature, lines, headings, damage.
import { chineseDay, yearOf, type Day } from '../../../../kernel/day.ts'
import { readDocumentNumber, type DocumentNumber } from '../../../../kernel/document-number.ts'
import { textOf, type Span, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate, type WrittenDate } from '../../../../kernel/written-date.ts'
import { pageFields } from '../../law/page-metadata.ts'
import { findDamage, proposalOf } from './damage.ts'
import { rebuildTables } from './flat-table.ts'
import { stripFurniture } from './furniture.ts'
import { findHeadings } from './headings.ts'
import { findMasthead } from './masthead.ts'
import { liftMetadata, valueOf, type LiftedField } from './page-metadata.ts'
import { rejoinLines } from './rejoin.ts'
import { finding, noFindings, type Findings, type ImportStructure } from './report.ts'
import { readSignature, unitOfTitle } from './signature.ts'
import { tidySpans } from './spaces.ts'

export interface StructureHints {
  readonly fileName: string
  /** <title>, ArticleTitle, or the title in a file's properties. */
  readonly fileTitle?: string
  /** The unit that imports, to compare the signature with. */
  readonly importingUnit?: string
  /** What a page shows around its article: only metadata are taken from it. */
  readonly surroundings?: readonly TextBlock[]
  /** ContentSource of the page. */
  readonly source?: string
}

export interface StructuredDocument {
  readonly title: string
  readonly draftedOn: Day | null
  readonly documentNumber: string | null
  readonly signedBy: string | null
  readonly fields: readonly LiftedField[]
  readonly blocks: readonly TextBlock[]
  readonly structure: ImportStructure
  readonly findings: Findings
}

const isEmpty = (block: TextBlock): boolean => block.kind !== 'picture' && textOf(block).trim() === ''

/** Spaces tidied in every block, but for lines whose tabs may be `cells` of a table; empty blocks become the gap of the next line. */
function tidied(blocks: readonly TextBlock[], cells = false): { blocks: TextBlock[]; removed: number } {
  let removed = 0
  let gap = 0
  const tidy = (spans: readonly Span[]): Span[] => {
    const result = tidySpans(spans)
    removed += result.removed
    return result.spans
  }
  const result: TextBlock[] = []
  for (const block of blocks) {
    if (isEmpty(block)) {
      gap += 1
      continue
    }
    switch (block.kind) {
      case 'line':
      case 'paragraph': {
        const flattened = cells && block.kind === 'line' && block.spans.some((span) => span.text.trim().includes('\t'))
        result.push({ ...block, spans: flattened ? block.spans : tidy(block.spans), gap: block.gap + gap })
        break
      }
      case 'heading':
        result.push({ ...block, spans: tidy(block.spans) })
        break
      case 'list':
        result.push({ ...block, items: block.items.map(tidy).filter((item) => item.length > 0) })
        break
      case 'table':
        result.push({
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) =>
              cell
                .split('\n')
                .map((line) =>
                  tidySpans([{ text: line }])
                    .spans.map((span) => span.text)
                    .join(''),
                )
                .join('\n'),
            ),
          ),
        })
        break
      case 'picture':
        result.push(block)
    }
    gap = 0
  }
  return { blocks: result, removed }
}

function tellNumber(findings: Findings, number: DocumentNumber, written: string): string {
  const facts = { number: number.text, quote: written }
  if (number.repairs.includes('year-split')) findings.doubtful.push(finding('number-year-split', written, { field: 'documentNumber', facts }))
  else if (number.repairs.includes('end-missing')) findings.doubtful.push(finding('number-end-missing', written, { field: 'documentNumber', facts }))
  else if (number.text !== written) findings.recognised.push(finding('number-normalised', written, { field: 'documentNumber', facts }))
  findings.recognised.push(finding('document-number', number.text, { field: 'documentNumber', facts }))
  return number.text
}

function tellDate(findings: Findings, read: WrittenDate, written: string): void {
  if (!read.doubt) return
  findings.doubtful.push(finding(`date-${read.doubt}`, written, { field: 'draftedOn', facts: { quote: written, proposal: proposalOf(read.candidates) } }))
}

interface Dated {
  readonly read: WrittenDate
  readonly written: string
}

function chooseDate(findings: Findings, title: string, fields: readonly LiftedField[], signed: Dated | undefined, under: Dated | undefined): Day | null {
  const own = signed ?? under
  const page = valueOf(fields, 'draftedOn') ?? valueOf(fields, 'createdOn')
  const pageDate = page ? readWrittenDate(page.value) : undefined
  let chosen: Day | null = null
  if (own) {
    tellDate(findings, own.read, own.written)
    chosen = own.read.day
    if (chosen && pageDate?.day && page?.name === 'draftedOn' && pageDate.day !== chosen) {
      findings.doubtful.push(
        finding('date-differs', own.written, { field: 'draftedOn', facts: { day: chineseDay(chosen), label: page.label, other: chineseDay(pageDate.day) } }),
      )
    }
    if (chosen && !own.read.doubt)
      findings.recognised.push(
        finding('drafted-on', own.written, { field: 'draftedOn', facts: { day: chineseDay(chosen), where: own === signed ? '落款' : '标题下的题注' } }),
      )
  } else if (page && pageDate?.day) {
    chosen = pageDate.day
    if (page.name === 'draftedOn')
      findings.recognised.push(finding('drafted-on', page.value, { field: 'draftedOn', facts: { day: chineseDay(chosen), where: '页面信息' } }))
    else findings.doubtful.push(finding('date-from-page', page.value, { field: 'draftedOn', facts: { label: page.label, day: chineseDay(chosen) } }))
  }
  if (!chosen && !own) findings.lost.push(finding('date-missing', '', { field: 'draftedOn' }))
  const year = Number(/((?:19|20)\d{2})年/.exec(title)?.[1] ?? 0)
  if (chosen && year > yearOf(chosen) + 1)
    findings.doubtful.push(finding('date-year-differs', title, { field: 'draftedOn', facts: { day: chineseDay(chosen), year } }))
  return chosen
}

/** 县发改委 is 青岚县发展和改革委员会 with letters left out. */
function shortens(short: string, full: string): boolean {
  const letters = [...short]
  for (const letter of full) if (letter === letters[0]) letters.shift()
  return letters.length === 0
}

/** A field that is filled in one place and blank in another counts as filled. */
const oneEach = (fields: readonly LiftedField[]): LiftedField[] =>
  fields.filter(
    (field, at) =>
      field === (fields.find((one) => one.name === field.name && one.value !== '') ?? fields.find((one) => one.name === field.name)) &&
      fields.indexOf(field) === at,
  )

const oneEachFinding = <Told extends { readonly field: string | null }>(found: readonly Told[]): Told[] =>
  found.filter((one, at) => found.findIndex((other) => other.field === one.field) === at)

function countsOf(blocks: readonly TextBlock[], outline: ImportStructure['outline'], joinedLines: number): ImportStructure {
  const count = (...kinds: readonly TextBlock['kind'][]): number => blocks.filter((block) => kinds.includes(block.kind)).length
  return {
    headings: count('heading'),
    paragraphs: count('paragraph', 'line'),
    tables: count('table'),
    lists: count('list'),
    pictures: count('picture'),
    characters: blocks.reduce((sum, block) => sum + textOf(block).replace(/\s/g, '').length, 0),
    joinedLines,
    outline: outline.slice(0, 60),
  }
}

/** Blocks of a reader become a structured document with all that is to be said about it. */
export function structureOf(raw: readonly TextBlock[], hints: StructureHints): StructuredDocument {
  const findings = noFindings()
  const clean = tidied(raw, true)
  if (clean.removed > 0) findings.recognised.push(finding('spaces-removed', '', { facts: { count: clean.removed } }))
  // furniture that is itself a value (a lost icon) must still stand when metadata is lifted
  const own = liftMetadata(clean.blocks)
  const around = liftMetadata(tidied(hints.surroundings ?? []).blocks)
  const named: LiftedField[] = hints.source ? [{ name: 'source', label: 'ContentSource', value: hints.source }] : []
  const fields = oneEach([...own.fields, ...around.fields, ...named])
  const lifted = { blocks: own.blocks, fields }
  findings.lost.push(
    ...oneEachFinding([...own.lost, ...around.lost]).filter((lost) => !fields.some((field) => field.name === lost.field && field.value !== '')),
  )
  const stripped = stripFurniture(lifted.blocks)
  findings.dropped.push(...stripped.dropped)
  const tables = rebuildTables(stripped.blocks)
  // lines with tabs that turned out to be no table
  const settled = tidied(tables.blocks).blocks
  findings.recognised.push(...tables.recognised)
  findings.lost.push(...tables.lost)

  const masthead = findMasthead(settled, { title: valueOf(lifted.fields, 'title')?.value, fileTitle: hints.fileTitle, fileName: hints.fileName })
  findings.doubtful.push(...masthead.doubtful)
  findings.dropped.push(...masthead.dropped)
  if (masthead.title === '') findings.lost.push(finding('title-missing', '', { field: 'title' }))
  else findings.recognised.push(finding('title', masthead.title, { field: 'title', facts: { title: masthead.title } }))

  const signature = readSignature(masthead.blocks)
  findings.dropped.push(...signature.dropped)
  const draftedOn = chooseDate(findings, masthead.title, lifted.fields, signature.date, masthead.date)

  const numberField = valueOf(lifted.fields, 'documentNumber')
  const fieldNumber = numberField ? readDocumentNumber(numberField.value) : undefined
  let documentNumber: string | null = null
  if (masthead.documentNumber) documentNumber = tellNumber(findings, masthead.documentNumber.number, masthead.documentNumber.written)
  else if (numberField && fieldNumber) documentNumber = tellNumber(findings, fieldNumber, numberField.value)
  else if (numberField) {
    documentNumber = numberField.value
    findings.doubtful.push(finding('number-unread', numberField.value, { field: 'documentNumber' }))
  }

  const titleUnit = unitOfTitle(masthead.title)
  const pageName = valueOf(lifted.fields, 'issuingAgency')?.value
  // a page often shortens the name that the title writes in full
  const pageUnit = pageName && titleUnit && shortens(pageName, titleUnit) ? undefined : pageName
  const signedBy = signature.units.length > 0 ? signature.units.join('、') : (pageUnit ?? titleUnit ?? null)
  if (signature.units.length > 0)
    findings.recognised.push(finding('signed-by', signature.units.join('、'), { field: 'signedBy', facts: { unit: signature.units.join('、') } }))
  else if (pageUnit) findings.recognised.push(finding('unit-from-page', pageUnit, { field: 'signedBy', facts: { unit: pageUnit } }))
  else if (titleUnit) findings.recognised.push(finding('unit-in-title', titleUnit, { field: 'signedBy', facts: { unit: titleUnit } }))
  if (signedBy && hints.importingUnit && !signedBy.includes(hints.importingUnit) && !hints.importingUnit.includes(signedBy)) {
    findings.doubtful.push(finding('unit-differs', signedBy, { field: 'signedBy', facts: { unit: signedBy, importing: hints.importingUnit } }))
  }

  const rejoined = rejoinLines(signature.blocks)
  findings.doubtful.push(...rejoined.doubtful)
  if (rejoined.joinedLines > 0) findings.recognised.push(finding('lines-joined', '', { facts: { count: rejoined.joinedLines } }), ...rejoined.recognised)
  const headed = findHeadings(rejoined.blocks)
  findings.doubtful.push(...headed.doubtful)
  const damage = findDamage(headed.blocks)
  findings.doubtful.push(...damage.doubtful)
  findings.lost.push(...damage.lost)

  const structure = countsOf(headed.blocks, headed.outline, rejoined.joinedLines)
  if (structure.headings > 0) findings.recognised.push(finding('headings', '', { facts: { count: structure.headings } }))
  if (structure.tables > tables.recognised.length)
    findings.recognised.push(finding('table', '', { facts: { count: structure.tables - tables.recognised.length } }))
  if (structure.pictures > 0) findings.recognised.push(finding('pictures', '', { facts: { count: structure.pictures } }))
  for (const field of lifted.fields) {
    if (field.value !== '')
      findings.recognised.push(finding('field', field.value, { field: field.name, facts: { label: pageFields[field.name].title, value: field.value } }))
  }
  return { title: masthead.title, draftedOn, documentNumber, signedBy, fields: lifted.fields, blocks: headed.blocks, structure, findings }
}
