// The starting text: what the records of the year say, part by part, with what stands there now; nothing is replaced that was not chosen.
import { Alert, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { getStartingText, putStartingText, type StartingTextAnswer } from '../../../src/modules/reports/http/text-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { TakeTextDialog, type TakingText } from './TakeTextDialog.tsx'

type Part = StartingTextAnswer['parts'][number]

function Drawn(props: { readonly part: Part; readonly chosen: boolean; readonly onChoose: (chosen: boolean) => void }): ReactNode {
  const { part, chosen, onChoose } = props
  const differs = part.now !== '' && part.now !== part.text
  return (
    <section className="gk-drawn" aria-label={part.title}>
      <h3>{part.title}</h3>
      {part.text === '' && <p className="gk-muted">没有可以写成文字的记录。</p>}
      {part.text !== '' && (
        <>
          <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
            {differs ? '用下面的文字替换这一部分现有的文字' : part.now === '' ? '写入这一部分' : '与现有文字相同'}
          </Checkbox>
          <ul className="gk-plain-list">
            {part.sentences.map(({ text, sources }) => (
              <li key={text}>
                {text}
                <span className="gk-cell-sub">
                  来源：
                  {sources.map(({ title, path }, at) => (
                    <span key={title}>
                      {at > 0 && '、'}
                      {path === '' ? (
                        title
                      ) : (
                        <Link to={path} target="_blank">
                          {title}
                        </Link>
                      )}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          {differs && (
            <details>
              <summary>现有的文字</summary>
              {part.now.split('\n').map((line, at) => (
                // lines have no identity but their place
                <p key={`${at}-${line.length}`}>{line}</p>
              ))}
            </details>
          )}
        </>
      )}
      {part.write.map((one) => (
        <p key={one} className="gk-muted">
          请自己写：{one}。
        </p>
      ))}
    </section>
  )
}

export function StartingText(props: TakingText): ReactNode {
  const { reportId, version } = props
  const answer = useAnswer(getStartingText, { params: { reportId } })
  const send = useSend(putStartingText)
  const [chosen, setChosen] = useState<Readonly<Record<number, boolean>>>({})
  const parts = answer.data?.parts ?? []
  // parts that are empty are taken unless somebody says no; others only when somebody says so
  const isChosen = ({ ordinal, now, text }: Part): boolean => text !== '' && (chosen[ordinal] ?? now === '')
  const ordinals = parts.filter(isChosen).map(({ ordinal }) => ordinal)
  const replaced = parts.filter((part) => isChosen(part) && part.now !== '' && part.now !== part.text)
  const take = async (): Promise<void> => {
    await send.mutateAsync({ params: { reportId }, body: { version, ordinals } })
    props.onTaken()
  }
  return (
    <TakeTextDialog
      title="按本年记录生成文字"
      okText={`写入${ordinals.length}个部分`}
      note="每一句都有记录，数字都是引用。系统没有记录的，要自己写。空白的部分直接写入，已经写了的，选中后才替换。"
      idle={ordinals.length === 0}
      waiting={answer.isPending}
      sending={send.isPending}
      error={answer.error ?? send.error}
      onTake={take}
      onClose={props.onClose}
    >
      {parts.map((part) => (
        <Drawn key={part.ordinal} part={part} chosen={isChosen(part)} onChoose={(is) => setChosen((before) => ({ ...before, [part.ordinal]: is }))} />
      ))}
      {replaced.length > 0 && (
        <Alert type="warning" showIcon title={`将替换现有的文字：${replaced.map(({ title }) => title).join('、')}。替换后不能恢复，需要的请先复制。`} />
      )}
    </TakeTextDialog>
  )
}
