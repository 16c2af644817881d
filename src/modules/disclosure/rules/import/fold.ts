// Folds the few traditional letters that occur in labels, furniture and endings of titles, so that one table serves both scripts.
const pairs =
  '號号關关鍵键詞词發发佈布機机構构開开責责門门態态題题類类時时間间來来標标稱称內内體体組组頁页瀏浏覽览點点擊击編编輯辑屬属欄栏廢废實实報报導导檢检' +
  '總总結结準准決决議议規规劃划辦办處处廳厅務务員员會会縣县區区鄉乡鎮镇國国學学聯联監监財财衛卫農农業业環环護护鐵铁動动無无據据計计統统單单數数掃扫' +
  '維维碼码當当頂顶閉闭轉转這这網网鏈链載载連连絡络權权備备審审訊讯請请複复轉转對对為为從从與与產产條条細细則则見见說说書书錄录續续圖图專专責责電电視视樓楼' +
  '賬账個个項项場场幣币萬万億亿歲岁張张臺台頒颁佔占應应訂订執执驗验術术戰战試试點点'

const table = new Map<string, string>()
for (let at = 0; at + 1 < pairs.length; at += 2) table.set(pairs[at] ?? '', pairs[at + 1] ?? '')

const traditional = new RegExp(`[${[...table.keys()].join('')}]`, 'gu')

/** One letter becomes one letter, so that positions stay. */
export const fold = (text: string): string => text.replace(traditional, (letter) => table.get(letter) ?? letter)
