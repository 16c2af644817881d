// Of a repeated application the answer names the earlier one: those of the same name that were answered are offered, and one press writes it down.
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { listSimilar } from '../../../src/modules/requests/http/similar-contract.ts'
import { chineseDay } from '../../../src/kernel/day.ts'
import { useAnswer } from '../../api/hooks.ts'

export function EarlierRequests(props: { readonly sheet: RequestSheet }): ReactNode {
  const form = Form.useFormInstance()
  const rows = useAnswer(listSimilar, { params: { id: props.sheet.id } }).data?.rows ?? []
  const answered = rows.flatMap(({ id, number, sameApplicant, concludedOn }) => (sameApplicant && concludedOn ? [{ id, number, concludedOn }] : []))
  if (answered.length === 0) return <p className="gk-muted">没有找到申请人同名、已经答复的相似申请。</p>
  return (
    <p>
      同名申请人已经答复的相似申请：
      {answered.map(({ id, number, concludedOn }) => (
        <Button
          key={id}
          type="link"
          size="small"
          onClick={() => form.setFieldValue(['outcome', 'facts', 'earlier'], `编号${number}，本机关已于${chineseDay(concludedOn)}答复`)}
        >
          填入 {number}
        </Button>
      ))}
    </p>
  )
}
