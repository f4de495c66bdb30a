import { laterPart } from '../frame/later-part.ts'
import { whenIdle } from '../frame/when-idle.ts'

// Nobody needs them before there is a page: fetched when they are asked for, and mostly before that.

export const DaysPanel = laterPart(() => import('./DaysPanel.tsx').then((room) => room.DaysPanel))
export const AsOfPanel = laterPart(() => import('./AsOfPanel.tsx').then((room) => room.AsOfPanel))

export function fetchLaterPanels() {
  whenIdle(() => void Promise.all([DaysPanel.preload(), AsOfPanel.preload()]))
}
