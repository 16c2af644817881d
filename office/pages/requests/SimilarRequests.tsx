// 相似申请: the applications of the unit that ask for the like, on the page of one and while another is entered.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { listSimilar, postSimilar, type SimilarRequest } from '../../../src/modules/requests/http/similar-contract.ts'
import { outcomes } from '../../../src/modules/requests/law/outcomes.ts'
import { states } from '../../../src/modules/requests/law/states.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { Panel } from '../../ui/SheetPage.tsx'

const endOf = ({ outcome, concludedOn, state }: SimilarRequest): string =>
  outcome && concludedOn ? `${outcomes[outcome].title}，${concludedOn}` : states[state].title

function Rows(props: { readonly rows: readonly SimilarRequest[]; readonly apart?: boolean }): ReactNode {
  return (
    <ul className="gk-rows" aria-label="相似申请">
      {props.rows.map((one) => (
        <li key={one.id}>
          <div className="gk-rows-main">
            <Link to={paths.request(one.id)} {...(props.apart ? { target: '_blank', rel: 'noopener' } : {})}>
              {one.subject}
            </Link>
            <span className="gk-cell-sub">
              <span className="gk-figure">{one.number}</span> · {one.applicantName}
              {one.sameApplicant && <strong className="gk-soon">（申请人同名）</strong>} · {one.arrivedOn} · {endOf(one)}
            </span>
          </div>
          <span className="gk-nowrap">相似 {Math.round(one.alike / 10)}%</span>
        </li>
      ))}
    </ul>
  )
}

export function SimilarPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const rows = useAnswer(listSimilar, { params: { id: props.sheet.id } }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Panel title="相似申请">
      <Rows rows={rows} />
    </Panel>
  )
}

/** What is being entered, as it stood when the writer last left a field. */
export interface Entering {
  readonly unitId: string
  readonly subject: string
  readonly description: string
  readonly applicantName: string
}

export function SimilarToEntered(props: { readonly entering: Entering | null }): ReactNode {
  const { entering } = props
  const body = entering ?? { unitId: '', subject: '', description: '', applicantName: '' }
  const rows = useAnswer(postSimilar, { body }, { enabled: entering !== null }).data?.rows ?? []
  if (entering === null || rows.length === 0) return null
  return (
    <section className="gk-request-note">
      <h3 className="gk-request-head">本单位的相似申请</h3>
      <p className="gk-muted">同一申请人重复申请已经答复过的信息的，可以告知不予重复处理（条例第三十六条第六项），须写明前一申请的编号。</p>
      <Rows rows={rows} apart />
    </section>
  )
}
