import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { darkTokens, fontFamily, lightTokens, toCssVariables, type Tokens } from './tokens.ts'

const accent: MantineColorsTuple = [
  '#eef1fb',
  '#dbe2f6',
  '#b7c4ee',
  '#9db2ff',
  '#7590ea',
  '#5b79e0',
  '#4560cf',
  '#2b4bb3',
  '#243f97',
  '#1b3177',
]

const dark: MantineColorsTuple = [
  '#e7e8eb',
  '#c3c7ce',
  '#a3a8b1',
  '#7d838d',
  '#454a53',
  '#2b2e34',
  '#1a1c20',
  '#131417',
  '#101114',
  '#0b0c0e',
]

const dense = { '--input-height': '32px', '--input-fz': '13px' }

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  black: lightTokens.text,
  defaultRadius: 6,
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '18px', xl: '22px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontFamily, fontWeight: '600' },
  respectReducedMotion: true,
  components: {
    Input: { vars: () => ({ wrapper: dense }) },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Button: {
      vars: (_theme: unknown, props: { size?: string }) => ({
        root:
          props.size === 'xs'
            ? { '--button-height': '26px', '--button-fz': '12px', '--button-padding-x': '10px' }
            : { '--button-height': '32px', '--button-fz': '13px', '--button-padding-x': '14px' },
      }),
      styles: { label: { fontWeight: 550 } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: { opacity: 0.35 } },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 140 }, overlayProps: { opacity: 0.2 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { shadow: 'sm', transitionProps: { duration: 80 } } },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
  },
})

/** Mantine's own greys are too faint for text; ours replace them where it prints words. */
function withText(tokens: Tokens): Record<string, string> {
  return {
    ...toCssVariables(tokens),
    '--mantine-color-body': tokens.page,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens.textSecondary,
    '--mantine-color-placeholder': tokens.textSecondary,
    '--mantine-color-error': tokens.bad,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-border': tokens.hairlineStrong,
    '--mantine-color-accent-light': tokens.accentSoft,
    '--mantine-color-accent-light-color': tokens.accent,
    '--mantine-color-accent-text': tokens.accent,
    '--mantine-color-accent-outline': tokens.accent,
    '--mantine-color-gray-text': tokens.textSecondary,
    '--mantine-color-gray-light-color': tokens.textSecondary,
    '--mantine-color-red-light-color': tokens.bad,
  }
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: withText(lightTokens),
  dark: withText(darkTokens),
})
