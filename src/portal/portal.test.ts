// The public pages, as a reader without scripts gets them, on a real database with the portal's own login.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { withdraw } from '../modules/publication/index.ts'
import type { Published } from '../modules/publication/rules/public-item.ts'
import { aTown, anAttachment, civilAffairsId, now, type Town } from './fixtures.ts'

const hostile = '关于"><script>alert(1)</script>&\'的通知'
let town: Town
let app: FastifyInstance
let plain: Published
let dangerous: Published
let gone: Published
let withFile: Published
let fileId: string
const get = (path: string, headers: Record<string, string> = {}, of: FastifyInstance = app): Promise<LightMyRequestResponse> =>
  of.inject({ method: 'GET', url: path, headers: { host: 'www.qinglan.example', ...headers } })

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/zfxxgk/')
  plain = await town.publish({ keywords: ['救助', '低保'], summary: '冬季救助', responsibleDepartment: '社会救助股', theme: '综合政务/政务公开' })
  dangerous = await town.publish({
    title: hostile,
    unitId: civilAffairsId,
    documentNumber: '青<b>〔2026〕1号',
    summary: '<img src=x onerror=alert(1)>',
    keywords: ['<i>'],
  })
  gone = await town.publish({ title: '不该公开的标题', bodyHtml: '<p>不该公开的正文</p>' })
  await town.database.transaction((tx) => withdraw(tx, { documentId: gone.documentId, reason: 'personal-privacy', at: now }))
  const file = await anAttachment(town, '附件 1：名册"一".pdf', Buffer.from('0123456789'))
  fileId = file.id
  withFile = await town.publish({
    title: '带附件的通告',
    columnIds: [town.columns.get('tongzhi') ?? ''],
    attachments: [file],
    bodyHtml:
      '<p style="text-align:center">居中</p><p>见<a href="https://other.example/a?b=1&amp;c=2">外站</a>和<a href="https://www.qinglan.example/x">本站</a></p><table><tr><td>格</td></tr></table>',
    historic: {
      originalPublishedOn: day('2015-12-18'),
      originalIndexNumber: '620700036/2015-00008',
      originalAddress: 'http://old.example/news/show.asp?id=12',
    },
  })
})
afterAll(() => town.close())

const metaOf = (html: string): Map<string, string> =>
  new Map([...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)].map((found) => [found[1] ?? '', found[2] ?? '']))

describe('META tags', () => {
  const ofSite = { SiteName: '青岚县人民政府', SiteDomain: 'www.qinglan.example', SiteIDCode: '5307240001' }

  it('of the home page are the three of every page', async () => {
    const meta = metaOf((await get('/zfxxgk/')).body)
    expect(Object.fromEntries([...meta].filter(([name]) => /^[A-Z]/.test(name)))).toEqual(ofSite)
  })

  it('of a column are seven', async () => {
    const meta = metaOf((await get('/zfxxgk/columns/zhengce')).body)
    expect(Object.fromEntries([...meta].filter(([name]) => /^[A-Z]/.test(name)))).toEqual({
      ...ofSite,
      ColumnName: '政策文件',
      ColumnDescription: '政府和部门的文件',
      ColumnKeywords: '政策文件',
      ColumnType: '政策文件',
    })
  })

  it('of a document are ten and those optional ones that it has, in the spelling of the norm', async () => {
    const meta = metaOf((await get(`/zfxxgk/documents/${plain.documentId}`)).body)
    expect(Object.fromEntries([...meta].filter(([name]) => /^[A-Z]/.test(name)))).toEqual({
      ...ofSite,
      ColumnName: '政策文件',
      ColumnDescription: '政府和部门的文件',
      ColumnKeywords: '政策文件',
      ColumnType: '政策文件',
      ArticleTitle: '关于做好冬季困难群众救助工作的通知',
      PubDate: '2026-11-22 10:00',
      ContentSource: '青岚县民政局',
      Keywords: '救助,低保',
      Author: '社会救助股',
      Description: '冬季救助',
      Url: `http://www.qinglan.example/zfxxgk/documents/${plain.documentId}`,
    })
  })
})

