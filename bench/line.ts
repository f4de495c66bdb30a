import { quantile } from './measure.ts'

export type Unit = '/s' | 'ms' | 'MB' | 'KB'

/** The median of what several rounds came to. */
export type Figure = { value: number; unit: Unit; rounds: readonly number[] }

/** What the design asks for in section 10: of the ratio where there is one, else of the figure itself. */
export type Asked = { what: string } & ({ atLeast: number } | { atMost: number })

/** One line of the result: a figure, what it is held against, and whether that is what is asked for. */
export type Line = {
  what: string
  measured: Figure
  beside?: { what: string; figure: Figure }
  ratio?: number
  asked?: string
  reached?: boolean
  note?: string
}

/** To two decimals: nobody measures more. */
export function figure(unit: Unit, measured: readonly number[]): Figure {
  const rounds = measured.map((value) => Math.round(value * 100) / 100)
  return { value: quantile(rounds, 0.5), unit, rounds }
}

/** `measured` alone. */
export function alone(what: string, measured: Figure, asked?: Asked, note?: string): Line {
  return { what, measured, ...(asked && judged(measured.value, asked)), ...(note !== undefined && { note }) }
}

/** `measured` beside something else. */
export function compared(what: string, measured: Figure, beside: NonNullable<Line['beside']>, asked?: Asked): Line {
  const ratio = measured.value / beside.figure.value
  return { what, measured, beside, ratio, ...(asked && judged(ratio, asked)) }
}

function judged(value: number, asked: Asked): { asked: string; reached: boolean } {
  return { asked: asked.what, reached: 'atLeast' in asked ? value >= asked.atLeast : value <= asked.atMost }
}
