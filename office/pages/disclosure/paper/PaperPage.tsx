// 纸质审查表: photographs are handed in and file themselves; what could not be read is filed by hand; what urgent releases still owe.
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import {
  exportOwed,
  exportPhotos,
  getPhoto,
  listFilingTargets,
  listOwed,
  listPhotos,
  postAside,
  postFiling,
  type PhotoView,
} from '../../../../src/modules/disclosure/http/paper-contract.ts'
import { addressOf } from '../../../api/client.ts'
import { useAnswer, useSend } from '../../../api/hooks.ts'
import { paths } from '../../../paths.ts'
import { useSession } from '../../../shell/session.tsx'
import { DayLedger } from '../../../ui/DayLedger.tsx'
import { EmptyNote } from '../../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../../ui/filters.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { dayText, whenText } from '../../../ui/format.ts'
import { useListState, type ListState } from '../../../ui/list-state.ts'
import { ListPage } from '../../../ui/ListPage.tsx'
import { ListTable } from '../../../ui/ListTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { daysLeftText } from '../review/days-left.ts'
import { HandIn } from './HandIn.tsx'

const photoViews = { unfiled: '未归档', filed: '已归入', aside: '已排除' } as const
const owedViews = { owed: '待补审查表', overdue: '逾期未补' } as const
type PhotoPlace = keyof typeof photoViews

function TargetSelect(props: { readonly value?: string; readonly onChange?: (value: string) => void; readonly id?: string }): ReactNode {
  const [q, setQ] = useState('')
  const answer = useAnswer(listFilingTargets, { query: { q } }, { keep: true })
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      value={props.value ?? null}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder="输入标题、文号、索引号或者审查表编号"
      notFoundContent="没有找到。可以输入审查表右上角的编号。"
      options={(answer.data?.rows ?? []).map((row) => ({
        value: row.editionId,
        label: `${row.title}（第${row.number}版，${row.stateTitle}，${row.unitName}）`,
      }))}
      onChange={(value: string) => props.onChange?.(value)}
    />
  )
}

function whereabouts(row: PhotoView): ReactNode {
  if (row.editionId !== null)
    return (
      <>
        <Link to={paths.edition(row.editionId)}>{row.title}</Link>
        <span className="gk-cell-sub">
          {row.how === 'code' ? '按编号归入' : '人工归入'} · {row.filedByName} {whenText(row.filedAt)}
        </span>
        {row.stand !== 'current' && row.standTitle !== null && <StateTag title={row.standTitle} tone="soon" />}
      </>
    )
  return (
    <>
      {row.asideReason ?? row.trouble}
      {row.asideByName !== null && <span className="gk-cell-sub">{row.asideByName}排除</span>}
    </>
  )
}

