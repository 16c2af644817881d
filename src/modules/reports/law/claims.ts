// What a sentence counts: words before a figure that name a cell of a form. A sentence may count otherwise, so each claim names every reading that clears it.
import type { Generation } from './forms/shape.ts'

export interface Claim {
  readonly generations: readonly Generation[]
  /** Readings: each is a sum of cells. */
  readonly readings: readonly (readonly string[])[]
  /** The words right before the figure, to its beginning. */
  readonly before: RegExp
  /** The words right after figure and unit. */
  readonly after?: RegExp
  readonly units: RegExp
  /** Words that must stand earlier in the sentence. */
  readonly with?: RegExp
  /** Words that must not stand in the clause: then something else is counted. */
  readonly without?: RegExp
  readonly title: string
}

const later = ['B', 'C'] as const
const cases = /^(?:件|宗|份|条|个|起|次)$/
const application = /申请/
/** What an office handles as its work and not as applications for information. */
const otherWork = /工单|诉求|投诉|信访|办件|事项|热线|提案|建议|案件/
const ofDisclosure = /信息公开|政府信息|发生|引发|引起|被申请|被提起/
const itsOwnWork = /(?:办理|审理|受理|承办|代理|应诉)(?:的)?行政(?:复议|诉讼)/

const received =
  /(?:新收|收到|受理|接收|接到)(?:到|了)?(?:各类)?(?:的)?(?:依申请公开)?(?:政府信息|信息)?(?:公开)?(?:书面)?(?:申请|依申请公开)(?:总数|数量)?(?:共计|共|合计|为)?$/
const receivedBefore = /(?:新收|收到|受理|接收|接到)(?:了)?(?:共|共计)?$/
const informationApplication = /^(?:依申请公开)?(?:政府信息|信息)?(?:公开)申请/
const carriedOver = /上(?:一)?年(?:度)?结转(?:的)?(?:政府信息公开)?(?:申请)?(?:数量)?(?:共|为)?$/
const carriedForward = /结转(?:至|到)?(?:下一?|次|明)年(?:度)?(?:继续)?(?:办理|处理)?(?:的)?(?:申请)?(?:共|为)?$/
const carriedForwardAfter = /^(?:申请)?(?:将)?(?:继续)?结转(?:至|到)?(?:下|次|明|20\d\d)/
/** 按期答复 and 延期答复 count a part of what was concluded. */
const concluded = /(?<!按时|按期|如期|及时|当场|延期|逾期|超期)(?:已|共|全部|均)?(?:办结|答复|办理完毕)(?:政府信息公开)?(?:申请)?(?:共计|共|为)?$/

const result = (readings: Claim['readings'], before: RegExp, title: string): Claim => ({
  generations: later,
  readings,
  before,
  units: cases,
  with: /申请|答复|办结/,
  without: otherWork,
  title,
})
const denied = ['stateSecret', 'lawForbidden', 'safetyStability', 'thirdPartyRights', 'internalAffairs', 'processInfo', 'enforcementCase', 'adminQuery'].map(
  (one) => `denied.${one}.total`,
)
const unable = ['notHeld', 'needsCreation', 'stillUnclear'].map((one) => `unable.${one}.total`)
const notProcessed = ['petition', 'repeat', 'publication', 'massive', 'reconfirm'].map((one) => `notProcessed.${one}.total`)
const other = ['notCorrected', 'feeUnpaid', 'other'].map((one) => `other.${one}.total`)
const sheet = (key: string, before: RegExp, units: RegExp, title: string, more: Partial<Claim> = {}): Claim => ({
  generations: ['A'],
  readings: [[key]],
  before,
  units,
  title,
  ...more,
})
const by = (column: string, before: RegExp, title: string): Claim => ({
  generations: later,
  readings: [[`newReceived.${column}`], [`newReceived.${column}`, `carriedOver.${column}`]],
  before,
  units: cases,
  with: /(?:新收|收到|受理)[^。]*申请/,
  without: otherWork,
  title,
})

