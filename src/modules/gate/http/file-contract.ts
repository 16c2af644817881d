// How attachments are treated when they come.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const setting = z.object({
  /** Names, places and devices are taken out of the properties of every file without being asked. */
  cleanByItself: z.boolean(),
})

export const getFileSetting = contract({
  method: 'GET',
  path: '/file-setting',
  title: '附件处理设置',
  may: 'site.manage',
  answer: setting.extend({ changedAt: z.iso.datetime({ offset: true }).nullable() }),
})
export const putFileSetting = contract({
  method: 'PUT',
  path: '/file-setting',
  title: '修改附件处理设置',
  may: 'site.manage',
  body: setting,
  answer: setting,
})
