import type { ComponentChildren } from 'preact'
import type { ImportPreview } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import type { Told } from './mappings.ts'
import { importing } from './parts.ts'
import { inWords } from './said.ts'

export type Parameter = keyof typeof pageMessages.import.parameters
type Props = {
  parameter: Parameter
  preview: ImportPreview
  value: string
  onChoose: (value: string) => Told
  children: ComponentChildren
}

/** One thing that was recognised, with the reason, or that has to be said; another choice reads the file anew. */
export function ReadingChoice({ parameter, preview, value, onChoose, children }: Props) {
  const id = `import-${parameter}`
  function of(remarks: ImportPreview['recognised']) {
    const remark = remarks.find((one) => one.parameter === parameter)
    return remark && inWords(remark)
  }
  const question = of(preview.questions)
  const reason = of(preview.recognised)
  return (
    <div class="field">
      <label for={id}>{pageMessages.import.parameters[parameter]}</label>
      <select
        id={id}
        class="form-select"
        aria-invalid={question !== undefined}
        aria-describedby={question || reason ? `${id}-why` : undefined}
        value={value}
        onChange={({ currentTarget }) => void importing.tell(onChoose(currentTarget.value))}
      >
        {children}
      </select>
      {(question ?? reason) !== undefined && (
        <p class={question === undefined ? 'hint' : 'field-error'} id={`${id}-why`}>
          {question ?? reason}
        </p>
      )}
    </div>
  )
}
