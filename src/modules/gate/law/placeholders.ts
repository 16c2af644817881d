// What people leave standing where words were to come.
/** A whole text that is one of these is none. */
export const emptyTexts: ReadonlySet<string> = new Set([
  '正文',
  '内容',
  '标题',
  '正文内容',
  '文章内容',
  '测试内容',
  '测试',
  '试试',
  'test',
  '无',
  '暂无',
  '待定',
  '略',
  '123',
  '111',
])

const cross = '(?:[×ＸxX]{2,4})'

export const placeholderPatterns: readonly RegExp[] = [
  /此处(?:填写|输入|插入|粘贴|添加|插图|附图|附表|略)/g,
  /(?<=[（(【[])请?(?:填写|输入)(?=[）)】\]])/g,
  /(?<=[（(【[])(?:点击|单击)(?:此处)?输入[^）)】\]]{0,8}/g,
  /(?<![有尚亟])待(?:补充|完善|填写|补齐)(?=[。，；、）)】\]]|$)/g,
  /lorem ipsum/gi,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME|XXXX+)(?![A-Za-z])/g,
  // a name that is left out is written ×××; X is a key of the keyboard
  /(?<=(?:联系人|电话|地址|邮箱|时间|负责人|单位|编号)\s*[:：]\s*)[XＸ]{2,}(?:-[XＸ]{2,})?/g,
  /^(?:测试){2,}$/g,
  /(?<!\p{Script=Han})某某(?:局|县|镇|市|乡|单位|公司|部门|街道)|(?<=[与由在向经请和])某某(?:局|县|镇|市|乡|单位|部门|街道)/gu,
  /[_＿]{2,}(?:[年月日件条人元个户次份项%％]|万元)/g,
  new RegExp(`(?<![A-Za-z0-9])${cross}年(?:${cross}月)?(?:${cross}日)?`, 'g'),
  new RegExp(`(?<![A-Za-z0-9×Ｘ年])${cross}(?:月${cross}日|县|市|省|镇|乡|局|厅|件|万元|个百分点)`, 'g'),
]

/** What every pattern has one of: most pieces are read once only. */
export const mayHold = /[×ＸxX]{2}|此处|填写|输入|待|lorem|TODO|TBD|FIXME|测试测试|某某|[_＿]{2}/i
