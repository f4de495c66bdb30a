import type { AmountProblem } from '../entry/amount-text.ts'
import { expenses } from './sentence.ts'
import { amountProblems } from './entry.ts'

export const pasted = {
  caption: 'What you pasted',
  look: 'This is how your lines are read. Nothing is added yet.',
  someLeftOut: (count: number) =>
    count === 1 ? 'One line has a problem and is left out.' : `${count} lines have a problem and are left out.`,
  beyond: (taken: string, count: number, written: string) =>
    `Only the first ${taken} lines are taken at once: paste the last ${count === 1 ? 'one' : written} again afterwards.`,
  problem: (problem: AmountProblem | 'date' | 'category' | 'description' | 'tooLong', currency: string) => {
    switch (problem) {
      case 'date':
        return 'This is no date'
      case 'category':
        return 'There is no category'
      case 'description':
        return 'It does not say what it was for'
      case 'tooLong':
        return 'A text is too long: at most 500 characters, a category at most 100'
      case 'empty':
        return 'There is no amount'
      case 'unreadable':
      case 'decimals':
      case 'zero':
      case 'tooLarge':
        return amountProblems[problem](currency)
    }
  },
  addAll: (count: number, written: string) => `Add ${expenses(count, written)}`,
  progress: (done: string, all: string) => `Added ${done} of ${all}`,
  added: (count: number) => `Added ${expenses(count)}`,
  takenBack: (count: number) => `Took ${expenses(count)} back`,
  backToForm: 'Back to the form',
}
