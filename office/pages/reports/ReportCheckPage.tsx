// 报告检查: a report that somebody else wrote is read, what is wrong with it stands beside its text. The file is not kept.
import { InboxOutlined } from '@ant-design/icons'
import { App, Button, Progress, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { postReportCheck } from '../../../src/modules/reports/http/contract.ts'
import { upload } from '../../api/upload.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { TakeOverPanel } from '../../forms/reports/TakeOverPanel.tsx'
import { useSession } from '../../shell/session.tsx'
import { AuditChecks } from './AuditChecks.tsx'
import { ReportFindings } from './ReportFindings.tsx'
import { CheckedText } from './CheckedText.tsx'

type Checked = AnswerOf<typeof postReportCheck>

const endings = ['.docx', '.html', '.htm', '.txt', '.pdf']

function Recognised(props: { readonly report: Checked }): ReactNode {
  const { report } = props
  const read = report.tables.filter(({ rows: count }) => count > 0)
  const rows: readonly (readonly [string, string])[] = [
    ['标题', report.title || '没有认出'],
    ['单位', report.unit ?? '没有认出'],
    ['年份', report.year === null ? '没有认出' : `${report.year}年`],
    ['格式', report.form ?? '不按年度报告格式，只检查文字'],
    ['公布日期', report.publishedOn ?? '文件中没有'],
    ['读出的表格', read.length === 0 ? '没有规定的表格' : read.map(({ title, rows: count }) => `${title}（${count}行）`).join('、')],
  ]
  return (
    <dl className="gk-checked-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Result(props: { readonly report: Checked; readonly file: File }): ReactNode {
  const { report, file } = props
  const mayKeep = useSession().may('report.accept') && report.generation !== null
  const [keeping, setKeeping] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const show = (finding: number, inText: boolean): void => {
    setChosen(finding)
    document.getElementById(inText ? `report-mark-${finding}` : `report-finding-${finding}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  return (
    <>
      <Panel title={report.file} extra={mayKeep && !keeping && <Button onClick={() => setKeeping(true)}>作为历年数据保存</Button>}>
        <Recognised report={report} />
      </Panel>
      {keeping && <TakeOverPanel report={report} file={file} onClose={() => setKeeping(false)} />}
      <div className="gk-checked">
        <Panel title="检查结果">
          <ReportFindings findings={report.findings} paragraphs={report.paragraphs} chosen={chosen} onChoose={(finding) => show(finding, true)} />
        </Panel>
        <Panel title="正文">
          <CheckedText paragraphs={report.paragraphs} findings={report.findings} chosen={chosen} onChoose={(finding) => show(finding, false)} />
        </Panel>
      </div>
    </>
  )
}

export function ReportCheckPage(): ReactNode {
  const { message } = App.useApp()
  const [checked, setChecked] = useState<{ readonly report: Checked; readonly file: File } | null>(null)
  const report = checked?.report ?? null
  const [error, setError] = useState<unknown>(null)
  const [part, setPart] = useState<number | null>(null)
  const check = async (file: File): Promise<void> => {
    setError(null)
    setChecked(null)
    setPart(0)
    try {
      const answer = await upload(postReportCheck, {}, [file], {}, setPart).answer
      setChecked({ report: answer, file })
      void message.success(answer.findings.length === 0 ? '检查完毕，没有发现问题。' : `检查完毕，有${answer.findings.length}处需要核对。`)
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
    }
  }
  const take = (file: File): false => {
    void check(file)
    return false
  }
  const accept = endings.join(',')
  return (
    <>
      <PageHead
        title="报告检查"
        note="检查年度报告、工作总结里的合计、文字与表格、分项、列举、引用、日期等。检查时不保存文件；往年的报告可以另外保存为历年数据。"
        main={
          report && (
            <Upload accept={accept} showUploadList={false} beforeUpload={take}>
              <Button type="primary">检查另一份</Button>
            </Upload>
          )
        }
      />
      <ErrorNote error={error} />
      {part !== null && (
        <Panel title="正在检查">
          <Progress percent={Math.round(part * 100)} status="active" aria-label="上传和检查的进度" />
          <p className="gk-muted">{part < 1 ? '正在上传……' : '正在读取和核对，通常几秒钟。'}</p>
        </Panel>
      )}
      {report === null && part === null && (
        <Panel title="选择报告">
          <Upload.Dragger accept={accept} showUploadList={false} beforeUpload={take}>
            <p className="gk-dragger-icon">
              <InboxOutlined aria-hidden="true" />
            </p>
            <p>点击选择一份报告，或者拖到这里</p>
            <p className="gk-muted">支持 {endings.join(' ')}；扫描件读不出文字，不能检查</p>
          </Upload.Dragger>
          <EmptyNote what="还没有检查报告。" how="选好文件，问题会标在正文里，旁边逐条说明。" />
          <AuditChecks />
        </Panel>
      )}
      {checked && <Result key={`${checked.file.name} ${checked.file.lastModified}`} {...checked} />}
    </>
  )
}
