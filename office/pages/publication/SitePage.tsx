// 站点设置: names, identifiers, where to apply, and the head and foot of the site the platform stands in.
import { App, Button, Form, Input, Select, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRegister, getSite, putSiteRoute } from '../../../src/modules/publication/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { showReasons } from '../../ui/FormDialog.tsx'
import { countText, whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { FileSetting } from './FileSetting.tsx'

type Site = BodyOf<typeof putSiteRoute>

function Line(props: {
  readonly name: string | string[]
  readonly label: string
  readonly extra?: string
  readonly required?: boolean
  readonly span?: boolean
  readonly type?: string
}): ReactNode {
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      extra={props.extra}
      className={props.span ? 'gk-span' : ''}
      rules={props.required ? [{ required: true, whitespace: true, message: `请填写${props.label}` }] : []}
    >
      <Input maxLength={200} {...(props.type ? { type: props.type } : {})} />
    </Form.Item>
  )
}

function Register(): ReactNode {
  const answer = useAnswer(getRegister, {}, { every: 15_000 })
  if (!answer.data) return null
  const { entries, linked, lastLinkedAt, lastSignedSequence, lastSignedAt } = answer.data
  return (
    <Panel title="公开登记簿">
      <Facts
        rows={[
          ['登记', `${countText(entries)} 条`],
          ['已编号连接', `${countText(linked)} 条${entries > linked ? `，${countText(entries - linked)} 条正在处理` : ''}`],
          ['最近连接', whenText(lastLinkedAt)],
          ['最近签名', lastSignedSequence === null ? '还没有' : `第 ${countText(lastSignedSequence)} 条，${whenText(lastSignedAt)}`],
        ]}
      />
    </Panel>
  )
}

function SiteForm(props: { readonly site: Site }): ReactNode {
  const [form] = Form.useForm<Site>()
  const { message } = App.useApp()
  const save = useSend(putSiteRoute)
  const [changed, setChanged] = useState(false)
  return (
    <Form<Site>
      form={form}
      layout="vertical"
      initialValues={props.site}
      scrollToFirstError
      onValuesChange={() => setChanged(true)}
      onFinish={(values) =>
        save.mutate(
          { body: { ...props.site, ...values } },
          {
            onSuccess: () => {
              setChanged(false)
              void message.success('已保存，网站立即生效')
            },
            onError: (error) => showReasons(form, error),
          },
        )
      }
    >
      <ErrorNote error={save.error} />
      <Panel title="网站">
        <div className="gk-form-grid">
          <Line name="name" label="网站名称" required />
          <Line name="domain" label="域名" extra="如 www.qinglan.gov.cn，不带 https://" />
          <Line name="homeUrl" label="门户首页地址" />
          <Form.Item
            name="idCode"
            label="政府网站标识码"
            rules={[{ pattern: /^(\d{10}|[a-z]{2}\d{8})?$/, message: '标识码为10位数字，或者2位小写字母加8位数字' }]}
          >
            <Input maxLength={10} />
          </Form.Item>
          <Line name="sponsor" label="主办单位" />
          <Line name="operator" label="承办单位" />
          <Line name="icp" label="ICP备案号" />
          <Line name="publicSecurity" label="公安备案号" />
        </div>
      </Panel>
      <Panel title="联系我们">
        <div className="gk-form-grid">
          <Line name={['contact', 'telephone']} label="电话" />
          <Line name={['contact', 'email']} label="电子邮箱" />
          <Line name={['contact', 'address']} label="地址" />
          <Line name={['contact', 'postcode']} label="邮政编码" />
        </div>
      </Panel>
      <Panel title="依申请公开受理">
        <div className="gk-form-grid">
          <Line name={['application', 'office']} label="受理机构" />
          <Line name={['application', 'hours']} label="办公时间" />
          <Line name={['application', 'telephone']} label="联系电话" />
          <Line name={['application', 'fax']} label="传真" />
          <Line name={['application', 'email']} label="电子邮箱" />
          <Line name={['application', 'postcode']} label="邮政编码" />
          <Line name={['application', 'address']} label="通信地址" span />
        </div>
      </Panel>
      <Panel title="公开目录">
        <Form.Item
          name="catalogueShown"
          label="公众可以看到每个事项的最近更新和下次公开日期"
          valuePropName="checked"
          extra="关闭后半小时内不再显示；已公开的信息不受影响。"
        >
          <Switch />
        </Form.Item>
      </Panel>
      <Panel title="首页与链接">
        <Form.Item name="popularWords" label="搜索框下的常用词" extra="最多10个，按回车逐个输入。">
          <Select mode="tags" open={false} suffixIcon={null} maxCount={10} tokenSeparators={[' ', '，', ',', '、']} />
        </Form.Item>
        <Form.Item name="ownHosts" label="本级政府自己的网站" extra="链接到这些网站时不再提示“将离开本网站”。填域名，按回车逐个输入。">
          <Select mode="tags" open={false} suffixIcon={null} maxCount={50} tokenSeparators={[' ', '，', ',', '、']} />
        </Form.Item>
      </Panel>
      <Panel title="页头和页脚">
        <p className="gk-muted gk-follows">公开平台放在现有政府网站里时，在这里填那个网站的页头、页脚代码；留空则用平台自己的。</p>
        <Form.Item name="headerHtml" label="页头 HTML">
          <Input.TextArea className="gk-code-field" autoSize={{ minRows: 3, maxRows: 12 }} maxLength={50_000} spellCheck={false} />
        </Form.Item>
        <Form.Item name="footerHtml" label="页脚 HTML">
          <Input.TextArea className="gk-code-field" autoSize={{ minRows: 3, maxRows: 12 }} maxLength={50_000} spellCheck={false} />
        </Form.Item>
      </Panel>
      <div className="gk-save-bar">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed}>
          保存
        </Button>
        {changed && <span className="gk-soon">有修改尚未保存</span>}
      </div>
    </Form>
  )
}

export function SitePage(): ReactNode {
  const answer = useAnswer(getSite, {})
  return (
    <>
      <PageHead title="站点设置" />
      <ErrorNote error={answer.error} again={() => void answer.refetch()} />
      {answer.data ? <SiteForm site={answer.data} /> : !answer.error && <Waiting />}
      {answer.data && <FileSetting />}
      <Register />
    </>
  )
}
