// What comes out of a report: its files, whether it is public, and its draft for publication.
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { getReportFile, getReportPublication, postReportDraft } from '../../../src/modules/reports/http/output-contract.ts'
import type { ReportAnswer } from '../../../src/modules/reports/http/sheet-contract.ts'
import { reportFileFormNames, reportFileForms } from '../../../src/modules/reports/law/file-forms.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

export function ReportOutput(props: { readonly report: ReportAnswer }): ReactNode {
  const { id: reportId, version } = props.report
  const { message } = App.useApp()
  const { data } = useAnswer(getReportPublication, { params: { reportId } })
  const draft = useSend(postReportDraft, { until: getReportPublication })
  const make = (): void =>
    draft.mutate(
      { params: { reportId }, body: { version, redHead: false, changeNote: '' } },
      { onSuccess: () => void message.success('发布稿已经生成，请在信息公开里送审。') },
    )
  return (
    <Panel title="下载和发布">
      <p>
        {reportFileFormNames.map((form) => (
          <Button key={form} type="link" size="small" href={addressOf(getReportFile, { params: { reportId, form }, query: {} })}>
            {reportFileForms[form].title}
          </Button>
        ))}
      </p>
      {data?.published && (
        <p>
          <a href={data.published.address}>已经公布</a>，索引号 {data.published.indexNumber}
        </p>
      )}
      {data?.late && <p className="gk-bad">公布期限 {data.publishBy}，已经超过。</p>}
      {data?.draft && <p className="gk-muted">{data.draft.behind ? '报告在生成发布稿以后有修改，请重新生成。' : '已经生成发布稿。'}</p>}
      {data?.mayDraft && (
        <Button block loading={draft.isPending} onClick={make}>
          {data.draft ? '重新生成发布稿' : '生成发布稿'}
        </Button>
      )}
      <ErrorNote error={draft.error} />
    </Panel>
  )
}
