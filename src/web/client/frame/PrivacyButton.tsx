import { messages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { isPrivate } from './privacy.ts'

/** The eye: blurs every figure, or shows them again. */
export function PrivacyButton() {
  const words = messages.privacy
  const hint = isPrivate.value ? words.show : words.hide
  return (
    <button
      type="button"
      class="btn quiet"
      title={hint}
      aria-pressed={isPrivate.value}
      onClick={() => (isPrivate.value = !isPrivate.value)}
    >
      <Icon name={isPrivate.value ? 'eyeClosed' : 'eye'} /> <span class="word">{words.label}</span>
    </button>
  )
}
