import type { Result } from './result.ts'

const EVERY_MS = 5_000

/** Shows each failure at once, and every few seconds how far the tests are. */
export function progress(): { tell: (result: Result) => void; end: () => void } {
  let passed = 0
  let told = 0
  const timer = setInterval(() => {
    if (passed > told) console.log(`  ${passed} passed …`)
    told = passed
  }, EVERY_MS)
  return {
    tell: ({ file, title, outcome, problem }) => {
      if (outcome === 'passed') passed += 1
      if (outcome === 'failed') console.log([`✘ ${file} › ${title}`, ...problem].join('\n    '))
    },
    end: () => clearInterval(timer),
  }
}
