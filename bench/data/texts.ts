// The n-th document of a seed: kind, title, number, day and text, as a county's offices write them.
import type { Random } from './random.ts'
import { randomOf } from './random.ts'
import { actions, countyNames, firmNames, firmOf, goals, means, qualities, topics, townNames, villages, type Topic } from './words.ts'

export interface Unit {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly frontCode: string
  /** Of `topics`; undefined writes about everything. */
  readonly topic: number | undefined
  readonly sign: string
}

export interface BenchDocument {
  readonly id: string
  readonly unit: Unit
  readonly kind: string
  readonly theme: string
  readonly title: string
  readonly documentNumber: string | null
  readonly indexNumber: string
  readonly keywords: readonly string[]
  readonly validity: string
  readonly listedAt: Date
  readonly year: number
  /** The slugs of its columns. */
  readonly columns: readonly string[]
  readonly paragraphs: readonly string[]
}

export const yearsOfStock = 10
const firstYear = 2016
const beijing = 8 * 3_600_000

const digits = (random: Random, most: number): string => String(1 + Math.floor(Math.exp(random.next() * Math.log(most))))

/** One part of a sentence up to its sign, without a sign inside. */
const clauses: readonly ((random: Random, topic: Topic) => string)[] = [
  (r, t) => `${r.zipf(actions)}${r.zipf(t.things)}工作`,
  (r, t) => `${r.zipf(actions)}${r.zipf(qualities)}${r.zipf(t.things)}`,
  (r) => r.zipf(goals),
  (r, t) => `各乡镇人民政府和县直有关部门要${r.zipf(actions)}${r.zipf(t.things)}工作`,
  (r, t) => `${r.zipf(t.people)}可以向所在地乡镇提出申请`,
  (r, t) => `对符合条件的${r.zipf(t.people)}及时${r.zipf(t.deeds)}`,
  (r, t) => `采取${r.zipf(means)}的办法${r.zipf(actions)}${r.zipf(t.things)}`,
  (r, t) => `全年共${r.zipf(t.deeds)}${digits(r, 20_000)}件`,
  (r, t) => `累计投入${r.zipf(t.things)}资金${digits(r, 9000)}万元`,
  (r) => `比上年${r.pick(['增长', '下降', '提高'])}${digits(r, 60)}.${r.below(10)}%`,
  (r, t) => `${r.zipf(villages)}完成${r.zipf(t.things)}${r.zipf(t.deeds)}`,
  (r, t) => `${r.zipf(townNames)}镇${r.zipf(villages)}的${r.zipf(t.things)}已经${r.zipf(t.deeds)}`,
  (r, t) => `由${firmOf(r.zipf(firmNames), r.below(12))}承担${r.zipf(t.things)}项目`,
  (r, t) => `责任单位为${t.office}`,
  (r, t) => `不得以任何理由推诿${r.zipf(t.things)}${r.zipf(t.deeds)}事项`,
  (r) => `自${1 + r.below(12)}月${1 + r.below(28)}日起执行`,
  (r, t) => `经${t.office}${r.zipf(t.deeds)}后报县人民政府备案`,
  (r, t) => `发现${r.zipf(t.things)}方面的问题要限期整改`,
  (r) => `公示期为${3 + r.below(5)}个工作日`,
  (r, t) => `通过${r.zipf(means)}${r.zipf(t.deeds)}${r.zipf(t.things)}信息`,
  (r, t) => `把${r.zipf(t.things)}纳入年度目标考核`,
  (r, t) => `${r.zipf(qualities)}${r.zipf(t.people)}的诉求要件件有回音`,
  (r, t) => `依照国家关于${r.zipf(t.things)}的规定办理`,
  (r, t) => `${r.pick(villages)}和${r.zipf(villages)}列为${r.zipf(t.things)}试点`,
] // prettier-ignore

const headings = ['总体要求', '主要任务', '工作措施', '组织领导', '保障措施', '有关要求', '补助标准', '办理程序', '时间安排', '监督检查', '申请条件', '附则'] // prettier-ignore
const ordinals = [...'一二三四五六七八九十']
const kinds = ['通知', '公告', '通知', '其他', '意见', '通报', '通告', '函', '批复', '报告', '决定', '纪要'] as const
const columnOf: Readonly<Record<string, string>> = {
  通知: 'tongzhi',
  公告: 'tongzhi',
  通告: 'tongzhi',
  意见: 'zhengce',
  决定: 'zhengce',
  批复: 'zhengce',
  通报: 'yaowen',
}

