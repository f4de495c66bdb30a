import { format } from '../page.ts'
import { inWords } from './when.ts'

/** When something was recorded, as people say it; exactly on pointing at it, and for machines. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={format.moment(at)}>
      {inWords(at, new Date(), format)}
    </time>
  )
}
