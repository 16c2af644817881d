// The guide of one unit: how it stands, what would be written today against the draft or the public text, and what the unit adds.
import { Alert, App, Button, Flex, Form, Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { getGuide, putGuideParticulars, putGuideText } from '../../../src/modules/guide/http/contract.ts'
import { guideComparisons, guideStates } from '../../../src/modules/guide/law/parts.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ComparedText } from '../../ui/ComparedText.tsx'

type Guide = z.infer<typeof getGuide.answer>
type Particulars = Guide['particulars']

const fields = [
  ['receivingOffice', '受理机构', '例：县教育局办公室（政务公开科）'],
  ['receivingAddress', '受理地址', '不填，用机构页面的办公地址'],
  ['receivingPhone', '受理电话', '不填，用机构页面的联系电话'],
  ['receivingHours', '受理时间', '不填，用机构页面的办公时间'],
  ['onlineAddress', '在线申请地址', 'https://'],
  ['supervisor', '政府信息公开工作主管部门', '不填，用站点设置的主办单位'],
  ['supervisorPhone', '监督电话', ''],
  ['reconsiderationBody', '行政复议机关', '不填，用本级人民政府；镇用上一级，街道用设立它的人民政府'],
] as const satisfies readonly (readonly [keyof Particulars, string, string])[]

/** What would come of it, before anybody decides: one comparison at a time. */
function Compared(props: { readonly comparisons: Guide['comparisons'] }): ReactNode {
  const [chosen, setChosen] = useState(0)
  const shown = props.comparisons[chosen] ?? props.comparisons[0]
  if (!shown) return null
  const same = shown.paragraphs.every((one) => one.kind === 'same')
  return (
    <Panel title={`${guideComparisons[shown.of].title}：${guideComparisons[shown.of].against}`}>
      {props.comparisons.length > 1 && (
        <Segmented
          className="gk-guide-views"
          aria-label="比较什么"
          value={chosen}
          onChange={setChosen}
          options={props.comparisons.map(({ of }, value) => ({ value, label: guideComparisons[of].title }))}
        />
      )}
      {same ? <EmptyNote what="内容相同，没有需要更新的地方。" /> : <ComparedText paragraphs={shown.paragraphs} />}
    </Panel>
  )
}

export function GuidePage(): ReactNode {
  const { unitId = '' } = useParams()
  const { message } = App.useApp()
  const answer = useAnswer(getGuide, { params: { unitId } })
  const keep = useSend(putGuideParticulars)
  const take = useSend(putGuideText)
  const [open, setOpen] = useState(false)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const guide = answer.data
  const takeOver = async (how: 'changed-parts' | 'whole'): Promise<void> => {
    await take.mutateAsync({ params: { unitId }, body: { how } })
    await answer.refetch()
    void message.success('已采用，请打开稿件核对')
  }
  return (
    <SheetPage
      head={
        <PageHead
          title={`${guide.unitName}公开指南`}
          crumbs={[{ title: '公开指南', path: paths.guides }, { title: guide.unitName }]}
          state={<StateTag {...guideStates[guide.state]} />}
          note={guideStates[guide.state].hint}
        />
      }
      side={
        <Panel title="办理">
          <Facts
            narrow
            rows={[
              ['公开时间', guide.publishedAt && whenText(guide.publishedAt)],
              ['公开的文本', guide.liveEditionId && <Link to={paths.edition(guide.liveEditionId)}>查看</Link>],
              ['在办稿件', guide.openEditionId && <Link to={paths.edition(guide.openEditionId)}>打开稿件</Link>],
            ]}
          />
          {guide.mayTakeOver && guide.state === 'offered' && (
            <Flex vertical gap={8} className="gk-guide-ways">
              <ConfirmButton
                label="采用有变化的部分"
                question="采用有变化的部分？"
                follows="稿件中有变化的几节换成最新内容，其他内容保留。"
                okText="采用"
                button={{ type: 'primary', block: true }}
                onConfirm={() => takeOver('changed-parts')}
              />
              <ConfirmButton
                label="全部采用"
                question="用最新内容替换全文？"
                follows="稿件中已修改的内容会被替换。"
                okText="替换全文"
                danger
                button={{ block: true }}
                onConfirm={() => takeOver('whole')}
              />
            </Flex>
          )}
        </Panel>
      }
    >
      {guide.missing.length > 0 && <Alert type="warning" showIcon title={`缺少：${guide.missing.join('、')}。请在“机构与人员”补齐，或者在下面填写。`} />}
      <Panel title="受理、监督与复议" extra={guide.mayKeep && <Button onClick={() => setOpen(true)}>填写受理机构等信息</Button>}>
        <Facts rows={fields.map(([name, label]) => [label, guide.particulars[name]] as const)} />
      </Panel>
      <Compared comparisons={guide.comparisons} />
      <FormDialog<Particulars>
        open={open}
        title="填写受理机构等信息"
        okText="保存"
        initial={guide.particulars}
        note="保存后，指南草稿随之更新。"
        onSubmit={async (values) => {
          await keep.mutateAsync({ params: { unitId }, body: values })
          await answer.refetch()
          void message.success('已保存')
        }}
        onClose={() => setOpen(false)}
      >
        {fields.map(([name, label, placeholder]) => (
          <Form.Item key={name} name={name} label={label}>
            <Input maxLength={200} placeholder={placeholder} />
          </Form.Item>
        ))}
      </FormDialog>
    </SheetPage>
  )
}
