// Letters of applicants, with what should stand in the form, written by hand.
import { describe, expect, it } from 'vitest'
import { fromLetter, type Letter } from './from-mail.ts'

const head = { fromName: '小陈', fromAddress: 'chenmin@mail.example', subject: '回复：政府信息公开申请' }
const blank = { documentNumber: '', contactPerson: '', address: '', phone: '' }

const letters: readonly { name: string; letter: Letter; proposal: object }[] = [
  {
    name: 'with the lines of the form',
    letter: { ...head, text: '姓名：陈敏\n身份证号：（另附）\n通信地址: 青岚县城关镇某路\n联系电话：0960-5550101\n所需信息：2025年校服采购合同\n' },
    proposal: { name: '陈敏', documentNumber: '（另附）', address: '青岚县城关镇某路', phone: '0960-5550101', contactPerson: '', email: 'chenmin@mail.example', subject: '政府信息公开申请', description: '2025年校服采购合同' },
  },
  {
    name: 'in plain words',
    letter: { ...head, subject: 'Fwd: RE: 校服', text: '您好：\n我想申请公开2025年校服采购合同。\n谢谢' },
    proposal: { ...blank, name: '小陈', email: 'chenmin@mail.example', subject: '校服', description: '您好：\n我想申请公开2025年校服采购合同。\n谢谢' },
  },
  {
    name: 'of an organisation, numbered, with what is asked for on two lines',
    letter: { ...head, text: '1. 单位名称：青岚清源律师事务所\n2、统一社会信用代码：另附\n3、联系人：王某\n申请内容：一、合同\n申请内容：二、验收单' },
    proposal: { ...blank, name: '青岚清源律师事务所', documentNumber: '另附', contactPerson: '王某', email: 'chenmin@mail.example', subject: '政府信息公开申请', description: '一、合同\n二、验收单' },
  },
  { name: 'with nothing in it', letter: { fromName: '', fromAddress: 'a@b.example', subject: '', text: '' }, proposal: { ...blank, name: '', email: 'a@b.example', subject: '', description: '' } },
] // prettier-ignore

describe('a letter', () => {
  it.each(letters)('$name fills in the form', ({ letter, proposal }) => {
    expect(fromLetter(letter)).toEqual(proposal)
  })

  it('never says more than the form takes', () => {
    const proposal = fromLetter({ ...head, fromName: '长'.repeat(300), text: `地址：${'长'.repeat(500)}\n${'字'.repeat(9000)}` })
    expect([proposal.name.length, proposal.address.length, proposal.description.length]).toEqual([100, 200, 5000])
  })
})
