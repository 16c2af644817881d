// The indicator sheet to 2018 as it was printed (fact sheet 2.2): its official wording, a line each.
import { columnHead, plainWords, rowHead, type Layout, type PrintedCell } from './layout.ts'
import { formA } from './form-a.ts'
import { keyOf } from './shape.ts'

/** Lines that open a section, and lines with the key of their cell before the bar. */
const lines = `
一、主动公开情况
a1|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）
a1a|　　　其中：主动公开规范性文件数
a1b|　　　制发规范性文件总数
（二）通过不同渠道和方式公开政府信息的情况
a2_1|　　1.政府公报公开政府信息数
a2_2|　　2.政府网站公开政府信息数
a2_3|　　3.政务微博公开政府信息数
a2_4|　　4.政务微信公开政府信息数
a2_5|　　5.其他方式公开政府信息数
二、回应解读情况
b1|（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）
（二）通过不同渠道和方式回应解读的情况
b2_1|　　1.参加或举办新闻发布会总次数
b2_1a|　　　其中：主要负责同志参加新闻发布会次数
b2_2|　　2.政府网站在线访谈次数
b2_2a|　　　其中：主要负责同志参加政府网站在线访谈次数
b2_3|　　3.政策解读稿件发布数
b2_4|　　4.微博微信回应事件数
b2_5|　　5.其他方式回应事件数
三、依申请公开情况
c1|（一）收到申请数
c1_1|　　1.当面申请数
c1_2|　　2.传真申请数
c1_3|　　3.网络申请数
c1_4|　　4.信函申请数
c2|（二）申请办结数
c2_1|　　1.按时办结数
c2_2|　　2.延期办结数
c3|（三）申请答复数
c3_1|　　1.属于已主动公开范围数
c3_2|　　2.同意公开答复数
c3_3|　　3.同意部分公开答复数
c3_4|　　4.不同意公开答复数
c3_4a|　　　其中：涉及国家秘密
c3_4b|　　　涉及商业秘密
c3_4c|　　　涉及个人隐私
c3_4d|　　　危及国家安全、公共安全、经济安全和社会稳定
c3_4e|　　　不是《条例》所指政府信息
c3_4f|　　　法律法规规定的其他情形
c3_5|　　5.不属于本行政机关公开数
c3_6|　　6.申请信息不存在数
c3_7|　　7.告知作出更改补充数
c3_8|　　8.告知通过其他途径办理数
d|四、行政复议数量
d1|（一）维持具体行政行为数
d2|（二）被依法纠错数
d3|（三）其他情形数
e|五、行政诉讼数量
e1|（一）维持具体行政行为或者驳回原告诉讼请求数
e2|（二）被依法纠错数
e3|（三）其他情形数
f|六、举报投诉数量
g|七、依申请公开信息收取的费用
八、机构建设和保障经费情况
h1|（一）政府信息公开工作专门机构数
h2|（二）设置政府信息公开查阅点数
h3|（三）从事政府信息公开工作人员数
h3_1|　　1.专职人员数（不包括政府公报及政府网站工作人员数）
h3_2|　　2.兼职人员数
h4|（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）
九、政府信息公开会议和培训情况
i1|（一）召开政府信息公开工作会议或专题会议数
i2|（二）举办各类培训班数
i3|（三）接受培训人员数
`

const units = new Map(formA.tables.flatMap(({ rows }) => rows.flatMap((row) => row.columns.map((column) => [keyOf(row, column), row.unit ?? ''] as const))))

function rowOf(line: string): readonly PrintedCell[] {
  const [, key, words] = /^(?:([a-z0-9_]+)\|)?(.*)$/.exec(line) ?? []
  if (key === undefined) return [rowHead(words ?? ''), plainWords('—'), plainWords('')]
  return [rowHead(words ?? ''), plainWords(units.get(key) ?? ''), { key }]
}

export const layoutA: Layout = {
  generation: 'A',
  tables: [
    {
      part: 'after',
      table: {
        key: 'indicators',
        widths: [74, 11, 15],
        headRows: 1,
        rows: [[columnHead('统　计　指　标'), columnHead('单位'), columnHead('统计数')], ...lines.trim().split('\n').map(rowOf)],
      },
    },
  ],
  footer: ['单位负责人', '审核人', '填报人', '联系电话', '填报日期'],
}