export const claims: readonly Claim[] = [
  { generations: later, readings: [['newReceived.total'], ['newReceived.total', 'carriedOver.total']], before: received, units: cases, without: /工单|诉求|投诉|办件|许可/, title: '本年新收政府信息公开申请' },
  { generations: later, readings: [['newReceived.total'], ['newReceived.total', 'carriedOver.total']], before: receivedBefore, after: informationApplication, units: cases, title: '本年新收政府信息公开申请' },
  { generations: later, readings: [['carriedOver.total']], before: carriedOver, units: cases, title: '上年结转申请' },
  { generations: later, readings: [['carriedForward.total']], before: carriedForward, units: cases, title: '结转下年度继续办理' },
  { generations: later, readings: [['carriedForward.total']], before: /[，；、。]$|^$/, after: carriedForwardAfter, units: cases, with: application, title: '结转下年度继续办理' },
  { generations: later, readings: [['totalProcessed.total'], ['newReceived.total']], before: concluded, units: cases, with: application, without: otherWork, title: '办理结果总计' },
  result([['granted.total']], /(?<!部分|或|和|及)(?:予以公开|同意公开)(?:的)?$/, '予以公开'),
  result([['partialGrant.total']], /(?<!或|或者|和|及)(?:部分公开|部分予以公开)(?:的)?$/, '部分公开'),
  result([denied], /不予公开(?:的)?$/, '不予公开'),
  result([unable], /无法提供(?:的)?$/, '无法提供'),
  result([['unable.notHeld.total']], /不掌握(?:相关(?:政府)?信息)?(?:的)?$/, '本机关不掌握相关政府信息'),
  result([notProcessed], /不予处理(?:的)?$/, '不予处理'),
  { ...result([other], /其他处理(?:的)?$/, '其他处理'), generations: ['C'] },
  { ...result([['other.total']], /其他处理(?:的)?$/, '其他处理'), generations: ['B'] },
  by('person', /自然人(?:提出|提交)?(?:的)?(?:申请)?$/, '自然人申请'),
  by('business', /商业企业(?:提出|提交)?(?:的)?(?:申请)?$/, '商业企业申请'),
  by('research', /科研机构(?:提出|提交)?(?:的)?(?:申请)?$/, '科研机构申请'),
  by('legal', /法律服务机构(?:提出|提交)?(?:的)?(?:申请)?$/, '法律服务机构申请'),
  { generations: later, readings: [['reconsideration.total']], before: /行政复议(?:案件|申请)?(?:共计|共|为)?$/, units: cases, with: ofDisclosure, without: itsOwnWork, title: '行政复议' },
  { generations: later, readings: [['lawsuitDirect.total', 'lawsuitAfter.total'], ['lawsuitDirect.total'], ['lawsuitAfter.total']], before: /(?:新发生|被提起|提起|发生|引起|引发)行政诉讼(?:案件)?(?:共计|共|为)?$/, units: cases, without: itsOwnWork, title: '行政诉讼' },
  { generations: later, readings: [['lawsuitDirect.total', 'lawsuitAfter.total']], before: /(?:^|[，、；])行政诉讼(?:案件)?(?:共计|共|为)?$/, units: cases, with: ofDisclosure, without: itsOwnWork, title: '行政诉讼' },
  { generations: later, readings: [['documents.made']], before: /(?:制发|制定|出台|印发)(?:行政)?规范性文件(?:共)?$/, units: cases, title: '本年制发规范性文件' },
  { generations: ['C'], readings: [['documents.repealed']], before: /废止(?:失效)?(?:行政)?(?:规范性文件)?$/, units: cases, with: /规范性文件/, title: '本年废止规范性文件' },
  { generations: ['C'], readings: [['documents.inForce']], before: /现行有效(?:的)?(?:行政)?(?:规范性文件)?(?:共)?$/, units: cases, with: /规范性文件/, title: '现行有效规范性文件' },
  { generations: ['C'], readings: [['licences']], before: /(?:^|办理|作出|实施|办结)(?:各类)?行政许可(?:决定)?(?:共)?$/, units: cases, with: /办理|作出|实施|办结/, title: '行政许可' },
  { generations: ['C'], readings: [['penalties']], before: /(?:^|办理|作出|实施)(?:各类)?行政处罚(?:决定)?(?:共)?$/, units: cases, with: /办理|作出|实施/, title: '行政处罚' },
  { generations: ['C'], readings: [['coercions']], before: /(?:^|采取|作出|实施)行政强制(?:措施|决定)?(?:共)?$/, units: cases, with: /采取|作出|实施/, title: '行政强制' },

  sheet('a1', /(?<!各乡镇|各部门)主动公开(?:各类)?(?:政府|政务)?信息(?:共计|共|总数|为|达)?$/, /^条$/, '主动公开政府信息数', { without: /累计|施行以来/ }),
  sheet('a1', /公开政府信息(?:共计|共)$/, /^条$/, '主动公开政府信息数', { without: /累计|施行以来/ }),
  { generations: ['A'], readings: [['a1a'], ['a1b']], before: /规范性文件$/, units: /^(?:件|条|份)$/, with: /公开|制发/, title: '规范性文件数' },
  sheet('a2_1', /政府公报(?:公开|刊登|发布)?(?:政府)?(?:信息)?$/, /^条$/, '政府公报公开政府信息数'),
  sheet('a2_2', /网站(?:主动)?(?:公开|发布)?(?:政府)?(?:信息)?$/, /^条$/, '政府网站公开政府信息数'),
  sheet('a2_3', /微博(?:公开|发布|推送)?(?:政府)?(?:信息)?$/, /^条$/, '政务微博公开政府信息数', { without: /回应/ }),
  sheet('a2_4', /微信(?:公众号)?(?:公开|发布|推送)?(?:政府)?(?:信息)?$/, /^条$/, '政务微信公开政府信息数', { without: /回应/ }),
  { generations: ['A'], readings: [['a2_5'], ['a2_3', 'a2_4', 'a2_5']], before: /其他(?:方式|渠道|途径)(?:公开|发布)?(?:政府)?(?:信息)?$/, units: /^条$/, title: '其他方式公开政府信息数' },
  sheet('b1', /回应公众关注热点(?:或重大舆情)?$/, /^次$/, '回应公众关注热点或重大舆情数'),
  sheet('b2_1', /举办新闻发布会$/, /^[次场]$/, '新闻发布会总次数'),
  sheet('b2_3', /解读(?:稿件|材料)$/, /^篇$/, '政策解读稿件发布数'),
  sheet('c1', received, cases, '收到申请数', { without: /工单|诉求|投诉|办件|许可/ }),
  sheet('c1', /(?:受理|收到|办理)依申请公开(?:政府信息)?(?:申请)?(?:共)?$/, cases, '收到申请数'),
  sheet('c1_1', /当面(?:申请|提交|提出)?$/, cases, '当面申请数', { with: application }),
  sheet('c1_2', /传真(?:申请|提交|提出)?$/, cases, '传真申请数', { with: application }),
  sheet('c1_3', /(?:网络|网上|在线)(?:申请|提交|提出)$/, cases, '网络申请数', { with: application }),
  sheet('c1_4', /信函(?:申请|提交|提出)$/, cases, '信函申请数', { with: application }),
  sheet('c2', /(?<!按时|延期)办结$/, cases, '申请办结数', { with: application, without: otherWork }),
  sheet('c2_1', /按时办结$/, cases, '按时办结数', { with: application, without: otherWork }),
  sheet('c2_2', /延期办结$/, cases, '延期办结数', { with: application, without: otherWork }),
  sheet('c3_2', /(?<!不)同意公开(?:的)?$/, cases, '同意公开答复数', { with: /答复/ }),
  sheet('c3_3', /同意部分公开(?:的)?$/, cases, '同意部分公开答复数', { with: /答复/ }),
  sheet('c3_4', /不同意公开(?:的)?$/, cases, '不同意公开答复数', { with: /答复/ }),
  sheet('c3_6', /信息不存在(?:的)?$/, cases, '申请信息不存在数', { with: /答复/ }),
  sheet('d', /行政复议(?:案件|申请)?(?:共)?$/, cases, '行政复议数量', { with: ofDisclosure, without: itsOwnWork }),
  sheet('e', /行政诉讼(?:案件)?(?:共)?$/, cases, '行政诉讼数量', { with: /信息公开|政府信息|发生|引发|引起|被提起|行政复议/, without: itsOwnWork }),
  sheet('h2', /(?:公共|公开)?查阅点$/, /^[个处]$/, '查阅点数', { without: /新建|新增|新设/ }),
  sheet('h3', /从事政府信息公开工作人员$/, /^[人名]$/, '工作人员数'),
  sheet('h3_1', /专职(?:人员|工作人员)?$/, /^[人名]$/, '专职人员数', { with: /公开/ }),
  sheet('h3_2', /兼职(?:人员|工作人员)?$/, /^[人名]$/, '兼职人员数', { with: /公开/ }),
  sheet('i2', /举办(?:各类)?培训班$/, /^[次期场个]$/, '培训班数'),
  sheet('i3', /(?:接受培训|培训人员)(?:人员)?$/, /^人次?$/, '接受培训人员数'),
] // prettier-ignore

