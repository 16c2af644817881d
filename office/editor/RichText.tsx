// The editor of a text. It owns its content while it is open; `api` lets the page read, replace and lay it out.
import type { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { extensionsFor } from './extensions.ts'
import { cleanPastedHtml } from './paste.ts'
import { Toolbar } from './Toolbar.tsx'

export interface RichTextProps {
  readonly initial: string
  readonly label: string
  readonly onReady: (editor: Editor) => void
  readonly onChange: (html: string) => void
  /** Sends pictures and gives their addresses for the text. */
  readonly onPictures: (files: readonly File[]) => Promise<readonly string[]>
  /** Where the office can show a picture whose address stands in the text. */
  readonly shownAt: (src: string) => string
  readonly onLayout: () => void
  readonly layoutBusy: boolean
}

const picturesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))

export function RichText(props: RichTextProps): ReactNode {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const place = (editor: Editor, files: readonly File[]): void => {
    void latest.current.onPictures(files).then((addresses) => {
      for (const src of addresses) editor.chain().focus().setImage({ src }).run()
    })
  }
  const editor = useEditor({
    extensions: extensionsFor((src) => latest.current.shownAt(src)),
    content: props.initial,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': props.label, class: 'gk-document gk-editor-text', spellcheck: 'false' },
      transformPastedHTML: cleanPastedHtml,
      // several blocks stay blocks: a pasted heading must not run into the paragraph it is pasted behind
      transformPasted: (slice) => (slice.content.childCount > 1 ? new Slice(slice.content, 0, 0) : slice),
      handlePaste: (_view, event) => {
        const files = picturesOf(event.clipboardData)
        if (files.length === 0 || (event.clipboardData?.getData('text/html') ?? '') !== '') return false
        if (editor) place(editor, files)
        return true
      },
      handleDrop: (_view, event) => {
        const files = picturesOf(event instanceof DragEvent ? event.dataTransfer : null)
        if (files.length === 0) return false
        event.preventDefault()
        if (editor) place(editor, files)
        return true
      },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(changed.getHTML()),
  })
  useEffect(() => {
    latest.current.onReady(editor)
  }, [editor])
  return (
    <div className="gk-editor">
      <Toolbar editor={editor} onPictures={(files) => place(editor, files)} onLayout={props.onLayout} layoutBusy={props.layoutBusy} />
      <EditorContent editor={editor} />
    </div>
  )
}
