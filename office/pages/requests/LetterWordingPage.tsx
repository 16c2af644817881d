// 文书用语: how a unit numbers, heads and words the letters of its applications; every text is seen filled before it is used.
import { App, Button, Checkbox, Form, Input, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import {
  getLetterSettings,
  postLetterSample,
  putLetterhead,
  putLetterWording,
  type LetterKindSetting,
  type LetterSettings,
} from '../../../src/modules/requests/http/letter-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog, showReasons } from '../../ui/FormDialog.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSettingsPage } from '../../ui/UnitSettingsPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

type Head = LetterSettings['head']

function HeadForm({ settings }: { readonly settings: LetterSettings }): ReactNode {
  const { message } = App.useApp()
  const [form] = Form.useForm<Head>()
  const send = useSend(putLetterhead)
  const save = async (head: Head): Promise<void> => {
    try {
      await send.mutateAsync({ params: { unitId: settings.unitId }, body: head })
      void message.success('已保存，以后制发的文书按此办理')
    } catch (error) {
      showReasons(form, error)
    }
  }
  return (
    <Panel title="文号和版头">
      {settings.plain && <p className="gk-muted">还没有设定，文号暂用单位简称。</p>}
      <ErrorNote error={send.error} />
      <Form<Head> form={form} layout="vertical" initialValues={settings.head} onFinish={(head) => void save(head)}>
        <Form.Item
          name="code"
          label="机关代字"
          extra={`文号由机关代字、文书种类的字和年份、顺序号组成，例：${settings.kinds[0]?.sample ?? ''}；每种文书每年各自从1号起编。`}
          rules={[{ required: true, whitespace: true, message: '请填写机关代字' }]}
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="reviewChannel" label="网上申请行政复议的渠道" extra="以电子方式送达答复时必须告知，写明网址或者小程序名称。">
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="redHead" valuePropName="checked">
          <Checkbox>印红色版头（单位名称和红线）</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          保存
        </Button>
      </Form>
    </Panel>
  )
}

function Sample(props: { readonly unitId: string; readonly setting: LetterKindSetting; readonly text: string }): ReactNode {
  const { unitId, setting, text } = props
  const sample = useAnswer(postLetterSample, { params: { unitId }, body: { kind: setting.kind, text } }, { keep: true })
  if (sample.error) return <ErrorNote error={sample.error} />
  if (!sample.data) return <Waiting />
  return (
    <article className="gk-letter gk-letter-sample" aria-label="预览">
      <p className="gk-letter-number">{setting.sample}</p>
      <p>{sample.data.addressee}：</p>
      {[...sample.data.body.split('\n'), ...(sample.data.remedy ? [sample.data.remedy] : [])].map((line, at) => (
        <p key={at} className="gk-letter-line">
          {line}
        </p>
      ))}
    </article>
  )
}

function WordingDialog(props: { readonly unitId: string; readonly setting: LetterKindSetting | null; readonly onClose: () => void }): ReactNode {
  const { unitId, setting } = props
  const { message } = App.useApp()
  const send = useSend(putLetterWording)
  const [shown, setShown] = useState<string | null>(null)
  const close = (): void => {
    setShown(null)
    props.onClose()
  }
  return (
    <FormDialog<{ text: string }>
      open={setting !== null}
      title={setting?.title ?? ''}
      okText="保存"
      width={760}
      initial={{ text: setting?.text ?? '' }}
      note="每行一段；大括号里的名称在制发时换成案件的内容，只剩空白的段落略去。留空保存，恢复通用文本。已经制发的文书不变。"
      onClose={close}
      onSubmit={async ({ text }) => {
        if (!setting) return
        // The starting text kept as it is stays the starting text, so that a change of law reaches the unit.
        const own = (text ?? '').trim() === setting.start ? '' : (text ?? '')
        await send.mutateAsync({ params: { unitId }, body: { kind: setting.kind, text: own } })
        setShown(null)
        void message.success('用语已经保存')
      }}
    >
      {(form) =>
        setting && (
          <>
            <Form.Item name="text" label="正文" extra={`可以使用：${setting.names.map((name) => `{${name}}`).join(' ')}`}>
              <Input.TextArea autoSize={{ minRows: 7, maxRows: 16 }} maxLength={5000} />
            </Form.Item>
            <p className="gk-letter-make">
              <Button onClick={() => setShown((form.getFieldValue('text') as string | undefined) ?? '')}>预览</Button>
              <Button onClick={() => form.setFieldValue('text', setting.start)}>填入通用文本</Button>
            </p>
            {shown !== null && <Sample unitId={unitId} setting={setting} text={shown} />}
          </>
        )
      }
    </FormDialog>
  )
}

function Settings({ unitId }: { readonly unitId: string }): ReactNode {
  const answer = useAnswer(getLetterSettings, { params: { unitId } })
  const [edited, setEdited] = useState<LetterKindSetting | null>(null)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const { data } = answer
  if (!data) return <Waiting />
  return (
    <>
      <HeadForm key={data.unitId} settings={data} />
      <Panel title={`${data.unitName}的文书（${data.kinds.length} 种）`}>
        <ul className="gk-rows">
          {data.kinds.map((setting) => (
            <li key={setting.kind}>
              <div className="gk-rows-main">
                {setting.title} {setting.own && <Tag color="blue">本单位用语</Tag>}
                <span className="gk-cell-sub">
                  <span className="gk-figure">{setting.sample}</span> · {setting.article} · {setting.remedy ? '告知救济途径' : '不告知救济途径'}
                  {setting.setBy && ` · ${setting.setBy}设定`}
                </span>
              </div>
              <Button aria-label={`修改${setting.title}的用语`} onClick={() => setEdited(setting)}>
                修改
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      <WordingDialog unitId={unitId} setting={edited} onClose={() => setEdited(null)} />
    </>
  )
}

export const LetterWordingPage = (): ReactNode => (
  <UnitSettingsPage
    title="文书用语"
    note="依申请公开各种文书的文号、版头和正文；救济途径按条款、机关和日期自动写明。"
    under={{ title: '依申请公开', path: paths.requests }}
    how="没有设定的单位使用通用文本；设定后只影响以后制发的文书。"
    settings={(unitId) => <Settings unitId={unitId} />}
  />
)
