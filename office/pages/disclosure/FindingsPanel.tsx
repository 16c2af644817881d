// What the release gate found in an edition: where, what to do, who let it stand and why.
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { deleteWaiver, listFindings, type FindingRow, type FindingsAnswer } from '../../../src/modules/disclosure/http/gate-contract.ts'
import { kinds, type Kind } from '../../../src/modules/gate/law/kinds.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { WaiveDialog } from '../../forms/disclosure/WaiveDialog.tsx'
import type { Tone } from '../../theme.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

const tones = { error: 'bad', warning: 'soon', remark: 'neutral' } as const satisfies Record<FindingRow['severity'], Tone>
const order = { error: 0, warning: 1, remark: 2 } as const

/** What stands first, what was let stand last. */
const sorted = (rows: readonly FindingRow[]): FindingRow[] =>
  rows.toSorted((a, b) => Number(a.waiver !== null) - Number(b.waiver !== null) || order[a.severity] - order[b.severity])

function summary({ counts, kept }: FindingsAnswer): { readonly title: string; readonly tone: Tone } {
  const parts = [counts.errors > 0 && `错误${counts.errors}`, counts.warnings > 0 && `提醒${counts.warnings}`].filter((part) => part !== false)
  if (parts.length > 0) return { title: parts.join(' · '), tone: counts.errors > 0 ? 'bad' : 'soon' }
  return { title: kept ? '发布时已通过' : '可以发布', tone: 'good' }
}

export interface EditorOfFindings {
  readonly onJump: (finding: FindingRow) => void
  readonly onMask: (findings: readonly FindingRow[]) => void
}

function Waived(props: { readonly editionId: string; readonly finding: FindingRow; readonly kept: boolean }): ReactNode {
  const { finding, editionId } = props
  const revoke = useSend(deleteWaiver)
  const { waiver } = finding
  if (!waiver) return null
  return (
    <p className="gk-opinion">
      {waiver.byName}（{waiver.roleTitle}）{whenText(waiver.at)} 放行：{waiver.reason}
      {!props.kept && finding.closedBecause.length === 0 && (
        <Button type="link" size="small" loading={revoke.isPending} onClick={() => revoke.mutate({ params: { editionId, fingerprint: finding.fingerprint } })}>
          撤销放行
        </Button>
      )}
    </p>
  )
}

function Row(props: {
  readonly editionId: string
  readonly finding: FindingRow
  readonly kept: boolean
  readonly editor: EditorOfFindings | undefined
  readonly onWaive: () => void
}): ReactNode {
  const { finding, editor, kept } = props
  const inText = finding.field === 'bodyHtml' || finding.field === 'title' || finding.field === 'summary'
  const closed = finding.stands && !kept && !finding.waivable ? finding.closedBecause.map((reason) => reason.sentence).join('') : ''
  return (
    <li>
      <div className="gk-rows-main">
        <span>
          <StateTag title={finding.waiver ? '已放行' : finding.severityTitle} tone={finding.waiver ? 'good' : tones[finding.severity]} /> {finding.sentence}
        </span>
        {finding.excerpt && <span className="gk-finding-excerpt">{finding.excerpt}</span>}
        {finding.article && finding.stands && <span className="gk-cell-sub">依据：{finding.article}</span>}
        <Waived editionId={props.editionId} finding={finding} kept={kept} />
        {closed && <span className="gk-cell-sub">{closed}</span>}
        <span className="gk-finding-tools">
          {editor && inText && (
            <Button size="small" onClick={() => editor.onJump(finding)}>
              定位
            </Button>
          )}
          {editor && inText && finding.masked !== null && !finding.waiver && (
            <Button size="small" type="primary" onClick={() => editor.onMask([finding])} title={finding.masked}>
              隐去
            </Button>
          )}
          {!kept && finding.waivable && (
            <Button size="small" onClick={props.onWaive}>
              说明理由
            </Button>
          )}
        </span>
      </div>
    </li>
  )
}

function MaskAll(props: { readonly rows: readonly FindingRow[]; readonly onMask: EditorOfFindings['onMask'] }): ReactNode {
  const maskable = props.rows.filter((row) => row.masked !== null && row.waiver === null && !row.field.startsWith('attachments.'))
  const byKind = Map.groupBy(maskable, (row) => row.kind)
  return [...byKind].filter(([, rows]) => rows.length > 1).map(([kind, rows]) => (
    <Button key={kind} size="small" onClick={() => props.onMask(rows)}>
      全部隐去：{kinds[kind as Kind]}（{rows.length}处）
    </Button>
  )) // prettier-ignore
}

/** `version` counts up with every saving: the panel asks again. */
export function FindingsPanel(props: { readonly editionId: string; readonly version: number; readonly editor?: EditorOfFindings }): ReactNode {
  const { editionId, version, editor } = props
  const answer = useAnswer(listFindings, { params: { editionId } }, { keep: true })
  const [waiving, setWaiving] = useState<FindingRow | null>(null)
  const { data, refetch } = answer
  useEffect(() => {
    if (data && data.version < version) void refetch()
  }, [data, version, refetch])
  if (answer.error && !data) return <ErrorNote error={answer.error} again={() => void refetch()} />
  if (!data) return null
  const { title, tone } = summary(data)
  const rows = sorted(data.rows)
  const revoked = data.record.filter((waiver) => waiver.revokedAt !== null)
  return (
    <Panel title="发布检查" extra={<StateTag title={title} tone={tone} />}>
      {rows.length === 0 && <EmptyNote what="没有查出问题。" how={editor ? '保存以后自动检查。' : '签发和发布时还要再检查一次。'} />}
      {editor && (
        <div className="gk-finding-tools">
          <MaskAll rows={rows} onMask={editor.onMask} />
        </div>
      )}
      <ul className="gk-rows gk-gate-findings">
        {rows.map((finding, at) => (
          <Row
            key={`${finding.fingerprint}-${at}`}
            editionId={editionId}
            finding={finding}
            kept={data.kept}
            editor={editor}
            onWaive={() => setWaiving(finding)}
          />
        ))}
      </ul>
      {revoked.length > 0 && (
        <details className="gk-finding-record">
          <summary>撤销过的放行（{revoked.length}条）</summary>
          <ul className="gk-plain-list">
            {revoked.map((waiver) => (
              <li key={`${waiver.fingerprint}-${waiver.at}`}>
                {waiver.place}：{waiver.byName} {whenText(waiver.at)} 放行（{waiver.reason}），{waiver.revokedByName} {whenText(waiver.revokedAt)} 撤销
              </li>
            ))}
          </ul>
        </details>
      )}
      <WaiveDialog editionId={editionId} finding={waiving} onClose={() => setWaiving(null)} />
    </Panel>
  )
}
