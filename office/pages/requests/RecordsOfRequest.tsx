// 更正本人信息 on the page of an application: who found wrong what they were given, and asked for its correction.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { listRecordsOfRequest } from '../../../src/modules/requests/http/record-contract.ts'
import { recordStates } from '../../../src/modules/requests/law/record-corrections.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { Panel } from '../../ui/SheetPage.tsx'

export function RecordsOfRequest({ requestId }: { readonly requestId: string }): ReactNode {
  const rows = useAnswer(listRecordsOfRequest, { params: { id: requestId } }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Panel title="更正本人信息">
      <ul className="gk-rows" aria-label="更正本人信息">
        {rows.map((one) => (
          <li key={one.id}>
            <div className="gk-rows-main">
              <Link to={paths.recordCorrection(one.id)}>{one.subject}</Link>
              <span className="gk-cell-sub">
                <span className="gk-figure">{one.number}</span> · {one.applicantName} · {one.receivedOn} 收到
              </span>
            </div>
            <span className="gk-nowrap">{recordStates[one.state].title}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
