// On the sheet of a published edition: whether and when its readers are asked.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { getSurvey } from '../../../src/modules/followup/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { standingTitles, standingTones } from './standing.ts'

export function SurveyPanel(props: { readonly documentId: string; readonly title: string }): ReactNode {
  const { may } = useSession()
  const [asked, setAsked] = useState(false)
  const answer = useAnswer(getSurvey, { params: { documentId: props.documentId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { standing, opensOn, closesOn, answers } = answer.data
  const mayPlan = may('edition.publish') && (standing === null || standing === 'waiting')
  if (standing === null && !mayPlan) return null
  return (
    <Panel title="实施效果调查" extra={standing && <StateTag title={standingTitles[standing]} tone={standingTones[standing]} />}>
      {standing === null ? (
        <p className="gk-follows">还没有设置。可以在发布几个月后，请公众评价公布事项的落实情况。</p>
      ) : (
        <p className="gk-follows">
          {opensOn} 至 {closesOn}
          {standing !== 'waiting' && `，收到 ${answers} 份`}。
        </p>
      )}
      {mayPlan && <Button onClick={() => setAsked(true)}>{standing === null ? '设置调查' : '修改时间'}</Button>}
      {standing !== null && standing !== 'waiting' && <Link to={paths.survey(props.documentId)}>查看结果</Link>}
      <SurveyDialog documentId={props.documentId} title={props.title} open={asked} onClose={() => setAsked(false)} />
    </Panel>
  )
}
