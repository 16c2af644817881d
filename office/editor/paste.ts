// Cleans what the clipboard brings from Word and WPS: their styles go, headings, lists and tables stay.
const headingLevels = /^(?:mso)?heading\s*([1-6])$/i

/** Level and kind of a Word list paragraph, from `mso-list:l0 level2 lfo1` and its hidden marker. */
interface ListMark {
  readonly level: number
  readonly ordered: boolean
}

function listMarkOf(element: Element): ListMark | null {
  const style = element.getAttribute('style') ?? ''
  const isList = /mso-list\s*:\s*(?!none|skip)/i.test(style) || /MsoListParagraph/i.test(element.className)
  if (!isList) return null
  const level = Number(/mso-list\s*:[^;]*level(\d)/i.exec(style)?.[1] ?? 1)
  const marker = [...element.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''))
  if (!marker && !/mso-list/i.test(style)) return null
  const text = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  marker?.remove()
  // 一、 and （一） are part of an official text, not of its layout: they are written out
  if (/^[（(]?[一二三四五六七八九十百]+[）)、.．]?$/.test(text)) {
    element.prepend(text)
    return null
  }
  // a letter alone is a dot of Wingdings, not the first of a), b), c)
  return { level, ordered: /^[（(]?\d+[）).、．]?$|^[（(]?(?:[a-z]|[ivx]+)[）).、．]$/i.test(text) }
}

/** Runs of Word list paragraphs become real lists, nested by their level. */
function makeLists(body: HTMLElement): void {
  const document = body.ownerDocument
  for (const first of body.querySelectorAll('p')) {
    if (!first.isConnected || first.closest('li')) continue
    const mark = listMarkOf(first)
    if (!mark) continue
    const stack: { readonly list: Element; readonly level: number }[] = []
    let at: Element | null = first
    let here: ListMark | null = mark
    const holder = document.createElement('div')
    first.before(holder)
    while (at && here) {
      const next: Element | null = at.nextElementSibling
      while (stack.length > 0 && (stack.at(-1)?.level ?? 0) > here.level) stack.pop()
      if (stack.length === 0 || (stack.at(-1)?.level ?? 0) < here.level) {
        const list = document.createElement(here.ordered ? 'ol' : 'ul')
        const parent = stack.at(-1)?.list.lastElementChild ?? holder
        parent.append(list)
        stack.push({ list, level: here.level })
      }
      const item = document.createElement('li')
      const paragraph = document.createElement('p')
      paragraph.append(...at.childNodes)
      item.append(paragraph)
      stack.at(-1)?.list.append(item)
      at.remove()
      at = next?.tagName === 'P' ? next : null
      here = at ? listMarkOf(at) : null
    }
    holder.replaceWith(...holder.childNodes)
  }
}

function headingOf(element: Element): number | null {
  const style = element.getAttribute('style') ?? ''
  const named =
    headingLevels.exec(element.className.trim()) ??
    /mso-style-name\s*:\s*["']?(?:标题|heading)\s*([1-6])/i.exec(style) ??
    /mso-outline-level\s*:\s*([1-6])/i.exec(style)
  return named ? Number(named[1]) : null
}

function rename(element: Element, tag: string): void {
  const made = element.ownerDocument.createElement(tag)
  const style = element.getAttribute('style')
  if (style) made.setAttribute('style', style)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  A: ['href'],
  IMG: ['src', 'alt'],
  TD: ['colspan', 'rowspan', 'style'],
  TH: ['colspan', 'rowspan', 'style'],
  OL: ['start'],
  P: ['style'],
  H2: ['style'],
  H3: ['style'],
  H4: ['style'],
}

/** Bold and italic that stand only in a style become elements, before styles go. */
function keepEmphasis(element: Element): void {
  const style = element.getAttribute('style') ?? ''
  const wrap = (tag: string): void => {
    const made = element.ownerDocument.createElement(tag)
    made.append(...element.childNodes)
    element.append(made)
  }
  if (element.tagName !== 'SPAN' || (element.textContent ?? '').trim() === '') return
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) wrap('strong')
  if (/text-decoration[^;]*underline/i.test(style)) wrap('u')
  if (/vertical-align\s*:\s*super/i.test(style)) wrap('sup')
  if (/vertical-align\s*:\s*sub/i.test(style)) wrap('sub')
}

function keptStyle(element: Element): string {
  const style = element.getAttribute('style') ?? ''
  const align = /text-align\s*:\s*(left|right|center|justify)/i.exec(style)?.[1] ?? element.getAttribute('align')
  return align && /^(right|center)$/i.test(align) ? `text-align: ${align.toLowerCase()}` : ''
}

/** The clipboard's HTML with only what an official text is made of. */
export function cleanPastedHtml(html: string): string {
  const source = html
    .replace(/<!--\[if !supportLists\]-->|<!--\[endif\]-->|<!\[if[^\]]*\]>|<!\[endif\]>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:o|w|m|v|st1):[^>]*>/gi, '')
  const { body } = new DOMParser().parseFromString(source, 'text/html')
  for (const gone of body.querySelectorAll('script, style, meta, link, title, xml, object, iframe, form, input, button, svg')) gone.remove()
  makeLists(body)
  for (const element of body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6')) {
    const level = headingOf(element) ?? (/^H[1-6]$/.test(element.tagName) ? Number(element.tagName.slice(1)) : null)
    // the title of the page is its first heading, so those of the text begin one lower
    if (level !== null) rename(element, `h${Math.min(level + 1, 4)}`)
  }
  for (const image of body.querySelectorAll('img')) if (/^(?:file|data|blob):/i.test(image.getAttribute('src') ?? '')) image.remove()
  for (const link of body.querySelectorAll('a'))
    if (!/^(?:https?:|mailto:|tel:|\/)/i.test(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes)
  for (const element of body.querySelectorAll('*')) {
    keepEmphasis(element)
    const style = keptStyle(element)
    if (style) element.setAttribute('style', style)
    else element.removeAttribute('style')
    for (const name of element.getAttributeNames()) if (!(keptAttributes[element.tagName] ?? []).includes(name)) element.removeAttribute(name)
  }
  // a heading is bold by itself
  for (const emphasis of body.querySelectorAll(':is(h2, h3, h4) :is(b, strong)')) emphasis.replaceWith(...emphasis.childNodes)
  for (const wrapper of body.querySelectorAll('span, font')) wrapper.replaceWith(...wrapper.childNodes)
  for (const paragraph of body.querySelectorAll('p')) {
    // indents typed as blanks: the page indents by itself
    const [first] = paragraph.childNodes
    if (first?.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').replace(/^[\s\u00a0\u3000]+/, '')
    if ((paragraph.textContent ?? '').replace(/[\s\u00a0\u3000]/g, '') === '' && !paragraph.querySelector('img') && !paragraph.closest('td, th'))
      paragraph.remove()
  }
  return body.innerHTML
}
