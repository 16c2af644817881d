// 合法性审查: whether the answers of a unit are reviewed for their legality before they are signed.
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { getLegalityReview, putLegalityReview, type LegalityReviewAnswer } from '../../../src/modules/requests/http/legality-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSettingsPage } from '../../ui/UnitSettingsPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

function Wish({ set: { unitId, unitName, wish, reviewers } }: { readonly set: LegalityReviewAnswer }): ReactNode {
  const { message } = App.useApp()
  const send = useSend(putLegalityReview)
  const set = (wanted: boolean): void =>
    send.mutate(
      { params: { unitId }, body: { wanted } },
      { onSuccess: () => void message.success(wanted ? '此后拟定的答复须经合法性审查' : '此后拟定的答复不再经过合法性审查') },
    )
  return (
    <Panel title={unitName}>
      <p className="gk-follows">
        {wish ? (
          <>
            <strong>答复须经合法性审查</strong>：保密审查通过后送合法性审查员，通过后才能签发。{wish.setByName}于{whenText(wish.setAt)}设定。
          </>
        ) : (
          <>
            <strong>答复不经过合法性审查</strong>：保密审查通过后直接送签发。
          </>
        )}
      </p>
      <p className="gk-muted gk-follows">
        {reviewers.length > 0
          ? `合法性审查员：${reviewers.join('、')}。`
          : wish
            ? '现在没有合法性审查员，答复会停在“待合法性审查”。请由安全管理员分配“合法性审查员”角色。'
            : '还没有合法性审查员。请先由安全管理员分配“合法性审查员”角色。'}
      </p>
      <ErrorNote error={send.error} />
      <p className="gk-letter-make">
        <Button type={wish ? 'default' : 'primary'} disabled={!wish && reviewers.length === 0} loading={send.isPending} onClick={() => set(!wish)}>
          {wish ? '不再经过合法性审查' : '须经合法性审查'}
        </Button>
      </p>
    </Panel>
  )
}

function Settings({ unitId }: { readonly unitId: string }): ReactNode {
  const answer = useAnswer(getLegalityReview, { params: { unitId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  return answer.data ? <Wish set={answer.data} /> : <Waiting />
}

export const LegalityReviewPage = (): ReactNode => (
  <UnitSettingsPage
    title="合法性审查"
    note="答复在签发以前是否由合法性审查员审查；只影响设定以后拟定的答复。"
    under={{ title: '依申请公开', path: paths.requests }}
    how="各单位分别设定。"
    settings={(unitId) => <Settings unitId={unitId} />}
  />
)
