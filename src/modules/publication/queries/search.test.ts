// What citizens type, and what they must find. The town's texts are written for this test.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { toTraditional } from '../../../platform/chinese/script.ts'
import { columnTree, putColumn, putUnit, search, withdraw } from '../index.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { unitProfile } from '../rules/unit-profile.ts'
import type { PublicItem } from '../rules/public-item.ts'
import type { SearchQuestion } from '../rules/search-question.ts'
import { countTermChanges } from '../store/search-index.ts'

const county = '0b000000-0000-4000-8000-000000000001'
const bureau = '0b000000-0000-4000-8000-000000000002'
const town = '0b000000-0000-4000-8000-000000000003'

const texts: Readonly<Record<string, Partial<PublicItem>>> = {
  lowIncome: {
    title: '青岚县城乡居民最低生活保障实施办法',
    documentNumber: '青政办发〔2026〕12号',
    kind: '意见',
    unitId: county,
    unitName: '青岚县人民政府',
    theme: '民政、扶贫、救灾\\社会福利',
    bodyHtml:
      '<p>申请低保的家庭，应当向户籍所在地的乡镇人民政府提出书面申请，由村民委员会张榜公示七日。</p><p>低保标准按照上年度居民人均消费支出的百分之三十五确定。</p>',
  },
  lowIncomeNotice: {
    title: '关于调整低保标准的通知',
    documentNumber: '青民发〔2025〕3号',
    unitId: bureau,
    unitName: '青岚县民政局',
    bodyHtml: '<p>自七月一日起，城市低保标准调整为每人每月七百六十元。此前依照青政办发[2026]12号执行的，继续执行。</p>',
  },
  water: {
    title: '青岚县城区供水停水公告',
    documentNumber: null,
    kind: '公告',
    unitId: county,
    unitName: '青岚县人民政府',
    theme: '城乡建设、环境保护\\城乡建设（含住房）',
    bodyHtml: '<p>因管网改造，水、电、气同步检修，滨河路以南片区停水十二小时，请居民提前储水。</p>',
  },
  school: {
    title: '2026年义务教育阶段学校招生工作方案',
    documentNumber: '青教〔2026〕8号',
    kind: '其他',
    theme: '科技、教育\\教育',
    unitId: town,
    unitName: '云溪镇人民政府',
    bodyHtml: '<p>坚持免试就近入学，进城务工人员随迁子女凭居住证报名。</p><p>咨询电话见附件。</p>',
    attachments: [
      {
        id: '0c000000-0000-4000-8000-000000000001',
        name: '学区划分表.docx',
        mediaType: 'application/x',
        bytes: 1,
        sha256: 'c'.repeat(64),
        text: '柳荫巷小学服务范围：柳荫巷、石板街、菜籽坝社区。',
        hasText: true,
      },
    ],
  },
  openness: {
    title: '政务公开工作要点',
    documentNumber: null,
    validity: 'expired',
    unitId: county,
    unitName: '青岚县人民政府',
    theme: '综合政务\\政务公开',
    bodyHtml: '<p>扎实推进“放管服”改革信息公开，提升政策解读质量。</p><p>联系人：COVID-19 防控专班 Open Data 组。</p>',
  },
  taiwan: {
    title: '關於臺灣同胞來縣投資服務事項的說明',
    documentNumber: null,
    unitId: county,
    unitName: '青岚县人民政府',
    bodyHtml: '<p>設立臺商服務窗口，協助辦理軟體著作權登記與餘額查詢。</p>',
  },
  hospital: {
    title: '县人民医院门诊楼改造项目环境影响评价公示',
    documentNumber: null,
    unitId: bureau,
    unitName: '青岚县民政局',
    theme: '城乡建设、环境保护\\环境监测、保护与治理',
    bodyHtml: '<p>建设单位应当在三十日内办结施工图审查备案。</p><p>本\u3000项\u3000目\u3000占地三点二亩。</p>',
  },
  repealed: {
    title: '关于废止部分规范性文件的决定',
    documentNumber: '青岚县人民政府令第7号',
    kind: '决定',
    validity: 'repealed',
    unitId: county,
    unitName: '青岚县人民政府',
    bodyHtml: '<p>经清理，决定废止下列文件。</p>',
  },
  old: {
    title: '张榜村村务公开栏管理制度',
    documentNumber: null,
    unitId: town,
    unitName: '云溪镇人民政府',
    bodyHtml: '<p>村务公开栏每季度更新一次，重大事项随时公布。</p>',
    historic: { originalPublishedOn: day('2019-03-04'), originalIndexNumber: '6107280000/2019-001005', originalAddress: null },
  },
}

