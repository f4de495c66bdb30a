import type { ImportPreview } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import { ReadingChoice, type Parameter } from './ReadingChoice.tsx'

type Props = { preview: ImportPreview }
type Field = keyof ImportPreview['columns']

const words = pageMessages.import
const fields: readonly Field[] = ['date', 'description', 'amount', 'category', 'currency']
/** Without these nothing can be recorded. */
const needed: readonly Field[] = ['date', 'description', 'amount']

/** Which column each field is read from. */
export function ColumnChoices({ preview }: Props) {
  const { headings, header, columns } = preview
  return (
    <>
      {fields.map((field) => (
        <ReadingChoice
          key={field}
          parameter={`${field}Column`}
          preview={preview}
          value={columns[field] ?? ''}
          onChoose={(heading) => ({ [`${field}Column`]: heading })}
        >
          {(columns[field] === null || !needed.includes(field)) && <option value="">{words.none}</option>}
          {headings.map((heading) => (
            <option key={heading} value={heading}>
              {header ? heading : words.column(heading)}
            </option>
          ))}
        </ReadingChoice>
      ))}
    </>
  )
}

type How = 'dateFormat' | 'decimalMark' | 'negated' | 'separator' | 'encoding' | 'header'
const choices: Record<How, readonly string[]> = {
  dateFormat: ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'],
  decimalMark: ['.', ','],
  negated: ['false', 'true'],
  separator: [',', ';', '\t', '|'],
  encoding: ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'],
  header: ['true', 'false'],
}

/** How it is written. */
export function HowChoices({ preview }: Props) {
  return (
    <>
      {(Object.keys(choices) as (How & Parameter)[]).map((how) => (
        <ReadingChoice
          key={how}
          parameter={how}
          preview={preview}
          value={String(preview[how] ?? '')}
          onChoose={(value) => ({ [how]: value })}
        >
          {preview[how] === null && <option value="">{words.say}</option>}
          {choices[how].map((value) => (
            <option key={value} value={value}>
              {words.values[how][value] ?? value}
            </option>
          ))}
        </ReadingChoice>
      ))}
    </>
  )
}
