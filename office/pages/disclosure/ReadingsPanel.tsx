// Who has read what was disclosed inside: for the unit that disclosed it.
import type { ReactNode } from 'react'
import { listReadings } from '../../../src/modules/disclosure/http/internal-contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countText, whenText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'

export function ReadingsPanel(props: { readonly editionId: string }): ReactNode {
  const answer = useAnswer(listReadings, { params: { editionId: props.editionId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { rows, total } = answer.data
  return (
    <Panel title="阅读情况" extra={<span className="gk-muted">{countText(total)} 人已阅</span>}>
      {rows.length === 0 && <EmptyNote what="还没有人阅读。" how="干部职工登录后在“内部公开”中打开，即记录阅读时间。" />}
      <ul className="gk-rows">
        {rows.map((row) => (
          <li key={`${row.name} ${row.firstReadAt}`}>
            <div className="gk-rows-main">
              {row.name}
              <span className="gk-cell-sub">
                首次阅读 {whenText(row.firstReadAt)}，最近阅读 {whenText(row.lastReadAt)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
