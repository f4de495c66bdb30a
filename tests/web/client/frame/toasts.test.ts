import test from 'ava'
import { openToasts, STAY } from '../../../../src/web/client/frame/toasts.ts'

/** A clock that goes when it is told to. */
function openClock() {
  let now = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  return {
    setTimeout(run: () => void, milliseconds: number) {
      const timer = timers.size + now * 1_000_000 + 1
      timers.set(timer, { at: now + milliseconds, run })
      return timer
    },
    clearTimeout: (timer: unknown) => timers.delete(timer as number),
    pass(milliseconds: number) {
      now += milliseconds
      for (const [timer, { at, run }] of [...timers]) if (at <= now && timers.delete(timer)) run()
    },
  }
}

test('a toast goes after its time', (t) => {
  const clock = openClock()
  const toasts = openToasts(clock)
  toasts.say('Saved')
  clock.pass(STAY - 1)
  t.deepEqual(
    toasts.shown.value.map(({ text }) => text),
    ['Saved'],
  )
  clock.pass(1)
  t.deepEqual(toasts.shown.value, [])
})
test('none goes while one is pointed at; then each has its whole time again', (t) => {
  const clock = openClock()
  const toasts = openToasts(clock)
  toasts.say('Saved')
  toasts.pause()
  clock.pass(STAY * 3)
  t.is(toasts.shown.value.length, 1)
  toasts.resume()
  clock.pass(STAY - 1)
  t.is(toasts.shown.value.length, 1)
  clock.pass(1)
  t.is(toasts.shown.value.length, 0)
})
test('a dismissed one is gone, and at most three are shown', (t) => {
  const toasts = openToasts(openClock())
  for (const text of ['one', 'two', 'three', 'four']) toasts.say(text)
  t.deepEqual(
    toasts.shown.value.map(({ text }) => text),
    ['two', 'three', 'four'],
  )
  toasts.dismiss(toasts.shown.value[0]!.id)
  t.is(toasts.shown.value.length, 2)
})
