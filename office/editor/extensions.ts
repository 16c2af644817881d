// What a text may be made of while it is edited: the same elements that the door lets through.
import { Extension, Mark, mergeAttributes, type Extensions } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { TextAlign } from '@tiptap/extension-text-align'
import { StarterKit } from '@tiptap/starter-kit'

const script = (name: 'sub' | 'sup'): Mark =>
  Mark.create({
    name,
    excludes: name === 'sub' ? 'sup' : 'sub',
    parseHTML: () => [{ tag: name }],
    renderHTML: ({ HTMLAttributes }) => [name, mergeAttributes(HTMLAttributes), 0],
  })

/** Keeps the indent that one-click layout or an import has given a paragraph. */
const TextIndent = Extension.create({
  name: 'textIndent',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        textIndent: {
          default: null,
          parseHTML: (element) => element.style.textIndent || null,
          renderHTML: (attributes) => (attributes['textIndent'] ? { style: `text-indent: ${attributes['textIndent']}` } : {}),
        },
      },
    },
  ],
})

/** Pictures are files of the document; the address in the text is not always one that the office can show. */
const picture = (shownAt: (src: string) => string): typeof Image =>
  Image.extend({
    addNodeView:
      () =>
      ({ node }) => {
        const image = document.createElement('img')
        image.src = shownAt(String(node.attrs['src'] ?? ''))
        image.alt = String(node.attrs['alt'] ?? '')
        return { dom: image }
      },
  })

export const extensionsFor = (shownAt: (src: string) => string): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    codeBlock: false,
    code: false,
    link: {
      openOnClick: false,
      autolink: false,
      defaultProtocol: 'https',
      protocols: ['http', 'https', 'mailto', 'tel'],
      HTMLAttributes: { rel: 'noopener noreferrer', target: null },
    },
  }),
  TableKit.configure({ table: { resizable: false, cellMinWidth: 60 } }),
  picture(shownAt).configure({ allowBase64: false }),
  TextAlign.configure({ types: ['heading', 'paragraph'] }),
  TextIndent,
  script('sub'),
  script('sup'),
]
