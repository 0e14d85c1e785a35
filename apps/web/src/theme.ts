import { Anchor, createTheme, type MantineColorsTuple } from '@mantine/core';

const navy: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f1',
  '#b4cbe2',
  '#8aaed2',
  '#6796c5',
  '#4f86bc',
  '#3a76ad',
  '#1d5b94',
  '#17497a',
  '#17375c',
];

/** System fonts only: each named one draws stacked Vietnamese marks well, and nothing is fetched. */
const fonts =
  "'Segoe UI', 'SF Pro Text', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

export const theme = createTheme({
  colors: { navy },
  primaryColor: 'navy',
  primaryShade: 7,
  fontFamily: fonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: fonts, fontWeight: '650' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Colour alone does not tell a link from the words around it.
  components: { Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }) },
});
