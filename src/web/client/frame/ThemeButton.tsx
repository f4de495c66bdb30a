import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { choose, next, theme } from './theme.ts'

export function ThemeButton() {
  const name = messages.theme[theme.value]
  return (
    <button type="button" class="btn quiet" title={messages.theme.is(name)} onClick={() => choose(next(theme.value))}>
      <Icon name={theme.value} /> <span class="word">{name}</span>
      <span class="visually-hidden">{messages.theme.hint}</span>
    </button>
  )
}
