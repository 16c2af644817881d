// What the inspection of a file found: its state in a word, and each finding with what to do.
import type { ReactNode } from 'react'
import type { AttachmentAnswer } from '../../src/modules/disclosure/http/contract.ts'
import type { Tone } from '../theme.ts'
import { whenText } from './format.ts'
import { StateTag } from './StateTag.tsx'

type Found = NonNullable<AttachmentAnswer['inspection']>

const layers = { full: '文字层完整', partial: '部分页没有文字层', none: '没有文字层' } as const
const tones = { error: 'bad', warning: 'soon', remark: 'neutral' } as const satisfies Record<string, Tone>
const severities = { error: '须处理', warning: '提醒', remark: '提示' } as const

function stateOf({ state, findings }: Found): { readonly title: string; readonly tone: Tone } {
  if (state === 'awaited') return { title: '等待检查', tone: 'work' }
  if (findings.length === 0) return { title: '检查无问题', tone: 'good' }
  const errors = findings.filter((one) => one.severity === 'error').length
  return errors > 0 ? { title: `检查出${errors}项须处理`, tone: 'bad' } : { title: `检查出${findings.length}项提醒`, tone: 'soon' }
}

export function InspectionState(props: { readonly inspection: Found }): ReactNode {
  const { title, tone } = stateOf(props.inspection)
  const layer = props.inspection.textLayer
  return (
    <span className="gk-inspection-state">
      <StateTag title={title} tone={tone} />
      {layer && <span className="gk-muted">{layers[layer]}</span>}
    </span>
  )
}

/** Every finding with what to do about it; nothing while the inspection is awaited. */
export function InspectionFindings(props: { readonly inspection: Found; readonly name: string }): ReactNode {
  const { state, findings } = props.inspection
  if (state === 'awaited' || findings.length === 0) return null
  return (
    <ul className="gk-findings" aria-label={`“${props.name}”的检查结果`}>
      {findings.map((one) => (
        <li key={one.code + one.place + one.excerpt}>
          <StateTag title={severities[one.severity]} tone={tones[one.severity]} />
          <span>
            {one.sentence}
            {one.excerpt !== '' && one.mend !== 'clean' && <span className="gk-muted"> 开头是：{one.excerpt}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const hows = { properties: '已清除文件属性', changes: '已接受修订并清除批注和文件属性' } as const

/** What goes out is a copy: what was taken away, by whom, and where the file is as it came. */
export function CopyNote(props: { readonly copy: NonNullable<AttachmentAnswer['copy']>; readonly original: string }): ReactNode {
  const { how, byName, at } = props.copy
  return (
    <span className="gk-cell-sub">
      {hows[how]}（{byName ?? '系统自动'}，{whenText(at)}），公众下载的是清除后的副本。
      <a href={props.original} download>
        下载原文件
      </a>
    </span>
  )
}
