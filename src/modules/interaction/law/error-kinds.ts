// What can be wrong with a page, in the words of 我为政府网站找错.
export const errorKinds = {
  'dead-link': '网站无法访问或者链接打不开',
  'wrong-content': '内容不准确或者有错别字',
  outdated: '信息没有及时更新',
  'no-answer': '咨询没有答复',
  service: '办事不方便或者不实用',
  other: '其他问题',
} as const satisfies Record<string, string>

export type ErrorKind = keyof typeof errorKinds
