// The top-level blocks of a text, and a text in the very form in which the editor writes it.
import { generateHTML, generateJSON } from '@tiptap/core'
import { extensionsFor } from './extensions.ts'

export function paragraphsOf(html: string): string[] {
  const template = document.createElement('template')
  template.innerHTML = html
  return [...template.content.children].map((element) => element.outerHTML)
}

const plain = extensionsFor((src) => src)

/** The same text as the editor would give it back, so that two texts can be compared. */
export const asEdited = (html: string): string => generateHTML(generateJSON(html, plain), plain)
