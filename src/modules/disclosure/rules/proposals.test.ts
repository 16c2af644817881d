// What a text suggests about the documents that it names.
import { expect, it } from 'vitest'
import { proposalsOf } from './proposals.ts'

const heating = {
  documentId: 'heating',
  title: '关于印发《城市供热管理办法》的通知',
  documentNumber: '青政发〔2023〕27号',
  written: ['青政发〔2023〕27号', '城市供热管理办法'],
}
const relief = { documentId: 'relief', title: '临时救助实施办法', documentNumber: '青政发〔2021〕14号', written: ['青政发〔2021〕14号'] }

it.each([
  {
    title: '临时救助办法',
    bodyText: '本办法自公布之日起施行。《临时救助实施办法》（青政发[2021]14号）同时废止。',
    finds: ['repeals relief'],
    because: 'the sentence that names it says so',
  },
  { title: '关于修改部分文件的决定', bodyText: '对青政发〔2023〕27号作如下修改：第三条删去。', finds: ['amends heating'], because: 'it says what it changes' },
  {
    title: '《城市供热管理办法》政策解读',
    bodyText: '根据青政发〔2021〕14号……《城市供热管理办法》已印发。',
    finds: ['interprets heating'],
    because: 'the title names what is explained, the other is only cited',
  },
  { title: '一图读懂供热新规', bodyText: '青政发〔2023〕27号明确：', finds: ['interprets heating'], because: 'the first that is named' },
  {
    title: '关于规范性文件清理结果的公告',
    bodyText: '继续有效：青政发〔2023〕27号。青政发〔2021〕14号。',
    finds: ['cleans heating', 'cleans relief'],
    because: 'all that are named',
  },
  { title: '关于做好供热的通知', bodyText: '根据青政发〔2023〕27号，制定本通知。', finds: [], because: 'a basis is cited, nothing more' },
])('$title: $because', ({ title, bodyText, finds }) => {
  const named = [heating, relief].filter((one) => one.written.some((name) => bodyText.replaceAll('[', '〔').replaceAll(']', '〕').includes(name)))
  expect(proposalsOf({ title, bodyText }, named).map(({ kind, documentId }) => `${kind} ${documentId}`)).toEqual(finds)
})