export interface NoneClaim {
  readonly generations: readonly Generation[]
  readonly readings: readonly (readonly string[])[]
  readonly words: RegExp
  readonly title: string
}

/** Sentences that say that there was nothing. */
export const noneClaims: readonly NoneClaim[] = [
  { generations: later, readings: [['newReceived.total']], words: /(?:未|没有|没)(?:收到|接到)(?:过)?[^，。；]{0,16}公开申请/g, title: '本年新收政府信息公开申请' },
  { generations: ['A'], readings: [['c1']], words: /(?:未|没有|没)(?:收到|接到)(?:过)?[^，。；]{0,16}公开申请/g, title: '收到申请数' },
  { generations: later, readings: [['reconsideration.total']], words: /(?:没有|未(?!经|审结)|无(?!法|正当))[^。；，]{0,30}?复议(?!机关|纠|维|后|决定|撤|委)/g, title: '行政复议' },
  { generations: ['A'], readings: [['d']], words: /(?:没有|未(?!经|审结)|无(?!法|正当))[^。；，]{0,30}?复议(?!机关|纠|维|后|决定|撤|委)/g, title: '行政复议数量' },
  { generations: later, readings: [['lawsuitDirect.total', 'lawsuitAfter.total']], words: /(?:没有|未(?!经|审结)|无(?!法|正当))[^。；，]{0,40}?诉讼(?!败|纠|请求)/g, title: '行政诉讼' },
  { generations: ['A'], readings: [['e']], words: /(?:没有|未(?!经|审结)|无(?!法|正当))[^。；，]{0,40}?诉讼(?!败|纠|请求)/g, title: '行政诉讼数量' },
] // prettier-ignore

/** Parts that are all there is: figures of both that do not make up the total are wrong, not incomplete. */
export const partitions: readonly (readonly RegExp[])[] = [
  [/即办/, /承诺/],
  [/按时|按期/, /延期/],
  [/专职/, /兼职/],
  [/线上/, /线下/],
  [/结婚/, /离婚/],
]

/** Ways to divide the same things: a part of another way belongs to another sum. */
export const divisions: readonly RegExp[] = [
  /当面|现场|传真|网络|网上|在线|线上|线下|信函|邮寄|电子邮件|来信/,
  /自然人|公民|个人|法人|商业企业|科研机构|公益组织|法律服务机构/,
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|同意|不存在/,
  /按时|按期|延期|逾期|超期|当场/,
  /办结|答复|结转|在办|正在/,
]
