// Beside the list of wrong words: tries them on a text, and chooses how numbers of persons are shortened.
import { App, Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { getMasks, postWordTrial, putMask } from '../../../src/modules/gate/http/contract.ts'
import { severities, type Severity } from '../../../src/modules/gate/law/kinds.ts'
import { maskForms } from '../../../src/modules/gate/law/masks.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import type { Tone } from '../../theme.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

export const severityTones = { error: 'bad', warning: 'soon', remark: 'neutral' } as const satisfies Record<Severity, Tone>

export function TrialPanel(): ReactNode {
  const [text, setText] = useState('')
  const trial = useSend(postWordTrial, { quiet: true })
  return (
    <Panel title="试一试">
      <Input.TextArea
        aria-label="试查的文字"
        placeholder="粘贴一段文字，看词表能查出什么"
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="gk-note-above">
        <Button disabled={text.trim() === ''} loading={trial.isPending} onClick={() => trial.mutate({ body: { text } })}>
          检查
        </Button>
      </p>
      <ErrorNote error={trial.error} />
      {trial.data && trial.data.rows.length === 0 && <p role="status">没有查出问题。</p>}
      <ul className="gk-rows">
        {trial.data?.rows.map((row, at) => (
          <li key={`${row.match}-${at}`}>
            <div className="gk-rows-main">
              <span>
                <StateTag title={severities[row.severity]} tone={severityTones[row.severity]} /> “{row.match}”应为“{row.suggestion}”
              </span>
              <span className="gk-finding-excerpt">{row.excerpt}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function MasksPanel(): ReactNode {
  const answer = useAnswer(getMasks, {})
  const send = useSend(putMask)
  const { message } = App.useApp()
  return (
    <Panel title="隐去格式">
      <p className="gk-follows">在编辑页点“隐去”时按此格式处理，不能还原。</p>
      <ErrorNote error={answer.error ?? send.error} />
      <Form layout="vertical">
        {answer.data?.rows.map(({ kind, form }) => (
          <Form.Item key={kind} label={maskForms[kind].title} htmlFor={`mask-${kind}`}>
            <Select
              id={`mask-${kind}`}
              value={form}
              loading={send.isPending}
              options={Object.entries(maskForms[kind].forms).map(([value, { title, example }]) => ({ value, label: `${title}：${example}` }))}
              onChange={(chosen) => send.mutate({ body: { kind, form: chosen } }, { onSuccess: () => void message.success('已保存隐去格式') })}
            />
          </Form.Item>
        ))}
      </Form>
    </Panel>
  )
}
