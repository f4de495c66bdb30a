/** The steps in which rows are recorded. The first three are gone through row by row; all are stored at once, or none. */
export const importSteps = ['reading', 'looking-up', 'sealing', 'storing'] as const
export type ImportStep = (typeof importSteps)[number]

/** Of `of` rows so many are done with this step. */
export type ImportProgress = { step: ImportStep; rows: number; of: number }

/** How much of all steps that is, from 0 to 1. */
export function shareOf({ step, rows, of }: ImportProgress): number {
  const done = of === 0 ? 0 : rows / of
  return (importSteps.indexOf(step) + done) / importSteps.length
}
