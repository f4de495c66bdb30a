import { effect, signal, type Signal } from '@preact/signals'

/** Something that is on or off in this browser, whoever uses it, and stays so. */
export function keptSwitch(name: string): Signal<boolean> {
  const isOn = signal(localStorage.getItem(name) === 'on')
  effect(() => localStorage.setItem(name, isOn.value ? 'on' : 'off'))
  return isOn
}
