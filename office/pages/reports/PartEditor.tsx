// One part of a report as it is written: references are chips with their present value; { opens the list of figures.
import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { documentOf, paragraphOf, sourceOf } from '../../editor/reference-text.ts'
import { lineMarks, referenceExtensions, repaint, type LineMark, type ShownReference } from '../../editor/reference-node.ts'

/** What the page may do to the editor of a part. */
export interface PartHandle {
  readonly insert: (source: string) => void
  readonly insertBrace: () => void
  readonly replaceLine: (line: number, was: string, becomes: string) => boolean
  readonly showLine: (line: number) => void
  readonly set: (body: string) => void
  readonly focus: () => void
}

/** Where the paragraph of a line begins and ends. */
function placeOf(editor: Editor, line: number): { from: number; to: number } | undefined {
  let place: { from: number; to: number } | undefined
  editor.state.doc.forEach((node, at, index) => {
    if (index === line) place = { from: at, to: at + node.nodeSize }
  })
  return place
}

const lineSource = (editor: Editor, line: number): string => sourceOf(editor.getJSON()).split('\n')[line] ?? ''

const handleOf = (editor: Editor): PartHandle => ({
  insert: (source) => void editor.chain().focus().insertContent({ type: 'reference', attrs: { source } }).run(),
  insertBrace: () => void editor.chain().focus().insertContent({ type: 'text', text: '{' }).run(),
  replaceLine: (line, was, becomes) => {
    const place = placeOf(editor, line)
    if (!place || lineSource(editor, line) !== was) return false
    return editor.chain().focus().insertContentAt(place, paragraphOf(becomes)).run()
  },
  showLine: (line) => {
    const place = placeOf(editor, line)
    if (place)
      editor
        .chain()
        .focus(place.to - 1)
        .scrollIntoView()
        .run()
  },
  set: (body) => void editor.commands.setContent(documentOf(body), { emitUpdate: true }),
  focus: () => void editor.commands.focus(),
})

export interface PartEditorProps {
  readonly title: string
  readonly initial: string
  /** Another one when the values were asked anew. */
  readonly shown: (source: string) => ShownReference | undefined
  readonly marks: readonly LineMark[]
  readonly onReady: (handle: PartHandle) => void
  readonly onChange: (body: string) => void
  readonly onBrace: () => void
}

export function PartEditor(props: PartEditorProps): ReactNode {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const editor = useEditor({
    extensions: referenceExtensions({ shown: (source) => latest.current.shown(source), onBrace: () => latest.current.onBrace() }),
    content: documentOf(props.initial),
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': props.title, class: 'gk-part-text', spellcheck: 'false' },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(sourceOf(changed.getJSON())),
  })
  useEffect(() => {
    latest.current.onReady(handleOf(editor))
  }, [editor])
  const { shown, marks } = props
  useEffect(() => {
    repaint(editor.view.dom, shown)
    editor.view.dispatch(editor.state.tr.setMeta(lineMarks, marks).setMeta('addToHistory', false))
  }, [editor, shown, marks])
  return <EditorContent editor={editor} className="gk-part-editor" />
}
