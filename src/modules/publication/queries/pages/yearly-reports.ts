// 政府信息公开年报 as pages show them: by year and unit with their files, walked by a cursor; and the figures of one.
import { sql } from 'kysely'
import type { PublishedReport, ReportFigure } from '../../../../law/published-report.ts'
import type { Tx } from '../../../../platform/database/database.ts'

export interface ReportDownload {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

export interface ReportRow {
  readonly id: string
  readonly year: number
  readonly unitName: string
  readonly title: string
  readonly listedAt: Date
  /** Whether its figures are there as data. */
  readonly hasFigures: boolean
  readonly files: readonly ReportDownload[]
}

export interface ReportQuestion {
  readonly year?: number | undefined
  readonly unitId?: string | undefined
  readonly cursor?: string | undefined
  readonly size: number
}

interface Cursor {
  readonly year: number
  readonly id: string
}

const shape = /^(\d{4})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

function readCursor(text: string | undefined): Cursor | undefined {
  const parts = shape.exec(text ?? '')
  return parts?.[1] && parts[2] ? { year: Number(parts[1]), id: parts[2] } : undefined
}

/** The newest year first, units by their names. */
export async function reportList(tx: Tx, { year, unitId, cursor, size }: ReportQuestion): Promise<{ rows: ReportRow[]; next: string | null }> {
  const from = readCursor(cursor)
  const { rows } = await sql<ReportRow>`
    select report.document_id as id, report.year, report.unit_name as "unitName", document.title, document.listed_at as "listedAt",
      report.cells is not null as "hasFigures",
      coalesce((select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'bytes', file.bytes) order by file.position)
        from publication.attachment file where file.document_id = report.document_id), '[]') as files
    from publication.yearly_report report join publication.document on document.id = report.document_id
    where ${year === undefined ? sql`true` : sql`report.year = ${year}`} and ${unitId === undefined ? sql`true` : sql`report.unit_id = ${unitId}::uuid`}
      and ${
        from === undefined
          ? sql`true`
          : sql`(-report.year, report.unit_name, report.document_id) >
              (select -${from.year}::int, last.unit_name, last.document_id from publication.yearly_report last where last.document_id = ${from.id}::uuid)`
      }
    order by report.year desc, report.unit_name, report.document_id limit ${size + 1}`.execute(tx)
  const last = rows[size - 1]
  return { rows: rows.slice(0, size), next: rows.length > size && last ? `${last.year}_${last.id}` : null }
}

/** What can be chosen from: years and units of which there is a report. */
export async function reportChoices(
  tx: Tx,
): Promise<{ readonly years: readonly number[]; readonly units: readonly { readonly slug: string; readonly id: string; readonly name: string }[] }> {
  const [years, units] = await Promise.all([
    sql<{ year: number }>`select distinct year from publication.yearly_report order by year desc`.execute(tx),
    sql<{ slug: string; id: string; name: string }>`
      select unit.slug, unit.id, unit.name from publication.unit
      where exists (select from publication.yearly_report report where report.unit_id = unit.id) order by unit.position, unit.name`.execute(tx),
  ])
  return { years: years.rows.map(({ year }) => year), units: units.rows }
}

export interface FiguresOfReport extends PublishedReport {
  readonly documentId: string
  readonly title: string
  readonly indexNumber: string
  readonly unitName: string
  readonly unitId: string
  readonly listedAt: Date
}

export async function figuresOfReport(tx: Tx, documentId: string): Promise<FiguresOfReport | undefined> {
  const { rows } = await sql<FiguresOfReport>`
    select report.document_id as "documentId", report.year, report.scope, report.generation, report.cells, report.unit_id as "unitId", report.unit_name as "unitName",
      document.title, document.index_number as "indexNumber", document.listed_at as "listedAt"
    from publication.yearly_report report join publication.document on document.id = report.document_id
    where report.document_id = ${documentId}::uuid and report.cells is not null`.execute(tx)
  return rows[0]
}

export interface PartOfFigure {
  readonly documentId: string
  readonly unitName: string
  readonly figure: ReportFigure
}

const mostParts = 500

/** What a figure of a region is the sum of, as far as it is public: the same cell in the reports of the units below, and of the unit itself. */
export async function partsOfFigure(
  tx: Tx,
  of: Pick<FiguresOfReport, 'unitId' | 'year' | 'generation' | 'documentId'>,
  key: string,
): Promise<readonly PartOfFigure[]> {
  const { rows } = await sql<PartOfFigure>`
    with recursive below as (
      select id, 0 as depth from publication.unit where id = ${of.unitId}::uuid
      union all
      select unit.id, below.depth + 1 from publication.unit join below on unit.parent_id = below.id where below.depth < 6
    )
    select report.document_id as "documentId", report.unit_name as "unitName", report.cells -> ${key}::text as figure
    from below join publication.yearly_report report on report.unit_id = below.id and report.year = ${of.year}
    where report.scope = 'own' and report.generation = ${of.generation} and report.document_id <> ${of.documentId}::uuid
    order by report.unit_name, report.document_id limit ${mostParts}`.execute(tx)
  return rows
}
