import type { ProjectionStatus } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { secondsLeft } from './rebuilding.ts'

type Props = { name: string; of: NonNullable<ProjectionStatus['rebuild']> }

export function RebuildProgress({ name, of }: Props) {
  const words = pageMessages.admin
  const left = secondsLeft(of)
  const said = [
    words.progress(format.count(of.position), format.count(of.of)),
    ...(of.rate > 0 ? [words.rate(format.count(of.rate))] : []),
    ...(left === undefined ? [] : [words.secondsLeft(left)]),
  ]
  return (
    <>
      <progress aria-label={words.rebuilding(name)} value={of.position} max={Math.max(1, of.of)} />
      <small>{said.join(' · ')}</small>
    </>
  )
}
