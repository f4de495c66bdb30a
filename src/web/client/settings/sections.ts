/** The parts of the settings, in their order on the page; each is an anchor. */
export const sections = [
  'profile',
  'password',
  'second-factor',
  'sessions',
  'tokens',
  'sharing',
  'formats',
  'appearance',
  'keyboard',
  'data',
  'about',
] as const
export type SectionName = (typeof sections)[number]
