// 文书 on the page of an application: make with preview, download, and record how each reached its reader.
import { App, Button, Checkbox, Drawer, Form, Input, Select, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRequest, type RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { getLetterFile, listLetters, postLetterService, type OpenLetter, type RequestLetter } from '../../../src/modules/requests/http/letter-contract.ts'
import { letterRows } from '../../../src/modules/requests/law/letters.ts'
import { serviceWays } from '../../../src/modules/requests/law/service.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { LetterDialog } from '../../forms/requests/LetterDialog.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { todayText } from '../../ui/format.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

type Service = BodyOf<typeof postLetterService>

const fileOf = (sheet: RequestSheet, { letterId }: RequestLetter, form: 'word' | 'pdf' | 'receipt'): string =>
  addressOf(getLetterFile, { params: { id: sheet.id, letterId, form } })

function ServiceForm(props: { readonly letter: RequestLetter | null; readonly sheet: RequestSheet; readonly onClose: () => void }): ReactNode {
  const { letter, sheet } = props
  const { message } = App.useApp()
  const send = useSend(postLetterService, { until: getRequest })
  const arrival = letter?.service ?? null
  // Of what the applicant agreed to, third parties know nothing.
  const agreedOn = letter && letterRows[letter.kind].to === 'applicant' ? sheet.agreedOn : null
  return (
    <FormDialog<Partial<Service>>
      open={letter !== null}
      title={letter ? `${arrival ? '登记对方收到' : '登记送达'}：${letter.number}` : ''}
      okText="登记"
      initial={{ way: arrival?.way ?? 'post', servedOn: (arrival?.servedOn ?? todayText()) as Service['servedOn'], proof: arrival?.proof ?? '', consent: agreedOn !== null }}
      note="邮寄以交邮之日、当面送达以签收之日计算是否按期；第三方、其他机关提出意见的期限和缴费期限自对方收到之日起计算。"
      onClose={props.onClose}
      onSubmit={async ({ way = 'post', servedOn, receivedOn, proof, consent }) => {
        if (!letter || !servedOn) return
        await send.mutateAsync({
          params: { id: sheet.id, letterId: letter.letterId },
          body: { way, servedOn, receivedOn: receivedOn ?? null, proof: proof ?? '', consent: consent ?? arrival !== null },
        })
        void message.success('送达已经登记')
      }}
    >
      {(form) => (
        <>
          <Form.Item name="way" label="送达方式">
            <Select disabled={arrival !== null} options={Object.entries(serviceWays).map(([value, { title }]) => ({ value, label: title }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['way']}>
            {() => {
              const way = serviceWays[(form.getFieldValue('way') as Service['way'] | undefined) ?? 'post']
              return (
                <>
                  <Form.Item name="servedOn" label={way.day} rules={[{ required: true, message: '请选择日期' }]}>
                    <DayField allowClear={false} disabled={arrival !== null} />
                  </Form.Item>
                  {way === serviceWays.post && (
                    <Form.Item name="receivedOn" label="对方收到的日期" {...(arrival ? { rules: [{ required: true, message: '请选择日期' }] } : { extra: '尚不知道的，以后再登记。' })}>
                      <DayField />
                    </Form.Item>
                  )}
                  <Form.Item name="proof" label={way.proof} rules={[{ required: true, whitespace: true, message: `请填写${way.proof}` }]}>
                    <Input maxLength={200} disabled={arrival !== null} />
                  </Form.Item>
                  {'consent' in way && (
                    <Form.Item name="consent" valuePropName="checked" {...(agreedOn ? { extra: `申请人 ${agreedOn} 同意。` } : {})}>
                      <Checkbox>受送达人同意电子送达</Checkbox>
                    </Form.Item>
                  )}
                </>
              )
            }}
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
} // prettier-ignore

function LetterRow(props: {
  readonly letter: RequestLetter
  readonly sheet: RequestSheet
  readonly mayServe: boolean
  readonly onRead: () => void
  readonly onServe: () => void
}): ReactNode {
  const { letter, sheet } = props
  const { service } = letter
  const waits = !letter.replaced && (service === null || (service.way === 'post' && service.receivedOn === null))
  return (
    <li>
      <div className="gk-rows-main">
        <Button type="link" className="gk-cell-link" onClick={props.onRead}>
          {letter.title}
        </Button>{' '}
        {letter.version > 1 && <Tag>第{letter.version}版</Tag>}
        {letter.replaced && <Tag>已被新版本代替</Tag>}
        <span className="gk-cell-sub">
          <span className="gk-figure">{letter.number}</span> · {letter.addressee} · {letter.issuedOn} {letter.issuedByName}制发
        </span>
        <span className="gk-cell-sub">
          {service
            ? `${service.title} · ${service.day} ${service.servedOn}${service.way === 'post' && service.receivedOn ? ` · 对方收到 ${service.receivedOn}` : ''} · ${service.proof}`
            : letter.replaced
              ? null
              : '送达尚未登记'}
        </span>
        <span className="gk-letter-files">
          <a href={fileOf(sheet, letter, 'word')} download>
            Word
          </a>
          <a href={fileOf(sheet, letter, 'pdf')} download>
            PDF
          </a>
          <a href={fileOf(sheet, letter, 'receipt')} download>
            送达回证
          </a>
        </span>
      </div>
      {props.mayServe && waits && <Button onClick={props.onServe}>{service ? '登记对方收到' : '登记送达'}</Button>}
    </li>
  )
}

export function LettersPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const answer = useAnswer(listLetters, { params: { id: sheet.id } })
  const [making, setMaking] = useState<OpenLetter | null>(null)
  const [serving, setServing] = useState<RequestLetter | null>(null)
  const [reading, setReading] = useState<RequestLetter | null>(null)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const { letters = [], open = [] } = answer.data ?? {}
  const madeOf = ({ kind, about }: OpenLetter): RequestLetter | undefined => letters.find((one) => one.kind === kind && one.about === about && !one.replaced)
  const offered = open.filter((one) => madeOf(one)?.service == null)
  if (letters.length === 0 && offered.length === 0) return null
  return (
    <Panel title="文书">
      {offered.length > 0 && (
        <div className="gk-letter-make">
          {offered.map((one) => (
            <Button key={`${one.kind}${one.about}`} onClick={() => setMaking(one)}>
              {madeOf(one) ? '更换' : '制发'}：{one.title}
              {one.about > 0 && `（${one.to}）`}
            </Button>
          ))}
        </div>
      )}
      {letters.length === 0 ? (
        <p className="gk-muted">还没有制发文书。制发后自动编号，内容不能再改；需要改动的，制发新的版本。</p>
      ) : (
        <ul className="gk-rows">
          {letters.map((letter) => (
            <LetterRow
              key={letter.letterId}
              letter={letter}
              sheet={sheet}
              mayServe={open.length > 0}
              onRead={() => setReading(letter)}
              onServe={() => setServing(letter)}
            />
          ))}
        </ul>
      )}
      <LetterDialog letter={making} sheet={sheet} again={making ? madeOf(making) !== undefined : false} onClose={() => setMaking(null)} />
      <ServiceForm letter={serving} sheet={sheet} onClose={() => setServing(null)} />
      <Drawer open={reading !== null} onClose={() => setReading(null)} title={reading?.title} size={640} destroyOnHidden>
        {reading && (
          <article className="gk-letter">
            <p className="gk-letter-number">{reading.number}</p>
            <p>{reading.addressee}：</p>
            {[...reading.body.split('\n'), ...(reading.remedy ? [reading.remedy] : [])].map((line, at) => (
              <p key={at} className="gk-letter-line">
                {line}
              </p>
            ))}
          </article>
        )}
      </Drawer>
    </Panel>
  )
}
