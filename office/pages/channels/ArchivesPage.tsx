// 公开档案: archives of many documents, made by the worker, with their progress and download.
import { Button, DatePicker, Form, Input, Progress } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { getArchive, listArchives, postArchive } from '../../../src/modules/channels/http/archive-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

interface Values {
  readonly title: string
  readonly unitId?: string
  readonly days: readonly [dayjs.Dayjs, dayjs.Dayjs]
}

export function ArchivesPage(): ReactNode {
  const state = useListState({ sort: '' })
  const [asking, setAsking] = useState(false)
  const send = useSend(postArchive)
  const answer = useAnswer(listArchives, { query: { page: state.page, size: state.size } }, { keep: true, every: 3000 })
  return (
    <ListPage
      title="公开档案"
      note="每条信息的各版文本、审查表、办理过程、门禁结论、渠道佐证和回执，装成一个 ZIP，附 SHA-256 清单。单条信息的档案在信息页面“发布渠道”一栏下载。"
      main={
        <Button type="primary" onClick={() => setAsking(true)}>
          导出一批
        </Button>
      }
    >
      <ListTable
        label="公开档案"
        answer={{ ...answer, isFetching: answer.data === undefined && answer.isFetching }}
        state={state}
        rowKey={(row) => row.archiveId}
        width={820}
        columns={[
          {
            title: '档案',
            width: 260,
            render: (row) => (
              <>
                {row.title}
                <span className="gk-cell-sub">{row.total}条信息</span>
              </>
            ),
          },
          { title: '提出', width: 150, render: (row) => <span className="gk-figure">{whenText(row.askedAt)}</span> },
          {
            title: '进度',
            width: 180,
            render: (row) =>
              row.state === 'finished' ? (
                <span className="gk-good">已完成</span>
              ) : row.state === 'failed' ? (
                <span className="gk-bad">没有生成，请重新导出</span>
              ) : (
                <Progress percent={Math.floor((row.done / row.total) * 100)} size="small" aria-label={`${row.title} 的进度`} />
              ),
          },
          {
            title: '下载',
            width: 230,
            render: (row) =>
              row.state === 'finished' && (
                <>
                  <a href={addressOf(getArchive, { params: { archiveId: row.archiveId } })} download>
                    下载 ZIP（{bytesText(row.bytes ?? 0)}）
                  </a>
                  <span className="gk-cell-sub">
                    SHA-256 <code className="gk-hash">{row.sha256}</code>
                  </span>
                </>
              ),
          },
        ]}
        empty={<EmptyNote what="还没有导出过公开档案。" how="点“导出一批”，选单位和期间；生成时可以离开本页。" />}
      />
      <FormDialog<Values>
        open={asking}
        title="导出一批公开档案"
        okText="导出"
        initial={{ title: `${dayjs().year()}年公开档案`, days: [dayjs().startOf('year'), dayjs()] }}
        onSubmit={({ title, unitId, days }) =>
          send.mutateAsync({ body: { title, from: days[0].format('YYYY-MM-DD'), until: days[1].format('YYYY-MM-DD'), ...(unitId ? { unitId } : {}) } })
        }
        onClose={() => setAsking(false)}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="unitId" label="单位（含下级，不选为全部）">
          <UnitSelect label="单位" />
        </Form.Item>
        <Form.Item name="days" label="公开日期" rules={[{ required: true, message: '请选择期间' }]}>
          <DatePicker.RangePicker className="gk-wide" allowClear={false} />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
