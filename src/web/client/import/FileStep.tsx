import { useRef } from 'preact/hooks'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import type { Ledger } from '../people/standing.ts'
import { importing } from './parts.ts'
import { useDrop } from './use-drop.ts'

/** Takes a file, dropped on the page or chosen. */
export function FileStep({ owner, isOwn }: { owner: Pick<Ledger, 'id' | 'name'>; isOwn: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const words = pageMessages.import
  const file = importing.file.value
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) void importing.choose(first, owner.id)
  }
  const isOver = useDrop(take)
  return (
    <section class={isOver.value ? 'import-file over' : 'import-file'} aria-label={words.file}>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={words.choose}
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          currentTarget.value = ''
        }}
      />
      <p>{file ? <b dir="auto">{file.name}</b> : words.drop}</p>
      <button type="button" class={file ? 'btn btn-hairline' : 'btn btn-ink'} onClick={() => input.current?.click()}>
        <Icon name="upload" /> {file ? words.another : words.choose}
      </button>
      {importing.busy.value === 'looking' && <p role="status">{words.looking}</p>}
      {!file && <p class="hint">{words.what}</p>}
      {!isOwn && <p class="hint">{words.into(owner.name)}</p>}
    </section>
  )
}
