// How an edition's document belongs with others: what was registered, what its text suggests, and its interpretation.
import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { EditionAnswer } from '../../../src/modules/disclosure/http/contract.ts'
import { deleteRelation, getRelations, postRelation } from '../../../src/modules/disclosure/http/relations-contract.ts'
import { interpretationForms, relationKinds } from '../../../src/modules/publication/law/relation-kinds.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { InterpretationDialog, RelationDialog, WaiverDialog } from '../../forms/disclosure/RelationDialogs.tsx'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DayLedger } from '../../ui/DayLedger.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

type Answer = AnswerOf<typeof getRelations>
type Asked = 'relation' | 'interpretation' | 'waiver' | null

const standingTones = { given: 'good', 'given-late': 'soon', waived: 'neutral', waiting: 'work', late: 'bad' } as const

const tonesOf = (standing: Answer['interpretation']['standing']) => (standing === null ? 'work' : standingTones[standing])

function Interpretation(props: { readonly of: Answer; readonly onAsk: (asked: Asked) => void }): ReactNode {
  const { interpretation, rows, mayDraft } = props.of
  const inWork = rows.filter((row) => row.kind === 'interprets' && row.end === 'to' && !row.isPublic)
  if (!interpretation.owed && interpretation.waivedReason === null) return null
  const open = interpretation.standing === null || interpretation.standing === 'waiting' || interpretation.standing === 'late'
  const given = rows.some((row) => row.kind === 'interprets' && row.end === 'to')
  return (
    <Alert
      className="gk-note"
      type={interpretation.standing === 'late' ? 'error' : interpretation.waivedReason !== null || given ? 'info' : 'warning'}
      showIcon
      title={
        interpretation.waivedReason !== null
          ? `不需解读：${interpretation.waivedReason}（${interpretation.waivedByName ?? ''}批准）`
          : given
            ? inWork.length > 0
              ? '解读与文件一并起草、审核、签发：办理文件时，处在同一环节的解读一并办理。'
              : '解读已发布。'
            : '这份文件应当有政策解读，与文件一并起草、审核、签发。'
      }
      description={
        <div className="gk-side-links">
          {interpretation.dueOn && (
            <span>
              <StateTag title={interpretation.standingTitle} tone={tonesOf(interpretation.standing)} /> 解读期限{' '}
              {interpretation.publishedOn ? (
                <DayLedger
                  due={interpretation.dueOn}
                  provisional={interpretation.provisional}
                  late={interpretation.standing === 'late'}
                  ask={{ term: 'interpretation', from: interpretation.publishedOn }}
                />
              ) : (
                interpretation.dueOn
              )}
              ，文件公布后3个工作日内
            </span>
          )}
          {open && mayDraft && (
            <Button size="small" onClick={() => props.onAsk('interpretation')}>
              起草解读
            </Button>
          )}
          {open && interpretation.maySign && interpretation.waivedReason === null && (
            <Button size="small" onClick={() => props.onAsk('waiver')}>
              登记不需解读
            </Button>
          )}
        </div>
      }
    />
  )
}

export function RelationsPanel(props: { readonly edition: EditionAnswer }): ReactNode {
  const { editionId, documentId } = props.edition
  const navigate = useNavigate()
  const answer = useAnswer(getRelations, { params: { editionId } })
  const set = useSend(postRelation)
  const end = useSend(deleteRelation)
  const [asked, setAsked] = useState<Asked>(null)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { rows, proposals, mayDraft } = answer.data
  return (
    <Panel
      title="关联"
      extra={
        mayDraft && (
          <Button size="small" onClick={() => setAsked('relation')}>
            登记关联
          </Button>
        )
      }
    >
      <Interpretation of={answer.data} onAsk={setAsked} />
      <ErrorNote error={set.error} />
      {rows.length === 0 && proposals.length === 0 && (
        <EmptyNote what="没有关联的文件。" how="征求意见稿、意见采纳反馈、解读、修改、清理、废止等，登记后公众在页面上看到完整的一条线。" />
      )}
      <ul className="gk-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="gk-rows-main">
              {row.editionId ? <Link to={paths.edition(row.editionId)}>{row.title}</Link> : row.title}
              <span className="gk-cell-sub">
                {row.otherIs}
                {row.form && ` · ${interpretationForms[row.form]}`}
                {row.periodFrom && row.periodTo && ` · 征求意见 ${row.periodFrom} 至 ${row.periodTo}`}
                {row.shortReason && `（${row.shortReason}）`}
                {!row.isPublic && ' · 尚未公开'} · {row.setByName}登记
              </span>
            </div>
            {mayDraft && (
              <ConfirmButton
                label="解除"
                question={`解除与《${row.title}》的关联？`}
                follows="已对外显示的，公众立即看不到这条关联。"
                okText="解除"
                button={{ size: 'small' }}
                onConfirm={() => end.mutateAsync({ params: { editionId, relationId: row.id } })}
              />
            )}
          </li>
        ))}
        {proposals.map((one) => (
          <li key={`${one.kind} ${one.documentId}`}>
            <div className="gk-rows-main">
              {one.title}
              <span className="gk-cell-sub">待确认：{one.otherIs}</span>
              <span className="gk-cell-sub">原文：{one.because}</span>
            </div>
            {mayDraft && (
              <div className="gk-rows-actions">
                <Button
                  size="small"
                  type="primary"
                  loading={set.isPending}
                  aria-label={`确认${relationKinds[one.kind].title}《${one.title}》`}
                  onClick={() =>
                    set.mutate({
                      params: { editionId },
                      body: { kind: one.kind, end: 'from', documentId: one.documentId, ...(one.kind === 'interprets' ? { form: 'text' as const } : {}) },
                    })
                  }
                >
                  确认
                </Button>
                <Button
                  size="small"
                  aria-label={`不是${relationKinds[one.kind].title}《${one.title}》`}
                  onClick={() => set.mutate({ params: { editionId }, body: { kind: one.kind, end: 'from', documentId: one.documentId, isSo: false } })}
                >
                  不是
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <RelationDialog open={asked === 'relation'} editionId={editionId} documentId={documentId} onClose={() => setAsked(null)} />
      <InterpretationDialog
        open={asked === 'interpretation'}
        editionId={editionId}
        onClose={() => setAsked(null)}
        onBegun={(begun) => void navigate(paths.editionWork(begun))}
      />
      <WaiverDialog open={asked === 'waiver'} editionId={editionId} onClose={() => setAsked(null)} />
    </Panel>
  )
}
