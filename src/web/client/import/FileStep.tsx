import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Icon } from '../frame/Icon.tsx'
import { pageMessages } from '../page-messages.ts'
import type { Ledger } from '../people/standing.ts'
import { importing } from './parts.ts'

/** Takes a file, dropped here or chosen. */
export function FileStep({ owner, isOwn }: { owner: Pick<Ledger, 'id' | 'name'>; isOwn: boolean }) {
  const isOver = useSignal(false)
  const input = useRef<HTMLInputElement>(null)
  const words = pageMessages.import
  const file = importing.file.value
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? []
    if (first) void importing.choose(first, owner.id)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    isOver.value = false
    take(event.dataTransfer?.files)
  }
  function over(event: DragEvent) {
    event.preventDefault()
    isOver.value = true
  }
  return (
    <section
      class={isOver.value ? 'import-file over' : 'import-file'}
      aria-label={words.file}
      onDragOver={over}
      onDragLeave={() => (isOver.value = false)}
      onDrop={drop}
    >
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
