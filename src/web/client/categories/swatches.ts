/** The colours that are offered. Each is at 3:1 or more against the light and the dark page. */
export const swatches = [
  '#3d9068',
  '#2a9aa6',
  '#3b7dd8',
  '#6b7a99',
  '#8655c8',
  '#b552a8',
  '#c94f6d',
  '#d0533b',
  '#d97f26',
  '#a9853a',
  '#7a8c3a',
  '#b0643c',
] as const
