// A reference to a figure as one piece of a text: it shows the present value, is copied as {…} and cannot be edited letter by letter.
import { Extension, Node, type Extensions } from '@tiptap/core'
import { Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { StarterKit } from '@tiptap/starter-kit'
import { documentOf } from './reference-text.ts'

/** What a chip shows. */
export interface ShownReference {
  readonly text: string
  /** What is wrong with it; empty where nothing is. */
  readonly flaw: string
  readonly title: string
}

export interface LineMark {
  readonly line: number
  readonly severity: 'error' | 'warning' | 'remark'
}

interface ReferenceHost {
  readonly shown: (source: string) => ShownReference | undefined
  /** An opening brace was typed. */
  readonly onBrace: () => void
}

const braced = (source: string): string => (source.startsWith('{') ? source : `{${source}}`)

function paint(dom: HTMLElement, shown: ShownReference | undefined): void {
  const source = dom.dataset['reference'] ?? ''
  dom.textContent = shown?.text ?? braced(source)
  dom.title = shown ? `${shown.title}${shown.flaw === '' ? '' : `：${shown.flaw}`}` : source
  dom.className = `gk-reference${shown && shown.flaw === '' ? '' : ' gk-reference-flawed'}`
}

/** Shows the values anew after they were asked again. */
export const repaint = (root: HTMLElement, shown: ReferenceHost['shown']): void =>
  root.querySelectorAll<HTMLElement>('[data-reference]').forEach((dom) => paint(dom, shown(dom.dataset['reference'] ?? '')))

const marksKey = new PluginKey<DecorationSet>('line-marks')

function marksOf(document: TextNode, marks: readonly LineMark[]): DecorationSet {
  const decorations: Decoration[] = []
  document.forEach((node, at, line) => {
    const worst = (['error', 'warning', 'remark'] as const).find((severity) => marks.some((one) => one.line === line && one.severity === severity))
    if (worst) decorations.push(Decoration.node(at, at + node.nodeSize, { class: `gk-line-${worst}` }))
  })
  return DecorationSet.create(document, decorations)
}

/** Tells the editor which paragraphs something is said of. */
export const lineMarks = marksKey

const LineMarks = Extension.create({
  name: 'lineMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const marks = transaction.getMeta(marksKey) as readonly LineMark[] | undefined
          return marks ? marksOf(transaction.doc, marks) : before.map(transaction.mapping, transaction.doc)
        },
      },
      props: { decorations: (state) => marksKey.getState(state) },
    }),
  ],
})

export function referenceExtensions({ shown, onBrace }: ReferenceHost): Extensions {
  const Reference = Node.create({
    name: 'reference',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({
      source: {
        default: '',
        parseHTML: (element) => element.dataset['reference'] ?? '',
        renderHTML: (attributes) => ({ 'data-reference': String(attributes['source']) }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-reference]' }],
    renderHTML: ({ HTMLAttributes, node }) => ['span', HTMLAttributes, braced(String(node.attrs['source']))],
    renderText: ({ node }) => braced(String(node.attrs['source'])),
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('span')
        dom.dataset['reference'] = String(node.attrs['source'])
        dom.contentEditable = 'false'
        paint(dom, shown(String(node.attrs['source'])))
        return { dom, ignoreMutation: () => true }
      },
    addProseMirrorPlugins() {
      const { schema } = this.editor
      return [
        new Plugin({
          props: {
            handleTextInput: (_view, _from, _to, text) => {
              if (text !== '{' && text !== '｛') return false
              onBrace()
              return true
            },
            // plain text that was copied here, or typed elsewhere, brings its references along
            clipboardTextParser: (text) => {
              const parsed = schema.nodeFromJSON(documentOf(text.replaceAll('\r\n', '\n')))
              return new Slice(Fragment.from(parsed.content), 1, 1)
            },
          },
        }),
      ]
    },
  })
  return [
    StarterKit.configure({
      heading: false,
      bulletList: false,
      orderedList: false,
      listItem: false,
      listKeymap: false,
      blockquote: false,
      codeBlock: false,
      code: false,
      bold: false,
      italic: false,
      strike: false,
      underline: false,
      link: false,
      horizontalRule: false,
      hardBreak: false,
      trailingNode: false,
    }),
    Reference,
    LineMarks,
  ]
}
