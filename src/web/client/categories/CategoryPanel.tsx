import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Category } from '../../api.ts'
import { colourFor } from '../../../commands/category.ts'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { TextField } from '../form/TextField.tsx'
import { Panel } from '../frame/Panel.tsx'
import { messages } from '../messages.ts'
import { pageMessages } from '../page-messages.ts'
import { changes } from './parts.ts'
import { swatches } from './swatches.ts'

type Props = {
  owner: Category['userId']
  /** Those that the owner has already. */
  known: readonly Category[]
  category?: Category
  onClose: () => void
}

/** A new category, or the name and colour of `category`. */
export function CategoryPanel({ owner, known, category, onClose }: Props) {
  const name = useSignal(category?.name ?? '')
  const chosen = useSignal(category?.colour ?? '')
  const submission = useRef(openSubmission()).current
  const at = { form: 'category', path: 'name', of: submission } as const
  const words = pageMessages.categories
  const colour = chosen.value || unused(known, name.value)

  async function save() {
    const wanted = { name: name.value, colour }
    if (category) await changes.change(category, wanted)
    else await changes.add(owner, wanted)
    return true
  }
  async function send() {
    if (await submission.run(save)) onClose()
  }
  return (
    <Panel title={category ? words.edit : words.add} kind="small" onLeave={onClose}>
      <Form form="category" of={submission} does={messages.form.save} send={send}>
        <TextField {...at} value={name} />
        <Colours colour={colour} choose={(next) => (chosen.value = next)} />
      </Form>
    </Panel>
  )
}

/** A colour that none of `known` has, if there is one left. */
function unused(known: readonly Category[], name: string): string {
  const used = new Set<string>(known.map(({ colour }) => colour))
  return swatches.find((swatch) => !used.has(swatch)) ?? colourFor(name)
}

function Colours({ colour, choose }: { colour: string; choose: (colour: string) => void }) {
  const words = pageMessages.categories
  return (
    <fieldset class="field">
      <legend>{messages.fields.colour}</legend>
      <div class="colours">
        {swatches.map((swatch, index) => (
          <label key={swatch} class="colour" style={{ '--c': swatch }}>
            <input
              type="radio"
              name="colour"
              class="visually-hidden"
              aria-label={words.colourNames[index]}
              checked={swatch === colour}
              onChange={() => choose(swatch)}
            />
          </label>
        ))}
        <label class="colour other">
          <span class="visually-hidden">{words.otherColour}</span>
          <input type="color" value={colour} onInput={({ currentTarget }) => choose(currentTarget.value)} />
        </label>
      </div>
    </fieldset>
  )
}
