import { laterPart } from '../frame/later-part.ts'
import { whenIdle } from '../frame/when-idle.ts'

// What of the list nobody needs before there is a list: fetched when it is asked for, and mostly before that.

export const ChosenBar = laterPart(() => import('./ChosenBar.tsx').then((room) => room.ChosenBar))
export const EditRow = laterPart(() => import('./inline/EditRow.tsx').then((room) => room.EditRow))

export function fetchLaterParts() {
  whenIdle(() => void Promise.all([ChosenBar.preload(), EditRow.preload()]))
}
