// One bulletin: documents picked from a period and put into order, the foreword, the column, the preview, and its edition.
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import {
  getBulletin,
  getBulletinPreview,
  listBulletinCandidates,
  postBulletinEdition,
  putBulletin,
  type PickedDocument,
} from '../../../src/modules/channels/http/bulletin-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

type Bulletin = AnswerOf<typeof getBulletin>

const about = (one: PickedDocument): string => [one.unitName, one.publishedOn, one.indexNumber].join(' · ')

function Candidates(props: { readonly bulletinId: string; readonly chosen: readonly string[]; readonly onPick: (picked: PickedDocument) => void }): ReactNode {
  const [span, setSpan] = useState({ from: dayjs().subtract(1, 'month').startOf('month').format('YYYY-MM-DD'), until: dayjs().format('YYYY-MM-DD') })
  const [q, setQ] = useState('')
  const [page, setPage] = useState(1)
  const answer = useAnswer(listBulletinCandidates, { params: { bulletinId: props.bulletinId }, query: { ...span, q, page, size: 20 } }, { keep: true })
  const total = answer.data?.total ?? 0
  return (
    <Panel title="可选信息">
      <div className="gk-filters gk-figure-filters">
        <DatePicker.RangePicker
          className="gk-filter-days"
          aria-label="公开日期"
          allowClear={false}
          value={[dayjs(span.from), dayjs(span.until)]}
          onChange={(days) => {
            setPage(1)
            setSpan({ from: days?.[0]?.format('YYYY-MM-DD') ?? span.from, until: days?.[1]?.format('YYYY-MM-DD') ?? span.until })
          }}
        />
        <Input.Search aria-label="标题" placeholder="标题" allowClear onSearch={(words) => (setPage(1), setQ(words.trim()))} />
      </div>
      <ErrorNote error={answer.error} />
      {answer.data && total === 0 && <EmptyNote what="这段时间没有公开信息。" how="换一段时间或者别的词。" />}
      <ul className="gk-rows">
        {(answer.data?.rows ?? []).map((one) => (
          <li key={one.documentId}>
            <div className="gk-rows-main">
              {one.title}
              <span className="gk-cell-sub">{about(one)}</span>
            </div>
            <Button size="small" disabled={props.chosen.includes(one.documentId)} aria-label={`选入 ${one.title}`} onClick={() => props.onPick(one)}>
              {props.chosen.includes(one.documentId) ? '已选' : '选入'}
            </Button>
          </li>
        ))}
      </ul>
      {total > 20 && (
        <div className="gk-form-tools">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <Button disabled={page * 20 >= total} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
          <span className="gk-muted">共 {total} 条</span>
        </div>
      )}
    </Panel>
  )
}

function Editor(props: { readonly bulletin: Bulletin }): ReactNode {
  const { bulletin } = props
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [title, setTitle] = useState(bulletin.title)
  const [foreword, setForeword] = useState(bulletin.foreword)
  const [columnId, setColumnId] = useState<string | null>(bulletin.columnId)
  const [items, setItems] = useState<readonly PickedDocument[]>(bulletin.items)
  const [version, setVersion] = useState(bulletin.version)
  const save = useSend(putBulletin, { quiet: true })
  const issue = useSend(postBulletinEdition)
  const params = { bulletinId: bulletin.bulletinId }
  const store = async (): Promise<void> => {
    const body = { version, title, foreword, columnId, documentIds: items.map((one) => one.documentId) }
    const saved = await save.mutateAsync({ params, body })
    setVersion(saved.version)
  }
  const move = (at: number, by: number): void => {
    const next = [...items]
    const [moved] = next.splice(at, 1)
    if (!moved) return
    next.splice(at + by, 0, moved)
    setItems(next)
  }
  return (
    <>
      <Panel title="本期内容">
        <ErrorNote error={save.error} />
        <label className="gk-field">
          名称
          <Input aria-label="名称" value={title} maxLength={40} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="gk-field">
          卷首语
          <Input.TextArea
            aria-label="卷首语"
            value={foreword}
            maxLength={5000}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(event) => setForeword(event.target.value)}
          />
        </label>
        <div className="gk-field">
          发布栏目
          <ColumnSelect value={columnId} placeholder="发布栏目" onChange={(next) => setColumnId(next ?? null)} />
        </div>
        {items.length === 0 && <EmptyNote what="还没有选入信息。" how="在下面的“可选信息”里点“选入”。" />}
        <ol className="gk-rows" aria-label="选入的信息">
          {items.map((one, at) => (
            <li key={one.documentId}>
              <div className="gk-rows-main">
                {at + 1}. {one.title}
                <span className="gk-cell-sub">{about(one)}</span>
              </div>
              <span className="gk-row-tools">
                <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={`上移 ${one.title}`} onClick={() => move(at, -1)} />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined />}
                  disabled={at === items.length - 1}
                  aria-label={`下移 ${one.title}`}
                  onClick={() => move(at, 1)}
                />
                <Button size="small" type="text" aria-label={`移出 ${one.title}`} onClick={() => setItems(items.filter((other) => other !== one))}>
                  移出
                </Button>
              </span>
            </li>
          ))}
        </ol>
        <div className="gk-form-tools gk-note-above">
          <Button
            loading={save.isPending}
            onClick={() =>
              void store().then(
                () => message.success('已保存'),
                () => {},
              )
            }
          >
            保存
          </Button>
          <Button
            onClick={() =>
              void store().then(
                () => window.open(addressOf(getBulletinPreview, { params }), '_blank', 'noreferrer'),
                () => {},
              )
            }
          >
            预览
          </Button>
          <ConfirmButton
            label="成稿"
            button={{ type: 'primary' }}
            question={`《${title}》成稿？`}
            follows="编上期号，生成一条信息草稿并附 PDF，然后像其他信息一样提交审核、签发、发布。成稿后这里不能再改。"
            okText="成稿"
            onConfirm={async () => {
              await store()
              const made = await issue.mutateAsync({ params })
              void message.success(`已编为第${made.issue}期`)
              void navigate(paths.edition(made.editionId))
            }}
          />
        </div>
      </Panel>
      <Candidates bulletinId={bulletin.bulletinId} chosen={items.map((one) => one.documentId)} onPick={(one) => setItems((before) => [...before, one])} />
    </>
  )
}

export function BulletinPage(): ReactNode {
  const { bulletinId = '' } = useParams()
  const answer = useAnswer(getBulletin, { params: { bulletinId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const bulletin = answer.data
  return (
    <>
      <PageHead
        title={bulletin.issue === null ? `${bulletin.title}（${bulletin.year}年，未编号）` : `${bulletin.title}（${bulletin.year}年第${bulletin.issue}期）`}
        crumbs={[{ title: '政务公开简报', path: paths.bulletins }, { title: '简报' }]}
        note={bulletin.unitName}
      />
      {bulletin.editionId ? (
        <Panel>
          <p>
            已成稿，现为“{bulletin.stateTitle}”。<Link to={paths.edition(bulletin.editionId)}>打开信息</Link>
          </p>
          <ol className="gk-rows" aria-label="选入的信息">
            {bulletin.items.map((one, at) => (
              <li key={one.documentId}>
                <div className="gk-rows-main">
                  {at + 1}. {one.title}
                  <span className="gk-cell-sub">{about(one)}</span>
                </div>
              </li>
            ))}
          </ol>
        </Panel>
      ) : (
        <Editor key={bulletin.bulletinId} bulletin={bulletin} />
      )}
    </>
  )
}
