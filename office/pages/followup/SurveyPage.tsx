// One survey: what was chosen, and what readers wrote, which stays inside.
import { Button, Progress, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { getSurvey } from '../../../src/modules/followup/http/contract.ts'
import { leastPublished } from '../../../src/modules/followup/law/questions.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countText, whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { standingTitles, standingTones } from './standing.ts'

const shareOf = (count: number, of: number): number => Math.round((count * 100) / of)

export function SurveyPage(): ReactNode {
  const documentId = useParams().documentId ?? ''
  const { may } = useSession()
  const [asked, setAsked] = useState(false)
  const answer = useAnswer(getSurvey, { params: { documentId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { title, publishedOn, opensOn, closesOn, standing, answers, counts, words } = answer.data
  return (
    <>
      <PageHead title={title} crumbs={[{ title: '实施效果调查', path: paths.surveys }, { title: '调查结果' }]} />
      <Panel title="调查时间" extra={standing && <StateTag title={standingTitles[standing]} tone={standingTones[standing]} />}>
        <Facts
          rows={[
            ['发布', publishedOn],
            ['调查', opensOn === null ? '没有设置' : `${opensOn} 至 ${closesOn}`],
            ['收到答卷', `${countText(answers)} 份`],
          ]}
        />
        {may('edition.publish') && (standing === null || standing === 'waiting') && (
          <Button onClick={() => setAsked(true)}>{standing === null ? '设置调查' : '修改时间'}</Button>
        )}
      </Panel>
      {answers > 0 && (
        <Panel title="各项结果">
          {answers < leastPublished && <p className="gk-follows">少于 {leastPublished} 份时，网站上只公布份数，不公布各项结果。</p>}
          {counts.map(({ question, options }) => (
            <section key={question} aria-label={question}>
              <h3>{question}</h3>
              <Table
                size="small"
                showHeader={false}
                pagination={false}
                rowKey={(row) => row.option}
                dataSource={options}
                columns={[
                  { key: 'option', width: '40%', render: (_, row) => row.option },
                  { key: 'share', render: (_, row) => <Progress percent={shareOf(row.count, answers)} showInfo={false} aria-label={row.option} /> },
                  {
                    key: 'count',
                    width: 120,
                    align: 'right',
                    render: (_, row) => <span className="gk-figure">{`${countText(row.count)} 份，${shareOf(row.count, answers)}%`}</span>,
                  },
                ]}
              />
            </section>
          ))}
        </Panel>
      )}
      <Panel title="意见和建议" extra={<span className="gk-muted">不公开</span>}>
        {words.length === 0 && <EmptyNote what="还没有人写意见。" how="公众在调查里写的意见列在这里，只供改进工作，不对外公布。" />}
        <ul className="gk-rows">
          {words.map((one) => (
            <li key={`${one.at} ${one.text}`}>
              <div className="gk-rows-main">
                {one.text}
                <span className="gk-cell-sub">{whenText(one.at)}</span>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <SurveyDialog documentId={documentId} title={title} open={asked} onClose={() => setAsked(false)} />
    </>
  )
}
