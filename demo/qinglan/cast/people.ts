// The people of 青岚县: invented. Who has an account has roles; who has none stands in the register only.
import type { Role } from '../../../src/modules/access/law/permissions.ts'
import type { UnitKey } from './units.ts'

interface CastGrant {
  readonly role: Role
  readonly unit: UnitKey
  readonly section?: string
}

export interface CastMember {
  /** Null: no account. */
  readonly login: string | null
  readonly name: string
  readonly unit: UnitKey
  readonly section?: string
  readonly title: string
  /** Order on the unit's page; others are not shown there. */
  readonly leader?: number
  readonly duties?: string
  readonly grants: readonly CastGrant[]
  /** More posts of the same person. */
  readonly also?: readonly { readonly unit: UnitKey; readonly title: string }[]
}

const at = (unit: UnitKey, ...roles: Role[]): CastGrant[] => roles.map((role) => ({ role, unit }))

/** Head, deputy, head of the general office and whoever drafts. */
const leader = (login: string, name: string, unit: UnitKey, title: string, duties: string, ...roles: Role[]): CastMember => ({
  login,
  name,
  unit,
  title,
  duties,
  leader: title.startsWith('副') ? 2 : 1,
  grants: at(unit, ...roles),
})
const clerk = (login: string, name: string, unit: UnitKey, section: string, title: string, ...roles: Role[]): CastMember => ({
  login,
  name,
  unit,
  section,
  title,
  grants: at(unit, ...roles),
})

/** Units whose secrets are reviewed by the county office, because they have no reviewer of their own. */
const reviewedByCounty: readonly UnitKey[] = ['gov', 'zfb', 'fgj', 'czj', 'rsj', 'zrj', 'hbj', 'nyj', 'scj', 'hkz', 'llz', 'sqz', 'qyz']

