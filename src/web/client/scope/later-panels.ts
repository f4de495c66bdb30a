import { lazy } from 'preact-iso'
import { untilThere } from '../frame/until-there.ts'
import { whenIdle } from '../frame/when-idle.ts'

// Nobody needs them before there is a page: fetched when they are asked for, and mostly before that.

export const DaysPanel = lazy(() => untilThere(() => import('./DaysPanel.tsx').then((room) => room.DaysPanel)))
export const AsOfPanel = lazy(() => untilThere(() => import('./AsOfPanel.tsx').then((room) => room.AsOfPanel)))

export function fetchLaterPanels() {
  whenIdle(() => void Promise.all([DaysPanel.preload(), AsOfPanel.preload()]))
}
