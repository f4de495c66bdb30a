import type { Page } from 'playwright-core'

/** What a page's thread does without a break: in milliseconds of its CPU time at the longest, and how often over 50 by the clock. */
export type Tasks = { longest: number; over: number }

type Traced = { name: string; pid: number; tid: number; dur?: number; tdur?: number; args?: { name?: string } }

/**
 * Runs `work`, and says what the page's thread did meanwhile. A busy machine makes tasks longer by the clock, but not by the CPU time
 * that they take. Of a second there may be ten thousand events: `work` takes a few.
 */
export async function tasksDuring<T>(page: Page, work: () => Promise<T>): Promise<Tasks & { done: T }> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser')
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  try {
    const done = await work()
    return { done, ...tasksIn(await browser.stopTracing()) }
  } catch (error) {
    await browser.stopTracing().catch(() => undefined)
    throw error
  }
}

function tasksIn(trace: Buffer): Tasks {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] }
  const thread = ({ pid, tid }: Traced) => `${pid} ${tid}`
  const isPages = ({ name, args }: Traced) => name === 'thread_name' && args?.name === 'CrRendererMain'
  const pages = new Set(traceEvents.filter(isPages).map(thread))
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && pages.has(thread(event)))
  const longest = tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0)
  return { longest: longest / 1000, over: tasks.filter(({ dur = 0 }) => dur > 50_000).length }
}

/** The same of several runs of `work`. */
export function together(some: readonly Tasks[]): Tasks {
  return {
    longest: Math.max(0, ...some.map(({ longest }) => longest)),
    over: some.reduce((sum, { over }) => sum + over, 0),
  }
}
