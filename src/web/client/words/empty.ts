import { list } from './sentence.ts'

export const empty = {
  first: 'Nothing here yet',
  firstText: 'Write down the first thing you spent money on; everything else follows from it.',
  addFirst: 'Add your first expense',
  sampleData: 'Load sample data',
  sampleDataAdded: (expenses: number, users: number) => `Added ${expenses} expenses of ${users} people to look at`,
  noMatch: 'No expense matches',
  noneIn: (inPeriod: string) => `No expenses ${inPeriod}`,
  because: (reasons: readonly string[], inPeriod: string) => `You are looking for ${list.format(reasons)} ${inPeriod}.`,
  clear: 'Clear the filter',
  allTime: 'Look at all time',
}