const pages = [
  '', 'disclosure', 'latest', 'latest?month=2026-11', 'columns/zhengce', 'columns/fdzdgk', 'columns/tongzhi?year=2015&kind=通知&validity=valid&unit=mzj', 'reports', 'units', 'units/mzj', 'responsible',
  'apply', 'contact', 'accessibility', 'site-map', 'report-error', 'register', 'search?q=救助', 'search?q=没有这样的词', 'leave?to=https%3A%2F%2Fother.example%2F', 'tw/', 'elder/', 'tw-large-contrast/disclosure',
] // prettier-ignore
const everyPage = (): string[] => [
  ...pages,
  ...['', '/print', '/revisions/1'].map((rest) => `documents/${plain.documentId}${rest}`),
  `documents/${withFile.documentId}`,
]

describe('every page', () => {
  it('answers, with all of its links, forms and files below the base path', async () => {
    for (const page of everyPage()) {
      const answer = await get(`/zfxxgk/${encodeURI(page).replaceAll('%25', '%')}`)
      expect(answer.statusCode, page).toBe(200)
      const links = [...answer.body.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((found) => found[1] ?? '')
      const escaped = links.filter(
        (link) =>
          !/^(\/zfxxgk\/|#|http:\/\/www\.qinglan\.example\/zfxxgk\/|https:\/\/other\.example\/|https:\/\/www\.qinglan\.example\/x$)/.test(link) && link !== '/',
      )
      expect(escaped, page).toEqual([])
    }
  })

  it('works without scripts and styles of its own: nothing inline, one style sheet, one script', async () => {
    for (const page of everyPage()) {
      const { body, headers } = await get(`/zfxxgk/${encodeURI(page).replaceAll('%25', '%')}`)
      expect(body, page).not.toMatch(/\son[a-z]+="|<style|\sstyle="|javascript:/i)
      expect(body.match(/<script\b/g), page).toHaveLength(1)
      expect(headers['content-security-policy'], page).toContain("default-src 'none'")
      expect(headers['x-content-type-options'], page).toBe('nosniff')
      expect(headers['set-cookie'], page).toBeUndefined()
    }
  })
})

describe('a hostile title', () => {
  it.each(['documents', 'print', 'column', 'search', 'atom', 'json', 'citation'])('is shown as it was written: %s', async (where) => {
    const path = {
      documents: `documents/${dangerous.documentId}`,
      print: `documents/${dangerous.documentId}/print`,
      column: 'columns/zhengce',
      search: 'search?q=alert',
      atom: 'columns/zhengce/feed.atom',
      json: 'feed.json',
      citation: `tw/documents/${dangerous.documentId}`,
    }[where]
    const { body, statusCode } = await get(`/zfxxgk/${path}`)
    expect(statusCode).toBe(200)
    if (where !== 'json') expect(body).not.toMatch(/<script>|<img src=x|<b>〔|<i>/)
    expect(body).toContain('alert')
  })

  it('is echoed harmlessly where it was asked for', async () => {
    for (const path of ['search?q=', 'register?q=', 'report-error?page=']) {
      expect((await get(`/zfxxgk/${path}${encodeURIComponent('"><script>x</script>')}`)).body).not.toContain('<script>x')
    }
    expect((await get(`/zfxxgk/leave?to=${encodeURIComponent('javascript:alert(1)')}`)).statusCode).toBe(400)
  })
})

describe('a withdrawn document', () => {
  it('leaves number, time and a neutral reason, and neither title nor text, with 410', async () => {
    const { statusCode, body } = await get(`/zfxxgk/documents/${gone.documentId}`)
    expect(statusCode).toBe(410)
    expect(body).toContain(gone.indexNumber)
    expect(body).toContain('依法不再公开')
    expect(body).not.toContain('隐私')
    expect(body).not.toContain('不该公开')
  })

  it.each(['.pdf', '.docx', '/print', '/revisions/1'])('is gone as %s too', async (ending) => {
    expect((await get(`/zfxxgk/documents/${gone.documentId}${ending}`)).statusCode).toBe(410)
  })

  it.each(['', 'latest', 'columns/zhengce', 'feed.json', 'search?q=不该公开'])('is in no list: %s', async (path) => {
    expect(
      (await get(`/zfxxgk/${encodeURI(path)}`)).body.replaceAll('“不该公开”', '').replaceAll('value="不该公开"', '').replaceAll('不该公开 的', ''),
    ).not.toContain('不该公开的')
  })
})

describe('addresses', () => {
  it('of a former site lead to the document for good', async () => {
    const answer = await get('/news/show.asp?id=12')
    expect([answer.statusCode, answer.headers.location]).toEqual([301, `/zfxxgk/documents/${withFile.documentId}`])
  })

  it.each([
    '/zfxxgk/nothing',
    '/elsewhere',
    '/zfxxgk/documents/00000000-0000-4000-8000-000000000000',
    '/zfxxgk/documents/x',
    '/zfxxgk/columns/none',
    '/zfxxgk/units/none',
    '/zfxxgk/columns/none/feed.atom',
  ])('that name nothing get a page with 404: %s', async (path) => {
    const { statusCode, body } = await get(path)
    expect(statusCode).toBe(404)
    expect(body).toContain('没有找到这个页面')
  })

  it('beside the base path lead into it', async () => {
    expect((await get('/')).headers.location).toBe('/zfxxgk/')
    expect((await get('/zfxxgk')).headers.location).toBe('/zfxxgk/')
  })

  it('at the root work as well', async () => {
    const root = await town.open('/')
    expect((await get(`/documents/${plain.documentId}`, {}, root)).body).toContain('href="/columns/zhengce"')
  })
})

describe('traditional script', () => {
  it('is the same page in the other script, and keeps its addresses', async () => {
    const { body } = await get(`/zfxxgk/tw/documents/${plain.documentId}`)
    expect(body).toContain('lang="zh-Hant"')
    expect(body).toMatch(/關於做好冬季困難[羣群][眾衆]救助工作的通知/)
    expect(body).toContain('href="/zfxxgk/tw/columns/zhengce"')
    expect(body).toContain(`<link rel="canonical" href="http://www.qinglan.example/zfxxgk/documents/${plain.documentId}"`)
  })
})

describe('files', () => {
  const file = (): string => `/zfxxgk/documents/${withFile.documentId}/attachments/${fileId}`

  it('are sent whole as a download under their name', async () => {
    const { statusCode, body, headers } = await get(file())
    expect([statusCode, body, headers['accept-ranges']]).toEqual([200, '0123456789', 'bytes'])
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__ 1______.pdf"; filename*=UTF-8''%E9%99%84%E4%BB%B6%201%EF%BC%9A%E5%90%8D%E5%86%8C%22%E4%B8%80%22.pdf`,
    )
  })

  it.each([
    { range: 'bytes=2-4', status: 206, body: '234', content: 'bytes 2-4/10' },
    { range: 'bytes=7-', status: 206, body: '789', content: 'bytes 7-9/10' },
    { range: 'bytes=-3', status: 206, body: '789', content: 'bytes 7-9/10' },
    { range: 'bytes=20-', status: 416, body: '', content: 'bytes */10' },
    { range: 'lines=1-2', status: 200, body: '0123456789', content: undefined },
  ])('answer $range with $status', async ({ range, status, body, content }) => {
    const answer = await get(file(), { range })
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([status, body, content])
  })

  it('are not found under another document', async () => {
    expect((await get(`/zfxxgk/documents/${plain.documentId}/attachments/${fileId}`)).statusCode).toBe(404)
  })
})

describe('the text of a document', () => {
  it('announces foreign sites, keeps own ones, and has its layout as classes', async () => {
    const { body } = await get(`/zfxxgk/documents/${withFile.documentId}`)
    expect(body).toContain('href="/zfxxgk/leave?to=https%3A%2F%2Fother.example%2Fa%3Fb%3D1%26c%3D2"')
    expect(body).toContain('href="https://www.qinglan.example/x"')
    expect(body).toContain('<p class="text-center">居中</p>')
  })

  it('of old stock shows both days and stays off the home page', async () => {
    const { body } = await get(`/zfxxgk/documents/${withFile.documentId}`)
    expect(body).toContain('2015年12月18日')
    expect(body).toContain('入库日期')
    expect((await get('/zfxxgk/')).body).not.toContain('带附件的通告')
    expect((await get('/zfxxgk/columns/tongzhi')).body).toContain('带附件的通告')
  })
})

describe('caching', () => {
  it('answers 304 to who has the page, and asks each time', async () => {
    const path = `/zfxxgk/documents/${plain.documentId}`
    const { headers } = await get(path)
    expect(headers['cache-control']).toBe('public, no-cache')
    const again = await get(path, { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('keeps style sheet and script for a year under a name made of their content', async () => {
    const css = /href="(\/zfxxgk\/assets\/site\.[0-9a-f]{12}\.css)"/.exec((await get('/zfxxgk/')).body)?.[1] ?? ''
    const { statusCode, headers } = await get(css)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  it('answers HEAD like GET, without a body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/zfxxgk/' })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  })
})

it('a host that is none is refused, not stumbled over', async () => {
  expect((await get('/zfxxgk/', { host: 'a b%%' })).statusCode).toBe(400)
})

it('the guide names the office that receives applications, however its text reads', async () => {
  const { body } = await get('/zfxxgk/columns/zhinan')
  for (const words of ['县政府办公室政务公开股', '0000-5120123', '工作日']) expect(body).toContain(words)
})

describe('the register of responsible persons', () => {
  it('names who answers for each unit and whom to ask, as the page of the unit does', async () => {
    const register = (await get('/zfxxgk/responsible')).body
    for (const words of ['href="/zfxxgk/units/mzj"', '和文山', '局长', '木晓云', '0000-5120012']) expect(register).toContain(words)
    expect(register).not.toContain('href="/zfxxgk/units/xzf"')
    expect((await get('/zfxxgk/units/mzj')).body).toContain('木晓云，0000-5120012')
    expect((await get('/zfxxgk/units')).body).toContain('href="/zfxxgk/responsible"')
  })
})

describe('addresses that no reader writes', () => {
  it.each([
    'units/%00',
    'columns/%00',
    'columns/a%00/feed.atom',
    'units/%00/feed.json',
    'documents/%00',
    'documents/..%2f..%2fetc%2fpasswd',
    'assets/..%2f..%2fpackage.json',
    'sitemap-9999-99.xml',
    'search?q=%00',
    'search?q=%ED%A0%80',
    'search?year=99999&cursor=x',
    'latest?cursor=%00',
    'latest?month=0000-00',
    'latest?year=9999',
    'register?q=GK-99999999999999999999-00000000',
    'documents/%ff',
    '%',
    'leave?to=javascript:alert(1)',
    'units/' + 'a'.repeat(500),
    'register?q=%25',
    'tw/tw/elder/',
  ])('%s is answered without an error of ours, and without a word about our insides', async (path) => {
    const answer = await get(`/zfxxgk/${path}`)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toMatch(/at .+\.ts:|node_modules|syntax error|publication\.|root:x/)
  })
})

describe('feeds and sitemap', () => {
  it('name each document with its plain address', async () => {
    const address = `http://www.qinglan.example/zfxxgk/documents/${plain.documentId}`
    expect((await get('/zfxxgk/columns/zhengce/feed.atom')).body).toContain(`href="${address}"`)
    expect((await get('/zfxxgk/units/mzj/feed.json')).json<{ items: { url: string }[] }>().items.map((item) => item.url)).toContain(address)
    expect((await get('/zfxxgk/sitemap.xml')).body).toContain('/zfxxgk/sitemap-2026-11.xml')
    expect((await get('/zfxxgk/sitemap-2026-11.xml')).body).toContain(`<loc>${address}</loc>`)
    expect((await get('/zfxxgk/sitemap-2015-12.xml')).body).toContain(withFile.documentId)
    expect((await get('/zfxxgk/robots.txt')).body).toContain('Sitemap: http://www.qinglan.example/zfxxgk/sitemap.xml')
  })
})

describe('the register', () => {
  it('knows the receipt that the page prints, and the index number', async () => {
    const receipt = /GK-\d+-[0-9A-F]{8}/.exec((await get(`/zfxxgk/documents/${plain.documentId}`)).body)?.[0] ?? ''
    for (const asked of [receipt, receipt.toLowerCase(), plain.indexNumber, gone.indexNumber]) {
      expect((await get(`/zfxxgk/register?q=${encodeURIComponent(asked)}`)).body, asked).toContain('在册，核验一致')
    }
  })

  it('does not know a receipt with one digit changed', async () => {
    expect((await get('/zfxxgk/register?q=GK-1-00000000')).body).toContain('不在册')
  })
})