let database: FreshDatabase
const ids: Record<string, string> = {}
const numbers: Record<string, string> = {}
let policyColumn = ''

const byName = (a = '', b = ''): number => (a < b ? -1 : 1)
const ask = (question: SearchQuestion) => search(database.db, question)
const namesOf = (hits: readonly { documentId: string }[]): (string | undefined)[] =>
  hits.map((hit) => Object.keys(ids).find((name) => ids[name] === hit.documentId))
const found = async (question: SearchQuestion): Promise<(string | undefined)[]> => namesOf((await ask(question)).hits)

beforeAll(async () => {
  database = await freshDatabase()
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 1, minute))
  await database.transaction(async (tx) => {
    const unit = {
      kind: 'department',
      shortName: '',
      frontCode: '11100000000013338W',
      position: 0,
      emptyColumns: 'none-held',
      profile: unitProfile.parse({}),
      successorId: null,
      validUntil: null,
    } as const
    await putUnit(tx, { ...unit, id: county, parentId: null, name: '青岚县人民政府', slug: 'qinglan' }, at(0))
    await putUnit(tx, { ...unit, id: bureau, parentId: county, name: '青岚县民政局', slug: 'minzheng' }, at(0))
    await putUnit(tx, { ...unit, id: town, parentId: county, name: '云溪镇人民政府', slug: 'yunxi' }, at(0))
    const column = { parentId: null, kind: 'policy', statutoryItem: null, description: '', keywords: '', shownOnHome: false, hidden: false }
    const parent = valueOf(await putColumn(tx, { ...column, slug: 'policy', name: '政策文件' }, at(0)))
    policyColumn = parent.id
    await putColumn(tx, { ...column, slug: 'policy-county', name: '县政府文件', parentId: parent.id }, at(0))
  })
  const [, child] = await columnTree(database.db)
  for (const [index, [name, text]] of Object.entries(texts).entries()) {
    const columnIds = name === 'lowIncome' && child ? [child.id] : []
    const published = valueOf(await publishItem(database, anItem({ keywords: [], theme: null, ...text, columnIds }), at(index)))
    ids[name] = published.documentId
    numbers[name] = published.indexNumber
  }
})
afterAll(() => database.close())

