// An opinion, with the common phrases at hand and one's own kept.
import { Button, Dropdown, Input } from 'antd'
import type { ReactNode } from 'react'
import { getPhrases, putPhrases } from '../../../src/modules/disclosure/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'

export function OpinionField(props: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
}): ReactNode {
  const phrases = useAnswer(getPhrases, {})
  const save = useSend(putPhrases)
  const value = props.value ?? ''
  const common = phrases.data?.common ?? []
  const own = phrases.data?.own ?? []
  const put = (phrase: string): void => props.onChange?.(value.trim() === '' ? phrase : `${value.trim()}${phrase}`)
  const keepable = value.trim() !== '' && value.trim().length <= 200 && !own.includes(value.trim()) && !common.includes(value.trim())
  return (
    <>
      <Input.TextArea
        {...(props.id === undefined ? {} : { id: props.id })}
        value={value}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        placeholder={props.placeholder ?? ''}
        onChange={(event) => props.onChange?.(event.target.value)}
      />
      <div className="gk-phrases">
        {common.slice(0, 4).map((phrase) => (
          <Button key={phrase} size="small" onClick={() => put(phrase)}>
            {phrase}
          </Button>
        ))}
        {(common.length > 4 || own.length > 0) && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...common.slice(4).map((phrase) => ({ key: `c${phrase}`, label: phrase, onClick: () => put(phrase) })),
                ...(own.length > 0 ? [{ type: 'divider' as const }] : []),
                ...own.map((phrase) => ({ key: `o${phrase}`, label: phrase, onClick: () => put(phrase) })),
              ],
            }}
          >
            <Button size="small">更多常用意见</Button>
          </Dropdown>
        )}
        {keepable && (
          <Button size="small" type="link" loading={save.isPending} onClick={() => save.mutate({ body: { own: [...own, value.trim()] } })}>
            存为常用意见
          </Button>
        )}
      </div>
    </>
  )
}
