import {
  EMPTY,
  Subject,
  catchError,
  defer,
  distinctUntilChanged,
  exhaustMap,
  merge,
  scan,
  share,
  timer,
  ReplaySubject,
  type Observable,
} from 'rxjs'

/** How often `log_head` is looked at for what other processes appended, in milliseconds. */
const POLL = 40

/**
 * The position of the head whenever it has moved: at once for what this process appends, by polling for the rest. Late
 * subscribers get the newest first. Never ends, never fails: while the database is away it is silent.
 */
export function watchHead(readHead: () => Promise<number>) {
  const own = new Subject<number>()
  const polled = timer(0, POLL).pipe(exhaustMap(() => defer(readHead).pipe(catchError(() => EMPTY))))
  const appended: Observable<number> = merge(own, polled).pipe(
    scan((newest, position) => Math.max(newest, position), 0),
    distinctUntilChanged(),
    share({ connector: () => new ReplaySubject(1), resetOnRefCountZero: true }),
  )
  return { appended, onCommit: (head: number) => own.next(head) }
}
