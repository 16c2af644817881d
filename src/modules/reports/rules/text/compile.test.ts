// What units wrote, gathered under one heading.
import { describe, expect, it } from 'vitest'
import { appended, compiled, type UnitText } from './compile.ts'

const unit = (unitName: string, text: string): UnitText => ({ reportId: unitName, unitName, parts: new Map([[1, text]]) })

describe('the texts of units under one heading', () => {
  it('stand with the name of their unit before the first line, and those who wrote nothing are left out', () => {
    expect(compiled(1, [unit('县教育局', '一是学习。\n\n二是{检查}。'), unit('县财政局', ''), unit('清源镇', '公开栏更新。')]).map(({ said }) => said)).toEqual(
      ['县教育局：一是学习。', '二是{{检查}}。', '清源镇：公开栏更新。'],
    )
    expect(compiled(2, [unit('县教育局', '一是学习。')])).toEqual([])
  })

  it('come behind what stands there', () => {
    const said = compiled(1, [unit('清源镇', '公开栏更新。')])
    expect(appended(' ', said)).toBe('清源镇：公开栏更新。')
    expect(appended('全县情况。\n', said)).toBe('全县情况。\n清源镇：公开栏更新。')
  })
})
