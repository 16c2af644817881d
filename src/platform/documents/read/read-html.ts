// A web page as blocks: the article with its headings, tables, lists and pictures, and what stands around it apart.
import { parse } from 'parse5'
import type { Span, TextBlock } from '../../../kernel/text-block.ts'
import { tableBlock } from './html-table.ts'
import { attributeOf, childrenOf, isElement, isHidden, textOfNode, type Element, type Node } from './html-tree.ts'

export interface Picture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface HtmlRead {
  readonly blocks: readonly TextBlock[]
  /** What the page shows outside its article: metadata may stand there. */
  readonly surroundings: readonly TextBlock[]
  readonly title: string | undefined
  /** META tags of the national norm, by name: ArticleTitle, PubDate, ContentSource, … */
  readonly meta: Readonly<Record<string, string>>
  readonly pictures: readonly Picture[]
  readonly missingPictures: readonly string[]
  readonly hidden: number
}

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'form',
  'button',
  'select',
  'input',
  'textarea',
  'nav',
  'link',
  'meta',
  'head',
])
const blockTags = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'center',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figure',
  'figcaption',
  'address',
  'fieldset',
  'hr',
  'tbody',
  'tr',
  'td',
  'th',
])
const articleName =
  /(?:^|[\s_-])(?:article|content|zoom|trs_editor|ucap-content|pages_content|main-?txt|news_?content|conTxt|xxgk_?content|detail|art_?con|view(?:con)?|text|bt_content|zwxl-article)(?:$|[\s_-])/i

const lengthOf = (node: Node): number => textOfNode(node).replace(/\s/g, '').length

/** The element that holds the article: named so, with most of the page's running text. */
function articleOf(body: Element): Element {
  const found: Element[] = []
  const visit = (node: Node): void => {
    if (!isElement(node) || skipped.has(node.tagName)) return
    const names = `${attributeOf(node, 'class') ?? ''} ${attributeOf(node, 'id') ?? ''}`
    if (node.tagName === 'article' || articleName.test(names)) found.push(node)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(body)
  const whole = lengthOf(body)
  const prose = (element: Element): number => (textOfNode(element).match(/[。；]/g) ?? []).length
  const most = Math.max(1, prose(body))
  const fitting = found.filter((element) => prose(element) >= most * 0.6 && lengthOf(element) >= Math.min(whole * 0.2, 200))
  // the innermost that still holds the text
  return fitting.at(-1) ?? body
}

interface Writing {
  readonly blocks: TextBlock[]
  readonly pictures: Picture[]
  readonly missing: string[]
  hidden: number
}

interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | undefined
  readonly align: 'center' | 'right' | undefined
}

const plainLook: Look = { bold: false, italic: false, href: undefined, align: undefined }

function lookOf(element: Element, around: Look): Look {
  const style = attributeOf(element, 'style') ?? ''
  const align =
    /text-align\s*:\s*(center|right)/i.exec(style)?.[1] ??
    /^(center|right)$/i.exec(attributeOf(element, 'align') ?? '')?.[1] ??
    (element.tagName === 'center' ? 'center' : undefined)
  const left = /text-align\s*:\s*(?:left|justify|start)/i.test(style)
  return {
    bold:
      (around.bold || element.tagName === 'b' || element.tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) &&
      !/font-weight\s*:\s*(?:normal|400)/i.test(style),
    italic: around.italic || element.tagName === 'i' || element.tagName === 'em',
    href: element.tagName === 'a' ? (attributeOf(element, 'href') ?? undefined) : around.href,
    align: align ? (align.toLowerCase() as 'center' | 'right') : left ? undefined : around.align,
  }
}

const hasBlocks = (element: Element): boolean =>
  childrenOf(element).some((child) => isElement(child) && (blockTags.has(child.tagName) || (!skipped.has(child.tagName) && hasBlocks(child))))