function titleOf(random: Random, topic: Topic, kind: string, county: string): string {
  const thing = `${random.next() < 0.5 ? random.zipf(qualities) : ''}${random.zipf(topic.things)}`
  const place = random.next() < 0.12 ? `${random.zipf(townNames)}镇${random.pick(villages)}` : random.next() < 0.6 ? `${county}县` : ''
  if (kind === '公告' || kind === '通告') return `${place}${thing}${random.zipf(topic.deeds)}${kind}`
  if (kind === '其他') return random.next() < 0.5 ? `${place}${random.zipf(actions)}${thing}工作` : `${place}${thing}${random.zipf(topic.deeds)}情况公示`
  return `关于${random.zipf(actions)}${place}${thing}${random.zipf(topic.deeds)}工作的${kind}`
}

function sentence(random: Random, topic: Topic): string {
  const parts = 1 + random.below(3)
  const said = Array.from({ length: parts }, () => random.zipf(clauses)(random, random.next() < 0.1 ? random.zipf(topics) : topic))
  return `${said.join('，')}。`
}

/** Half have some hundred characters, a few some thousands. */
function paragraphsOf(random: Random, topic: Topic, unit: Unit, day: string): string[] {
  const sentences = Math.max(2, Math.round(9 * Math.exp((random.next() + random.next() + random.next() - 1.5) * 1.6)))
  const paragraphs = [
    ...(random.next() < 0.5 ? [`各乡镇人民政府，县直各有关单位：`] : []),
    `为${random.zipf(actions)}${random.zipf(topic.things)}工作，现将${random.zipf(topic.things)}${random.pick(['有关事项通知如下', '情况公布如下', '的具体安排说明如下'])}。`,
  ]
  let heading = 0
  for (let made = 0; made < sentences;) {
    if (sentences > 8 && heading < ordinals.length) paragraphs.push(`${ordinals[heading++]}、${random.zipf(headings)}。`)
    const length = Math.min(1 + random.below(4), sentences - made)
    paragraphs.push(Array.from({ length }, () => sentence(random, topic)).join(''))
    made += length
  }
  return [...paragraphs, `${unit.name}，${day}。`]
}

/** The n-th of so many: the first is the oldest. */
export function documentOf(seed: number, n: number, of: number, units: readonly Unit[]): BenchDocument {
  const random = randomOf(seed, n)
  // A little more than one year has, so that no serial comes twice in one.
  const cycle = Math.ceil((of / yearsOfStock) * 1.01)
  const at = (n / of) * yearsOfStock * 365.2425 * 86_400_000
  const listedAt = new Date(Date.UTC(firstYear, 10, 27) - beijing + Math.floor(at) + 9 * 3_600_000)
  const year = new Date(listedAt.getTime() + beijing).getUTCFullYear()
  // One serial serves two documents of different units: an office numbers fewer than 100,000 a year.
  const unit = units[2 * random.rank(Math.floor(units.length / 2)) + (n % 2)]
  if (!unit) throw new RangeError('at least two units publish')
  const topic = (unit.topic === undefined ? undefined : topics[unit.topic]) ?? random.zipf(topics)
  const kind = random.zipf(kinds)
  const title = titleOf(random, topic, kind, random.zipf(countyNames))
  const isNumbered = columnOf[kind] !== 'tongzhi' || kind === '通知' ? random.next() < 0.6 : false
  const day = new Date(listedAt.getTime() + beijing).toISOString().slice(0, 10)
  const age = firstYear + yearsOfStock - year
  return {
    id: random.uuid(),
    unit,
    kind,
    theme: topic.theme,
    title,
    documentNumber: isNumbered ? `${unit.sign}发〔${year}〕${1 + random.below(400)}号` : null,
    indexNumber: `${unit.frontCode}/${year}-${String(1 + (Math.floor((n % cycle) / 2) % 99_999)).padStart(5, '0')}`,
    keywords: [random.zipf(topic.things), random.zipf(topic.things)],
    validity: random.next() < age * 0.03 ? random.pick(['expired', 'repealed', 'amended']) : 'valid',
    listedAt,
    year,
    columns: [columnOf[kind] ?? 'yaowen', ...(random.next() < 0.3 ? ['zhongdian'] : [])],
    paragraphs: paragraphsOf(random, topic, unit, day),
  }
}
