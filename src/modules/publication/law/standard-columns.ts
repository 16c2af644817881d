// The columns that a new site begins with: the platform in the form the norm asks for (platform-2019), then what people read daily.
import type { ColumnKind } from './column-kinds.ts'
import { statutoryItems, type StatutoryItemKey } from './statutory-items.ts'

export interface StandardColumn {
  readonly slug: string
  readonly parent: string | null
  readonly name: string
  readonly kind: ColumnKind
  readonly statutoryItem: StatutoryItemKey | null
  readonly shownOnHome: boolean
  readonly description: string
}

const column = (slug: string, name: string, kind: ColumnKind, parent: string | null, description: string, shownOnHome = false): StandardColumn => ({
  slug, name, kind, parent, description, shownOnHome, statutoryItem: null,
}) // prettier-ignore

/** Article 20 and 21 items in the order of the law; those of townships stand on the pages of towns. */
const statutoryColumns: readonly StandardColumn[] = Object.entries(statutoryItems).map(([key, item]) => ({
  slug: `fd-${key.replace('local-city-county.', 'xs-').replace('local-township.', 'xz-')}`,
  parent: 'fdzdgk',
  name: item.column,
  kind: 'statutory',
  statutoryItem: key as StatutoryItemKey,
  shownOnHome: false,
  description: item.title,
}))

export const standardColumns: readonly StandardColumn[] = [
  column('zfxxgk', '政府信息公开', 'general', null, '政府信息公开平台'),
  column('zhinan', '政府信息公开指南', 'guide', 'zfxxgk', '政府信息的分类、编排体系、获取方式和政府信息公开工作机构'),
  column('zhidu', '政府信息公开制度', 'rules', 'zfxxgk', '政府信息公开条例和公开工作的制度'),
  column('fdzdgk', '法定主动公开内容', 'statutory', 'zfxxgk', '《政府信息公开条例》第二十条、第二十一条规定的内容'),
  ...statutoryColumns,
  column('nianbao', '政府信息公开年报', 'annual-report', 'zfxxgk', '历年政府信息公开工作年度报告'),
  column('yaowen', '要闻动态', 'news', null, '政务要闻和工作动态', true),
  column('tongzhi', '通知公告', 'notices', null, '通知、公告、公示', true),
  column('zhengce', '政策文件', 'policy', null, '政府和部门的文件', true),
  column('jiedu', '政策解读', 'interpretation', null, '对政策文件的解读', true),
  column('zhongdian', '重点领域', 'key-field', null, '重点领域信息公开'),
  column('shehui-jiuzhu', '社会救助', 'key-field', 'zhongdian', '最低生活保障、特困人员供养、临时救助'),
  column('yiwu-jiaoyu', '义务教育', 'key-field', 'zhongdian', '招生、学区、学生资助'),
  column('yiliao-weisheng', '医疗卫生', 'key-field', 'zhongdian', '医疗服务、疾病预防控制'),
  column('jiuye-chuangye', '就业创业', 'key-field', 'zhongdian', '就业服务、创业扶持、招聘'),
  column('huanjing-baohu', '生态环境', 'key-field', 'zhongdian', '环境质量、环评审批、执法监督'),
  column('shipin-yaopin', '食品药品监管', 'key-field', 'zhongdian', '监督检查、抽检结果'),
  column('zhengdi-chaiqian', '征地和房屋征收', 'key-field', 'zhongdian', '征收公告、补偿安置方案'),
  column('dwgk', '党务公开', 'party', null, '党的组织依照党务公开条例公开的事项，不是政府信息'),
  column('dw-zuzhi', '党组织和职能', 'party', 'dwgk', '党组织的职能、机构设置、负责人和联系方式'),
  column('dw-juece', '决策部署', 'party', 'dwgk', '学习贯彻上级部署、重大决策和推进落实情况'),
  column('dw-dangjian', '党的建设', 'party', 'dwgk', '全面从严治党、巡察整改情况'),
  column('dw-renshi', '会议和人事', 'party', 'dwgk', '重要会议、活动和人事任免情况'),
  column('dw-jiceng', '基层党务', 'party', 'dwgk', '工作目标、发展党员、党费收缴使用情况'),
]
