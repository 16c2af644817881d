// What every year's notice must arrange (全国年节及纪念日放假办法, holidays-2024/2), and days that are off whatever it arranges.
export const holidays = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const

/** MM-DD of holidays that have a fixed day. */
export const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03'] as const
