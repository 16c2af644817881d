// A report in which nothing is wrong and much is unusual: numerals in words, slashes, sub-units, other years, nested parts.
import type { Paper } from './shape.ts'
import { proactiveC, remedies, requestsC } from './tables.ts'

export const cleanFurther: readonly Paper[] = [
  {
    name: 'clean-c-data',
    generation: 'C',
    year: 2024,
    unit: '石岭市数据局',
    title: '石岭市数据局2024年政府信息公开工作年度报告',
    publishedOn: '2025-01-22',
    blocks: [
      '## 一、总体情况',
      '石岭市数据局（以下简称我局）于2024年3月挂牌成立，承接原由市政府办公室、市发展改革委承担的部分职责。受理申请情况与2023年（由原市大数据中心统计，受理9件）不完全可比。',
      '一年来，主动公开信息二百一十六条，其中网站一百八十条，新媒体三十六条（含视频五条）。市12345热线并入后受理诉求31.8万件：咨询类21.4万件、求助类6.1万件、投诉举报类4.3万件；按时办结率99.97%。',
      '收到政府信息公开申请6件（其中2件由市政府办公室转来），全部为自然人申请。年内办结5件：予以公开3件，其余2件为本机关不掌握相关政府信息；另有1件正在办理，结转下年度。行政复议、行政诉讼均为0件。',
      '按照《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号），指导14个乡镇（街道）完成26个试点领域目录的动态调整，其中乡镇9个，街道5个。',
      '## 二、主动公开政府信息情况',
      proactiveC({ rules: '/ / /', documents: '0 0 2', licences: '/', penalties: '/', coercions: '/', fees: '/' }),
      '## 三、收到和处理政府信息公开申请情况',
      requestsC({
        newReceived: '6 0 0 0 0 0 6',
        granted: '3 0 0 0 0 0 3',
        'unable.notHeld': '2 0 0 0 0 0 2',
        totalProcessed: '5 0 0 0 0 0 5',
        carriedForward: '1 0 0 0 0 0 1',
      }),
      '## 四、政府信息公开行政复议、行政诉讼情况',
      remedies(),
      '## 五、存在的主要问题及改进情况',
      '存在的主要问题：（1）新组建单位，公开指南、目录尚在完善；（2）公共数据开放与政府信息公开的衔接不够。',
      '改进情况：（1）已于2024年12月印发新的公开指南；（2）2025年计划开放数据集不少于120个，力争达到150个。',
      '## 六、其他需要报告的事项',
      '本年度无收取信息处理费情况。',
    ],
    finds: [],
  },
]