// Question, who must be found (the first hit first where `first` is given), who must not, and why.
const expectations: readonly { asks: string; finds: readonly string[]; first?: string; not?: readonly string[]; because: string }[] = [
  { asks: '低保', finds: ['lowIncome', 'lowIncomeNotice'], first: 'lowIncomeNotice', because: 'a title hit stands above a body hit' },
  { asks: '低保怎么申请', finds: ['lowIncome'], because: 'question words say nothing' },
  { asks: '请问如何申请低保？', finds: ['lowIncome'], because: 'nor does politeness' },
  { asks: '最低生活保障', finds: ['lowIncome'], because: 'words of the title' },
  { asks: '最低生活保障', finds: ['lowIncome'], not: ['water'], because: 'and of no other document' },
  { asks: '低保 标准', finds: ['lowIncome', 'lowIncomeNotice'], because: 'blanks part words that all must be there' },
  { asks: '低保 -通知', finds: ['lowIncome'], not: ['lowIncomeNotice'], because: 'a minus word is left out' },
  { asks: '低保　－通知', finds: ['lowIncome'], not: ['lowIncomeNotice'], because: 'full-width blank and minus, too' },
  { asks: '“低保标准”', finds: ['lowIncome', 'lowIncomeNotice'], because: 'a phrase in Chinese quotes' },
  { asks: '「標準按照上年度」', finds: ['lowIncome'], not: ['lowIncomeNotice'], because: 'a phrase in corner quotes and traditional script' },
  { asks: '"标准低保"', finds: [], not: ['lowIncome', 'lowIncomeNotice'], because: 'the order of a phrase counts' },
  { asks: '青政办发〔2026〕12号', finds: ['lowIncome', 'lowIncomeNotice'], first: 'lowIncome', because: 'who bears the number stands above who mentions it' },
  { asks: '青政办发[2026]12号', finds: ['lowIncome', 'lowIncomeNotice'], first: 'lowIncome', because: 'square brackets' },
  { asks: '青政办发（2026）12号', finds: ['lowIncome'], first: 'lowIncome', because: 'round full-width brackets' },
  { asks: '青政办发【2026】 12 号', finds: ['lowIncome'], first: 'lowIncome', because: 'lenticular brackets and blanks' },
  { asks: '青政辦發〔2026〕第012號', finds: ['lowIncome', 'lowIncomeNotice'], first: 'lowIncome', because: 'traditional script, 第 and a leading zero' },
  { asks: '青政办发2026 12号', finds: ['lowIncome'], first: 'lowIncome', because: 'no brackets at all' },
  { asks: '青岚县人民政府令第7号', finds: ['repealed'], first: 'repealed', because: 'the number of an order' },
  { asks: '政務公開', finds: ['openness'], because: '繁 finds 简' },
  { asks: '台湾同胞投资', finds: ['taiwan'], because: '简 finds 繁' },
  { asks: '臺灣同胞投資', finds: ['taiwan'], because: '繁 finds 繁' },
  { asks: '余额查询', finds: ['taiwan'], because: '餘 and 余 are one' },
  { asks: '石板街', finds: ['school'], because: 'the text of an attachment' },
  { asks: '籽坝社', finds: ['school'], because: 'a piece that no cutter makes' },
  { asks: '委员会张榜公', finds: ['lowIncome'], not: ['old'], because: 'cut in the middle of words at both ends' },
  { asks: '日内办结施工', finds: ['hospital'], because: 'the same' },
  { asks: '本项目占地', finds: ['hospital'], because: 'blanks that a typist put between characters' },
  { asks: '水、电、气', finds: ['water'], because: 'single characters with their punctuation' },
  { asks: '水', finds: ['water'], because: 'one character stands in a title' },
  { asks: '放管服', finds: ['openness'], because: 'quotes of the text part no word' },
  { asks: 'open data', finds: ['openness'], because: 'Latin words in any case' },
  { asks: 'ＣＯＶＩＤ－１９', finds: ['openness'], because: 'full width' },
  { asks: '民政', finds: ['lowIncomeNotice', 'hospital'], not: ['school', 'water'], because: '民政 is a word, not a part of 人民政府' },
  { asks: '"民政"', finds: ['school', 'water', 'lowIncomeNotice'], because: 'in quotes it is characters' },
  { asks: '云溪镇 招生', finds: ['school'], because: 'the unit counts as a word' },
  { asks: '施工图审查备案 低保', finds: [], not: ['hospital', 'lowIncome'], because: 'no document holds both' },
  { asks: "'; drop table publication.document; --", finds: [], because: 'it is only text' },
  { asks: '%_\\', finds: [], because: 'no wildcards' },
]

