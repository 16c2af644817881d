// One greppable word for an article of a law: `ogi-2019/33`. The laws and their titles stand in `src/law/laws.ts`.
export type Law =
  | 'ogi-2019' // 政府信息公开条例 (2019)
  | 'ogi-2008' // 政府信息公开条例 (2008)
  | 'secrecy-2024' // 保守国家秘密法 (2024)
  | 'secrecy-rules-2024' // 保守国家秘密法实施条例 (2024)
  | 'cybersecurity-2016' // 网络安全法
  | 'cybersecurity-2025'
  | 'pipl-2021' // 个人信息保护法
  | 'official-documents-2012' // 党政机关公文处理工作条例, GB/T 9704-2012
  | 'index-number-guide' // 政府信息公开目录系统实施指引（试行）
  | 'platform-2019' // 国办公开办函〔2019〕61号
  | 'site-guide-2017' // 政府网站发展指引
  | 'mlps-2019' // GB/T 22239-2019
  | 'penalty-2021' // 行政处罚法
  | 'recon-2023' // 行政复议法 (2023)
  | 'recon-1999' // 行政复议法 (1999)
  | 'litigation-2017' // 行政诉讼法 (2014, 2017)
  | 'litigation-1989' // 行政诉讼法 (1989)
  | 'civil-procedure-2023' // 民事诉讼法
  | 'licence-2019' // 行政许可法
  | 'budget-2018' // 预算法
  | 'decision-2019' // 重大行政决策程序暂行条例
  | 'rule-making-2017' // 规章制定程序条例
  | 'business-2019' // 优化营商环境条例
  | 'fee-2020' // 国办函〔2020〕109号
  | 'receipt-2015' // 国办公开办函〔2015〕207号
  | 'service-2016' // 国办公开办函〔2016〕235号
  | 'yearly-report-2021' // 国办公开办函〔2021〕30号
  | 'disclosure-cases-2025' // 法释〔2025〕8号
  | 'holidays-2024' // 全国年节及纪念日放假办法
  | 'party-2017' // 中国共产党党务公开条例（试行）
  | 'interpretation-2016' // 国办发〔2016〕19号

export type Article = `${Law}/${string}`
