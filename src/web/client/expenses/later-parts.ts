import { lazy } from 'preact-iso'
import { untilThere } from '../frame/until-there.ts'
import { whenIdle } from '../frame/when-idle.ts'

// What of the list nobody needs before there is a list: fetched when it is asked for, and mostly before that.

export const ChosenBar = lazy(() => untilThere(() => import('./ChosenBar.tsx').then((room) => room.ChosenBar)))
export const EditRow = lazy(() => untilThere(() => import('./inline/EditRow.tsx').then((room) => room.EditRow)))

export function fetchLaterParts() {
  whenIdle(() => void Promise.all([ChosenBar.preload(), EditRow.preload()]))
}
