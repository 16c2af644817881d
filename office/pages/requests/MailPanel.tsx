// An application that came by mail: its file fills in the form; where a mailbox holds several letters, one is chosen.
import { Button, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { postRequestMail, type ReadRequestMail } from '../../../src/modules/requests/http/mail-contract.ts'
import { upload } from '../../api/upload.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

export function MailPanel(props: { readonly onChoose: (letter: ReadRequestMail) => void }): ReactNode {
  const [letters, setLetters] = useState<readonly ReadRequestMail[]>([])
  const [chosen, setChosen] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const choose = (at: number, among: readonly ReadRequestMail[] = letters): void => {
    const letter = among[at]
    if (!letter) return
    setChosen(at)
    props.onChoose(letter)
  }
  const read = async (file: File): Promise<void> => {
    setBusy(true)
    setError(null)
    setChosen(null)
    setLetters([])
    try {
      const answer = await upload(postRequestMail, {}, [file], {}, () => {}).answer
      setLetters(answer.letters)
      if (answer.letters.length === 1) choose(0, answer.letters)
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const attachments = chosen === null ? [] : (letters[chosen]?.attachments ?? [])
  return (
    <Panel title="从电子邮件读入">
      <ErrorNote error={error} />
      <Upload
        accept=".eml,.mbox,message/rfc822"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <Button loading={busy}>选择邮件文件</Button>
      </Upload>
      <p className="gk-muted gk-note-above">申请以电子邮件寄来的，选另存的 .eml 文件，下面的表格按来信填写，请核对后登记。其他渠道的，直接填写。</p>
      {letters.length > 1 && (
        <ul className="gk-rows" aria-label="文件里的邮件">
          {letters.map((letter, at) => (
            <li key={`${at}-${letter.email}`}>
              <div className="gk-rows-main">
                {letter.subject || '（没有主题）'}
                <span className="gk-cell-sub">{[letter.name, letter.email, letter.sentOn].filter(Boolean).join(' · ')}</span>
              </div>
              <Button size="small" disabled={chosen === at} onClick={() => choose(at)}>
                {chosen === at ? '已填入' : '填入'}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <p role="status">
          已按来信填入表格。
          {attachments.length > 0 && `来信有${attachments.length}个附件（${attachments.filter(Boolean).join('、') || '未命名'}），其中的身份证明请另行核对。`}
        </p>
      )}
    </Panel>
  )
}
