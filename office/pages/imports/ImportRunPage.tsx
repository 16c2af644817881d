// 批量导入: many files at once, into drafts or into a batch of old stock, each with its progress and its report.
import { InboxOutlined } from '@ant-design/icons'
import { Alert, App, Button, Form, Progress, Select, Upload } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { getHistoricBatch } from '../../../src/modules/disclosure/http/import-batch-contract.ts'
import { importFormats } from '../../../src/modules/disclosure/law/import-formats.ts'
import { useAnswer } from '../../api/hooks.ts'
import { usePlaces } from '../../forms/disclosure/use-places.ts'
import { paths } from '../../paths.ts'
import { ColumnsSelect } from '../../ui/ColumnSelect.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { bytesText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'
import { ImportReport } from './ImportReport.tsx'
import { OutcomeTag } from './import-words.tsx'
import { useQueue, type Item, type Target } from './use-queue.ts'

const endings = Object.keys(importFormats)
const asText = Object.entries(importFormats)
  .filter(([, format]) => format.as === 'text')
  .map(([ending]) => `.${ending}`)

function StateOf(props: { readonly item: Item }): ReactNode {
  const { item } = props
  switch (item.state) {
    case 'waiting':
      return <StateTag title="等待导入" tone="neutral" />
    case 'sending':
      return <Progress percent={Math.round(item.part * 100)} size="small" aria-label={`上传 ${item.file.name}`} />
    case 'reading':
      return <StateTag title="正在识别" tone="work" />
    case 'failed':
      return <StateTag title="没有传上去" tone="bad" />
    case 'done':
      return item.result ? <OutcomeTag outcome={item.result.report.outcome} /> : null
  }
}

function Row(props: { readonly item: Item; readonly onAgain: () => void; readonly onDrop: () => void }): ReactNode {
  const { item } = props
  const [open, setOpen] = useState(false)
  const report = item.result?.report
  return (
    <li className="gk-import-row">
      <div className="gk-import-line">
        <div className="gk-rows-main">
          {item.result?.editionId ? <Link to={paths.editionWork(item.result.editionId)}>{report?.title || item.file.name}</Link> : item.file.name}
          <span className="gk-cell-sub">
            {item.result?.editionId ? `${item.file.name} · ` : ''}
            {bytesText(item.file.size)}
            {report && report.doubtful.length > 0 && <span className="gk-soon"> · {report.doubtful.length} 处需要核对</span>}
            {report && report.lost.length > 0 && <span className="gk-bad"> · {report.lost.length} 处没有保留</span>}
          </span>
          {item.reason !== '' && <span className="gk-cell-sub gk-bad">{item.reason}</span>}
        </div>
        <div className="gk-import-state">
          <StateOf item={item} />
        </div>
        <div className="gk-import-tools">
          {item.state === 'failed' && (
            <Button size="small" onClick={props.onAgain}>
              再试一次
            </Button>
          )}
          {report && (
            <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? '收起' : '导入报告'}
            </Button>
          )}
          {(item.state === 'waiting' || item.state === 'failed') && (
            <Button size="small" type="text" onClick={props.onDrop}>
              移除
            </Button>
          )}
        </div>
      </div>
      {open && item.result && <ImportReport result={item.result} />}
    </li>
  )
}

