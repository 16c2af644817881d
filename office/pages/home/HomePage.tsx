// 工作台: what waits for me first, then what was sent back, then my own work; notices beside it.
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { getDutyCounts } from '../../../src/modules/catalogue/http/contract.ts'
import { getWorkbench, type EditionRow, type TaskRow } from '../../../src/modules/disclosure/http/contract.ts'
import { getRequestCounts } from '../../../src/modules/requests/http/contract.ts'
import { listNotices } from '../../../src/modules/notices/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { NewEdition } from '../../forms/disclosure/NewEdition.tsx'
import { paths } from '../../paths.ts'
import { menuFor } from '../../shell/menu.ts'
import { useSession } from '../../shell/session.tsx'
import { Figures } from '../../ui/Board.tsx'
import { stateTones, untitled } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { useLine } from '../../ui/line.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

function Tasks(props: { readonly rows: readonly TaskRow[]; readonly empty: ReactNode }): ReactNode {
  if (props.rows.length === 0) return props.empty
  return (
    <ul className="gk-rows">
      {props.rows.map((row) => (
        <li key={row.editionId}>
          <div className="gk-rows-main">
            <Link to={paths.edition(row.editionId)}>{row.title || untitled}</Link> {row.important && <Tag color="red">重要</Tag>}
            {row.urgedAt && <Tag>催办</Tag>}
            <span className="gk-cell-sub">
              {row.unitName} · {row.authorName}
              {row.onBehalfOfName && ` · 代${row.onBehalfOfName}办理`}
            </span>
          </div>
          <div className="gk-rows-end">
            <span>{row.awaits}</span>
            <span className={row.days >= 3 ? 'gk-cell-sub gk-soon' : 'gk-cell-sub'}>已等 {row.days} 天</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Editions(props: { readonly rows: readonly EditionRow[]; readonly empty: ReactNode; readonly work?: boolean }): ReactNode {
  if (props.rows.length === 0) return props.empty
  return (
    <ul className="gk-rows">
      {props.rows.map((row) => (
        <li key={row.editionId}>
          <div className="gk-rows-main">
            <Link to={props.work ? paths.editionWork(row.editionId) : paths.edition(row.editionId)}>{row.title || untitled}</Link>
            <span className="gk-cell-sub">
              {row.unitName} · {whenText(row.publishedAt ?? row.updatedAt)}
            </span>
          </div>
          <StateTag title={row.stateTitle} tone={stateTones[row.state]} />
        </li>
      ))}
    </ul>
  )
}

function Notices(): ReactNode {
  const answer = useAnswer(listNotices, { query: { size: 8 } }, { every: 60_000 })
  const rows = answer.data?.rows ?? []
  return (
    <Panel title="消息" extra={<Link to={paths.notices}>全部消息</Link>}>
      {answer.data && rows.length === 0 && <EmptyNote what="没有消息。" how="有信息到您手上、被退回、被催办或者已经发布时，会在这里告诉您。" />}
      <ul className="gk-rows">
        {rows.map((row) => (
          <li key={row.noticeId}>
            <div className="gk-rows-main">
              <Link to={row.link} className={row.readAt === null ? 'gk-unread' : ''}>
                {row.title}
              </Link>
              <span className="gk-cell-sub">{whenText(row.createdAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** For those who keep the system and handle no information: where their work is. */
function Doors(): ReactNode {
  const { answer } = useSession()
  return (
    <Panel title="您的工作">
      <ul className="gk-doors">
        {menuFor(answer.actions)
          .flatMap((group) => group.entries)
          .filter((entry) => entry.path !== paths.home)
          .map((entry) => (
            <li key={entry.path}>
              <Link to={entry.path}>{entry.title}</Link>
            </li>
          ))}
      </ul>
      {answer.grants.length === 0 && <p className="gk-muted">还没有给您分配角色，请联系安全管理员。</p>}
    </Panel>
  )
}

function Desk(): ReactNode {
  const answer = useAnswer(getWorkbench, {}, { every: 60_000 })
  const { may } = useSession()
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { counts, waiting, returned, drafts, published } = answer.data
  return (
    <>
      <Panel>
        <Figures
          figures={[
            {
              title: '等我办理',
              count: counts.waiting,
              path: may('edition.section-review', 'edition.secrecy-review', 'edition.sign', 'edition.sign-important', 'edition.confirm')
                ? paths.review
                : paths.tasks,
              tone: 'soon',
            },
            { title: '退给我的', count: counts.returned, path: `${paths.tasks}?state=returned`, tone: 'bad' },
            { title: '我的草稿', count: counts.drafts, path: `${paths.editions}?view=mine` },
            { title: '办理中', count: counts.underway, path: `${paths.editions}?view=underway` },
            { title: '等待发布', count: counts.scheduled, path: `${paths.editions}?view=signed` },
            { title: '本月已发布', count: counts.publishedThisMonth, path: `${paths.editions}?view=published`, tone: 'good' },
          ]}
        />
      </Panel>
      <Panel
        title="等我办理"
        extra={
          counts.waiting > waiting.length && (
            <Link to={paths.tasks}>
              <Button type="link">全部 {counts.waiting} 条</Button>
            </Link>
          )
        }
      >
        <Tasks rows={waiting} empty={<EmptyNote what="没有等您办理的事项。" how="有信息提交给您审核、审查、会签或者签发时，会出现在这里。" />} />
      </Panel>
      {returned.length > 0 && (
        <Panel title="退给我修改的">
          <Tasks rows={returned} empty={null} />
        </Panel>
      )}
      {may('edition.draft') && (
        <Panel title="我的草稿">
          <Editions rows={drafts} work empty={<EmptyNote what="没有草稿。" how="点“新建信息”起草，或者批量导入文件。" />} />
        </Panel>
      )}
      <Panel title="最近发布">
        <Editions rows={published} empty={<EmptyNote what="还没有发布过信息。" how="信息签发并发布后，会出现在这里。" />} />
      </Panel>
    </>
  )
}

/** 应公开未公开: what the catalogue asks of the person's units. */
function Duties(): ReactNode {
  const { line } = useLine(null)
  const counts = useAnswer(getDutyCounts, { query: { line } }, { every: 120_000 }).data
  if (!counts) return null
  return (
    <Panel title="应公开未公开" extra={<Link to={paths.duties}>全部任务</Link>}>
      <Figures
        figures={[
          { title: '已逾期', count: counts.late, path: `${paths.duties}?view=late`, tone: 'bad' },
          { title: '新近逾期', count: counts.newlyLate, path: `${paths.duties}?view=newly-late`, tone: 'bad' },
          { title: '即将到期', count: counts.soon, path: `${paths.duties}?view=soon`, tone: 'soon' },
          { title: '等待审批', count: counts.closing, path: `${paths.duties}?view=closing`, tone: 'soon' },
        ]}
      />
      <ul className="gk-rows">
        {counts.first.map((row) => (
          <li key={row.dutyId}>
            <div className="gk-rows-main">
              <Link to={paths.duty(row.dutyId)}>{row.name}</Link>
              <span className="gk-cell-sub">{row.sectionName ? `${row.unitName} · ${row.sectionName}` : row.unitName}</span>
            </div>
            <div className="gk-rows-end">
              <span className="gk-figure">{row.dueOn}</span>
              <span className={row.daysLeft < 0 ? 'gk-cell-sub gk-late' : 'gk-cell-sub'}>
                {row.daysLeft < 0 ? `逾期 ${-row.daysLeft} 天` : `还有 ${row.daysLeft} 天`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** 公开申请: what waits for the person, and what runs out. */
function Requests(): ReactNode {
  const counts = useAnswer(getRequestCounts, {}, { every: 120_000 }).data
  if (!counts) return null
  return (
    <Panel title="公开申请" extra={<Link to={paths.requests}>查看全部</Link>}>
      <Figures
        figures={[
          { title: '等我办理', count: counts.mine, path: `${paths.requests}?view=mine`, tone: 'soon' },
          { title: '待确认', count: counts.unconfirmed, path: `${paths.requests}?view=unconfirmed`, tone: 'soon' },
          { title: '即将到期', count: counts.soon, path: `${paths.requests}?view=soon`, tone: 'soon' },
          { title: '已逾期', count: counts.late, path: `${paths.requests}?view=late`, tone: 'bad' },
        ]}
      />
    </Panel>
  )
}

export function HomePage(): ReactNode {
  const { may } = useSession()
  return (
    <>
      <PageHead title="工作台" main={<NewEdition />} />
      <div className="gk-board">
        <div>{may('edition.read') ? <Desk /> : <Doors />}</div>
        <div>
          {may('request.read') && <Requests />}
          {may('catalogue.read') && <Duties />}
          <Notices />
        </div>
      </div>
    </>
  )
}