describe.each([
  ['before the words are counted', false],
  ['after the words are counted', true],
])('%s', (_when, counted) => {
  beforeAll(async () => {
    if (counted) await database.transaction((tx) => countTermChanges(tx, 100))
  })

  it.each(expectations)('“$asks” is answered: $because', async ({ asks, finds, first, not = [] }) => {
    const hits = await found({ text: asks })
    for (const name of finds) expect(hits).toContain(name)
    for (const name of not) expect(hits).not.toContain(name)
    expect(hits.length > 0).toBe(finds.length > 0)
    expect(hits[0]).toBe(first ?? hits[0])
  })

  it('any part of a body finds its document, in either script', async () => {
    const bodies = Object.entries(texts).map(([name, text]) => [name, (text.bodyHtml ?? '').replaceAll(/<[^>]+>/g, '\n').trim()] as const)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        fc.nat(),
        fc.integer({ min: 3, max: 24 }),
        fc.boolean(),
        async ([name, body], start, length, traditional) => {
          const from = start % Math.max(1, body.length - length)
          const part = body.slice(from, from + length).replaceAll(/(^|\s)-/g, ' ')
          fc.pre([...part.matchAll(/[\p{L}\p{N}]/gu)].length >= 3 && /[\p{L}\p{N}]{2}/u.test(part))
          expect(await found({ text: traditional ? toTraditional(part) : part, size: 100 })).toContain(name)
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)
})

describe('where words are so common that the newest documents are walked', () => {
  const asked: readonly SearchQuestion[] = [
    { text: '低保' },
    { text: '的' },
    { text: '' },
    { text: '公开 -制度' },
    { text: '青岚县 标准' },
    { text: '低保', kind: '通知' },
    { text: '青政办发〔2026〕12号' },
  ]
  const answers = () =>
    Promise.all(asked.flatMap((question) => (['best', 'newest'] as const).map(async (sort) => namesOf((await ask({ ...question, sort, size: 3 })).hits))))

  it('the same documents are found', async () => {
    await database.transaction((tx) => countTermChanges(tx, 100))
    const byWords = await answers()
    // Makes the plan believe that every word stands in a great many documents.
    await sql`update publication.term_frequency set documents = documents + 1000000`.execute(database.db)
    const walked = await answers()
    await sql`update publication.term_frequency set documents = documents - 1000000`.execute(database.db)
    const sorted = (hits: readonly (string | undefined)[][]) => hits.map((one) => one.toSorted(byName))
    expect(sorted(walked)).toEqual(sorted(byWords))
    expect(walked.filter((_, index) => index % 2 === 1)).toEqual(byWords.filter((_, index) => index % 2 === 1))
  })

  it('pages walked to the end show every hit once', async () => {
    await sql`update publication.term_frequency set documents = documents + 1000000`.execute(database.db)
    const walked: (string | undefined)[] = []
    let cursor: string | undefined
    do {
      const answer = await ask({ text: '公开', size: 1, ...(cursor !== undefined && { cursor }) })
      walked.push(...namesOf(answer.hits))
      cursor = answer.next
    } while (cursor !== undefined)
    await sql`update publication.term_frequency set documents = documents - 1000000`.execute(database.db)
    expect(walked.toSorted(byName)).toEqual((await found({ text: '公开', size: 100 })).toSorted(byName))
  })
})

describe('numbers', () => {
  it('an index number finds its document alone and first, in any width', async () => {
    const wide = (numbers['water'] ?? '').replaceAll(/[0-9/-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    expect(await found({ text: numbers['water'] ?? '' })).toEqual(['water'])
    expect((await ask({ text: wide })).hits[0]).toMatchObject({ documentId: ids['water'], exact: true })
    expect(await found({ text: '6107280000/2019-001005' })).toEqual(['old'])
  })
})

describe('filters', () => {
  it.each([
    ['a unit with those below it', { unitId: county }, 9],
    ['a unit below', { unitId: town }, 2],
    ['a class of themes', { theme: '城乡建设、环境保护' }, 2],
    ['a theme', { theme: '城乡建设、环境保护\\城乡建设（含住房）' }, 1],
    ['a kind', { kind: '决定' }, 1],
    ['a year', { year: 2019 }, 1],
    ['validity', { validity: 'expired' }, 1],
    ['all at once', { unitId: county, kind: '通知', year: 2026, validity: 'valid' }, 3],
  ])('narrow by %s', async (_what, filter, total) => {
    const answer = await ask({ text: '', ...filter })
    expect(answer).toMatchObject({ total, totalIsExact: true })
    expect(answer.hits).toHaveLength(total)
  })

  it('narrow by a column with those below it', async () => {
    expect(await found({ text: '低保', columnId: policyColumn })).toEqual(['lowIncome'])
  })

  it('count what each other value would give', async () => {
    const { facets } = await ask({ text: '低保', unitId: bureau })
    expect(facets.units).toEqual([
      { value: county, label: '青岚县人民政府', count: 1 },
      { value: bureau, label: '青岚县民政局', count: 1 },
    ])
    expect(facets.kinds).toEqual([{ value: '通知', label: '通知', count: 1 }])
    expect(facets.validities).toEqual([{ value: 'valid', label: '有效', count: 1 }])
    expect(facets.years).toEqual([{ value: '2026', label: '2026', count: 1 }])
  })
})

describe('pages', () => {
  it.each(['best', 'newest'] as const)('walked to the end show every hit once, %s first', async (sort) => {
    const walked: (string | undefined)[] = []
    let cursor: string | undefined
    do {
      const answer = await ask({ text: '的', sort, size: 2, ...(cursor !== undefined && { cursor }) })
      walked.push(...namesOf(answer.hits))
      cursor = answer.next
    } while (cursor !== undefined)
    const whole = await ask({ text: '的', sort, size: 100 })
    expect(walked).toEqual(namesOf(whole.hits))
    expect(new Set(walked).size).toBe(whole.total)
  })

  it('a cursor that somebody made up shows the first page', async () => {
    expect(await found({ text: '低保', cursor: 'nonsense' })).toEqual(await found({ text: '低保' }))
  })

  it('the newest stand first where that is asked, old stock by its own day', async () => {
    const hits = await found({ text: '', sort: 'newest', size: 100 })
    expect(hits[0]).toBe('repealed')
    expect(hits.at(-1)).toBe('old')
  })
})

describe('what is shown', () => {
  it('marks the words as they were written, in parts that hold no markup', async () => {
    const [hit] = (await ask({ text: '台湾同胞' })).hits
    expect(hit?.title).toEqual([
      { text: '關於', hit: false },
      { text: '臺灣同胞', hit: true },
      { text: '來縣投資服務事項的說明', hit: false },
    ])
    expect((await ask({ text: '石板街' })).hits[0]).toMatchObject({
      inAttachment: '学区划分表.docx',
      snippet: expect.arrayContaining([{ text: '石板街', hit: true }]),
    })
  })

  it('where nothing is found, questions that would find something and titles that come near', async () => {
    const { total, suggestions } = await ask({ text: '施工图审查备案 低保' })
    expect(total).toBe(0)
    expect(suggestions?.questions).toContain('低保')
    for (const question of suggestions?.questions ?? []) expect((await ask({ text: question })).total).toBeGreaterThan(0)
    expect((await ask({ text: '柳树沟义务教育招生' })).suggestions?.titles[0]?.documentId).toBe(ids['school'])
  })

  it('a revised text is found by its new words and not by its old ones; a withdrawn one by none', async () => {
    const item = anItem({ documentId: randomUUID(), title: '桑葚采摘节安排', bodyHtml: '<p>桑葚园开放。</p>' })
    const at = new Date('2026-11-22T05:00:00Z')
    valueOf(await publishItem(database, item, at))
    expect((await ask({ text: '桑葚' })).total).toBe(1)
    valueOf(await publishItem(database, { ...item, title: '枇杷采摘节安排', bodyHtml: '<p>枇杷园开放。</p>' }, at))
    expect((await ask({ text: '桑葚' })).total).toBe(0)
    expect((await ask({ text: '枇杷' })).total).toBe(1)
    valueOf(await database.transaction((tx) => withdraw(tx, { documentId: item.documentId, reason: 'wrong-content', at })))
    expect((await ask({ text: '枇杷' })).total).toBe(0)
  })
})
