import { computed, signal } from '@preact/signals'
import type { User } from '../../api.ts'
import { whyUnread } from '../form/why-unread.ts'
import { Refused } from '../refused.ts'
import type { Server } from '../server.ts'

/** `ended` says that a session that was open is no longer. */
export type SessionState =
  | { status: 'asking' }
  | { status: 'failed'; message: string }
  | { status: 'firstRun' }
  | { status: 'signedOut'; ended: boolean }
  | { status: 'signedIn'; me: User }

type Asked = Pick<Server, 'whoAmI' | 'signIn' | 'signOut' | 'registerFirst'>

export type Session = ReturnType<typeof openSession>

/** Who is signed in. `startOver` forgets everything the page knows: what one person saw is not for the next. */
export function openSession(server: Asked, startOver: (next?: User) => void) {
  const state = signal<SessionState>({ status: 'asking' })
  let last: User | undefined

  function enter(me: User) {
    if (last && last.id !== me.id) return startOver(me)
    last = me
    state.value = { status: 'signedIn', me }
  }

  return {
    state,
    me: computed(() => (state.value.status === 'signedIn' ? state.value.me : undefined)),
    /** Asks the server who is signed in. What was known stays as long as it does not say. */
    async ask() {
      try {
        enter(await server.whoAmI())
      } catch (error) {
        state.value = afterFailure(state.value, error)
      }
    },
    async signIn(credentials: Parameters<Asked['signIn']>[0]) {
      enter(await server.signIn(credentials))
    },
    async registerFirst(user: Parameters<Asked['registerFirst']>[0]) {
      enter(await server.registerFirst(user))
    },
    async signOut() {
      await server.signOut()
      startOver()
    },
    /** One's own profile has changed. */
    changed: enter,
    ended() {
      if (state.value.status === 'signedIn') state.value = { status: 'signedOut', ended: true }
    },
  }
}

function afterFailure(before: SessionState, error: unknown): SessionState {
  if (error instanceof Refused && error.problem.status === 401) {
    return error.problem.firstRun
      ? { status: 'firstRun' }
      : { status: 'signedOut', ended: before.status === 'signedIn' }
  }
  const knew = before.status !== 'asking' && before.status !== 'failed'
  return knew ? before : { status: 'failed', message: whyUnread(error) }
}
