// What Word, Excel and PowerPoint files have in common: properties, macros, files and pictures inside.
import type { ZipPackage } from '../read/zip.ts'
import type { Findings } from './findings.ts'
import { pictureOf, tellPicture } from './inspect-image.ts'
import type { FileInspection } from '../../../kernel/file-inspection.ts'
import { textsOf, walkXml } from './xml.ts'

const largestPart = 64 * 1024 * 1024

/** The text of a part; one that is too large is told of and left. */
export function partOf(zip: ZipPackage, name: string, findings: Findings): string {
  const bytes = zip.read(name)
  if (!bytes) return ''
  if (bytes.length > largestPart) {
    findings.leave('too-large')
    return ''
  }
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
}

const bareName = (part: string): string => part.slice(part.lastIndexOf('/') + 1)

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly outside: boolean
}

/** Relations of a part, with targets as names of parts. */
export function relationsOf(zip: ZipPackage, part: string, findings: Findings): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations: Relation[] = []
  walkXml(partOf(zip, `${folder}_rels/${bareName(part)}.rels`, findings), {
    open: (tag) => {
      if (tag.name !== 'Relationship') return
      const target = tag.get('Target') ?? ''
      const outside = tag.get('TargetMode') === 'External'
      const steps = target.startsWith('/') ? target.slice(1).split('/') : [...folder.split('/').slice(0, -1), ...target.split('/')]
      const path: string[] = []
      for (const step of steps)
        if (step === '..') path.pop()
        else if (step !== '.' && step !== '') path.push(step)
      relations.push({ id: tag.get('Id') ?? '', type: bareName(tag.get('Type') ?? ''), target: outside ? target : path.join('/'), outside })
    },
  })
  return relations
}

/** What WPS and others write of themselves. */
export const harmlessCustom =
  /^(?:KSOProductBuildVer|ICV|KSOReadingLayout|ContentTypeId|AppVersion|DocSecurity|HyperlinksChanged|LinksUpToDate|ScaleCrop|ShareDoc)$/
const templateOfNobody = /^(?:Normal(?:\.dotm?|\.dotx|\.wpt)?|WPS Office.*|Microsoft Office.*|Office Theme|DOC1?\.dot[xm]?)$/i
export const isPath = (text: string): boolean => /^(?:file:|[A-Za-z]:[\\/]|\\\\)/.test(text.trim())

function tellProperties(zip: ZipPackage, findings: Findings): void {
  const core = partOf(zip, 'docProps/core.xml', findings)
  const app = partOf(zip, 'docProps/app.xml', findings)
  const first = (xml: string, name: string): string | undefined => textsOf(xml, name)[0]
  findings.property('person', '作者', first(core, 'creator'))
  findings.property('person', '最后修改者', first(core, 'lastModifiedBy'))
  findings.property('note', '备注', first(core, 'description'))
  findings.text('文件属性 备注', first(core, 'description') ?? '', true)
  const title = first(core, 'title')
  if (title && isPath(title)) findings.property('path', '标题', title)
  findings.property('organisation', '单位', first(app, 'Company'))
  findings.property('person', '经理', first(app, 'Manager'))
  const template = first(app, 'Template') ?? ''
  if (isPath(template)) findings.property('path', '模板', template)
  else if (!templateOfNobody.test(template.trim())) findings.property('note', '模板', template)
  const base = first(app, 'HyperlinkBase') ?? ''
  if (isPath(base)) findings.property('path', '超链接基础', base)
  let name = ''
  walkXml(partOf(zip, 'docProps/custom.xml', findings), {
    open: (tag) => {
      if (tag.name === 'property') name = tag.get('name') ?? ''
    },
    text: (text) => {
      if (text.trim() !== '' && !harmlessCustom.test(name)) findings.property('custom', `自定义属性 ${name}`, text)
    },
  })
}

export interface Depth {
  readonly left: number
  inspect(bytes: Buffer, name: string): Promise<FileInspection>
}

/** Everything that any of the three kinds may hold. */
export async function tellPackage(zip: ZipPackage, findings: Findings, depth: Depth): Promise<void> {
  tellProperties(zip, findings)
  for (const name of zip.names) {
    if (/^docProps\/thumbnail\./i.test(name)) findings.hide('thumbnail', '文件预览图')
    else if (/(?:^|\/)vbaProject\.bin$/i.test(name)) findings.hide('macro', '宏')
    else if (/^[^/]+\/media\/[^/]+$/.test(name)) {
      const bytes = zip.read(name)
      const picture = bytes && pictureOf(bytes)
      if (bytes && picture) tellPicture(bytes, picture, findings, `图片 ${bareName(name)}`)
    } else if (/^[^/]+\/embeddings\/[^/]+$/.test(name)) {
      const place = `嵌入文件 ${bareName(name)}`
      findings.hide('embedded-file', place)
      const bytes = zip.read(name)
      // a file in a file in a file is told of, and not opened
      if (bytes && depth.left > 0 && bytes.subarray(0, 2).toString('latin1') === 'PK') findings.inside(place, await depth.inspect(bytes, bareName(name)))
    }
  }
}
