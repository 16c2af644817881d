// 疑似相同: two texts that look alike, and the question whether they are the same information.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { exportLikeness, listLikeness, putLikenessAnswer, type LikenessRow } from '../../../src/modules/channels/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

const views = {
  open: { title: '待认定', empty: '没有待认定的信息。' },
  same: { title: '同一信息', empty: '没有认定为同一信息的。' },
  different: { title: '不同信息', empty: '没有认定为不同信息的。' },
} as const
type View = keyof typeof views

const piece = ({ title, unitName, indexNumber, day }: LikenessRow['one']): ReactNode => (
  <>
    {title}
    <span className="gk-cell-sub">
      {unitName} · {day}
      {indexNumber && ` · ${indexNumber}`}
    </span>
  </>
)

export function LikenessPage(): ReactNode {
  const state = useListState({ sort: '' })
  const { may } = useSession()
  const send = useSend(putLikenessAnswer)
  const view = (state.value('view') in views ? state.value('view') : 'open') as View
  const query = { view, q: state.value('q') }
  const answer = useAnswer(listLikeness, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const say = (row: LikenessRow, told: 'same' | 'different'): void =>
    send.mutate({ body: { oneId: row.one.pieceId, otherId: row.other.pieceId, answer: told } })
  return (
    <ListPage
      title="疑似相同的信息"
      crumbs={[{ title: '渠道台账', path: paths.channels }, { title: '疑似相同的信息' }]}
      note="是否同一信息？认定为同一信息的只计1条；认定为不同信息的，以后不再询问。认定可以随时改。"
      views={(Object.keys(views) as View[]).map((key) => ({ key, title: views[key].title, count: key === view ? answer.data?.total : undefined }))}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportLikeness, { query })}
      filters={<WordsFilter state={state} placeholder="信息名称" />}
    >
      <ErrorNote error={send.error} />
      <ListTable
        label="疑似相同的信息"
        answer={answer}
        state={state}
        rowKey={(row) => `${row.one.pieceId}-${row.other.pieceId}`}
        width={900}
        columns={[
          { title: '信息甲', width: 300, render: (row) => piece(row.one) },
          { title: '信息乙', width: 300, render: (row) => piece(row.other) },
          { title: '相似', width: 70, align: 'right', render: (row) => <span className="gk-figure">{Math.round(row.alike)}%</span> },
          {
            title: '是否同一信息',
            width: 200,
            render: (row) => (
              <>
                {may('channel.enter') && (
                  <span className="gk-pair-tools">
                    {row.answer !== 'same' && (
                      <Button size="small" disabled={send.isPending} onClick={() => say(row, 'same')}>
                        是同一信息
                      </Button>
                    )}
                    {row.answer !== 'different' && (
                      <Button size="small" disabled={send.isPending} onClick={() => say(row, 'different')}>
                        不是
                      </Button>
                    )}
                  </span>
                )}
                {row.answeredAt && (
                  <span className="gk-cell-sub">
                    {row.answeredByName} {whenText(row.answeredAt)}
                  </span>
                )}
              </>
            ),
          },
        ]}
        empty={<EmptyNote what={views[view].empty} how="新发布的信息与已有信息大段相同时，会在这里询问。" />}
      />
    </ListPage>
  )
}
