import type { ImportPreview } from '../../api.ts'
import { pageMessages } from '../page-messages.ts'
import type { Told } from './mappings.ts'
import { ReadingChoice, type Parameter } from './ReadingChoice.tsx'

type Props = { preview: ImportPreview }
type Field = keyof ImportPreview['columns']

const words = pageMessages.import
const fields: readonly Field[] = ['date', 'description', 'amount', 'debit', 'credit', 'category', 'currency']

/** Whether nothing can be recorded without it: amounts stand in one column, or what went out does. */
function isNeeded(field: Field, { columns }: ImportPreview): boolean {
  if (field === 'amount') return columns.debit === null
  return field === 'date' || field === 'description'
}

/** What choosing `heading` for `field` says: of one column for all amounts and one for what went out, only the other one goes. */
function chosen(field: Field, heading: string): Told {
  if (field === 'amount') return { amountColumn: heading, debitColumn: '', creditColumn: '' }
  if (field !== 'debit') return { [`${field}Column`]: heading }
  if (heading !== '') return { debitColumn: heading, amountColumn: '' }
  return { debitColumn: '', creditColumn: '', amountColumn: undefined }
}

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
          onChoose={(heading) => chosen(field, heading)}
        >
          {(columns[field] === null || !isNeeded(field, preview)) && <option value="">{words.none}</option>}
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
