import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Mantine wants ten shades; ours are tokens that know the scheme themselves (tokens.css). */
const shades = (token: string): MantineColorsTuple => {
  const soft = `var(--dd-${token}-soft)`;
  const full = `var(--dd-${token})`;
  return [soft, soft, soft, full, full, full, full, full, full, full];
};

const GRAY: MantineColorsTuple = [
  '#f3f2f1',
  '#eeecea',
  '#e8e6e4',
  '#e1dfdd',
  '#d2cfcc',
  '#8a8580',
  '#6b6661',
  '#57534e',
  '#3b3a39',
  '#1b1a19',
];
const DARK: MantineColorsTuple = [
  '#f3f2f1',
  '#d9d6d3',
  '#b8b4b0',
  '#8a8580',
  '#3b3a39',
  '#363534',
  '#2d2c2b',
  '#242322',
  '#1b1a19',
  '#121110',
];

const TONES = ['accent', 'danger', 'warning', 'success'];

const filledText: Readonly<Record<string, string>> = {
  accent: 'var(--dd-on-accent)',
  danger: 'var(--dd-on-danger)',
};

/** Buttons and badges by token: what is filled is full, what is light is soft. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const tone = input.color ?? input.theme.primaryColor;
  const standard = defaultVariantColorsResolver(input);
  if (!TONES.includes(tone)) return standard;
  const full = `var(--dd-${tone})`;
  const soft = `var(--dd-${tone}-soft)`;
  if (input.variant === 'filled')
    return {
      background: full,
      hover: `var(--dd-${tone}-hover, ${full})`,
      color: filledText[tone] ?? 'var(--dd-canvas)',
      border: '1px solid transparent',
    };
  if (input.variant === 'light')
    return { background: soft, hover: soft, color: full, border: '1px solid transparent' };
  if (input.variant === 'subtle') return { ...standard, hover: 'var(--dd-hover)', color: full };
  if (input.variant === 'outline') return { ...standard, color: full, border: `1px solid ${full}` };
  return standard;
};

const toneVariables = Object.fromEntries(
  TONES.flatMap((tone) => [
    [`--mantine-color-${tone}-filled`, `var(--dd-${tone})`],
    [`--mantine-color-${tone}-filled-hover`, `var(--dd-${tone}-hover, var(--dd-${tone}))`],
    [`--mantine-color-${tone}-light`, `var(--dd-${tone}-soft)`],
    [`--mantine-color-${tone}-light-hover`, `var(--dd-${tone}-soft)`],
    [`--mantine-color-${tone}-light-color`, `var(--dd-${tone})`],
    [`--mantine-color-${tone}-outline`, `var(--dd-${tone})`],
    [`--mantine-color-${tone}-text`, `var(--dd-${tone})`],
  ]),
);

const schemeVariables: Record<string, string> = {
  ...toneVariables,
  '--mantine-primary-color-contrast': 'var(--dd-on-accent)',
  '--mantine-color-body': 'var(--dd-canvas)',
  '--mantine-color-text': 'var(--dd-text)',
  '--mantine-color-bright': 'var(--dd-text)',
  '--mantine-color-dimmed': 'var(--dd-text-secondary)',
  '--mantine-color-placeholder': 'var(--dd-text-secondary)',
  '--mantine-color-anchor': 'var(--dd-accent)',
  '--mantine-color-error': 'var(--dd-danger)',
  '--mantine-color-success': 'var(--dd-success)',
  '--mantine-color-default': 'var(--dd-surface)',
  '--mantine-color-default-hover': 'var(--dd-hover)',
  '--mantine-color-default-color': 'var(--dd-text)',
  '--mantine-color-default-border': 'var(--dd-line)',
  '--mantine-color-disabled': 'var(--dd-hover)',
  '--mantine-color-disabled-color': 'var(--dd-text-disabled)',
  '--mantine-color-disabled-border': 'var(--dd-line)',
};

/** Hands our tokens to Mantine in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables,
  dark: schemeVariables,
});

const small = { defaultProps: { size: 'xs' } };
const popover = { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } };

/** The look of the product: Windows-like, dense, calm. */
export const theme = createTheme({
  colors: {
    gray: GRAY,
    dark: DARK,
    accent: shades('accent'),
    danger: shades('danger'),
    warning: shades('warning'),
    success: shades('success'),
  },
  primaryColor: 'accent',
  primaryShade: 6,
  black: '#1b1a19',
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '8px', xl: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontFamily: 'var(--dd-font)',
  fontFamilyMonospace: 'var(--dd-font-mono)',
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '20px', sm: '20px', md: '20px', lg: '22px', xl: '28px' },
  headings: {
    fontFamily: 'var(--dd-font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '22px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  shadows: { xs: 'var(--dd-shadow)', sm: 'var(--dd-shadow)', md: 'var(--dd-shadow)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    TextInput: small,
    PasswordInput: small,
    NumberInput: small,
    Textarea: small,
    Autocomplete: small,
    DateInput: small,
    Select: small,
    NativeSelect: small,
    ColorInput: small,
    MultiSelect: small,
    Checkbox: small,
    Radio: small,
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false } },
    SegmentedControl: small,
    Slider: small,
    Menu: popover,
    Popover: popover,
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 100 },
        overlayProps: { backgroundOpacity: 0.35 },
        centered: true,
        padding: 'lg',
      },
    },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.35 } },
  },
});
