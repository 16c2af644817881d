// What a case of the corpus is: a file made by code, and exactly what an inspection has to tell of it.
import { strToU8, zipSync } from 'fflate'
import type { Told } from '../../../../kernel/file-inspection.ts'

export interface InspectionCase {
  /** What the file holds and why it does, or does not, tell more than it shows. */
  readonly because: string
  readonly fileName: string
  readonly make: () => Buffer | Promise<Buffer>
  /** Everything that has to be told; an empty list makes it a negative case. */
  readonly tells: readonly Told[]
}

export const positive = (tells: Told | readonly Told[], fileName: string, because: string, make: InspectionCase['make']): InspectionCase => ({
  because,
  fileName,
  make,
  tells: typeof tells === 'string' ? [tells] : tells,
})

export const negative = (fileName: string, because: string, make: InspectionCase['make']): InspectionCase => ({ because, fileName, make, tells: [] })

export type Parts = Readonly<Record<string, string | Uint8Array>>

export const zipOf = (parts: Parts): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))))

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const kinds = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const xml = (text: string): string => head + text

export const relations = (rows: readonly { readonly id: string; readonly type: string; readonly target: string; readonly outside?: true }[]): string =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
      .map(
        ({ id, type, target, outside }) =>
          `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  )

/** What the properties of an Office file are made of; nothing stands in them that is not named. */
export interface Properties {
  readonly core?: string
  readonly app?: string
  readonly custom?: string
}

/** Parts of the properties, and their rows for the relations of the package. */
export function propertyParts({ core, app, custom }: Properties): { parts: Record<string, string>; rows: { id: string; type: string; target: string }[] } {
  const parts: Record<string, string> = {}
  const rows: { id: string; type: string; target: string }[] = []
  if (core !== undefined) {
    parts['docProps/core.xml'] = xml(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core}</cp:coreProperties>`,
    )
    rows.push({ id: 'rIdCore', type: `${kinds}/core-properties`, target: 'docProps/core.xml' })
  }
  if (app !== undefined) {
    parts['docProps/app.xml'] = xml(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${app}</Properties>`)
    rows.push({ id: 'rIdApp', type: 'extended-properties', target: 'docProps/app.xml' })
  }
  if (custom !== undefined) {
    parts['docProps/custom.xml'] = xml(
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`,
    )
    rows.push({ id: 'rIdCustom', type: 'custom-properties', target: 'docProps/custom.xml' })
  }
  return { parts, rows }
}

export const contentTypes = (main: string, mainType: string): string =>
  xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override PartName="/${main}" ContentType="${mainType}"/></Types>`,
  )
