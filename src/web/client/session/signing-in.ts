import { signal } from '@preact/signals'
import { openSubmission } from '../form/submission.ts'
import { Refused } from '../refused.ts'
import type { Session } from './session.ts'

/** What is asked for: the password, and of who has a second factor then the code of the app, or one for recovery. */
export type Step = 'password' | 'app' | 'recovery'
type Typed = { email: string; password: string; code: string }

export type SigningIn = ReturnType<typeof openSigningIn>

/** Signing in, step by step. Going to another step leaves the code behind and keeps the rest. */
export function openSigningIn({ signIn }: Pick<Session, 'signIn'>) {
  const step = signal<Step>('password')
  const typed = signal<Typed>({ email: '', password: '', code: '' })
  const submission = openSubmission()

  function go(next: Step) {
    typed.value = { ...typed.value, code: '' }
    submission.clear()
    step.value = next
  }

  async function send() {
    const { code, ...credentials } = typed.value
    try {
      await signIn(step.value === 'password' ? credentials : { ...credentials, code })
    } catch (error) {
      if (!(error instanceof Refused && error.problem.type.endsWith(':second-factor-needed'))) throw error
      go('app')
    }
  }

  return {
    step,
    typed,
    submission,
    go,
    type: (what: Partial<Typed>) => (typed.value = { ...typed.value, ...what }),
    submit: () => submission.run(send),
  }
}
