// Excel files: sheets, rows and columns that do not show, comments, caches, names and links.
import type { ZipPackage } from '../read/zip.ts'
import type { Findings } from './findings.ts'
import { partOf, relationsOf, tellPackage, type Depth, type Relation } from './inspect-package.ts'
import { tellSheet, type SheetTexts } from './inspect-sheet.ts'
import { textsOf, walkXml } from './xml.ts'

interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** Phonetic readings are no words of the cell. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let reading = 0
  let inText = false
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'si') strings.push('')
      else if (tag.name === 'rPh' && !tag.empty) reading += 1
      else if (tag.name === 't' && !tag.empty) inText = true
    },
    close: (tag) => {
      if (tag.name === 'rPh' && !tag.empty) reading -= 1
      else if (tag.name === 't') inText = false
    },
    text: (text) => {
      if (inText && reading === 0 && strings.length > 0) strings[strings.length - 1] += text
    },
  })
  return strings
}

/** Cell formats that show nothing: `;;;`. */
function blindFormats(xml: string): ReadonlySet<number> {
  const blind = new Set<string>()
  const formats = new Set<number>()
  let inCells = false
  let at = 0
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'numFmt' && /^"?"?;;;\s*$/.test(tag.get('formatCode') ?? '')) blind.add(tag.get('numFmtId') ?? '')
      if (tag.name === 'cellXfs') inCells = true
      if (tag.name === 'xf' && inCells) {
        if (blind.has(tag.get('numFmtId') ?? '')) formats.add(at)
        at += 1
      }
    },
    close: (tag) => {
      if (tag.name === 'cellXfs') inCells = false
    },
  })
  return formats
}

function tellWorkbook(xml: string, relations: readonly Relation[], findings: Findings): Sheet[] {
  const sheets: Sheet[] = []
  let name: string | undefined
  let content = ''
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'sheet') {
        const part = relations.find((one) => one.id === tag.get('id'))?.target ?? ''
        const state = tag.get('state')
        sheets.push({ name: tag.get('name') ?? '', hidden: state === 'hidden' || state === 'veryHidden', part })
      } else if (tag.name === 'definedName' && !tag.empty) {
        name = tag.get('name') ?? ''
        content = ''
      } else if (tag.name === 'absPath') findings.property('path', '保存位置', tag.get('url'))
      else if (tag.name === 'fileSharing') findings.property('person', '限制编辑者', tag.get('userName'))
    },
    close: (tag) => {
      if (tag.name !== 'definedName' || name === undefined) return
      // a constant: a text, or a list of them; a formula that mentions a text is none
      if (!name.startsWith('_xlnm.') && /^\s*(?:"[^"]*[\p{L}\p{N}]|\{[^}]*[\p{L}\p{N}])/u.test(content)) {
        findings.hide('named-data', `名称“${name}”`, content)
        findings.text(`名称“${name}”`, content, true)
      }
      name = undefined
    },
    text: (text) => {
      if (name !== undefined) content += text
    },
  })
  return sheets
}

function tellCache(zip: ZipPackage, part: string, findings: Findings): void {
  const values: string[] = []
  let rows = 0
  walkXml(partOf(zip, part, findings), {
    open: (tag) => {
      if (tag.name === 'r') rows += 1
      else if (tag.name === 's' && values.length < 5000) {
        const value = tag.get('v')
        if (value) values.push(value)
      }
    },
  })
  if (rows === 0 && values.length === 0) return
  findings.hide('pivot-cache', '数据透视表缓存', values.slice(0, 10).join(' '), Math.max(1, rows))
  findings.text('数据透视表缓存', values.join('\n'), true)
}

function tellParts(zip: ZipPackage, findings: Findings): void {
  for (const part of zip.names) {
    if (/^xl\/(?:comments\d*|comments\/comment\d+|threadedComments\/[^/]+)\.xml$/.test(part)) {
      const threaded = part.includes('threadedComments')
      const comments = textsOf(partOf(zip, part, findings), threaded ? 'threadedComment' : 'comment').filter((text) => text.trim() !== '')
      if (comments.length === 0) continue
      findings.hide('comment', '单元格批注', comments.join(' '), comments.length)
      findings.text('单元格批注', comments.join('\n'), true)
    } else if (/^xl\/pivotCache\/pivotCache(?:Records|Definition)\d*\.xml$/.test(part)) tellCache(zip, part, findings)
    else if (/^xl\/model\/item\.data$/.test(part)) findings.hide('pivot-cache', '数据模型')
    else if (/^xl\/externalLinks\/[^/]+\.xml$/.test(part)) {
      const target = relationsOf(zip, part, findings)[0]?.target ?? ''
      findings.hide('external-link', `外部链接 ${target.slice(target.search(/[^\\/]*$/))}`.trim(), target)
      findings.text('外部链接缓存', textsOf(partOf(zip, part, findings), 'v').join('\n'), true)
    } else if (part === 'xl/connections.xml') {
      let connections = 0
      let first = ''
      walkXml(partOf(zip, part, findings), {
        open: (tag) => {
          if (tag.name !== 'connection') return
          connections += 1
          first ||= tag.get('name') ?? ''
        },
      })
      if (connections > 0) findings.hide('external-link', '数据连接', first, connections)
    } else if (/^xl\/revisions\/revisionLog\d+\.xml$/.test(part)) {
      const words = textsOf(partOf(zip, part, findings), 't').join('\n')
      findings.hide('tracked-change', '共享工作簿修订记录', words)
      findings.text('共享工作簿修订记录', words, true)
    }
  }
}

export async function inspectXlsx(zip: ZipPackage, findings: Findings, depth: Depth): Promise<void> {
  const sheets = tellWorkbook(partOf(zip, 'xl/workbook.xml', findings), relationsOf(zip, 'xl/workbook.xml', findings), findings)
  const strings = sharedStrings(partOf(zip, 'xl/sharedStrings.xml', findings))
  const blind = blindFormats(partOf(zip, 'xl/styles.xml', findings))
  for (const { name, hidden, part } of sheets) {
    const place = `工作表“${name}”`
    const tables = relationsOf(zip, part, findings)
      .filter((relation) => relation.type === 'table')
      .map((relation) => partOf(zip, relation.target, findings))
    const texts: SheetTexts = tellSheet(partOf(zip, part, findings), { place, strings, blind, tables, sheetHidden: hidden }, findings)
    if (hidden) findings.hide('hidden-sheet', place, texts.first)
    findings.text(place, texts.shown, hidden)
    findings.text(`${place}隐藏内容`, texts.hidden, true)
  }
  tellParts(zip, findings)
  await tellPackage(zip, findings, depth)
}
