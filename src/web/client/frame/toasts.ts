import { signal, type ReadonlySignal } from '@preact/signals'

/** `isSpent` where it may be done elsewhere first: then it is offered no more. */
export type ToastAction = { label: string; run: () => void; isSpent?: ReadonlySignal<boolean> | undefined }
export type Toast = { id: number; text: string; action?: ToastAction }

type Clock = {
  setTimeout: (run: () => void, milliseconds: number) => unknown
  clearTimeout: (timer: unknown) => void
}

/** How long a toast stays, in milliseconds, while nobody points at it. */
export const STAY = 10_000

export type Toasts = ReturnType<typeof openToasts>

/** Short words about what was done, newest last. While one is pointed at or focused, none of them goes. */
export function openToasts(clock: Clock) {
  const shown = signal<Toast[]>([])
  const timers = new Map<number, unknown>()
  let last = 0

  function dismiss(id: number) {
    clock.clearTimeout(timers.get(id))
    timers.delete(id)
    shown.value = shown.value.filter((toast) => toast.id !== id)
  }
  function start(id: number) {
    timers.set(
      id,
      clock.setTimeout(() => dismiss(id), STAY),
    )
  }

  function say(text: string, action?: ToastAction) {
    const id = ++last
    for (const { id: old } of shown.value.slice(0, -2)) dismiss(old)
    shown.value = [...shown.value, action ? { id, text, action } : { id, text }]
    start(id)
  }
  function pause() {
    for (const timer of timers.values()) clock.clearTimeout(timer)
  }
  function resume() {
    for (const { id } of shown.value) start(id)
  }

  return { shown, say, dismiss, pause, resume }
}
