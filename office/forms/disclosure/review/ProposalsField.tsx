// Units that the text names: each is asked to confirm, or struck with the reason why it need not be.
import { Form, Input } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { getReview, type ReviewAnswerView } from '../../../../src/modules/disclosure/http/review-contract.ts'
import { useAnswer } from '../../../api/hooks.ts'

interface Struck {
  readonly unitId: string
  readonly reason: string
}

type Proposal = ReviewAnswerView['proposals'][number]

/** Where the text names the unit, the name marked. */
export function Places(props: { readonly places: Proposal['places'] }): ReactNode {
  return props.places.map((place, at) => (
    <span className="gk-cell-sub" key={at}>
      …{place.before}
      <mark>{place.name}</mark>
      {place.after}…
    </span>
  ))
}

function Strikes(props: {
  readonly id?: string
  readonly proposals: readonly Proposal[]
  readonly value?: readonly Struck[]
  readonly onChange?: (value: Struck[]) => void
}): ReactNode {
  const given = new Map((props.value ?? []).map(({ unitId, reason }) => [unitId, reason]))
  const put = (unitId: string, reason: string): void =>
    props.onChange?.(
      props.proposals
        .map((one) => ({ unitId: one.unitId, reason: one.unitId === unitId ? reason : (given.get(one.unitId) ?? '') }))
        .filter((one) => one.reason !== ''),
    )
  return (
    <ul className="gk-rows" {...(props.id === undefined ? {} : { id: props.id })}>
      {props.proposals.map((one) => (
        <li key={one.unitId}>
          <div className="gk-rows-main gk-wide">
            {one.unitName}
            <Places places={one.places} />
            <Input
              aria-label={`${one.unitName}：不需会签的理由`}
              placeholder="不需会签的理由，例如：只引用名称"
              maxLength={300}
              value={given.get(one.unitId) ?? ''}
              onChange={(event) => put(one.unitId, event.target.value)}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** `asks`: the form also names whom to ask, and begins with every unit that the text names. */
export function ProposalsField(props: { readonly editionId: string; readonly asks: boolean }): ReactNode {
  const form = Form.useFormInstance()
  const review = useAnswer(getReview, { params: { editionId: props.editionId } })
  const asked = Form.useWatch<string[] | undefined>(['units', 'unitIds'])
  const filled = useRef(false)
  const open = review.data?.proposals.filter((one) => one.open)
  useEffect(() => {
    if (!open || filled.current || !props.asks) return
    filled.current = true
    if (open.length > 0)
      form.setFieldValue(
        ['units', 'unitIds'],
        open.map((one) => one.unitId),
      )
  }, [open, form, props.asks])
  const left = (open ?? []).filter((one) => !asked?.includes(one.unitId))
  if (left.length === 0) return null
  return (
    <Form.Item
      name="struck"
      label="正文提到、不送会签的单位"
      extra={props.asks ? '要送会签的，在上面选入；不送的，注明理由。' : '要送会签的，请改用“审查通过并送会签”；不送的，注明理由。'}
      rules={[
        {
          validator: (_rule, value: readonly Struck[] | undefined) =>
            left.every((one) => value?.some(({ unitId, reason }) => unitId === one.unitId && reason.trim() !== ''))
              ? Promise.resolve()
              : Promise.reject(new Error('请逐个注明不需会签的理由')),
        },
      ]}
    >
      <Strikes proposals={left} />
    </Form.Item>
  )
}
