import { messages } from '../messages.ts'
import { keep } from '../settings/keep.ts'
import { Icon } from './Icon.tsx'
import { theme } from './theme.ts'
import { next } from './themes.ts'

export function ThemeButton() {
  const name = messages.theme[theme.value]
  return (
    <button
      type="button"
      class="btn quiet"
      title={messages.theme.is(name)}
      onClick={() => keep({ theme: next(theme.value) })}
    >
      <Icon name={theme.value} /> <span class="word">{name}</span>
      <span class="visually-hidden">{messages.theme.hint}</span>
    </button>
  )
}
