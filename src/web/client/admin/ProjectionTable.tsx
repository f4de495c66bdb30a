import type { ProjectionStatus } from '../../api.ts'
import { wide } from '../frame/wide.ts'
import { pageMessages } from '../page-messages.ts'
import { format } from '../page.ts'
import { nameOf } from './Projections.tsx'
import { RebuildProgress } from './RebuildProgress.tsx'

type Props = { of: readonly ProjectionStatus[]; onRebuild: (name: string) => void }

/** One row a projection; below it what is under way, and what went wrong. On a phone the figures stand with the state. */
export function ProjectionTable({ of, onRebuild }: Props) {
  const { caption, columns } = pageMessages.admin
  return (
    <table class="ruled projections">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.state}</th>
          {wide.value && (
            <>
              <th scope="col" class="amount">
                {columns.position}
              </th>
              <th scope="col" class="amount">
                {columns.lag}
              </th>
            </>
          )}
          <th scope="col">
            <span class="visually-hidden">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      {of.map((status) => (
        <Rows key={status.name} of={status} onRebuild={() => onRebuild(status.name)} />
      ))}
    </table>
  )
}

function Rows({ of, onRebuild }: { of: ProjectionStatus; onRebuild: () => void }) {
  const words = pageMessages.admin
  const { name, version, state, position, lag, error, rebuild } = of
  const behind = words.behind(lag, format.count(lag))
  const across = wide.value ? 5 : 3
  return (
    <tbody>
      <tr>
        <th scope="row">
          {nameOf(name)}
          <small>
            <code>{name}</code>, {words.version(format.count(version))}
          </small>
        </th>
        <td class={state === 'failed' ? 'wrong' : undefined}>
          {words.states[state]}
          {!wide.value && <small>{words.upTo(format.count(position), behind)}</small>}
        </td>
        {wide.value && (
          <>
            <td class="amount">{format.count(position)}</td>
            <td class="amount">{behind}</td>
          </>
        )}
        <td class="actions">
          <button
            type="button"
            class="btn btn-hairline"
            aria-label={words.rebuildNamed(nameOf(name))}
            disabled={rebuild !== null}
            onClick={onRebuild}
          >
            {words.rebuild}
          </button>
        </td>
      </tr>
      {rebuild && (
        <tr class="below">
          <td colSpan={across}>
            <RebuildProgress name={nameOf(name)} of={rebuild} />
          </td>
        </tr>
      )}
      {error !== null && (
        <tr class="below">
          <td colSpan={across}>
            <div class="problem">
              <p>{error}</p>
              {words.helps[state]}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  )
}
