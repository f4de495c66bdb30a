/** A part of a chart that leads to the expenses behind it. `name` says all that it shows, `href` where it leads. */
export type Spot = { key: string; name: string; href: string }

/** What had been spent at the end of a day or month of either period; nothing where one of them has not come so far. */
export type RunningStep = Spot & {
  tick: string
  title: string
  now: number | undefined
  before: number | undefined
  nowText: string
  beforeText: string
}

/** What was spent in a month; `marked` if it is in the period that the page is about. */
export type Column = Spot & { tick: string; title: string; value: number; text: string; marked: boolean }

/** A category. `colour` is any, `#rrggbb`: it is made to stand out. `share` is its part of the whole, where that makes sense. */
export type BarRow = Spot & { colour: string; value: number; text: string; share: number | undefined }
