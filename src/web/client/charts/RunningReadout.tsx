import type { RunningStep } from './marks.ts'

type Props = { step: RunningStep | undefined; names: { now: string; before: string } }

/** What either line is at where one looks; it tells the lines apart, too. */
export function RunningReadout({ step, names }: Props) {
  if (!step) return null
  return (
    <p class="readout" aria-hidden="true">
      <span>{step.title}</span>
      {step.nowText && (
        <span class="key now">
          {names.now} <b class="num figure">{step.nowText}</b>
        </span>
      )}
      {step.beforeText && (
        <span class="key before">
          {names.before} <b class="num figure">{step.beforeText}</b>
        </span>
      )}
    </p>
  )
}
