// META tags as the norm names them (site-guide-2017, 网页标签规范): cumulative and case-sensitive.
import type { FrameColumn, Frame } from '../../modules/publication/queries/pages/frame.ts'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { columnKinds } from '../../modules/publication/law/column-kinds.ts'
import { minuteOf } from '../time.ts'

export type Meta = readonly (readonly [name: string, content: string])[]

/** Every page: name, domain and identifier of the site. */
export const siteMeta = ({ site }: Frame): Meta => [
  ['SiteName', site.name],
  ['SiteDomain', site.domain],
  ['SiteIDCode', site.idCode],
]

/** A column's own page: four more. */
export const columnMeta = (column: FrameColumn): Meta => [
  ['ColumnName', column.name],
  ['ColumnDescription', column.description || column.name],
  ['ColumnKeywords', column.keywords || column.name],
  ['ColumnType', columnKinds[column.kind]],
]

/** A document: what its column is called, three obligatory tags and those optional ones that it has. */
export function documentMeta(document: PageDocument, column: FrameColumn | undefined, timeZone: string, url: string): Meta {
  const optional: Meta = [
    ['Keywords', document.keywords.join(',')],
    ['Author', document.responsibleDepartment || document.unitName],
    ['Description', (document.summary || document.excerpt).slice(0, 200)],
    ['Url', url],
  ]
  return [
    ['ArticleTitle', document.title],
    ['PubDate', document.originalPublishedOn ? `${document.originalPublishedOn} 00:00` : minuteOf(document.firstPublishedAt, timeZone)],
    ['ContentSource', document.source || document.unitName],
    ...optional.filter(([, content]) => content !== ''),
    ...(column
      ? columnMeta(column)
      : ([
          ['ColumnName', '政府信息公开'],
          ['ColumnDescription', '政府信息公开'],
          ['ColumnKeywords', '政府信息公开'],
          ['ColumnType', '政府信息公开'],
        ] as const)),
  ]
}
