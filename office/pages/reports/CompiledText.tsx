// What the units wrote, heading by heading, to be put behind the text of the office that collects.
import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { getCompiledText, putCompiledText } from '../../../src/modules/reports/http/text-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { TakeTextDialog, type TakingText } from './TakeTextDialog.tsx'

export function CompiledText(props: TakingText): ReactNode {
  const { reportId, version } = props
  const answer = useAnswer(getCompiledText, { params: { reportId } })
  const send = useSend(putCompiledText)
  const [ordinals, setOrdinals] = useState<readonly number[]>([])
  const parts = (answer.data?.parts ?? []).filter(({ lines }) => lines.length > 0)
  const take = async (): Promise<void> => {
    await send.mutateAsync({ params: { reportId }, body: { version, ordinals: [...ordinals] } })
    props.onTaken()
  }
  return (
    <TakeTextDialog
      title="汇编各单位文字"
      okText={`接在${ordinals.length}个部分之后`}
      note="只汇编已接收的报告，每段前写明单位；现有的文字不动，汇编的文字接在后面，再由您删改。"
      idle={ordinals.length === 0}
      waiting={answer.isPending}
      sending={send.isPending}
      error={answer.error ?? send.error}
      onTake={take}
      onClose={props.onClose}
    >
      {answer.data && parts.length === 0 && <EmptyNote what="还没有可以汇编的文字。" how="各单位的报告接收以后，文字出现在这里。" />}
      {parts.map(({ ordinal, title, lines }) => (
        <section key={ordinal} className="gk-drawn" aria-label={title}>
          <Checkbox
            checked={ordinals.includes(ordinal)}
            onChange={(event) => setOrdinals((before) => (event.target.checked ? [...before, ordinal] : before.filter((one) => one !== ordinal)))}
          >
            {title}（{new Set(lines.map(({ unitName }) => unitName)).size}个单位）
          </Checkbox>
          <ul className="gk-drawn-units">
            {[...Map.groupBy(lines, ({ unitName }) => unitName)].map(([unitName, own]) => (
              <li key={unitName}>
                {own.map(({ text }, at) => (
                  // lines have no identity but their place
                  <p key={`${at}-${text.length}`}>{text}</p>
                ))}
                {own[0] && (
                  <Link to={own[0].path} target="_blank" aria-label={`${unitName}的原文`}>
                    原文
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </TakeTextDialog>
  )
}
