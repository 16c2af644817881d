// Ten pages of the county's former site (2009 to 2016), taken over as one batch: one review, one approval, their old days, numbers and addresses kept.
import type { Day } from '../../../src/kernel/day.ts'
import { importFiles, openBatch, putBatchManifest, releaseBatches, takeStepWithBatch } from '../../../src/modules/disclosure/index.ts'
import { standingClock } from '../../../src/platform/clock/clock.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { by, idOf, instantAt, must, type Stage } from './stage.ts'

interface OldPage {
  readonly title: string
  readonly on: string
  readonly number: string
  readonly column: string
  readonly lines: readonly string[]
}

const pages: readonly OldPage[] = [
  { title: '青岚县人民政府关于公布第一批政府信息公开目录的通知', on: '2009-05-18', number: '青政发〔2009〕31号', column: '通知公告', lines: ['各乡镇人民政府，县政府各部门：', '为贯彻落实政府信息公开条例，现公布县政府第一批政府信息公开目录，共12类146项。', '一、各单位要按照目录及时公开信息，没有条件上网的在公开栏公布。', '二、县档案馆、图书馆设置查阅场所，免费向公众开放。'] },
  { title: '青岚县人民政府办公室关于进一步规范公文格式的通知', on: '2010-03-09', number: '青政办发〔2010〕17号', column: '通知公告', lines: ['各乡镇人民政府，县政府各部门：', '近期发现部分单位报送的公文存在文种使用不当、附件不全等问题，现就规范公文格式通知如下。', '一、请示应当一文一事，不得在报告中夹带请示事项。', '二、文号年份用全称，不编虚位。'] },
  { title: '青岚县2010年农村饮水安全工程实施情况', on: '2010-12-20', number: '', column: '通知公告', lines: ['2010年，全县实施农村饮水安全工程6处，解决了23个村、1.86万人的饮水问题。', '一、工程总投资894万元，其中国家投资716万元。', '二、工程建成后由乡镇水管站管理，水价每吨2.2元。'] },
  { title: '青岚县人民政府关于加强城区户外广告管理的通告', on: '2011-06-13', number: '青政告〔2011〕4号', column: '通知公告', lines: ['为改善城区容貌，现就户外广告管理通告如下。', '一、设置户外广告应当取得许可，并在批准期限内使用。', '二、本通告发布前未经批准设置的，应当在30日内自行拆除。'] },
  { title: '青岚县抗旱救灾工作情况通报', on: '2011-08-08', number: '', column: '要闻动态', lines: ['今年6月以来，全县降水比常年同期偏少五成，11.3万亩秋粮受旱。', '各级干部包村到户，投入机具860台套，累计浇灌6.7万亩，为4200人送水。'] },
  { title: '青岚县新型农村合作医疗补偿方案（2012年度）', on: '2012-02-21', number: '青政办发〔2012〕9号', column: '政策文件', lines: ['一、筹资标准为每人每年300元，其中个人缴纳60元。', '二、乡镇卫生院住院起付线80元，补偿比例85%；县级医院起付线300元，补偿比例75%。', '三、参合农民一个年度内累计补偿封顶8万元。'] },
  { title: '青岚县机关事业单位公务用车清理结果公告', on: '2013-07-15', number: '', column: '通知公告', lines: ['按照要求，对全县机关事业单位公务用车进行了清理。', '全县核定编制286辆，实有311辆，超编25辆已经全部封存处置，拍卖所得缴入国库。'] },
  { title: '青岚县2014年度行政审批事项清理目录', on: '2014-09-01', number: '青政发〔2014〕44号', column: '政策文件', lines: ['经过清理，保留行政审批事项163项，取消28项，下放17项，转为服务事项9项。', '一、保留的事项一律进驻政务大厅办理。', '二、各部门不得以备案、核准等名义变相审批。'] },
  { title: '青岚县精准扶贫建档立卡工作公告', on: '2015-10-12', number: '', column: '通知公告', lines: ['经农户申请、民主评议、公示公告和逐级审核，全县识别贫困村21个、贫困户3268户、贫困人口12417人。', '名单在各村公示栏公布，群众可以向乡镇扶贫工作站反映意见。'] },
  { title: '青岚县人民政府关于撤乡设镇有关事项的公告', on: '2016-04-05', number: '青政告〔2016〕2号', column: '通知公告', lines: ['经批准，撤销原石泉乡、清源乡，设立石泉镇、清源镇，行政区域和政府驻地不变。', '一、自即日起启用新的印章，原印章停止使用。', '二、居民证件有效期内继续使用，到期更换时更改地址。'] },
] // prettier-ignore

