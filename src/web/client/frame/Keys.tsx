import { messages } from '../messages.ts'
import { pressesOf } from './presses.ts'

/** The keys of a shortcut as they are printed on a keyboard: any one of `of` will do. */
export function Keys({ of }: { of: readonly string[] }) {
  return of.map((keys, index) => (
    <span key={keys}>
      {index > 0 && <span class="muted"> {messages.keys.or} </span>}
      {pressesOf(keys).map((presses, later) => (
        <span key={presses.join()}>
          {later > 0 && <span class="muted"> {messages.keys.then} </span>}
          {presses.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  ))
}
