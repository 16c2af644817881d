// 报告文字: a page of its own for writing the parts of a report.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { getReport } from '../../../src/modules/reports/http/sheet-contract.ts'
import { reportStates } from '../../../src/modules/reports/law/states.ts'
import { useAnswer } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ReportText } from './ReportText.tsx'

export function ReportTextPage(): ReactNode {
  const { reportId = '' } = useParams()
  const answer = useAnswer(getReport, { params: { reportId } })
  const report = answer.data
  if (answer.isPending) return <Waiting />
  if (!report) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  return (
    <>
      <PageHead
        title={`${report.unitName}${report.roundTitle ?? `${report.year}年报告`}`}
        note={`报告文字 · ${reportStates[report.state].title}${report.editable ? '' : ' · 现在不能修改'}`}
      />
      <ReportText reportId={reportId} editable={report.editable} />
    </>
  )
}