function Photos(props: { readonly state: ListState; readonly place: PhotoPlace }): ReactNode {
  const { state, place } = props
  const answer = useAnswer(
    listPhotos,
    { query: { place, q: state.value('q'), sort: state.sort as '-addedAt', page: state.page, size: state.size } },
    { keep: true },
  )
  const file = useSend(postFiling)
  const aside = useSend(postAside)
  const [filing, setFiling] = useState<PhotoView | null>(null)
  const [leaving, setLeaving] = useState<PhotoView | null>(null)
  return (
    <>
      <ListTable
        label={`审查表照片：${photoViews[place]}`}
        answer={answer}
        state={state}
        rowKey={(row) => row.photoId}
        width={880}
        columns={[
          {
            title: '照片',
            width: 260,
            render: (row) => (
              <a className="gk-photo" href={addressOf(getPhoto, { params: { photoId: row.photoId } })} target="_blank" rel="noreferrer">
                {row.mediaType === 'application/pdf' ? (
                  <span className="gk-photo-thumb">PDF</span>
                ) : (
                  <img className="gk-photo-thumb" src={addressOf(getPhoto, { params: { photoId: row.photoId } })} alt="" loading="lazy" />
                )}
                <span className="gk-photo-name">{row.name}</span>
              </a>
            ),
          },
          {
            title: '上传',
            width: 170,
            sort: 'addedAt',
            render: (row) => (
              <>
                {row.addedByName} <span className="gk-cell-sub">{whenText(row.addedAt)}</span>
                <span className="gk-cell-sub">{row.unitName}</span>
              </>
            ),
          },
          { title: place === 'filed' ? '归入的信息' : '原因', width: 300, render: whereabouts },
          ...(place === 'unfiled'
            ? [
                {
                  title: '办理',
                  width: 150,
                  render: (row: PhotoView) => (
                    <span className="gk-pair-tools">
                      <Button size="small" type="primary" ghost onClick={() => setFiling(row)}>
                        归入
                      </Button>
                      <Button size="small" onClick={() => setLeaving(row)}>
                        排除
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
        empty={
          <EmptyNote
            what={state.filtered('q') ? '没有符合条件的照片。' : place === 'unfiled' ? '没有未归档的照片。' : `没有${photoViews[place]}的照片。`}
            how={place === 'unfiled' ? '没有识别到编号的照片会放在这里，由人工归入。' : undefined}
          />
        }
      />
      <FormDialog<{ editionId: string }>
        open={filing !== null}
        title={`归入：${filing?.name ?? ''}`}
        okText="归入"
        initial={{}}
        note="请核对照片上的信息名称和编号，再选择对应的信息。归入后不能改动。"
        onSubmit={(values) => file.mutateAsync({ params: { photoId: filing?.photoId ?? '' }, body: values })}
        onClose={() => setFiling(null)}
      >
        <Form.Item name="editionId" label="信息" rules={[{ required: true, message: '请选择信息' }]}>
          <TargetSelect />
        </Form.Item>
      </FormDialog>
      <FormDialog<{ reason: string }>
        open={leaving !== null}
        title={`排除：${leaving?.name ?? ''}`}
        okText="排除"
        danger
        initial={{}}
        note="误传的照片排除后仍留存备查，不再列入未归档。"
        onSubmit={(values) => aside.mutateAsync({ params: { photoId: leaving?.photoId ?? '' }, body: values })}
        onClose={() => setLeaving(null)}
      >
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
          <Input maxLength={300} />
        </Form.Item>
      </FormDialog>
    </>
  )
}

function Owed(props: { readonly state: ListState; readonly overdue: boolean }): ReactNode {
  const { state, overdue } = props
  const answer = useAnswer(listOwed, { query: { q: state.value('q'), overdue: String(overdue), page: state.page, size: state.size } }, { keep: true })
  return (
    <ListTable
      label="待补纸质审查表"
      answer={answer}
      state={state}
      rowKey={(row) => row.editionId}
      width={860}
      columns={[
        {
          title: '信息名称',
          width: 320,
          render: (row) => (
            <>
              <Link to={paths.edition(row.editionId)}>{row.title}</Link>
              <span className="gk-cell-sub">
                {row.unitName} · {row.authorName}
              </span>
            </>
          ),
        },
        {
          title: '紧急提交',
          width: 190,
          render: (row) => (
            <>
              {whenText(row.declaredAt)}
              <span className="gk-cell-sub">{row.orderedBy}决定</span>
            </>
          ),
        },
        { title: '状态', width: 90, render: (row) => row.stateTitle },
        {
          title: '应补齐',
          width: 170,
          render: (row) => (
            <>
              <DayLedger due={row.dueOn} provisional={row.provisional} late={row.daysLeft < 0} ask={{ term: 'urgent-paper', from: dayText(row.declaredAt) }} />
              <br />
              <StateTag title={daysLeftText(row.daysLeft)} tone={row.daysLeft < 0 ? 'bad' : row.daysLeft <= 1 ? 'soon' : 'neutral'} />
            </>
          ),
        },
        { title: '已提醒', width: 190, render: (row) => (row.chased.length === 0 ? '—' : row.chased.join('；')) },
      ]}
      empty={<EmptyNote what={overdue ? '没有逾期未补的审查表。' : '没有待补的审查表。'} how="紧急发布的信息，纸质审查表补齐后从这里移出。" />}
    />
  )
}

export function PaperPage(): ReactNode {
  const state = useListState({ sort: '-addedAt' })
  const { may } = useSession()
  const handles = may('edition.submit')
  const asked = state.value('view') || (handles ? 'unfiled' : 'owed')
  const place = handles && asked in photoViews ? (asked as PhotoPlace) : undefined
  const waiting = useAnswer(listPhotos, { query: { place: 'unfiled', size: 1 } }, { enabled: handles }).data?.total
  const owed = useAnswer(listOwed, { query: { size: 1 } }).data?.total
  const overdue = useAnswer(listOwed, { query: { overdue: 'true', size: 1 } }).data?.total
  const counts: Readonly<Record<string, number | undefined>> = { unfiled: waiting, owed, overdue }
  const q = state.value('q')
  const views = { ...(handles ? photoViews : {}), ...owedViews }
  return (
    <>
      <ListPage
        title="纸质审查表"
        note="审查表打印后带编号，签字后拍照或者扫描上传，按编号自动归入原信息，作为凭证保存。"
        views={Object.entries(views).map(([key, title]) => ({ key, title, count: counts[key] }))}
        view={place ?? asked}
        onView={(key) => state.set({ view: key })}
        csv={place ? addressOf(exportPhotos, { query: { place, q } }) : addressOf(exportOwed, { query: { q, overdue: String(asked === 'overdue') } })}
        filters={<WordsFilter state={state} placeholder={place ? '文件名、信息名称、上传人' : '信息名称'} />}
        {...(handles ? { above: <HandIn /> } : {})}
      >
        {place ? <Photos state={state} place={place} /> : <Owed state={state} overdue={asked === 'overdue'} />}
      </ListPage>
    </>
  )
}
