// PowerPoint files: hidden slides, notes of the speaker, comments.
import type { ZipPackage } from '../read/zip.ts'
import type { Findings } from './findings.ts'
import { partOf, tellPackage, type Depth } from './inspect-package.ts'
import { textsOf, walkXml } from './xml.ts'

const numberOf = (part: string): number => Number(/(\d+)\.xml$/.exec(part)?.[1] ?? 0)

function isHidden(xml: string): boolean {
  let hidden = false
  walkXml(xml.slice(0, 4000), {
    open: (tag) => {
      if (tag.name === 'sld') hidden = tag.get('show') === '0' || tag.get('show') === 'false'
    },
  })
  return hidden
}

export async function inspectPptx(zip: ZipPackage, findings: Findings, depth: Depth): Promise<void> {
  for (const part of zip.names) {
    const number = numberOf(part)
    if (/^ppt\/slides\/slide\d+\.xml$/.test(part)) {
      const xml = partOf(zip, part, findings)
      const words = textsOf(xml, 't').join('\n')
      const hidden = isHidden(xml)
      if (hidden) findings.hide('hidden-slide', `第${number}张幻灯片`, words)
      findings.text(`第${number}张幻灯片`, words, hidden)
    } else if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(part)) {
      // the number of the page is a field of every note
      const notes = textsOf(partOf(zip, part, findings), 't').filter((text) => !/^\s*\d*\s*$/.test(text))
      if (notes.length > 0) findings.hide('comment', `备注页${number}`, notes.join(' '))
      findings.text(`备注页${number}`, notes.join('\n'), true)
    } else if (/^ppt\/comments\/[^/]+\.xml$/.test(part)) {
      const xml = partOf(zip, part, findings)
      const comments = [...textsOf(xml, 'text'), ...textsOf(xml, 't')].filter((text) => text.trim() !== '')
      if (comments.length > 0) findings.hide('comment', '批注', comments.join(' '), comments.length)
      findings.text('批注', comments.join('\n'), true)
    }
  }
  await tellPackage(zip, findings, depth)
}