export function ImportRunPage(): ReactNode {
  const [search] = useSearchParams()
  const batchId = search.get('batch') ?? undefined
  const batch = useAnswer(getHistoricBatch, { params: { batchId: batchId ?? '' } }, { enabled: batchId !== undefined })
  const { own, only } = usePlaces('import.run')
  const units = useUnitNames()
  const { message } = App.useApp()
  const [unitId, setUnitId] = useState<string | undefined>(own[0]?.unitId)
  const [sectionId, setSectionId] = useState<string | undefined>(own[0]?.sectionId ?? undefined)
  const [columnIds, setColumnIds] = useState<readonly string[]>([])
  const intoUnit = batch.data?.unitId ?? unitId
  const target = useMemo<Target | null>(
    () => (intoUnit === undefined ? null : { unitId: intoUnit, columnIds, ...(sectionId && !batchId ? { sectionId } : {}), ...(batchId ? { batchId } : {}) }),
    [batchId, columnIds, intoUnit, sectionId],
  )
  const queue = useQueue(target)
  const folder = useRef<HTMLInputElement>(null)
  const sections = units.filter((unit) => unit.kind === 'section' && unit.parentId === unitId)
  const count = (test: (item: Item) => boolean): number => queue.items.filter(test).length
  const finished = count((item) => item.state === 'done' || item.state === 'failed')
  const waiting = count((item) => item.state === 'waiting')
  const take = (files: readonly File[]): void => {
    const real = files.filter((file) => !file.name.startsWith('.') && !file.name.startsWith('~$'))
    const known = real.filter((file) => endings.includes(file.name.split('.').at(-1)?.toLowerCase() ?? ''))
    if (known.length < real.length) void message.warning(`${real.length - known.length} 个文件的类型不能导入，没有加进来。`)
    queue.add(known)
  }
  return (
    <>
      <PageHead
        title={batch.data ? `导入到批次“${batch.data.name}”` : '批量导入'}
        crumbs={[{ title: '批量导入', path: paths.imports }, { title: '导入文件' }]}
        note={`${asText.join(' ')} 识别为正文；其他文件作为附件收下，能读出的文字可以检索。每个文件一份导入报告，一个出错不影响其他。`}
      />
      <div className="gk-two">
        <Panel title="导入到">
          <Form layout="vertical" component="div">
            {batch.data ? (
              <p className="gk-follows">
                {batch.data.unitName}，历史数据批次“<Link to={paths.batch(batch.data.batchId)}>{batch.data.name}</Link>
                ”。整批审查、审批后一起发布，保留原发布日期和原地址。
              </p>
            ) : (
              <>
                <Form.Item label="单位" htmlFor="import-unit" required>
                  <UnitSelect
                    id="import-unit"
                    value={unitId ?? null}
                    {...(only ? { only } : {})}
                    allowClear={false}
                    onChange={(next) => (setUnitId(next), setSectionId(undefined))}
                  />
                </Form.Item>
                {sections.length > 0 && (
                  <Form.Item label="科室" htmlFor="import-section">
                    <Select
                      id="import-section"
                      allowClear
                      value={sectionId}
                      placeholder="选择科室"
                      options={sections.map((unit) => ({ value: unit.id, label: unit.name }))}
                      onChange={(next: string | undefined) => setSectionId(next)}
                    />
                  </Form.Item>
                )}
                <p className="gk-muted gk-follows">导入后是草稿，核对、补全后提交审核。迁移旧网站的大批历史数据，请先在“历史数据”里建立批次。</p>
              </>
            )}
            <Form.Item label="栏目" htmlFor="import-columns" extra="可以先不选，以后逐条补。">
              <ColumnsSelect id="import-columns" value={columnIds} onChange={setColumnIds} />
            </Form.Item>
          </Form>
        </Panel>
        <Panel
          title="文件"
          extra={
            <div className="gk-page-main">
              {finished > 0 && (
                <Button onClick={queue.clear} disabled={queue.running}>
                  清空列表
                </Button>
              )}
              <Button type="primary" disabled={waiting === 0 || target === null} loading={queue.running} onClick={queue.start}>
                {waiting > 0 ? `开始导入（${waiting} 个）` : '开始导入'}
              </Button>
            </div>
          }
        >
          <Upload.Dragger
            multiple
            showUploadList={false}
            beforeUpload={(file, all) => (file === all[0] && take(all), false)}
            accept={endings.map((ending) => `.${ending}`).join(',')}
          >
            <p className="gk-dragger-icon">
              <InboxOutlined aria-hidden="true" />
            </p>
            <p>点击选择文件，或者把许多文件一起拖到这里</p>
            <p className="gk-muted">支持 {endings.map((ending) => `.${ending}`).join(' ')}</p>
          </Upload.Dragger>
          <div className="gk-note-above">
            <Button type="link" onClick={() => folder.current?.click()}>
              选择整个文件夹
            </Button>
            <input
              ref={folder}
              type="file"
              hidden
              multiple
              aria-label="选择文件夹"
              {...{ webkitdirectory: '' }}
              onChange={(event) => {
                take([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </div>
          {queue.items.length > 0 && (
            <div className="gk-import-progress" role="status">
              <Progress percent={Math.round((finished / queue.items.length) * 100)} aria-label="导入进度" />
              <p className="gk-muted">
                共 {queue.items.length} 个，导入 {count((item) => item.result !== null && item.result.report.outcome !== 'refused')} 个，没有收下{' '}
                {count((item) => item.state === 'failed' || item.result?.report.outcome === 'refused')} 个
                {queue.running && '。导入时请不要关闭这个页面，可以切换到其他窗口。'}
              </p>
            </div>
          )}
          {finished > 0 && !queue.running && waiting === 0 && (
            <Alert
              className="gk-note"
              type="info"
              showIcon
              title={batchId ? '导入完成。到批次里核对原发布日期等要素，然后提交审批。' : '导入完成。打开每一条核对后提交审核。'}
            />
          )}
          {queue.items.length === 0 ? (
            <EmptyNote what="还没有选择文件。" how="选好文件、点“开始导入”，每个文件的识别结果会列在这里。" />
          ) : (
            <ul className="gk-import-list">
              {queue.items.map((item) => (
                <Row key={item.key} item={item} onAgain={() => queue.again(item.key)} onDrop={() => queue.drop(item.key)} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  )
}