/** data: pictures come along; `picture:0` are those a Word reader has laid aside. */
function takePicture(element: Element, writing: Writing): void {
  const source = attributeOf(element, 'src') ?? ''
  const alt = attributeOf(element, 'alt') ?? ''
  const laid = /^picture:(\d+)$/.exec(source)
  const data = /^data:(image\/(?:png|jpeg|gif));base64,([A-Za-z0-9+/=\s]+)$/.exec(source)
  if (laid) writing.blocks.push({ kind: 'picture', picture: Number(laid[1]), alt })
  else if (data) {
    writing.blocks.push({ kind: 'picture', picture: writing.pictures.length, alt })
    writing.pictures.push({ mediaType: data[1] ?? '', bytes: Buffer.from(data[2] ?? '', 'base64') })
  } else if (source !== '') writing.missing.push(alt || (source.split(/[?#]/)[0]?.split('/').at(-1) ?? source))
}

/** Text between blocks, as paragraphs; a <br> begins a new line, two of them leave a gap. */
function flush(spans: Span[], look: Look, writing: Writing, kind: 'line' | 'paragraph', gap: number): void {
  const text = spans.map((span) => span.text).join('')
  if (text.replace(/[\s\u3000]/g, '') !== '') {
    const indented = /^[\s]*[\u3000\u00a0]{2}/.test(text)
    writing.blocks.push({ kind, spans: [...spans], gap, indented, ...(look.align && { align: look.align }) })
  }
  spans.length = 0
}

function write(element: Element, look: Look, writing: Writing): void {
  let spans: Span[] = []
  let gap = 1
  const broken = childrenOf(element).some((child) => isElement(child) && child.tagName === 'br')
  const close = (): void => {
    flush(spans, look, writing, broken ? 'line' : 'paragraph', gap)
    spans = []
  }
  const inline = (node: Node, around: Look): void => {
    if (!isElement(node)) {
      const text = textOfNode(node).replace(/[ \t\r\n]+/g, ' ')
      if (text !== '')
        spans.push({ text, ...(around.bold && { bold: true }), ...(around.italic && { italic: true }), ...(around.href && { href: around.href }) })
      return
    }
    if (skipped.has(node.tagName)) return
    if (isHidden(node)) {
      if (lengthOf(node) > 0) writing.hidden += 1
      return
    }
    if (node.tagName === 'br') {
      const had = spans.some((span) => span.text.trim() !== '')
      close()
      gap = had ? 0 : gap + 1
      return
    }
    if (node.tagName === 'img') {
      close()
      takePicture(node, writing)
      return
    }
    if (blockTags.has(node.tagName) || hasBlocks(node)) {
      close()
      gap = 1
      block(node, lookOf(node, around), writing)
      return
    }
    const inner = lookOf(node, around)
    for (const child of childrenOf(node)) inline(child, inner)
  }
  for (const child of childrenOf(element)) inline(child, look)
  close()
}

function block(element: Element, look: Look, writing: Writing): void {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level) {
    const inner: Writing = { blocks: [], pictures: writing.pictures, missing: writing.missing, hidden: 0 }
    write(element, plainLook, inner)
    const spans = inner.blocks.flatMap((each) => ('spans' in each ? each.spans : []))
    if (spans.length > 0) writing.blocks.push({ kind: 'heading', level: Number(level), spans })
    writing.blocks.push(...inner.blocks.filter((each) => each.kind === 'picture'))
  } else if (element.tagName === 'table') {
    const table = tableBlock(element)
    if (table) writing.blocks.push(table)
    else write(element, plainLook, writing)
  } else if (element.tagName === 'ul' || element.tagName === 'ol') list(element, writing)
  else write(element, look, writing)
}

function list(element: Element, writing: Writing): void {
  const items = childrenOf(element).filter((child): child is Element => isElement(child) && child.tagName === 'li' && !isHidden(child))
  const written = items.map((item) => {
    const inner: Writing = { blocks: [], pictures: writing.pictures, missing: writing.missing, hidden: 0 }
    write(item, plainLook, inner)
    return inner.blocks
  })
  const simple = written.every((blocks) => blocks.length === 1 && (blocks[0]?.kind === 'paragraph' || blocks[0]?.kind === 'line'))
  if (simple && written.length > 0) {
    writing.blocks.push({
      kind: 'list',
      ordered: element.tagName === 'ol',
      items: written.map((blocks) => blocks.flatMap((each) => ('spans' in each ? each.spans : []))),
    })
  } else for (const blocks of written) writing.blocks.push(...blocks)
}

/** Menus and link lists are no text: nothing in them but links. */
const isMenu = (each: TextBlock): boolean =>
  each.kind === 'list' && each.items.length >= 3 && each.items.every((item) => item.every((span) => span.href !== undefined || span.text.trim() === ''))

export function readHtml(html: string): HtmlRead {
  const document = parse(html)
  const all: Element[] = []
  const collect = (node: Node): void => {
    if (isElement(node)) all.push(node)
    for (const child of childrenOf(node)) collect(child)
  }
  collect(document)
  const meta: Record<string, string> = {}
  for (const element of all.filter((one) => one.tagName === 'meta')) {
    const name = attributeOf(element, 'name')
    const content = attributeOf(element, 'content')?.trim()
    if (name && content) meta[name] ??= content
  }
  const title = all.find((one) => one.tagName === 'title')
  const body = all.find((one) => one.tagName === 'body') ?? (document as unknown as Element)
  const article = articleOf(body)
  const writing: Writing = { blocks: [], pictures: [], missing: [], hidden: 0 }
  write(article, plainLook, writing)
  let surroundings: TextBlock[] = []
  if (article !== body) {
    const around: Writing = { blocks: [], pictures: [], missing: [], hidden: 0 }
    const parent = article.parentNode
    if (parent) parent.childNodes = parent.childNodes.filter((child) => child !== article)
    write(body, plainLook, around)
    surroundings = around.blocks.filter((each) => each.kind !== 'picture' && !isMenu(each))
  }
  return {
    blocks: writing.blocks.filter((each) => !isMenu(each)),
    surroundings,
    title: title ? textOfNode(title).trim() : undefined,
    meta,
    pictures: writing.pictures,
    missingPictures: writing.missing,
    hidden: writing.hidden,
  }
}

/** What a page says of its own encoding. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]
}
