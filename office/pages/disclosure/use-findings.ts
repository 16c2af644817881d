// Joins the findings with the editor: jumps to a place, masks numbers in the text and in the fields.
import type { Editor } from '@tiptap/core'
import { App } from 'antd'
import type { RefObject } from 'react'
import type { EditionContent } from '../../../src/modules/disclosure/http/contract.ts'
import type { FindingRow } from '../../../src/modules/disclosure/http/gate-contract.ts'
import { rangeOf, rangeOfAddress, replaceAll, show } from '../../editor/find-text.ts'
import type { EditorOfFindings } from './FindingsPanel.tsx'

function withMask(text: string, { match, nth, masked }: FindingRow): string {
  const parts = text.split(match)
  if (masked === null || match === '' || parts.length < nth + 2) return text
  return `${parts.slice(0, nth + 1).join(match)}${masked}${parts.slice(nth + 1).join(match)}`
}

interface Parts {
  readonly editor: RefObject<Editor | null>
  readonly content: EditionContent
  readonly change: (patch: Partial<EditionContent>) => void
}

export function useFindings({ editor, content, change }: Parts): EditorOfFindings {
  const { message } = App.useApp()
  const gone = (): void => void message.info('这一处已经改动，保存后会重新检查')
  return {
    onJump: (finding) => {
      if (finding.field !== 'bodyHtml') {
        const label = finding.field === 'title' ? '标题' : '内容概述'
        const field = document.querySelector<HTMLElement>(`textarea[aria-label="${label}"], textarea[id$="${finding.field}"]`)
        field?.focus()
        field?.scrollIntoView({ block: 'center' })
        return
      }
      if (!editor.current) return
      const addressed = finding.kind === 'link' || finding.kind === 'picture'
      const range = addressed ? rangeOfAddress(editor.current, finding.match) : rangeOf(editor.current, finding.match, finding.nth)
      if (range) show(editor.current, range)
      else gone()
    },
    onMask: (findings) => {
      const inBody = findings.flatMap(({ field, match, nth, masked }) => (field === 'bodyHtml' && masked !== null ? [{ match, nth, by: masked }] : []))
      const done = editor.current ? replaceAll(editor.current, inBody) : 0
      const last = (field: 'title' | 'summary'): FindingRow[] => findings.filter((one) => one.field === field).toReversed()
      const fields = [...last('title'), ...last('summary')]
      if (fields.length > 0) change({ title: last('title').reduce(withMask, content.title), summary: last('summary').reduce(withMask, content.summary) })
      if (done + fields.length === 0) gone()
      else void message.success(`已隐去${done + fields.length}处，随即自动保存`)
    },
  }
}