const addressOf = (page: OldPage, at: number): string => `/xxgk/${page.on.slice(0, 4)}/${page.on.slice(5, 7)}/content_${3107 + at * 211}.html`

/** A page as the former site served it, with its furniture around it. */
function htmlOf(page: OldPage): Buffer {
  const text = page.lines.map((line) => `<p>${line}</p>`).join('\n')
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${page.title}</title></head><body><div class="nav">首页 &gt; 信息公开 &gt; 正文</div><h1>${page.title}</h1>` +
      `<div class="info">发布时间：${page.on}　来源：青岚县人民政府办公室</div><div class="content">${text}</div></body></html>`,
  )
}

const quoted = (cell: string): string => `"${cell}"`

/** The day on which the batch goes out. */
export const oldPagesReleasedOn = (today: Day): Day => workdaysAfter(today, -12)

/** Returns how many pages were published. */
export async function takeOverOldPages(stage: Stage): Promise<number> {
  const released = oldPagesReleasedOn(stage.today)
  const begun = workdaysAfter(released, -3)
  const { transaction } = stage.database
  const maker = await transaction((tx) => by(stage, tx, 'yezhen', begun, '09:30'))
  const unitId = idOf(stage.unitIds, 'gov')
  const parts = { transaction, fileStore: stage.fileStore, reader: stage.reader }
  const files = pages.map((page, at) => ({ name: `content_${3107 + at * 211}.html`, bytes: htmlOf(page) }))
  const rows = pages.map((page, at) => [
    files[at]!.name,
    page.title,
    page.on,
    `620990001/${page.on.slice(0, 4)}-${String(40 + at * 7).padStart(5, '0')}`,
    addressOf(page, at),
    page.number,
    page.on,
    page.column,
  ])
  const list = [['文件名', '标题', '原发布日期', '原索引号', '原地址', '文号', '成文日期', '栏目'], ...rows]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')

  const batchId = await transaction(async (tx) => {
    const id = must(await openBatch(tx, maker, { unitId, name: '原县政府网站2009—2016年信息', columnIds: [idOf(stage.columnIds, 'tongzhi')] }), 'batch')
    must(await putBatchManifest(tx, maker, { batchId: id, text: list }), 'list of old pages')
    return id
  })
  const taken = must(await importFiles(parts, maker, { unitId, batchId }, files), 'old pages')
  const lost = taken.filter((one) => one.editionId === null)
  if (lost.length > 0) throw new Error(`old pages were refused: ${lost.map((one) => one.report.file.name).join(', ')}`)

  const secrecy = { basis: '均为原网站已公开信息，经复核不涉及国家秘密，个人信息已删去', conclusion: 'may-disclose' }
  const go = async (login: string, later: number, time: string, name: Parameters<typeof takeStepWithBatch>[2]['step'], more: object = {}): Promise<void> => {
    await transaction(
      async (tx) =>
        void must(
          await takeStepWithBatch(tx, await by(stage, tx, login, workdaysAfter(begun, later), time), { batchId, step: name, ...more }),
          `batch ${name}`,
        ),
    )
  }
  await go('yezhen', 0, '16:30', 'submit')
  await go('fangjingyi', 1, '10:20', 'pass-secrecy', { secrecy })
  await go('shenhuaiyuan', 2, '15:00', 'approve', { opinion: '同意作为历史数据发布。' })
  await go('shenhuaiyuan', 3, '09:10', 'release')
  return releaseBatches(stage.database, standingClock(instantAt(released, '09:30', stage.zone), stage.zone))
}
