// 渠道台账: where each piece of information was made public besides the website.
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { exportEntries, listEntries, listLikeness } from '../../../src/modules/channels/http/contract.ts'
import { channels, enteredChannels, type EnteredChannel } from '../../../src/modules/channels/law/channels.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { EnterDialog } from '../../forms/channels/EnterDialog.tsx'
import { paths } from '../../paths.ts'
import { useOwnUnit, useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, DaysFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { countText, dayText, shortTotal } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'

const views = {
  standing: { title: '有效登记', empty: '还没有登记过其他渠道。' },
  unproved: { title: '缺佐证', empty: '没有缺佐证的登记。' },
  struck: { title: '已作废', empty: '没有作废的登记。' },
} as const
type View = keyof typeof views

const filterNames = ['q', 'channel', 'unitId', 'from', 'until'] as const

export function LedgerPage(): ReactNode {
  const state = useListState({ sort: '-shownOn' })
  const { may } = useSession()
  const ownUnitId = useOwnUnit()
  const [entering, setEntering] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const view = (state.value('view') in views ? state.value('view') : 'standing') as View
  const filters = Object.fromEntries(filterNames.map((name) => [name, state.value(name)]).filter(([, value]) => value !== '')) as { channel?: EnteredChannel }
  const query = { ...filters, view, sort: state.sort as '-shownOn' }
  const answer = useAnswer(listEntries, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const { data: unproved } = useAnswer(listEntries, { query: { view: 'unproved', size: 1 } })
  const alike = useAnswer(listLikeness, { query: { view: 'open', size: 1 } }).data?.total ?? 0
  return (
    <ListPage
      title="渠道台账"
      note={
        <>
          网站发布的自动计数，其他渠道在这里登记。不同渠道和方式公开相同信息计1条。
          {alike > 0 && (
            <>
              {' '}
              <Link to={paths.likeness}>有 {countText(alike)} 对信息疑似相同，请认定</Link>
            </>
          )}
        </>
      }
      main={
        may('channel.enter') && (
          <Button type="primary" onClick={() => setEntering(true)}>
            登记发布渠道
          </Button>
        )
      }
      views={(Object.keys(views) as View[]).map((key) => ({
        key,
        title: views[key].title,
        count: key === 'unproved' && unproved ? shortTotal(unproved) : undefined,
      }))}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportEntries, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="信息名称、索引号、位置" />
          <ChoiceFilter
            state={state}
            name="channel"
            placeholder="渠道"
            options={enteredChannels.map((name) => ({ value: name, label: channels[name].title }))}
          />
          <UnitFilter state={state} />
          <DaysFilter state={state} from="from" to="until" label="公开日期" />
        </>
      }
    >
      <ListTable
        label="渠道台账"
        answer={answer}
        state={state}
        rowKey={(row) => row.entryId}
        width={940}
        columns={[
          {
            title: '信息',
            width: 360,
            render: (row) => (
              <>
                <Button type="link" className="gk-cell-link" onClick={() => setOpened(row.entryId)}>
                  {row.title ?? '（已撤下的信息）'}
                </Button>
                {row.documentId === null && <Tag>未上网站</Tag>}
                {row.sameAs > 0 && <Tag color="blue">与{row.sameAs}条相同</Tag>}
                <span className="gk-cell-sub">
                  {row.indexNumber === null ? '' : `${row.indexNumber} · `}
                  {row.unitName}
                </span>
              </>
            ),
          },
          { title: '渠道', width: 120, sort: 'channel', render: (row) => channels[row.channel].title },
          { title: '公开日期', width: 112, sort: 'shownOn', render: (row) => <span className="gk-figure">{row.shownOn}</span> },
          {
            title: '位置或网址',
            width: 200,
            render: (row) =>
              row.address ? (
                <a href={row.address} target="_blank" rel="noreferrer">
                  {row.place || row.address}
                </a>
              ) : (
                row.place
              ),
          },
          {
            title: '佐证',
            width: 70,
            align: 'right',
            render: (row) =>
              row.evidence > 0 ? (
                <span className="gk-figure">{row.evidence}件</span>
              ) : row.address === '' ? (
                <span className="gk-soon">无</span>
              ) : (
                <span className="gk-muted">网址</span>
              ),
          },
          {
            title: view === 'struck' ? '作废' : '登记',
            width: 130,
            sort: 'enteredAt',
            render: (row) => (
              <>
                {view === 'struck' ? row.struckByName : row.enteredByName}
                <span className="gk-cell-sub">{view === 'struck' ? row.struckReason : dayText(row.enteredAt)}</span>
              </>
            ),
          },
        ]}
        empty={
          <EmptyNote
            what={state.filtered(...filterNames) ? '没有符合条件的登记。' : views[view].empty}
            how="信息在微信、公开栏、电子屏等处公开后，点“登记发布渠道”记下日期、位置和佐证。"
          />
        }
      />
      <EnterDialog open={entering} unitId={ownUnitId} onClose={() => setEntering(false)} />
      <EntryDrawer entryId={opened} onClose={() => setOpened(null)} />
    </ListPage>
  )
}