export const people: readonly CastMember[] = [
  { login: 'chengli', name: '程立', unit: 'zfb', section: '综合科', title: '信息技术员', grants: at('gov', 'system-administrator') },
  { login: 'luoxiaojing', name: '罗晓静', unit: 'zfb', section: '综合科', title: '网络安全员', grants: at('gov', 'security-administrator') },
  { login: 'mengfanxing', name: '孟繁星', unit: 'zfb', section: '督查科', title: '审计员', grants: at('gov', 'audit-administrator') },

  { login: 'shenhuaiyuan', name: '沈怀远', unit: 'gov', title: '县长', leader: 1, duties: '主持县政府全面工作，负责审计工作。', grants: at('gov', 'main-leader') },
  { login: 'gumingchuan', name: '顾明川', unit: 'gov', title: '常务副县长', leader: 2, duties: '负责发展改革、财政、统计、政务公开、应急管理工作，分管县政府办公室、县发展改革局、县财政局。', grants: at('gov', 'leader-in-charge') },
  { login: null, name: '梁文秀', unit: 'gov', title: '副县长', leader: 3, duties: '负责教育、民政、卫生健康、人力资源和社会保障工作。', grants: [] },
  { login: null, name: '许定波', unit: 'gov', title: '副县长', leader: 4, duties: '负责自然资源、住房和城乡建设、生态环境、市场监管工作。', grants: [] },
  { login: null, name: '马克谦', unit: 'gov', title: '副县长', leader: 5, duties: '负责农业农村、水务、林草、乡村振兴工作。', grants: [] },
  { login: 'hanliqun', name: '韩立群', unit: 'zfb', title: '主任', leader: 1, duties: '主持县政府办公室全面工作。', grants: at('zfb', 'main-leader') },
  { login: 'suwanqing', name: '苏婉清', unit: 'zfb', title: '副主任', leader: 2, duties: '负责政务公开、文电和保密工作。', grants: at('zfb', 'leader-in-charge') },
  { login: 'luzhixing', name: '陆知行', unit: 'zfb', section: '政务公开科', title: '科长', grants: [...at('gov', 'section-head'), ...at('zfb', 'section-head')] },
  { login: 'yezhen', name: '叶蓁', unit: 'zfb', section: '政务公开科', title: '副科长', grants: at('gov', 'disclosure-office') },
  { login: 'zhoumubai', name: '周慕白', unit: 'zfb', section: '政务公开科', title: '科员', grants: at('gov', 'disclosure-office') },
  { login: 'xujiayan', name: '许嘉言', unit: 'zfb', section: '综合科', title: '科员（信息员）', grants: [...at('gov', 'information-officer'), ...at('zfb', 'information-officer')] },
  { login: 'fangjingyi', name: '方静宜', unit: 'zfb', section: '文电科', title: '科长（保密审查员）', grants: reviewedByCounty.flatMap((unit) => at(unit, 'secrecy-reviewer')) },
  { login: 'hechangfeng', name: '贺长风', unit: 'zfb', section: '督查科', title: '科长', grants: at('gov', 'inspector') },

  leader('chenkewei', '陈可为', 'jyj', '局长', '主持全面工作。', 'main-leader'),
  leader('jiangyuwei', '蒋予薇', 'jyj', '副局长', '分管基础教育和政务公开。', 'leader-in-charge'),
  { login: 'songnanzhou', name: '宋南舟', unit: 'jyj', section: '基础教育科', title: '科长', grants: [{ role: 'section-head', unit: 'jyj', section: '基础教育科' }] },
  clerk('yuqinghe', '俞清和', 'jyj', '办公室', '主任（保密审查员）', 'secrecy-reviewer'),
  { login: 'linzhixia', name: '林知夏', unit: 'jyj', section: '基础教育科', title: '科员（信息员）', grants: [{ role: 'information-officer', unit: 'jyj', section: '基础教育科' }] },

  leader('tangmingyuan', '唐明远', 'mzj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('shiyunqi', '施韵琪', 'mzj', '社会救助科', '科长', 'section-head'),
  clerk('fengyibai', '冯一白', 'mzj', '办公室', '主任（保密审查员）', 'secrecy-reviewer'),
  clerk('baisuxin', '白素心', 'mzj', '社会救助科', '科员（信息员）', 'information-officer'),

  leader('weichangqing', '魏长青', 'zjj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('zouwenjing', '邹文静', 'zjj', '住房保障科', '科长', 'section-head'),
  clerk('luojiahe', '骆嘉禾', 'zjj', '办公室', '主任（保密审查员）', 'secrecy-reviewer'),
  clerk('qiaoshan', '乔杉', 'zjj', '办公室', '科员（信息员）', 'information-officer'),

  leader('dengkaifeng', '邓凯风', 'wjj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('yaojinglan', '姚静岚', 'wjj', '疾病预防控制科', '科长', 'section-head'),
  clerk('wuqichen', '吴启辰', 'wjj', '办公室', '主任（保密审查员）', 'secrecy-reviewer'),
  clerk('wenruyan', '闻如砚', 'wjj', '办公室', '科员（合法性审查员）', 'legal-reviewer'),
  clerk('ningxue', '宁雪', 'wjj', '办公室', '科员（信息员）', 'information-officer'),

  leader('duxiuwen', '杜修文', 'czj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('hezhaoyang', '何朝阳', 'czj', '办公室', '主任', 'section-head'),
  clerk('tianyutong', '田雨桐', 'czj', '预算科', '科员（信息员）', 'information-officer'),
  leader('jinbosong', '金柏松', 'scj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('shenlingzhi', '沈凌之', 'scj', '办公室', '主任', 'section-head'),
  clerk('kangning', '康宁', 'scj', '食品安全监管科', '科员（信息员）', 'information-officer'),
  leader('guanhongtao', '关洪涛', 'fgj', '局长', '主持全面工作，兼任县统计局局长。', 'main-leader', 'leader-in-charge'),
  clerk('lvsiyao', '吕思瑶', 'fgj', '办公室', '主任', 'section-head'),
  clerk('qinmo', '秦墨', 'fgj', '统计科', '科员（信息员）', 'information-officer'),
  leader('miaoyunhai', '苗云海', 'rsj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('xiaowanting', '肖婉婷', 'rsj', '办公室', '主任', 'section-head'),
  leader('tongguangyao', '童光耀', 'zrj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('zhanruolan', '詹若兰', 'zrj', '办公室', '主任', 'section-head'),
  leader('hongyiran', '洪亦然', 'hbj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('pengshuhan', '彭书涵', 'hbj', '办公室', '主任', 'section-head'),
  leader('shilei', '石蕾', 'nyj', '局长', '主持全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('wanjiaqi', '万家齐', 'nyj', '办公室', '主任', 'section-head'),

  leader('konglingqi', '孔令祺', 'hkz', '镇长', '主持镇政府全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('ruanxiaoman', '阮小满', 'hkz', '党政综合办公室', '主任', 'section-head'),
  clerk('haojun', '郝骏', 'hkz', '党政综合办公室', '科员（信息员）', 'information-officer'),
  leader('biyuanzhou', '毕远洲', 'llz', '镇长', '主持镇政府全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('zhuqiushi', '祝秋实', 'llz', '党政综合办公室', '主任', 'section-head'),
  leader('daishuqing', '戴树清', 'sqz', '镇长', '主持镇政府全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('xuanmingyu', '宣明玉', 'sqz', '党政综合办公室', '主任', 'section-head'),
  leader('lanjingxing', '蓝景行', 'qyz', '镇长', '主持镇政府全面工作。', 'main-leader', 'leader-in-charge'),
  clerk('youhe', '尤禾', 'qyz', '党政综合办公室', '主任', 'section-head'),
  { login: null, name: '靳秉文', unit: 'cgjd', title: '主任', leader: 1, duties: '主持街道办事处工作。', grants: [] },
  { login: null, name: '殷如意', unit: 'dhjd', title: '主任', leader: 1, duties: '主持街道办事处工作。', grants: [], also: [{ unit: 'bpjd', title: '代理主任' }] },

  leader('chengyanqiu', '程砚秋', 'xwb', '县委常委、办公室主任', '主持县委办公室全面工作，分管党务公开。', 'main-leader'),
  leader('fangruogu', '方若谷', 'xwb', '副主任', '分管党务公开和文电。', 'leader-in-charge'),
  clerk('liutinglan', '柳听澜', 'xwb', '党务公开科', '科长', 'section-head'),
  clerk('shumoyan', '舒墨言', 'xwb', '综合科', '副科长（保密审查员）', 'secrecy-reviewer'),
  { login: 'tanxi', name: '谭溪', unit: 'xwb', section: '党务公开科', title: '科员', grants: at('xwb', 'information-officer', 'disclosure-office') },
] // prettier-ignore
