// The tokens of the house, handed to Ant Design. The portal's style sheet carries the same values.
import type { ThemeConfig } from 'antd'

const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches

export const tokens = {
  ink: '#1b2733',
  muted: '#566472',
  line: '#d8e0e8',
  ground: '#f4f7fa',
  page: '#ffffff',
  blue: '#0f4c94',
  blueDark: '#0a3770',
  blueTint: '#e8f0fa',
  red: '#b3261e',
  green: '#1c7a4d',
  amber: '#9a5b00',
  focus: '#ffb400',
} as const

export const fonts = '"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif'

/** Colours that say how something stands. */
export type Tone = 'neutral' | 'work' | 'good' | 'soon' | 'bad'

export const toneColour: Readonly<Record<Tone, string>> = {
  neutral: tokens.muted,
  work: tokens.blue,
  good: tokens.green,
  soon: tokens.amber,
  bad: tokens.red,
}

export const theme: ThemeConfig = {
  cssVar: { key: 'gongkai' },
  hashed: false,
  token: {
    colorPrimary: tokens.blue,
    colorPrimaryHover: tokens.blueDark,
    colorPrimaryActive: tokens.blueDark,
    colorLink: tokens.blue,
    colorLinkHover: tokens.blueDark,
    colorLinkActive: tokens.blueDark,
    colorText: tokens.ink,
    colorTextSecondary: tokens.muted,
    colorTextTertiary: tokens.muted,
    colorTextDescription: tokens.muted,
    colorTextPlaceholder: '#6b7885',
    colorBorder: '#b9c5d1',
    colorBorderSecondary: tokens.line,
    colorSplit: tokens.line,
    colorBgLayout: tokens.ground,
    colorBgContainer: tokens.page,
    colorSuccess: tokens.green,
    colorWarning: tokens.amber,
    colorError: tokens.red,
    colorInfo: tokens.blue,
    // grounds of notices: light enough for ink, each of its own hue
    colorPrimaryBg: tokens.blueTint,
    colorInfoBg: tokens.blueTint,
    colorInfoBorder: '#b5cbe6',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#e6b5b1',
    colorWarningBg: '#fff8e8',
    colorWarningBorder: '#e8cf9a',
    colorSuccessBg: '#eaf6ef',
    colorSuccessBorder: '#b3d9c3',
    controlItemBgActive: tokens.blueTint,
    controlItemBgActiveHover: '#dbe7f6',
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 4,
    fontFamily: fonts,
    fontSize: 14,
    // Whoever wants no motion gets next to none. Without any, Ant Design leaves a menu that opens at its first place, outside of the window, every tenth time.
    ...(still
      ? { motionDurationFast: '0.01s', motionDurationMid: '0.01s', motionDurationSlow: '0.01s' }
      : { motionDurationMid: '0.12s', motionDurationSlow: '0.16s' }),
    wireframe: false,
  },
  components: {
    Layout: { headerBg: tokens.page, headerHeight: 56, headerPadding: '0 24px', siderBg: tokens.page, bodyBg: tokens.ground },
    Menu: {
      itemHeight: 40,
      itemBorderRadius: 4,
      itemSelectedBg: tokens.blueTint,
      itemSelectedColor: tokens.blue,
      itemMarginInline: 8,
      activeBarBorderWidth: 0,
    },
    Table: {
      headerBg: tokens.blueTint,
      headerColor: tokens.ink,
      headerSplitColor: 'transparent',
      bodySortBg: tokens.page,
      headerSortActiveBg: '#d9e6f5',
      headerSortHoverBg: '#d9e6f5',
      rowHoverBg: tokens.ground,
      cellPaddingBlock: 12,
      cellPaddingInline: 12,
    },
    Card: { headerFontSize: 16 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Tabs: { horizontalMargin: '0 0 16px' },
    Descriptions: { labelColor: tokens.muted },
  },
}
