import { computed, signal } from '@preact/signals'
import { messages } from '../messages.ts'
import { Refused, Unreachable } from '../refused.ts'

/** What keeps a form from being sent. `path` is the field's, as the server names it; empty for the whole. */
export type FieldError = { path: string; message: string }

export type Submission = ReturnType<typeof openSubmission>

/** The sending of one form: one at a time, and on failure what was wrong, field by field. What was typed stays. */
export function openSubmission() {
  const sending = signal(false)
  const errors = signal<FieldError[]>([])
  /** Counts the failures, so that the summary can take the focus anew. */
  const failures = signal(0)

  function fail(found: FieldError[]) {
    errors.value = found
    failures.value += 1
  }

  /** Resolves to what `work` gives, or `undefined` if it failed or another one is under way. */
  async function run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (sending.value) return undefined
    sending.value = true
    try {
      const result = await work()
      errors.value = []
      return result
    } catch (error) {
      fail(errorsOf(error))
      return undefined
    } finally {
      sending.value = false
    }
  }

  return {
    sending,
    errors,
    failures,
    run,
    fail,
    clear: () => (errors.value = []),
    errorAt: (path: string) => computed(() => errors.value.find((error) => error.path === path)?.message).value,
  }
}

/** In words for the person: the fields that are wrong, or what happened and whether anything was saved. */
export function errorsOf(error: unknown): FieldError[] {
  if (error instanceof Unreachable) return [{ path: '', message: messages.errors.unreachable }]
  if (!(error instanceof Refused)) return [{ path: '', message: messages.errors.unexpected }]
  const { problem, retryAfter } = error
  if (problem.errors?.length) return problem.errors
  if (problem.type.endsWith(':not-signed-in')) return [{ path: '', message: messages.errors.signedOut }]
  if (problem.status === 429) return [{ path: '', message: messages.errors.tooMany(retryAfter ?? 60) }]
  if (problem.status >= 500) return [{ path: '', message: messages.errors.failed(problem.status, problem.requestId) }]
  return [{ path: '', message: problem.detail ?? problem.title }]
}
