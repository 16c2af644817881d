// Letters as mail programs write them, in the encodings that come in, and files that are none.
import { describe, expect, it } from 'vitest'
import { mostLetters, readLetters } from './read-mail.ts'

const eml = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1')
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

describe('a letter', () => {
  it('in UTF-8 is read with its sender, subject and day', async () => {
    const letter = eml('From: =?UTF-8?B?6ZmI5pWP?= <chenmin@mail.example>', 'To: gk@county.example', 'Subject: =?utf-8?Q?=E7=94=B3=E8=AF=B7?=', 'Date: Mon, 9 Mar 2026 10:05:00 +0800', 'Content-Type: text/plain; charset=utf-8', '', utf8('姓名：陈敏\n所需信息：校服合同')) // prettier-ignore
    expect(await readLetters(letter)).toEqual([{ fromName: '陈敏', fromAddress: 'chenmin@mail.example', subject: '申请', sentAt: new Date('2026-03-09T02:05:00Z'), text: '姓名：陈敏\n所需信息：校服合同', attachments: [] }]) // prettier-ignore
  })

  it('in GBK is read, too', async () => {
    const letter = eml('From: a@b.example', 'Subject: x', 'Content-Type: text/plain; charset=gbk', 'Content-Transfer-Encoding: base64', '', 'yerH6w==')
    expect((await readLetters(letter))[0]?.text).toBe('申请')
  })

  it('of HTML alone gives its words line by line, and runs nothing', async () => {
    const letter = eml('From: a@b.example', 'Content-Type: text/html; charset=utf-8', '', utf8('<p>姓名：陈敏</p><script>alert(1)</script><div>电话：1</div>'))
    const text = (await readLetters(letter))[0]?.text ?? ''
    expect(text.split('\n').map((line) => line.trim()).filter(Boolean)).toEqual(expect.arrayContaining(['姓名：陈敏', '电话：1'])) // prettier-ignore
    expect(text).not.toContain('<')
  })

  it('names what is attached', async () => {
    const letter = eml('From: a@b.example', 'Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/plain', '', 'hello', '--x', 'Content-Type: application/pdf; name="id.pdf"', 'Content-Disposition: attachment; filename="id.pdf"', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--x--') // prettier-ignore
    expect((await readLetters(letter))[0]?.attachments).toEqual(['id.pdf'])
  })
})

describe('a mailbox', () => {
  const mailbox = (count: number): Buffer =>
    Buffer.from(Array.from({ length: count }, (_, at) => `From a@b.example Mon Mar  9 10:05:00 2026\nFrom: a${at}@b.example\nSubject: ${at}\n\n>From here on\n\n`).join('')) // prettier-ignore

  it('gives its letters in order, with lines that were guarded as they were', async () => {
    const letters = await readLetters(mailbox(3))
    expect(letters.map(({ fromAddress }) => fromAddress)).toEqual(['a0@b.example', 'a1@b.example', 'a2@b.example'])
    expect(letters[0]?.text).toBe('From here on')
  })

  it('is read up to a bound', async () => {
    expect(await readLetters(mailbox(80))).toHaveLength(mostLetters)
  })
})

it.each([
  ['empty', Buffer.alloc(0)],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ['words', Buffer.from('这不是邮件。')],
  ['nested without end', Buffer.from(`From: a@b.example\r\n${'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(500)}`)],
])('a file that is %s makes no fault', async (_name, bytes) => {
  expect((await readLetters(bytes)).length).toBeLessThanOrEqual(1)
})
