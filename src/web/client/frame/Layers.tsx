import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { User } from '../../api.ts'
import type { PageAction } from './keys.ts'
import { layer } from './layers.ts'
import { untilThere } from './until-there.ts'

type Props = { me: User; act: (action: PageAction) => void; onLeave: () => void }

const rooms: Record<NonNullable<typeof layer.value>, () => Promise<ComponentType<Props>>> = {
  palette: () => import('./palette/Palette.tsx').then((room) => room.Palette),
  shortcuts: () => import('./ShortcutsSheet.tsx').then((room) => room.ShortcutsSheet),
  more: () => import('./MoreSheet.tsx').then((room) => room.MoreSheet),
}

/** What can be opened over every page; each is fetched when it is first asked for, and once. */
export function Layers({ me, act }: Omit<Props, 'onLeave'>) {
  const [shown, show] = useState<{ name: typeof layer.value; Room: ComponentType<Props> }>()
  const name = layer.value
  useEffect(() => {
    if (name) void untilThere(rooms[name]).then((Room) => show({ name, Room }))
  }, [name])
  return shown && shown.name === name ? <shown.Room me={me} act={act} onLeave={leave} /> : null
}

function leave() {
  layer.value = undefined
}
