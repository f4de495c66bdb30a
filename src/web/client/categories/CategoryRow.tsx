import type { Category } from '../../api.ts'
import { Icon } from '../frame/Icon.tsx'
import { messages } from '../messages.ts'
import { Swatch } from './Swatch.tsx'

type Props = { category: Category; onChange?: () => void; onArchive?: () => void; onBringBack?: () => void }

export function CategoryRow({ category: { name, colour }, onChange, onArchive, onBringBack }: Props) {
  const words = messages.categories
  return (
    <li class="row-line">
      <Swatch colour={colour} />
      <div class="row-main" dir="auto">
        {name}
      </div>
      {onChange && (
        <button type="button" class="btn quiet" aria-label={words.changeNamed(name)} onClick={onChange}>
          <Icon name="pencil" /> <span class="word">{words.change}</span>
        </button>
      )}
      {onArchive && (
        <button type="button" class="btn quiet" aria-label={words.archiveNamed(name)} onClick={onArchive}>
          <Icon name="archive" /> <span class="word">{words.archive}</span>
        </button>
      )}
      {onBringBack && (
        <button type="button" class="btn btn-hairline" aria-label={words.bringBackNamed(name)} onClick={onBringBack}>
          <Icon name="back" /> {words.bringBack}
        </button>
      )}
    </li>
  )
}
