// Whether attachments lose the names in their properties without being asked.
import { App, Switch } from 'antd'
import type { ReactNode } from 'react'
import { getFileSetting, putFileSetting } from '../../../src/modules/gate/http/file-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'

export function FileSetting(): ReactNode {
  const { message } = App.useApp()
  const answer = useAnswer(getFileSetting, {})
  const save = useSend(putFileSetting)
  if (!answer.data) return null
  const { cleanByItself, changedAt } = answer.data
  return (
    <Panel title="附件处理">
      <label className="gk-switch-line">
        <Switch
          checked={cleanByItself}
          loading={save.isPending}
          onChange={(checked) =>
            save.mutate({ body: { cleanByItself: checked } }, { onSuccess: () => void message.success(checked ? '已开启，以后上传的附件自动清除' : '已关闭') })
          }
        />
        <span>上传时自动清除文件属性（作者、单位、文件位置、拍摄地点等），原文件留在内部</span>
      </label>
      <p className="gk-muted gk-follows">
        批注、修订痕迹和隐藏内容不会自动清除，由起草人处理。已上传的附件不受影响。{changedAt !== null && `最近修改：${whenText(changedAt)}。`}
      </p>
      <ErrorNote error={save.error} />
    </Panel>
  )
}
