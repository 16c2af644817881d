// What people of 青岚县 ask, and which documents must answer: written by hand from the texts, before any answer was seen; two questions were taken back afterwards, because no text has their words.
export interface Expected {
  readonly asks: string
  /** Keys of stories that must be on the first page. */
  readonly finds: readonly string[]
  /** The first hit, where only one will do. */
  readonly first?: string
  /** Must not be found at all. */
  readonly not?: readonly string[]
}

export const byWords: readonly Expected[] = [
  { asks: '临时救助怎么申请', finds: ['relief-2025'] },
  { asks: '临时救助实施办法', finds: ['relief-2025', 'relief-2021'] },
  { asks: '急难救助 24小时', finds: ['relief-2025'] },
  { asks: '养犬管理', finds: ['dogs-2022', 'dogs-2022-explained'] },
  { asks: '不拴绳怎么办', finds: ['dogs-2022-explained'] },
  { asks: '停车泊位 收费', finds: ['parking-2024', 'parking-2024-explained'] },
  { asks: '晚上停车收费吗', finds: ['parking-2024-explained'] },
  { asks: '供热管理办法', finds: ['heating-2023', 'heating-2023-explained', 'heating-2023-draft'] },
  { asks: '室温不达标 热费', finds: ['heating-2023'] },
  { asks: '禁止燃放烟花爆竹', finds: ['fireworks'], first: 'fireworks' },
  { asks: '封山禁牧', finds: ['grazing'], first: 'grazing' },
  { asks: '文物保护单位', finds: ['heritage'] },
  { asks: '征兵', finds: ['conscript'], first: 'conscript' },
  { asks: '义务教育招生 2026', finds: ['enrol-2026'] },
  { asks: '学区管理办法', finds: ['enrol-rule-2023', 'enrol-rule-2023-explained'] },
  { asks: '公益性岗位', finds: ['jobs-2022', 'posts-2024'] },
  { asks: '养老服务补贴', finds: ['elder-2024', 'elder-2024-explained'] },
  { asks: '公共租赁住房', finds: ['rental-2025', 'rental-plan-2026', 'rental-result-2026'] },
  { asks: '小餐饮 食品摊贩', finds: ['kitchen-2023', 'kitchen-2023-explained'] },
  { asks: '防汛抗旱应急预案', finds: ['plan-flood'], first: 'plan-flood' },
  { asks: '森林草原火灾', finds: ['plan-fire'] },
  { asks: '石料加工厂 处罚', finds: ['penalty-4'] },
  { asks: '乡村医生待遇', finds: ['reply-wjj-2025-06-23'], first: 'reply-wjj-2025-06-23' },
  { asks: '智慧黑板', finds: ['purchase-QLZC2025-117', 'award-QLZC2025-117'] },
  { asks: '梨花节', finds: ['news-4', 'town-6'] },
  { asks: '加装电梯', finds: ['town-8'], first: 'town-8' },
  { asks: '重大行政决策程序', finds: ['decision-2020', 'decision-2020-explained'] },
  { asks: '耕地地力保护补贴', finds: ['grain-2026'] },
  { asks: '农田残膜', finds: ['reply-nyj-2026-06-08'], first: 'reply-nyj-2026-06-08' },
  { asks: '强降雨', finds: ['rain-2026', 'rain-2026-after'] },
  { asks: '預防接種', finds: ['vaccine-2026'] },
  { asks: '養老服務補貼', finds: ['elder-2024'] },
  { asks: '政務公開工作要點 2025', finds: ['keypoints-2025'] },
  { asks: '“农村宅基地”', finds: ['smallworks-2024'] },
  { asks: '供热 -解读', finds: ['heating-2023'], not: ['heating-2023-explained'] },
  { asks: '青岚县不存在的词语魑魅魍魉', finds: [] },
]

export const byNumber: readonly Expected[] = [
  { asks: '青政发〔2025〕9号', finds: ['relief-2025'], first: 'relief-2025' },
  { asks: '青政发[2023]27号', finds: ['heating-2023'], first: 'heating-2023' },
  { asks: '青政办发（2024）32号', finds: ['parking-2024'], first: 'parking-2024' },
  { asks: '青政发2022 21号', finds: ['dogs-2022'], first: 'dogs-2022' },
  { asks: '青政告〔2025〕第1号', finds: ['fireworks'], first: 'fireworks' },
]

/** Cut anywhere, also in the middle of words. */
export const byPieces: readonly Expected[] = [
  { asks: '难型救助实行24', finds: ['relief-2025'] },
  { asks: '不得以户籍、材料不', finds: ['relief-2025'] },
  { asks: '月标准的2至6倍', finds: ['relief-2021'] },
  { asks: '绳长度不超', finds: ['dogs-2022'] },
  { asks: '犬、扶助犬除', finds: ['dogs-2022'] },
  { asks: '划定遛犬时', finds: ['dogs-2022'] },
  { asks: '置地桩、地锁占', finds: ['parking-2024'] },
  { asks: '日最高10元', finds: ['parking-2024'] },
  { asks: '源汽车首2小时', finds: ['parking-2024'] },
  { asks: '间中央、离地', finds: ['heating-2023-explained'] },
  { asks: '放供热管网循环', finds: ['heating-2023'] },
  { asks: '至学府路、南至岚', finds: ['fireworks'] },
  { asks: '粮库和山林', finds: ['fireworks'] },
  { asks: '行舍饲圈养', finds: ['grazing'] },
  { asks: '草种植补贴和', finds: ['grazing'] },
  { asks: '楼巷古井', finds: ['heritage'] },
  { asks: '摩崖题刻', finds: ['heritage'] },
  { asks: '宽至26周岁', finds: ['conscript'] },
  { asks: '用于安置大龄', finds: ['jobs-2022'] },
  { asks: '树池、雨水口和盲', finds: ['town-9'] },
  { asks: '雪停后2小时内开', finds: ['town-9'] },
  { asks: '同意、1人反', finds: ['shimen-decision'] },
  { asks: '地统一复垦', finds: ['shimen-decision'] },
  { asks: '户摊位优先', finds: ['liyuan-decision'] },
  { asks: '会诊当日出', finds: ['news-6'] },
  { asks: '办幼儿园保教', finds: ['fees'] },
  { asks: '镇卫生院全科医', finds: ['doctors-2025'] },
  { asks: '對河洪、山洪', finds: ['plan-flood'] },
]
