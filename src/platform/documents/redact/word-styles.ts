// Styles and numbers of a Word file, with names of our own.
import { walkXml } from '../inspect/xml.ts'
import { fontsOf, tagOf } from './word-copy.ts'
import { builtInStyle, escaped, properties, wordSpaces } from './word-words.ts'

const kept = new Set('styles docDefaults rPrDefault pPrDefault rPr pPr style tblPr trPr tcPr tblStylePr numbering abstractNum lvl num lvlOverride'.split(' '))
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  style: ['type', 'default'],
  tblStylePr: ['type'],
  abstractNum: ['abstractNumId'],
  lvl: ['ilvl'],
  num: ['numId'],
  lvlOverride: ['ilvl'],
}
const references = new Set(['basedOn', 'next', 'link', 'pStyle', 'numStyleLink', 'styleLink'])
const numberText = /^[^\d]{0,6}(?:%\d[^\d]{0,4}){0,9}$/

/** Only what is known comes along; styles are called by number. */
export function copyStyles(xml: string, style: (id: string) => string): string {
  let out = ''
  let dropped = 0
  let id = ''
  walkXml(xml, {
    open: (tag) => {
      if (dropped > 0) {
        if (!tag.empty) dropped += 1
        return
      }
      const { name } = tag
      const value = tag.get('val') ?? ''
      if (name === 'style') {
        id = style(tag.get('styleId') ?? '')
        out += `${tagOf(tag, attributesOf['style'] ?? [])} w:styleId="${id}"${tag.empty ? '/>' : '>'}`
      } else if (kept.has(name) || properties[name]) {
        const root = name === 'styles' || name === 'numbering' ? ` ${wordSpaces}` : ''
        out += `${tagOf(tag, attributesOf[name] ?? properties[name] ?? [])}${root}${tag.empty ? '/>' : '>'}`
      } else {
        if (name === 'name') out += `<w:name w:val="${builtInStyle.test(value) ? value : `样式${id}`}"/>`
        else if (references.has(name)) out += `<w:${name} w:val="${style(value)}"/>`
        else if (name === 'rFonts') out += fontsOf(tag)
        else if (name === 'lvlText') out += `<w:lvlText w:val="${numberText.test(value) ? escaped(value) : ''}"/>`
        else if (name === 'abstractNumId' && /^\d{1,6}$/.test(value)) out += `<w:abstractNumId w:val="${value}"/>`
        if (!tag.empty) dropped = 1
      }
    },
    close: (tag) => {
      if (tag.empty) return
      if (dropped > 0) dropped -= 1
      else out += `</w:${tag.name}>`
    },
  })
  return out
}
