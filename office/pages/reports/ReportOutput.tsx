// What comes out of a report: its files, whether it is public, and its draft for publication.
import { App, Button, Checkbox, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { changeNoteUnlessTold, getReportFile, getReportPublication, postReportDraft } from '../../../src/modules/reports/http/output-contract.ts'
import type { ReportAnswer } from '../../../src/modules/reports/http/sheet-contract.ts'
import { reportFileFormNames, reportFileForms } from '../../../src/modules/reports/law/file-forms.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

export function ReportOutput(props: { readonly report: ReportAnswer }): ReactNode {
  const { id: reportId, version } = props.report
  const { message } = App.useApp()
  const { data } = useAnswer(getReportPublication, { params: { reportId } })
  const draft = useSend(postReportDraft, { until: getReportPublication })
  const [redHead, setRedHead] = useState(false)
  const [changeNote, setChangeNote] = useState('')
  const noteId = useId()
  // what is told of a change is read beside what is public already; a first draft changes nothing
  const revises = data?.mayDraft === true && data.published !== null
  const make = (): void =>
    draft.mutate(
      { params: { reportId }, body: { version, redHead, changeNote } },
      {
        onSuccess: () => {
          setChangeNote('')
          void message.success('发布稿已经生成，请在信息管理里送审。')
        },
      },
    )
  return (
    <Panel title="下载和发布">
      <div className="gk-report-output">
        <ul className="gk-report-files" aria-label="下载">
          {reportFileFormNames.map((form) => (
            <li key={form}>
              <a href={addressOf(getReportFile, { params: { reportId, form }, query: { redHead: redHead ? 'true' : 'false' } })}>
                {reportFileForms[form].title}
              </a>
            </li>
          ))}
        </ul>
        <Checkbox checked={redHead} onChange={(event) => setRedHead(event.target.checked)}>
          Word、PDF 印红色版头
        </Checkbox>
        {data?.published && (
          <p>
            <a href={data.published.address}>已经公布</a>，索引号 {data.published.indexNumber}
          </p>
        )}
        {data?.late && <p className="gk-bad">公布期限 {data.publishBy}，已经超过。</p>}
        {data?.draft && (
          <p className="gk-muted">
            {data.draft.behind ? '报告在生成发布稿以后有修改，请重新生成。' : '已经生成发布稿。'}{' '}
            <Link to={paths.edition(data.draft.editionId)}>打开发布稿</Link>
          </p>
        )}
        {revises && (
          <div>
            <label htmlFor={noteId}>修改说明</label>
            <Input.TextArea
              id={noteId}
              value={changeNote}
              rows={2}
              maxLength={200}
              placeholder={changeNoteUnlessTold}
              onChange={(event) => setChangeNote(event.target.value)}
            />
            <p className="gk-cell-sub">随新版本公开；不填写时用上面的说法。</p>
          </div>
        )}
        {data?.mayDraft && (
          <Button block loading={draft.isPending} onClick={make}>
            {data.draft ? '重新生成发布稿' : '生成发布稿'}
          </Button>
        )}
        <ErrorNote error={draft.error} />
      </div>
    </Panel>
  )
}
