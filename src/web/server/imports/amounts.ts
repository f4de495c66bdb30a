import { decimalsOf, type Currency } from '../../../events/money.ts'
import type { DecimalMark } from '../../api.ts'
import type { Cell, Finding } from './dates.ts'
import { say, type Said } from './sayings.ts'

type Reading = { major: string } | { problem: Said }

/** Characters. Nobody writes an amount that is longer, and its last zeros would take long to be found. */
const LONGEST = 50

/** Of both marks in one amount the last is the decimal one; a single one says it unless three figures follow it. */
function markIn(text: string): DecimalMark | 'either' | undefined {
  const marks = text.match(/[.,]/g) ?? []
  const [first, last] = [marks[0], marks.at(-1)] as (DecimalMark | undefined)[]
  if (first === undefined || last === undefined) return undefined
  if (first !== last) return last
  if (marks.length > 1) return first === '.' ? ',' : '.'
  return /[.,]\d{3}$/.test(text) ? 'either' : first
}

/** Which mark comes before the decimals, by the lines that leave no doubt. */
export function recogniseDecimals(cells: readonly Cell[]): Finding<DecimalMark> {
  const written = cells.map(({ text, line }) => ({ text, line, digits: bare(text).digits }))
  const amounts = written.filter(({ digits }) => SHAPES['.'].test(digits) || SHAPES[','].test(digits))
  const marked = amounts.map(({ digits, ...cell }) => ({ ...cell, mark: markIn(digits) }))
  const [point, comma] = (['.', ','] as const).map((mark) => marked.find((cell) => cell.mark === mark))
  if (point && comma) {
    const { line: otherLine, text: otherText } = comma
    return { question: say('marks-differ', { line: point.line, text: point.text, otherLine, otherText }) }
  }
  const clear = point ?? comma
  if (clear)
    return { value: clear === point ? '.' : ',', why: say('mark-seen', { line: clear.line, text: clear.text }) }
  const doubtful = marked.find(({ mark }) => mark === 'either')
  if (!doubtful) return { value: '.', why: say('no-decimals') }
  return { question: say('mark-open', { line: doubtful.line, text: doubtful.text }) }
}

const SHAPES: Record<DecimalMark, RegExp> = {
  '.': /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/,
  ',': /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
}

/**
 * The amount that `text` is, in major units, or what was expected. With blanks or apostrophes between thousands, a currency before or
 * behind, and a minus before it or brackets around it; of a minus behind it not everybody means the same.
 */
export function readAmount(text: string, mark: DecimalMark | undefined): Reading {
  const { digits, isNegative } = bare(text)
  const own = markIn(digits) ?? mark ?? '.'
  const used = mark ?? own
  if (used === 'either') return { problem: say('mark-unsaid') }
  if (text.length > LONGEST || !SHAPES[used].test(digits))
    return { problem: say('amount-expected', { example: used === '.' ? '1234.56' : '1234,56' }) }
  const plain = used === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  return { major: `${isNegative ? '-' : ''}${shortened(plain)}` }
}

/** Why there is no such amount of `currency` as `major`. */
export function whyNoMoney(major: string, currency: Currency): Said {
  const decimals = decimalsOf(currency)
  const [, fraction = ''] = major.split('.')
  if (fraction.length > decimals)
    return decimals === 0 ? say('no-such-decimals', { currency }) : say('too-many-decimals', { currency, decimals })
  return Number(major) === 0 ? say('amount-zero') : say('too-large')
}

/** Without what stands around the figures. */
function bare(text: string): { digits: string; isNegative: boolean } {
  const plain = text
    .replace(/[\s'’]|\p{Currency_Symbol}/gu, '')
    .replace(/[−–]/g, '-')
    .replace(/^(-?)[A-Z]{3}(?=[-\d])|[A-Z]{3}$/g, '$1')
  const [, inBrackets] = /^\((.+)\)$/.exec(plain) ?? []
  const [, sign = '', digits = plain] = /^([-+])(.+)$/.exec(inBrackets ?? plain) ?? []
  return { digits: sign === '' ? (inBrackets ?? plain) : digits, isNegative: inBrackets !== undefined || sign === '-' }
}

/** Without zeros that say nothing: a file may write two decimals of a currency that has none. */
function shortened(plain: string): string {
  const whole = plain.replace(/^0+(?=\d)/, '')
  return whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole
}
