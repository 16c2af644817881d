// Writes blocks as the plain, clean HTML that the editor and the portal know.
import type { Span, TextBlock } from '../../../../kernel/text-block.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

const safeAddress = /^(?:https?:\/\/|mailto:)[^\s"<>]+$/i

function spanHtml(span: Span): string {
  let html = escapeHtml(span.text)
  if (span.italic) html = `<em>${html}</em>`
  if (span.bold) html = `<strong>${html}</strong>`
  if (span.href && safeAddress.test(span.href)) html = `<a href="${escapeHtml(span.href)}">${html}</a>`
  return html
}

const spansHtml = (spans: readonly Span[]): string => spans.map(spanHtml).join('')
const cell = (tag: 'td' | 'th', text: string): string => `<${tag}>${escapeHtml(text).replace(/\n/g, '<br>')}</${tag}>`
const figure = /^[-+]?[\d,，.]+%?$/

/** The first row is a head where it holds no figures and the rows below do, or where every cell of it is filled. */
function tableHtml(rows: readonly (readonly string[])[]): string {
  const [first = [], ...rest] = rows
  const head = rest.length > 0 && first.every((text) => text.trim() !== '' && !figure.test(text.trim()))
  const row = (cells: readonly string[], tag: 'td' | 'th'): string => `<tr>${cells.map((text) => cell(tag, text)).join('')}</tr>`
  const body = (head ? rest : rows).map((cells) => row(cells, 'td')).join('')
  return `<table>${head ? `<thead>${row(first, 'th')}</thead>` : ''}<tbody>${body}</tbody></table>`
}

/** `pictureAddress` gives the address of a picture of the file, or undefined where it was not kept. */
export function renderBlocks(blocks: readonly TextBlock[], pictureAddress: (picture: number) => string | undefined = () => undefined): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return `<h${block.level}>${spansHtml(block.spans)}</h${block.level}>`
        case 'table':
          return block.html ?? tableHtml(block.rows)
        case 'list': {
          const tag = block.ordered ? 'ol' : 'ul'
          return `<${tag}>${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join('')}</${tag}>`
        }
        case 'picture': {
          const address = pictureAddress(block.picture)
          return address ? `<p><img src="${escapeHtml(address)}" alt="${escapeHtml(block.alt)}"></p>` : ''
        }
        default:
          return block.align ? `<p style="text-align:${block.align}">${spansHtml(block.spans)}</p>` : `<p>${spansHtml(block.spans)}</p>`
      }
    })
    .filter((html) => html !== '')
    .join('\n')
}
