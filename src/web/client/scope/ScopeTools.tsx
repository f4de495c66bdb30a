import { AsOfButton } from './AsOfButton.tsx'
import { PeriodControl } from './PeriodControl.tsx'

/** What stands beside the title of every page that shows figures. */
export function ScopeTools() {
  return (
    <>
      <PeriodControl />
      <AsOfButton />
    </>
  )
}
