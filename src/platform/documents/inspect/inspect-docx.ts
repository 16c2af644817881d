// Word files: comments, tracked changes, hidden words, fields that name people, and what is linked or merged.
import type { ZipPackage } from '../read/zip.ts'
import type { Findings } from './findings.ts'
import { isPath, partOf, relationsOf, tellPackage, type Depth } from './inspect-package.ts'
import { readStory } from './word-story.ts'
import { textsOf, walkXml } from './xml.ts'

const stories: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
]

/** Styles that hide their words, with those that rest on them. */
export function hidingStyles(xml: string): ReadonlySet<string> {
  const styles = new Map<string, { base: string | undefined; vanish: boolean | undefined }>()
  let id = ''
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'style') {
        id = tag.get('styleId') ?? ''
        styles.set(id, { base: undefined, vanish: undefined })
      }
      const style = styles.get(id)
      if (!style) return
      if (tag.name === 'basedOn') style.base = tag.get('val')
      if (tag.name === 'vanish') style.vanish = !/^(?:0|false|off)$/.test(tag.get('val') ?? '')
    },
  })
  const hides = (name: string | undefined, steps: number): boolean => {
    const style = name === undefined ? undefined : styles.get(name)
    if (!style || steps > 20) return false
    return style.vanish ?? hides(style.base, steps + 1)
  }
  return new Set([...styles.keys()].filter((name) => hides(name, 0)))
}

function tellSettings(zip: ZipPackage, findings: Findings): void {
  let merge = ''
  walkXml(partOf(zip, 'word/settings.xml', findings), {
    open: (tag) => {
      if (tag.name === 'docVar') findings.property('custom', `文档变量 ${tag.get('name') ?? ''}`, tag.get('val'))
      else if (tag.name === 'connectString' || tag.name === 'query') merge ||= tag.get('val') ?? ''
    },
  })
  if (merge !== '') findings.hide('external-link', '邮件合并数据源', merge)
  for (const { type, target } of relationsOf(zip, 'word/settings.xml', findings)) {
    if (type === 'attachedTemplate' && isPath(target)) findings.property('path', '模板位置', target)
    if (type === 'mailMergeSource') findings.hide('external-link', '邮件合并数据源', target)
  }
}

export async function inspectDocx(zip: ZipPackage, findings: Findings, depth: Depth): Promise<void> {
  const hiding = hidingStyles(partOf(zip, 'word/styles.xml', findings))
  for (const part of zip.names) {
    const place = stories.find(([shape]) => shape.test(part))?.[1]
    if (place === undefined) continue
    const story = readStory(partOf(zip, part, findings), hiding)
    findings.text(place, story.shown)
    findings.text(`${place}隐藏文字`, story.hidden, true)
    findings.text(`${place}修订`, story.deleted, true)
    if (story.hidden !== '') findings.hide('hidden-text', place, story.hidden, story.hidden.replaceAll(/\s/g, '').length)
    if (story.changes > 0) findings.hide('tracked-change', place, story.deleted || story.inserted, story.changes)
    for (const [at, rows] of story.tables.entries()) findings.table(`${place}表${at + 1}`, rows)
    for (const field of story.authorFields) findings.hide('author-field', place, field)
  }
  const comments = textsOf(partOf(zip, 'word/comments.xml', findings), 'comment')
  if (comments.length > 0) {
    findings.hide('comment', '正文', comments.join(' '), comments.length)
    findings.text('批注', comments.join('\n'), true)
  }
  tellSettings(zip, findings)
  await tellPackage(zip, findings, depth)
}
