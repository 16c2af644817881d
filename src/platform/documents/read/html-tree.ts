// A few words about parse5 trees that the readers of pages and tables share.
import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

export const isElement = (node: Node): node is Element => 'tagName' in node

export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])

export const attributeOf = (element: Element, name: string): string | undefined => element.attrs.find((attribute) => attribute.name === name)?.value

export const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)/i.test(attributeOf(element, 'style') ?? '')

export function textOfNode(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (isElement(node) && (node.tagName === 'script' || node.tagName === 'style')) return ''
  return childrenOf(node).map(textOfNode).join('')
}
